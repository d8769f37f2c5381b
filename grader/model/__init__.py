"""The nouns: frozen pydantic models that every other layer passes around. Imports nothing of ours."""
