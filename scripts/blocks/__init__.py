"""The blocks of the course, one file each. Their declarations serve the reading of a page and its rendering."""

from scripts.blocks.base import CourseBlock
from scripts.blocks.collections import FormulaSheetBlock, GlossaryBlock, InterviewBankBlock
from scripts.blocks.deck_list import DeckListBlock
from scripts.blocks.definition import DefinitionBlock
from scripts.blocks.exercise import ExerciseBlock
from scripts.blocks.explorable import ExplorableBlock
from scripts.blocks.figure import FigureBlock
from scripts.blocks.formula import FormulaBlock
from scripts.blocks.mistake import MistakeBlock
from scripts.blocks.notes import NotesBlock, NotesListBlock
from scripts.blocks.output import OutputBlock
from scripts.blocks.plain import DetailsBlock, NoteBlock
from scripts.blocks.practice import PracticeBlock
from scripts.blocks.problem import ProblemBlock
from scripts.blocks.question import QuestionBlock
from scripts.blocks.topic_list import TopicListBlock

BLOCKS: dict[str, type[CourseBlock]] = {
    block.NAME: block
    for block in (
        DeckListBlock,
        DefinitionBlock,
        DetailsBlock,
        ExerciseBlock,
        ExplorableBlock,
        FigureBlock,
        FormulaBlock,
        FormulaSheetBlock,
        GlossaryBlock,
        InterviewBankBlock,
        MistakeBlock,
        NoteBlock,
        NotesBlock,
        NotesListBlock,
        OutputBlock,
        PracticeBlock,
        ProblemBlock,
        QuestionBlock,
        TopicListBlock,
    )
}
