"""The block `practice`."""

import xml.etree.ElementTree as etree

from scripts.pages.blocks.base import CourseBlock, sub


class PracticeBlock(CourseBlock):
    """The links to the topic's exercises, as a zip that runs with plain Python, and to its programs, as another.

    No argument, options or content.
    """

    NAME = "practice"
    BODY = False
    HOME = "topic"
    ONCE = True

    def on_create(self, parent: etree.Element) -> etree.Element:
        """Link the file, which the build makes from the page's exercises."""
        element = sub(parent, "div", "nb-downloads")
        if topic := self.source.topic:
            folder = self.source.places.generated / "practice"
            for words, name in (
                ("Download the exercises to work on your own machine (zip)", f"{topic.slug}.zip"),
                ("Download the programs of this topic (zip)", f"{topic.slug}-snippets.zip"),
            ):
                sub(element, "a", "nb-download", words, href=self.context.relative(folder / name), download="")
        return element
