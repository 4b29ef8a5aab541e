"""The block `practice`."""

import xml.etree.ElementTree as etree

from scripts.pages.blocks.base import CourseBlock, sub


class PracticeBlock(CourseBlock):
    """The link to the topic's exercises as a zip that runs with plain Python. No argument, options or content."""

    NAME = "practice"
    ARGUMENT = False
    BODY = False
    HOME = "topic"
    ONCE = True

    def on_create(self, parent: etree.Element) -> etree.Element:
        """Link the file, which the build makes from the page's exercises."""
        element = sub(parent, "div", "nb-downloads")
        if topic := self.source.topic:
            link = sub(element, "a", "nb-download", "Download the exercises to work on your own machine (zip)")
            path = self.source.places.generated / "practice" / f"{topic.slug}.zip"
            link.set("href", self.context.relative(path))
            link.set("download", "")
        return element
