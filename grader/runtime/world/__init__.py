"""The supervisor's side: the pure state machine of threads, resources and time, and its conductor."""
