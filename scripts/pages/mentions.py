"""Links where a text names another topic, "topic 08, Checking and debugging gradients", as soon as that is written."""

import re
from collections.abc import Callable
from pathlib import Path

from scripts.course.plan import Plan, PlannedTopic

# What is a link already, or code, is passed over.
_LINK_OR_CODE = r"\[[^\]]*\]\([^)]*\)|^ *(?P<fence>```+|~~~+)[\s\S]*?^ *(?P=fence)|`[^`\n]*`"


def linked(text: str, plan: Plan, here: PlannedTopic | None, relative: Callable[[Path], str]) -> str:
    """Return Markdown with a link at each mention of a written topic by number and title, but for that of the page."""
    mentioned = {topic.number: topic for topic in plan.topics if topic.written and topic != here}
    if not mentioned:
        return text

    def link(found: re.Match[str]) -> str:
        return f"[{found[0]}]({relative(mentioned[int(found['number'])].path)})" if found["number"] else found[0]

    # Only after the word are titles compared, so that a page does not take longer with each topic.
    named = "|".join(map(_named, mentioned.values()))
    mention = rf"\b[Tt]opic\s+(?P<number>\d+)(?:{named})"
    return re.sub(f"{_LINK_OR_CODE}|{mention}", link, text, flags=re.MULTILINE)


def _named(topic: PlannedTopic) -> str:
    title = r"\s+".join(map(re.escape, topic.title.split()))
    return rf"(?<=\D{topic.number:02}),\s+(?:{title}|\*\*{title}\*\*)"
