"""From a folder or archive on disk to a Submission. Every byte read here is hostile."""
