"""The house: what holds for all of the code."""
