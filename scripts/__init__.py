"""What builds the course: one job per module, data in and data out.

The flow: `source` reads pages, `course` makes the model and validates it, `figures`, `outputs` and `checks` run the
snippets that the blocks name, `blocks` and the other Markdown extensions render pages, `decks` exports cards, and
`build` puts it together.
"""

import os
import sys

# Modules stay compiled whatever the shell says: without that, each of the many processes that draw, check or test
# spends four seconds compiling Matplotlib, SciPy and SymPy again.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False
