"""Links where a text names another topic, "topic 08, Checking and debugging gradients", as soon as that is written."""

import re
from collections.abc import Callable
from pathlib import Path

from scripts.course.plan import Plan, PlannedTopic

# What is a link already, or code, is passed over.
_LINK_OR_CODE = r"\[[^\]]*\]\([^)]*\)|^ *(?P<fence>```+|~~~+)[\s\S]*?^ *(?P=fence)|`[^`\n]*`"


def linked(text: str, plan: Plan, here: PlannedTopic | None, relative: Callable[[Path], str]) -> str:
    """Return Markdown with a link at each mention of a written topic by number and title, but for that of the page."""
    mentioned = [topic for topic in plan.topics if topic.written and topic != here]
    if not mentioned:
        return text

    def link(found: re.Match[str]) -> str:
        topic = next((topic for topic in mentioned if found[f"t{topic.number}"]), None)
        return f"[{found[0]}]({relative(topic.path)})" if topic else found[0]

    return re.sub("|".join([_LINK_OR_CODE, *map(_mention, mentioned)]), link, text, flags=re.MULTILINE)


def _mention(topic: PlannedTopic) -> str:
    title = r"\s+".join(map(re.escape, topic.title.split()))
    return rf"(?P<t{topic.number}>\b[Tt]opic\s+{topic.number:02},\s+(?:{title}|\*\*{title}\*\*))"
