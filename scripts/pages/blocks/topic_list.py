"""The block `topic-list`."""

import xml.etree.ElementTree as etree

from scripts.course.plan import PlannedTopic
from scripts.pages.blocks.base import CourseBlock, sub
from scripts.pages.minutes import Minutes, minutes_of_topic, words_for


class TopicListBlock(CourseBlock):
    """The topics of the plan by phase, each with its state, and how long all take. No argument, options or content."""

    NAME = "topic-list"
    BODY = False
    ONCE = True

    def on_create(self, parent: etree.Element) -> etree.Element:
        """List the plan."""
        plan = self.context.course.plan
        element = sub(parent, "div", "nb-topics")
        for number, title in plan.phases.items():
            sub(element, "p", "nb-phase", f"Phase {number}: {title}")
            items = sub(element, "ol", "nb-topic-list")
            for topic in plan.topics:
                if topic.phase == number:
                    self._item(items, topic)
        if self.context.course.topics:
            sub(element, "p", "nb-advice", self._sum())
        return element

    def _sum(self) -> str:
        """Return how long the written topics take, and what goes further."""
        topics, plan = self.context.course.topics, self.context.course.plan
        core, further = (
            sum((minutes_of_topic(topic, further=more) for topic in topics), Minutes()) for more in (False, True)
        )
        which = "All topics together" if len(topics) == len(plan.topics) else "The topics that are there"
        said = f"{which} take {words_for(core.total)}: {core}."
        more = f" Lessons marked *further* go deeper than the course needs: {words_for(further.total)} more."
        return said + more if further.total else said

    def _item(self, parent: etree.Element, topic: PlannedTopic) -> None:
        item = sub(parent, "li", "nb-topic" if topic.written else "nb-topic nb-planned")
        sub(item, "span", "nb-number", f"{topic.number:02}").tail = " "
        if topic.written:
            sub(item, "a", "nb-name", topic.title, href=self.context.relative(topic.path))
        else:
            sub(item, "span", "nb-name", topic.title)
        sub(item, "span", "nb-summary", topic.summary)
        sub(item, "span", "nb-state", self._state(topic))

    def _state(self, planned: PlannedTopic) -> str:
        topic = next((one for one in self.context.course.topics if one.planned == planned), None)
        if topic is None:
            return "in preparation"
        lessons = sum(not page.further for page in topic.lessons)
        return f"{lessons} lesson{'s' * (lessons != 1)} · {words_for(minutes_of_topic(topic).total)}"
