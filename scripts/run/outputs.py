"""What the examples print: the `output` blocks."""

from scripts.course.page import Block
from scripts.course.snippets import fingerprint, function_of, imported_files
from scripts.run.apart import SnippetError, call, printed
from scripts.run.results import Runs


def output_of(block: Block) -> str:
    """Return what the block's example prints."""
    return OUTPUTS.result(block) or ""


def _key(block: Block) -> str:
    function = function_of(block, "examples")
    return f"{function.module}.{function.name}:{fingerprint(imported_files(function.path))}"


def _job(block: Block) -> tuple[str, str]:
    function = function_of(block, "examples")
    return function.module, function.name


def _print(job: tuple[str, str]) -> str:
    with printed() as out:
        call(*job)
        text = out.getvalue().rstrip()
    if not text:
        raise SnippetError("it printed nothing")
    return text


OUTPUTS = Runs(
    "outputs",
    "Printed outputs",
    key=_key,
    job=_job,
    worker=_print,
    mistake=lambda block, error: block.mistake(
        f"the example '{block.argument}' failed: {error}", "mend the function in the topic's examples"
    ),
)
