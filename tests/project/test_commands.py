"""Commands and files that the README, the guides, the workflows and the hooks name exist."""

import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
import yaml

from scripts import __main__ as command_line
from scripts.foundation.paths import ROOT
from scripts.tools.habits import project_files

WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
GUIDES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs/contributing").glob("*.md"))]


def make_targets() -> set[str]:
    rules = (ROOT / "Makefile").read_text(encoding="utf-8")
    return set(re.findall(r"^([a-z]+):", rules, re.MULTILINE))


def runs(workflow: Path) -> list[str]:
    """Return what the steps of `workflow` run."""
    jobs = yaml.safe_load(workflow.read_text(encoding="utf-8"))["jobs"]
    return [step["run"] for job in jobs.values() for step in job.get("steps", []) if "run" in step]


def code_in(guide: Path) -> list[str]:
    """Return the blocks and spans of code in `guide`."""
    text = guide.read_text(encoding="utf-8")
    code = re.compile(r"^```\w*\n(.*?)^```|`([^`\n]+)`", re.MULTILINE | re.DOTALL)
    return [block or span for block, span in code.findall(text)]


def unknown_commands(code: str) -> list[str]:
    """Return the make targets, commands of `scripts` and modules that `code` names and that do not exist."""
    targets = re.findall(r"\bmake ([a-z]+)", code)
    commands = re.findall(r"-m scripts ([a-z]+)", code)
    return [f"make {name}" for name in targets if name not in make_targets()] + [
        f"scripts {name}" for name in commands if name not in command_line.COMMANDS
    ]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_workflows_run_commands_that_exist(path: Path) -> None:
    assert runs(path)
    assert [name for code in runs(path) for name in unknown_commands(code)] == []


@pytest.mark.parametrize("path", GUIDES, ids=lambda path: path.name)
def test_guides_name_commands_that_exist(path: Path) -> None:
    assert [name for code in code_in(path) for name in unknown_commands(code)] == []


@cache
def known_files() -> list[str]:
    """Return the project's files, and the one that is named for being made."""
    return [*(f"/{path.relative_to(ROOT).as_posix()}" for path in project_files()), "/search/index.js"]


def missing_files(code: str) -> list[str]:
    """Return the path, if `code` is one, with which the path of no file of the project ends; builds may make more."""
    named = re.fullmatch(r"(?!build/|site/)([\w.-]+/)+[\w.-]+\.(py|js|css|html|toml|json|txt|yml|md)", code)
    return [code] if named and not any(known.endswith(f"/{code}") for known in known_files()) else []


@pytest.mark.parametrize("path", GUIDES, ids=lambda path: path.name)
def test_guides_name_files_that_exist(path: Path) -> None:
    assert [name for code in code_in(path) for name in missing_files(code)] == []


def test_a_file_that_is_gone_is_seen() -> None:
    assert missing_files("practice/judge.py") == []
    assert missing_files("practice/gone.py") == ["practice/gone.py"]


def test_an_unknown_command_is_seen() -> None:
    assert unknown_commands("make sight && python -m scripts bild") == ["make sight", "scripts bild"]


def test_the_readme_shows_the_three_commands_and_the_way_without_make() -> None:
    code = "\n".join(code_in(ROOT / "README.md"))
    first_screen = (ROOT / "README.md").read_text(encoding="utf-8")[:2000]
    for command in ("make site", "make test", "make serve"):
        assert command in first_screen
    for command in ("-m scripts setup", "-m scripts build", "-m scripts serve", "-m pytest"):
        assert command in code


def test_links_of_the_readme_lead_to_files() -> None:
    for guide in GUIDES[:2]:
        links = re.findall(r"\]\((?!https?:)([^)#]+)", guide.read_text(encoding="utf-8"))
        assert links
        assert [link for link in links if not (guide.parent / link).exists()] == []


def test_ci_runs_the_tests() -> None:
    script = ROOT / ".ci/run"
    assert "make test" in script.read_text(encoding="utf-8")
    if sys.platform != "win32":
        assert script.stat().st_mode & 0o111


def test_help_names_every_command_and_an_unknown_one_fails() -> None:
    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "scripts", *arguments]
        return subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)

    shown = run("--help")
    assert shown.returncode == 0
    told = [line.split(maxsplit=1) for line in shown.stdout.splitlines() if line.startswith("  ")]
    assert [name for name, _ in told] == list(command_line.COMMANDS)
    assert [words for _, words in told if len(words.split()) < 4 or len(words) > 90] == []
    assert run("bild").returncode not in (0, 1)
