"""Sandbox: where a student's program runs, and the byte channel to the supervisor inside."""
