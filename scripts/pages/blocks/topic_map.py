"""The block `topic-map`."""

import xml.etree.ElementTree as etree

from scripts.course.model import Topic
from scripts.course.plan import PlannedTopic
from scripts.pages.blocks.base import CourseBlock, sub

# In pixels at the usual size of letters (home.css): how high a row is, how wide the picture beside the rows, where its
# dots stand, and how far to the left its longest arrow comes.
_ROW, _WIDTH, _DOT, _FARTHEST = 48, 96, 88, 84


class TopicMapBlock(CourseBlock):
    """The topics as one path, with arrows from what each one needs. No argument, no options, no content.

    The arrows are those of the front pages' `prerequisites`; one that another way makes superfluous is left out.
    """

    NAME = "topic-map"
    BODY = False
    ONCE = True

    def on_create(self, parent: etree.Element) -> etree.Element:
        """List the topics in order, and draw the arrows beside them."""
        plan = self.context.course.plan.topics
        needs = needed(self.context.course.topics)
        element = sub(parent, "div", "nb-map")
        self.html(element, _picture(plan, needs))
        items = sub(element, "ol")
        for topic in plan:
            item = sub(items, "li")
            name = f"{topic.number:02} {topic.title}"
            if topic.written:
                sub(item, "a", "", name, href=self.context.relative(topic.path))
            else:
                sub(item, "span", "nb-planned", name)
            if needs.get(topic.number):
                sub(item, "span", "nb-needs", f"needs {' and '.join(f'{one:02}' for one in needs[topic.number])}")
        return element


def needed(topics: list[Topic]) -> dict[int, list[int]]:
    """Return, for each topic, which of its prerequisites no other one of them needs, too, all by their numbers."""
    direct: dict[int, list[int]] = {}
    slugs: dict[str, int] = {}
    for topic in topics:
        wanted = topic.pages[0].meta.get("prerequisites") or []
        direct[topic.planned.number] = [number for slug, number in slugs.items() if slug in wanted]
        slugs[topic.planned.slug] = topic.planned.number

    def above(number: int) -> set[int]:
        return {one for before in direct[number] for one in {before} | above(before)}

    return {
        number: [one for one in found if not any(one in above(other) for other in found)]
        for number, found in direct.items()
    }


def _picture(plan: tuple[PlannedTopic, ...], needs: dict[int, list[int]]) -> str:
    """Return the dots of all topics and the arrows between them; the words beside them say the same."""
    heights = {topic.number: _ROW * row + _ROW // 2 for row, topic in enumerate(plan)}
    arrows = [_arrow(heights[before], heights[topic]) for topic, found in needs.items() for before in found]
    looks = {True: "nb-dot", False: "nb-planned"}
    dots = [
        f'<circle class="{looks[topic.written]}" cx="{_DOT}" cy="{heights[topic.number]}" r="4"/>' for topic in plan
    ]
    size = f'width="{_WIDTH}" height="{_ROW * len(plan)}" viewBox="0 0 {_WIDTH} {_ROW * len(plan)}"'
    return f'<svg aria-hidden="true" {size}>{"".join([*arrows, *dots])}</svg>'


def _arrow(above: int, below: int) -> str:
    """Return an arrow: straight to the next row, around those between to a farther one."""
    rows = (below - above) // _ROW
    if rows == 1:
        tip = below - 6
        return f'<path d="M{_DOT} {above}V{tip - 6}"/><path class="nb-tip" d="M{_DOT - 4} {tip - 7}h8l-4 7z"/>'
    # A curve comes three quarters as far as the points that draw it.
    far = _DOT - round(_FARTHEST * (1 - 0.75 ** (rows - 1)) * 4 / 3)
    tip = _DOT - 6
    return (
        f'<path d="M{_DOT} {above}C{far} {above} {far} {below} {tip - 6} {below}"/>'
        f'<path class="nb-tip" d="M{tip - 7} {below - 4}v8l7-4z"/>'
    )
