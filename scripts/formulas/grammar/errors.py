"""The refusal of TeX that has no certain reading, and what to do instead."""


class NotUnderstood(Exception):
    """The TeX has no certain reading; the message quotes the part and says what to write instead."""

    @classmethod
    def at(cls, tex: str, span: tuple[int, int], problem: str, remedy: str) -> "NotUnderstood":
        """Quote `tex` at `span`, counting characters from 1, then the problem, then the remedy."""
        start, end = span
        quoted = tex[start:end].strip() or tex[start : start + 12].strip()
        place = f"`{quoted}` at character {start + 1}" if quoted else "the end of the formula"
        return cls(f"{place}: {problem}. {remedy}")


USE_FUNCTION = "Use `check: <function>` for this formula."
USE_NAMES = "Define it with `where`, name it in `functions`, or use `check: <function>`."
