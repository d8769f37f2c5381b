"""Programs that attack the grader, and what each of them must get."""
