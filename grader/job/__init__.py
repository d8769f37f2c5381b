"""One job, one submission × one task: observed, judged, its failures shrunk, its result written."""
