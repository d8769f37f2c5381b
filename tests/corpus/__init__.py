"""Right and wrong submissions, each with the verdict it must get."""
