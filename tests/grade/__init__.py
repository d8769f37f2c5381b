"""Submissions from end to end."""
