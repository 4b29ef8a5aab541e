"""The plan of the course, read from `course.toml`: its ten topics and two phases, which never change."""

import tomllib
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from scripts.paths import DOCS, PLAN


@dataclass(frozen=True)
class PlannedTopic:
    """A topic as planned, written or not."""

    number: int
    phase: int
    slug: str
    title: str
    summary: str

    @property
    def folder(self) -> str:
        """The topic's folder under `docs/topics/`."""
        return f"{self.number:02}-{self.slug}"

    @property
    def path(self) -> Path:
        """The topic's page."""
        return DOCS / "topics" / self.folder / "index.md"

    @property
    def package(self) -> str:
        """The topic's package under `snippets/`: its slug with underscores."""
        return self.slug.replace("-", "_")

    @property
    def written(self) -> bool:
        """Whether the topic has a page yet."""
        return self.path.is_file()


@dataclass(frozen=True)
class Plan:
    """The course as planned."""

    title: str
    subtitle: str
    phases: dict[int, str]
    topics: tuple[PlannedTopic, ...]

    @cached_property
    def by_slug(self) -> dict[str, PlannedTopic]:
        """The topics by slug."""
        return {topic.slug: topic for topic in self.topics}


def read_plan(path: Path = PLAN) -> Plan:
    """Read the plan."""
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    return Plan(
        title=data["title"],
        subtitle=data["subtitle"],
        phases={phase["number"]: phase["title"] for phase in data["phases"]},
        topics=tuple(PlannedTopic(**topic) for topic in data["topics"]),
    )


@cache
def the_plan() -> Plan:
    """Return the plan of this course, read once."""
    return read_plan()


def topic_at(path: Path) -> PlannedTopic | None:
    """Return the topic in whose folder `path` stands, if any."""
    return next((topic for topic in the_plan().topics if topic.path.parent in path.parents), None)
