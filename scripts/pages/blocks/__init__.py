"""The blocks of the course, one file each. Their declarations serve the reading of a page and its rendering."""

from scripts.pages.blocks.base import CourseBlock
from scripts.pages.blocks.collections import FormulaSheetBlock, GlossaryBlock, InterviewBankBlock
from scripts.pages.blocks.deck_list import DeckListBlock
from scripts.pages.blocks.definition import DefinitionBlock
from scripts.pages.blocks.exercise import ExerciseBlock
from scripts.pages.blocks.explorable import ExplorableBlock
from scripts.pages.blocks.figure import FigureBlock
from scripts.pages.blocks.formula import FormulaBlock
from scripts.pages.blocks.mistake import MistakeBlock
from scripts.pages.blocks.notes import NotesBlock, NotesListBlock
from scripts.pages.blocks.output import OutputBlock
from scripts.pages.blocks.plain import DetailsBlock, NoteBlock
from scripts.pages.blocks.practice import PracticeBlock
from scripts.pages.blocks.problem import ProblemBlock
from scripts.pages.blocks.question import QuestionBlock
from scripts.pages.blocks.topic_list import TopicListBlock

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
