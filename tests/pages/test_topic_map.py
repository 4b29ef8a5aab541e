"""The map of topics says what the front pages say: what a topic needs, by arrows or by ways of them."""

from pathlib import Path

from bs4 import BeautifulSoup

from scripts.course.model import Course, load_course
from scripts.pages.blocks.topic_map import needed
from tests.courses import rendered, small_course

COURSE = load_course()
FRONT = "---\ntitle: {}\ndescription: D.\ndifficulty: foundational\nprerequisites: [{}]\n---\n\n# {}\n"


def course_of(folder: Path, *prerequisites: list[int]) -> Course:
    """Return a course of as many topics, each with the numbers of those that it needs."""
    plan = COURSE.plan.topics
    pages = {"index.md": "# Home\n\n/// topic-list\n///\n\n/// topic-map\n///\n"}
    for topic, numbers in zip(plan, prerequisites, strict=False):
        slugs = ", ".join(plan[number - 1].slug for number in numbers)
        pages[f"topics/{topic.folder}/index.md"] = FRONT.format(f'"{topic.title}"', slugs, topic.title)
    return small_course(folder, pages)


def reached(topic: int, needs: dict[int, list[int]]) -> set[int]:
    """Return the topics that can be reached from a topic against the arrows, by their numbers."""
    return {one for before in needs[topic] for one in {before} | reached(before, needs)}


def test_against_the_arrows_one_comes_to_all_that_a_topic_needs(tmp_path: Path) -> None:
    prerequisites: list[list[int]] = [[], [1], [1], [1, 3], [1, 2, 3, 4], [2, 3]]
    needs = needed(course_of(tmp_path, *prerequisites).topics)
    assert needs == {1: [], 2: [1], 3: [1], 4: [3], 5: [2, 4], 6: [2, 3]}
    assert all(set(numbers) <= reached(topic, needs) for topic, numbers in enumerate(prerequisites, start=1))


def test_the_home_page_shows_a_topic_as_soon_as_its_front_page_is_there(tmp_path: Path) -> None:
    plan = COURSE.plan.topics
    for count in (1, len(plan)):
        course = course_of(tmp_path / str(count), *([number] if number else [] for number in range(count)))
        page = BeautifulSoup(rendered(course, course.pages[course.places.docs / "index.md"]), "html.parser")
        assert len(page.select(".nb-topic:not(.nb-planned) a")) == count
        assert len(page.select(".nb-topic.nb-planned")) == len(plan) - count
        said = page.select(".nb-advice")[0].get_text()
        assert said.startswith("All topics together" if count == len(plan) else "The topics that are there")
        assert [link["href"] for link in page.select(".nb-map a")] == [
            f"topics/{topic.folder}/index.md" for topic in plan[:count]
        ]
        assert len(page.select(".nb-map .nb-tip")) == len(page.select(".nb-needs")) == count - 1


def test_a_mention_of_a_topic_is_a_link_once_it_is_written(tmp_path: Path) -> None:
    [first, second, third, *_] = COURSE.plan.topics
    name = f"topic 02, {second.title}"
    words = second.title.split()
    said = f"```text\n{name}\n```\n\nSee {name}, topic 03, {third.title}; [{name}](#x), `{name}`."
    said += f" Topic 02, **{' '.join(words[:2])}\n{' '.join(words[2:])}**: more. Topic 01, {first.title}."
    course = course_of(tmp_path, [], [])
    front = course.places.docs / "topics" / first.folder / "index.md"
    front.write_text(front.read_text(encoding="utf-8") + said, encoding="utf-8")
    course = load_course(course.places)
    page = BeautifulSoup(rendered(course, course.pages[front]), "html.parser")
    links = [link for link in page.select("p > a") if link.get("href") != "#x" and link.parent]
    assert [" ".join(link.get_text().split()) for link in links] == [
        f"topic 02, {second.title}",
        f"Topic 02, {second.title}",
    ]
    assert {link["href"] for link in links} == {f"../{second.folder}/index.md"}
