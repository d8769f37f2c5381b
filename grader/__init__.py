"""grader: an automated grader for concurrency homework. The map is in grader/README.md."""
