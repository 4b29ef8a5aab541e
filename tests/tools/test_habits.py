"""`make check` finds what it says it finds, and finds nothing here."""

import shutil
import subprocess
from pathlib import Path

import pytest

from scripts.tools import habits as check


@pytest.mark.parametrize("name", check.CHECKS)
def test_the_project_keeps_its_habits(name: str) -> None:
    findings = check.CHECKS[name]()
    assert not findings, "\n".join(["", *findings])


# Put together here, so that this file has none of them.
BACKSLASH = "\\"
LEFT_BEHIND = {
    "a package registry": ("notes.md", "pip install --index-" + "url https://mirror.example/simple x"),
    "its host": ("notes.md", "see files.python" + "hosted.org for the wheel"),
    "an address in a lock": ("package-lock.json", '{"resolved"' + ': "https' + '://mirror.example/x.tgz"}'),
    "an address in the other lock": ("requirements.lock", "x @ https" + "://mirror.example/x.whl"),
    "a home folder": ("conf.py", "path = '/ho" + "me/someone/nabla'"),
    "a home folder on a Mac": ("conf.py", "path = '/Us" + "ers/someone/nabla'"),
    "a home folder on Windows": ("conf.py", "path = 'C:" + BACKSLASH + "Users" + BACKSLASH + "someone'"),
    "a note to oneself": ("page.md", "TO" + "DO: explain this"),
    "damaged apostrophe": ("page.md", "it\u00e2\u20ac\u2122s"),
    "damaged umlaut": ("page.md", "K\u00c3\u00b6nig"),
    "replaced character": ("page.md", "K\ufffdnig"),
    "a row of a matrix": (
        "page.md",
        r"$$\begin{pmatrix} 1 & 2 " + BACKSLASH + r" 3 & 4 \end{pmatrix}$$",
    ),
}
ALLOWED = {
    "rows of a matrix": ("page.md", r"$$\begin{pmatrix} 1 & \tfrac{1}{2} \\ 3 & 4 \end{pmatrix}$$"),
    "spaces in a matrix": ("page.md", "$$\\begin{cases} x & x \\ge 0, \\\\[2pt]\n-x & \\text{else} \\end{cases}$$"),
    "mathematics": ("page.md", "∂L/∂w → −2·η, naïve “quotes”, 3 × 4 — 5 µm, König"),
    "a path on a server": ("page.md", "[course](https://nabla.example/home/page.html) and ../home/x"),
    "a temporary folder": ("page.md", "writes to `/tmp/nabla`"),
}


@pytest.mark.parametrize("case", LEFT_BEHIND)
def test_what_must_not_stay_is_found(case: str) -> None:
    name, text = LEFT_BEHIND[case]
    assert list(check.text_findings(Path(name), text))


@pytest.mark.parametrize("case", ALLOWED)
def test_what_may_stay_is_not_found(case: str) -> None:
    name, text = ALLOWED[case]
    assert list(check.text_findings(Path(name), text)) == []


BAD_FILES = {
    "Python lint": ("scripts/bad.py", '"""Bad."""\n\nimport os\n'),
    "Python format": ("scripts/bad.py", '"""Bad."""\nx = {  "a":1 }\n'),
    "Python types": ("scripts/bad.py", '"""Bad."""\n\nx: int = "one"\n'),
    "JavaScript and CSS": ("docs/assets/bad.css", "a { colr: red }\n"),
    "Spelling": ("docs/bad.md", "The col" + "our of the gradient.\n"),
    "Text": ("docs/bad.md", "TO" + "DO\n"),
}


@pytest.mark.parametrize("name", BAD_FILES)
def test_every_check_turns_red(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A project of one bad file, with this project's settings, is found bad."""
    for settings in ("pyproject.toml", "biome.jsonc", ".gitignore"):
        shutil.copy(check.ROOT / settings, tmp_path)
    path, text = BAD_FILES[name]
    (tmp_path / path).parent.mkdir(parents=True)
    (tmp_path / path).write_text(text, encoding="utf-8")
    (tmp_path / "scripts").mkdir(exist_ok=True)
    subprocess.run(["git", "init", "--quiet"], cwd=tmp_path, check=True)
    monkeypatch.setattr(check, "ROOT", tmp_path)
    findings = check.CHECKS[name]()
    assert any("bad." in line for line in findings), findings


def test_the_projects_files_are_those_of_git_and_new_ones(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(check, "ROOT", tmp_path)
    with pytest.raises(SystemExit, match="not a git repository"):
        check.project_files()
    subprocess.run(["git", "init", "--quiet"], cwd=tmp_path, check=True)
    names = ("b.md", "scripts/site/a.md", "site/made.md", "removed.md")
    for name in names:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("text", encoding="utf-8")
    (tmp_path / ".gitignore").write_text("/site/\n", encoding="utf-8")
    subprocess.run(["git", "add", "b.md", "removed.md"], cwd=tmp_path, check=True)
    (tmp_path / "removed.md").unlink()
    found = [path.relative_to(tmp_path).as_posix() for path in check.project_files()]
    assert found == [".gitignore", "b.md", "scripts/site/a.md"]
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(SystemExit, match="install it"):
        check.project_files()
