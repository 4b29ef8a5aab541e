"""The notes templates: one Markdown file per topic for the learner to fill in, made from the topic's own blocks."""

from scripts.course.model import Course, Topic
from scripts.course.page import Block
from scripts.course.snippets import function_of
from scripts.pages.blocks.base import plain
from scripts.pages.blocks.exercise import exercise_title

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


def notes_template(course: Course, topic: Topic) -> str:
    """Return the notes template of a topic as Markdown."""
    planned = topic.planned
    concepts = [f"### {b.argument}\n\n{b.options['prompt']}\n" for b in topic.blocks("definition")]
    formulas = [f"- {b.argument}:\n" for b in topic.blocks("formula")]
    exercises = [(exercise_title(b.argument), _task(b)) for b in topic.blocks("exercise")]
    insights = [f"- {name}: {task} What did I learn from writing it?\n" for name, task in exercises]
    questions = [f"### {b.argument}\n\n*{b.options['level']}*\n" for b in topic.blocks("question")]
    following = next((t for t in course.plan.topics if t.number == planned.number + 1), None)
    parts = [
        _HEAD.format(number=planned.number, title=planned.title),
        _section("Key concepts", "Answer without looking, then compare with the page.", concepts),
        _section("Formulas to recall", "Write each from memory, with the meaning of its symbols.", formulas),
        _section("Coding insights", "", insights),
        _section("Interview questions, in my own words", "", questions),
        _TAIL.format(
            exercises="\n".join(f"- [ ] {name}" for name, _ in exercises),
            following=f"Next topic: {following.number:02} {following.title}" if following else "Review the course",
        ),
    ]
    return "".join(parts)


def _section(title: str, advice: str, items: list[str]) -> str:
    return f"## {title}\n\n" + (f"{advice}\n\n" if advice else "") + "\n".join(items) + "\n"


def _task(block: Block) -> str:
    docstring = function_of(block, "exercises").docstring
    return plain(docstring.split("\n", 1)[0])
