"""The blocks of the course, one file each. Their declarations serve the reading of a page and its rendering."""

from scripts.blocks.base import CourseBlock
from scripts.blocks.definition import DefinitionBlock
from scripts.blocks.exercise import ExerciseBlock
from scripts.blocks.figure import FigureBlock
from scripts.blocks.formula import FormulaBlock
from scripts.blocks.mistake import MistakeBlock
from scripts.blocks.notes import NotesBlock
from scripts.blocks.output import OutputBlock
from scripts.blocks.problem import ProblemBlock
from scripts.blocks.question import QuestionBlock

BLOCKS: dict[str, type[CourseBlock]] = {
    block.NAME: block
    for block in (
        DefinitionBlock,
        ExerciseBlock,
        FigureBlock,
        FormulaBlock,
        MistakeBlock,
        NotesBlock,
        OutputBlock,
        ProblemBlock,
        QuestionBlock,
    )
}
