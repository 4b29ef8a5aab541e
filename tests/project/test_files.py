"""Files that other programs read are what those programs expect."""

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml

from scripts.paths import ROOT

WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
SCHEMAS = {
    **{f".github/workflows/{path.name}": "github-workflows" for path in WORKFLOWS},
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
    for job in workflow["jobs"].values():
        assert job["timeout-minutes"] <= 30
        assert all(re.fullmatch(r"[\w-]+/[\w-]+@v\d+", step["uses"]) for step in job["steps"] if "uses" in step)


def test_tests_run_on_three_systems_with_the_oldest_and_the_newest_python() -> None:
    matrix = yaml.safe_load((ROOT / ".github/workflows/tests.yml").read_text(encoding="utf-8"))["jobs"]["test"]
    versions = matrix["strategy"]["matrix"]
    assert {name.split("-")[0] for name in versions["os"]} == {"ubuntu", "macos", "windows"}
    oldest = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["requires-python"]
    assert f">={versions['python'][0]}" == oldest


@pytest.mark.parametrize("name", ["pages.yml", "release.yml"])
def test_sites_and_cards_are_built_for_the_address_where_they_will_be(name: str) -> None:
    text = (ROOT / ".github/workflows" / name).read_text(encoding="utf-8")
    assert "SITE_URL: ${{ steps.pages.outputs.base_url }}/" in text
    assert "!ENV [SITE_URL" in (ROOT / "mkdocs.yml").read_text(encoding="utf-8")


def test_pre_commit_runs_our_own_tools_only() -> None:
    path = ROOT / ".pre-commit-config.yaml"
    valid = subprocess.run([sys.executable, "-m", "pre_commit", "validate-config", path], check=False)
    assert valid.returncode == 0
    assert [repo["repo"] for repo in yaml.safe_load(path.read_text(encoding="utf-8"))["repos"]] == ["local"]


def test_the_version_is_the_same_everywhere() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))["version"] == project["version"]


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
