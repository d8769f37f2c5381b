"""What every noun shares: frozen, strict about unknown fields, and texts in two languages."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict

Language = Literal["zh", "en"]
Verdict = Literal["passed", "failed", "skipped", "could_not_judge"]


class Noun(BaseModel):
    """Base of all nouns: immutable, and an unknown field is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Text(Noun):
    """One sentence in both languages of the course."""

    zh: str
    en: str

    def in_language(self, language: Language) -> str:
        """Return the sentence in `language`."""
        return self.zh if language == "zh" else self.en


def text(zh: str, en: str) -> Text:
    """Shorthand: `text("中文", "English")`."""
    return Text(zh=zh, en=en)
