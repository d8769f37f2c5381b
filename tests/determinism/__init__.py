"""The same submission gets the same result, again and again."""
