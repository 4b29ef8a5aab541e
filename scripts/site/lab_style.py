"""The style of the labs' plots, for a notebook that is taken where there are no snippets."""

import re

from scripts.foundation.paths import HERE

_USED = re.compile(r'^plt\.style\.use\("snippets\.style\.lab"\)$', re.MULTILINE)


def with_style_written_out(code: str) -> str:
    """Return a lab's code with the settings of its style instead of the style's name."""
    return _USED.sub(lambda _: f"plt.style.use(\n    {{\n{_settings()}\n    }}\n)", code)


def _settings() -> str:
    lines = (HERE.snippets / "style" / "lab.mplstyle").read_text(encoding="utf-8").splitlines()
    settings = [line.split(": ", 1) for line in lines if line and not line.startswith("#")]
    return "\n".join(f'        "{name}": "{value}",' for name, value in settings)
