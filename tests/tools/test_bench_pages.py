"""The benchmark of pages: which are measured, which run counts, and that a missed bound is said."""

import gzip
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

import pytest

from scripts.foundation.paths import Places
from scripts.tools.bench import host, pages
from scripts.tools.bench.pages import BOUNDS, main, measure, read_report


def said(performance: float = 1, seo: float = 1) -> dict[str, Any]:
    """Return what Lighthouse would say of a page with these scores."""
    scores = {"performance": performance, "accessibility": 1, "best-practices": 1, "seo": seo}
    audits = {audit: {"score": performance, "numericValue": 1500, "title": audit} for audit in pages._TIMES}
    audits["link-text"] = {"score": seo, "title": "Links have words", "displayValue": "2 links"}
    audits["hreflang"] = {"score": None, "title": "Languages"}
    weighed = {"performance": [*pages._TIMES], "seo": ["link-text", "hreflang"]}
    categories = {
        name: {"score": score, "auditRefs": [{"id": audit, "weight": 1} for audit in weighed.get(name, [])]}
        for name, score in scores.items()
    }
    return {"categories": categories, "audits": audits}


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("index.html", "404.html", "topics/01/index.html", "topics/01/slope.html", "topics/02/rates.html"):
        path = tmp_path / "site" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"<p>{name}</p>" * 99, encoding="utf-8")
    for module in (pages, host):
        monkeypatch.setattr(module, "HERE", Places(tmp_path))
    return tmp_path / "site"


def test_bounds_that_are_missed_are_named_with_what_is_behind_them() -> None:
    report = read_report(said(performance=0.94, seo=0.9))
    assert report.missed == ["performance", "seo"]
    assert report.faults["seo"] == ["Links have words 2 links"]
    assert read_report(said(performance=0.95)).missed == []


def test_the_run_in_the_middle_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    runs = iter([0.7, 0.99, 0.96])
    monkeypatch.setattr(pages, "lighthouse", lambda url: said(performance=next(runs)))
    assert measure("", runs=3).scores["performance"] == 96


@pytest.mark.usefixtures("site")
def test_pages_are_chosen_by_parts_of_their_addresses() -> None:
    # The longest first: here, those with the longest addresses.
    assert list(pages.chosen([])) == [
        "topics/01/index.html",
        "topics/01/slope.html",
        "topics/02/rates.html",
        "index.html",
    ]
    assert list(pages.chosen(["01*/sl", "rates"])) == ["topics/01/slope.html", "topics/02/rates.html"]


def test_the_table_has_the_worst_of_each_kind() -> None:
    reports = {
        f"topics/01-x/{name}.html": read_report(said(performance=score))
        for name, score in (("index", 0.99), ("slope", 0.97), ("rates", 0.96), ("lab", 0.98))
    }
    head, _, *lines = pages.table(reports)
    assert head.count("|") == lines[0].count("|")
    assert lines == [
        "| 1 fronts of topics | 99 | 100 | 1.5 s | 1500 ms | 1500.000 |",
        "| 2 lessons | 96 | 100 | 1.5 s | 1500 ms | 1500.000 |",
        "| 1 lab | 98 | 100 | 1.5 s | 1500 ms | 1500.000 |",
    ]


@pytest.mark.usefixtures("site")
@pytest.mark.parametrize(("performance", "code"), [(0.95, 0), (0.94, 1)])
def test_the_exit_code_says_whether_all_bounds_are_kept(
    performance: float, code: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(pages, "lighthouse", lambda url: said(performance if "slope" in url else 1))
    assert main(["--runs", "1"]) == code
    assert (f"performance below {BOUNDS['performance']}: first-contentful-paint" in capsys.readouterr().out) == bool(
        code
    )
    assert main(["nothing-like-it"]) == 2


def test_the_site_is_served_compressed(site: Path) -> None:
    with host.serving() as address, urlopen(Request(address + "topics/01/")) as answer:
        assert answer.headers["Content-Encoding"] == "gzip"
        assert gzip.decompress(answer.read()) == (site / "topics/01/index.html").read_bytes()
