"""Files that other programs read are what those programs expect."""

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from scripts.foundation.paths import ROOT
from scripts.tools import release

WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
SCHEMAS = {
    **{f".github/workflows/{path.name}": "github-workflows" for path in WORKFLOWS},
    ".github/dependabot.yml": "dependabot",
    ".github/ISSUE_TEMPLATE/card.yml": "github-issue-forms",
    "CITATION.cff": "citation-file-format",
}


def is_valid(path: Path, schema: str) -> bool:
    """Return whether `path` satisfies a schema that check-jsonschema carries, without a network."""
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}", str(path)]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


@pytest.mark.parametrize("name", SCHEMAS)
def test_files_satisfy_their_schema(name: str) -> None:
    assert is_valid(ROOT / name, SCHEMAS[name])


@pytest.mark.parametrize("name", SCHEMAS)
def test_schemas_refuse_a_wrong_key(name: str, tmp_path: Path) -> None:
    spoiled = tmp_path / Path(name).name
    spoiled.write_text((ROOT / name).read_text(encoding="utf-8") + "\nno-such-key: 1\n", encoding="utf-8")
    assert not is_valid(spoiled, SCHEMAS[name])


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_workflows_have_few_rights_and_a_time_limit(path: Path) -> None:
    workflow = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert workflow["permissions"] == {"contents": "read"}
    assert workflow["concurrency"]["group"]
    assert all("uses" in job or job["timeout-minutes"] <= 30 for job in workflow["jobs"].values())


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_actions_are_pinned_to_a_commit(path: Path) -> None:
    """A tag can be moved to other code; a commit cannot. Only workflows of this repository are named by their path."""
    used = re.findall(r"\buses: *(.+)", path.read_text(encoding="utf-8"))
    own = r"\./\.github/workflows/\w+\.yml"
    pinned = r"[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+"
    assert [action for action in used if not re.fullmatch(f"{own}|{pinned}", action)] == []


def test_an_action_is_the_same_commit_everywhere() -> None:
    texts = [path.read_text(encoding="utf-8") for path in WORKFLOWS]
    used = {tuple(found) for text in texts for found in re.findall(r"uses: *([\w-]+/[\w-]+)@(.+)", text)}
    assert len(used) == len({action for action, _ in used}) >= 6


def needed(jobs: dict[str, dict[str, Any]], name: str) -> set[str]:
    """Return the jobs that must be green before the job `name` starts, itself among them."""
    needs = jobs[name].get("needs", [])
    return {name}.union(*(needed(jobs, other) for other in ([needs] if isinstance(needs, str) else needs)))


def unguarded(jobs: dict[str, dict[str, Any]]) -> list[str]:
    """Return the jobs that may write something, and start without green tests."""
    tests = {name for name, job in jobs.items() if job.get("uses") == "./.github/workflows/tests.yml"}
    writing = [name for name, job in jobs.items() if "write" in job.get("permissions", {}).values()]
    return [name for name in writing if not tests & needed(jobs, name) or "if" in jobs[name]]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_nothing_is_published_without_green_tests(path: Path) -> None:
    jobs = yaml.safe_load(path.read_text(encoding="utf-8"))["jobs"]
    assert unguarded(jobs) == []
    if path.name in ("pages.yml", "release.yml"):
        del jobs["build"]["needs"]
        assert unguarded(jobs)


def test_a_release_compares_the_versions_before_all_else() -> None:
    jobs = yaml.safe_load((ROOT / ".github/workflows/release.yml").read_text(encoding="utf-8"))["jobs"]
    assert any("scripts release" in step.get("run", "") for step in jobs["version"]["steps"])
    assert all("version" in needed(jobs, name) for name in jobs)


def test_tests_run_on_three_systems_with_the_oldest_and_the_newest_python() -> None:
    matrix = yaml.safe_load((ROOT / ".github/workflows/tests.yml").read_text(encoding="utf-8"))["jobs"]["test"]
    versions = matrix["strategy"]["matrix"]
    assert {name.split("-")[0] for name in versions["os"]} == {"ubuntu", "macos", "windows"}
    oldest = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["requires-python"]
    assert f">={versions['python'][0]}" == oldest


@pytest.mark.parametrize("name", ["pages.yml", "release.yml"])
def test_what_is_published_is_built_with_the_python_and_the_history_that_were_tested(name: str) -> None:
    workflows = [
        yaml.safe_load((ROOT / f".github/workflows/{file}").read_text("utf-8")) for file in ("tests.yml", name)
    ]
    tested, built = workflows[0]["jobs"]["test"], workflows[1]["jobs"]["build"]
    settings = [step["with"] for step in built["steps"] if "setup-python" in step.get("uses", "")]
    assert [setting["python-version"] for setting in settings] == [tested["strategy"]["matrix"]["python"][0]]
    assert next(step["run"] for step in built["steps"] if "run" in step) == "make site"
    for job in (tested, built):
        assert [s["with"]["fetch-depth"] for s in job["steps"] if "checkout" in s.get("uses", "")] == [0]


@pytest.mark.parametrize("name", ["pages.yml", "release.yml"])
def test_sites_and_cards_are_built_for_the_address_where_they_will_be(name: str) -> None:
    text = (ROOT / ".github/workflows" / name).read_text(encoding="utf-8")
    address = "format('https://{0}.github.io/{1}/', github.repository_owner, github.event.repository.name)"
    assert f"SITE_URL: ${{{{ vars.SITE_URL || {address} }}}}" in text
    assert "!ENV [SITE_URL" in (ROOT / "mkdocs.yml").read_text(encoding="utf-8")


def test_pre_commit_runs_our_own_tools_only() -> None:
    path = ROOT / ".pre-commit-config.yaml"
    valid = subprocess.run([sys.executable, "-m", "pre_commit", "validate-config", path], check=False)
    assert valid.returncode == 0
    assert [repo["repo"] for repo in yaml.safe_load(path.read_text(encoding="utf-8"))["repos"]] == ["local"]


def test_the_version_is_the_same_everywhere() -> None:
    """Before the first release, the lock has none to name."""
    version = release.project_version()
    assert re.fullmatch(r"\d+\.\d+\.\d+", version)
    assert yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))["version"] == version
    assert release.cited_version() == version
    assert release.last_release() in ("", version)


def test_a_tag_is_refused_that_is_not_the_version_of_everything(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    texts = {
        "PROJECT": '[project]\nversion = "1.2.0"\n',
        "CITATION": "cff-version: 1.2.0\nversion: 1.1.0\n",
        "LOCK": '{"releases": {"1.1.0": 5, "1.2.0": 7, "1.0.0": 6, "~": null}}',
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
        monkeypatch.setattr(release, name, tmp_path / name)
    assert release.main(["v1.2.0"]) == 1
    assert "CITATION: it says 1.1.0, the release 1.2.0; set version: 1.2.0" in capsys.readouterr().err
    (tmp_path / "CITATION").write_text("version: 1.2.0\n", encoding="utf-8")
    assert release.main(["v1.2.0"]) == 0
    assert release.main(["1.2.0"]) == 1
    assert release.main(["v1.1.0"]) == 1
    (tmp_path / "LOCK").write_text('{"releases": {"~": null}}', encoding="utf-8")
    assert release.other_versions("1.2.0")[0].startswith(f"{(tmp_path / 'LOCK').as_posix()}: it says nothing")


def test_both_licenses_are_there() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    texts = [(ROOT / name).read_text(encoding="utf-8") for name in project["license-files"]]
    assert "MIT License" in texts[0]
    assert "CC BY 4.0" in texts[0]
    assert texts[1].startswith("Creative Commons Attribution 4.0 International")


def test_npm_lock_knows_every_platform() -> None:
    """What a package offers for other systems is in the lock as well, or `npm ci` fails there."""
    packages = json.loads((ROOT / "frontend/package-lock.json").read_text(encoding="utf-8"))["packages"]
    names = {path.rpartition("node_modules/")[2] for path in packages}
    offered = {name for package in packages.values() for name in package.get("optionalDependencies", {})}
    assert offered
    assert offered - names == set()


def test_every_locked_package_has_a_hash() -> None:
    packages = json.loads((ROOT / "frontend/package-lock.json").read_text(encoding="utf-8"))["packages"]
    assert all("integrity" in package for path, package in packages.items() if path)
    entries = re.split(r"\n(?=\w)", (ROOT / "requirements.lock").read_text(encoding="utf-8").strip())
    assert len(entries) > 50
    assert all("--hash=sha256:" in entry for entry in entries)
