"""The notes templates: one Markdown file per topic for the learner to fill in, made from the topic's own blocks."""

from scripts.course.model import Course, Topic
from scripts.pages.gives import Section
from scripts.pages.kinds import BLOCKS

_HEAD = """\
# Notes: {number:02} {title}

- Started:
- Completed:
- Hours spent:

## Summary

What this topic is about, in three sentences of my own:

"""

_TAIL = """\
## Mistakes I made

What I wrote, why it was wrong, what is right:

## Connections to other topics

## Things to review

## Exercises done

{exercises}

## Confidence, from 1 to 5

- Theory:
- Implementation:
- Interview readiness:

## Resources used

## Open questions

## Next steps

- [ ] Review in 3 days, on:
- [ ] Review in 1 week, on:
- [ ] {following}
"""


def notes_for(course: Course, topic: Topic) -> str:
    """Return the notes template of a topic as Markdown."""
    planned = topic.planned
    lines: dict[Section, list[str]] = {section: [] for section in Section}
    for block in topic.blocks(*BLOCKS):
        for section, text in BLOCKS[block.kind].notes(block):
            lines[section].append(text)
    exercises = lines.pop(Section.EXERCISES)
    following = next((t for t in course.plan.topics if t.number == planned.number + 1), None)
    return "".join(
        [
            _HEAD.format(number=planned.number, title=planned.title),
            *(_section(section, texts) for section, texts in lines.items()),
            _TAIL.format(
                exercises="\n".join(exercises),
                following=f"Next topic: {following.number:02} {following.title}" if following else "Review the course",
            ),
        ]
    )


def _section(section: Section, texts: list[str]) -> str:
    title, advice = section.value
    return f"## {title}\n\n" + (f"{advice}\n\n" if advice else "") + "\n".join(texts) + "\n"
