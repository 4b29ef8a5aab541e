"""What builds the course, in rooms by stage; each room imports only those above it (`tests/project/test_rooms.py`).

foundation   where things are, files, results kept, errors in words
course       what is written: plan, pages with their blocks, snippets as text
typeset      mathematics, diagrams, code, fonts
mutants      small changes of programs, for judges that must refuse them
formulas     mathematics read and checked
run          what is run apart and kept: figures, printed outputs, checks, labs
pages        Markdown to HTML: the extension, the blocks, the rules that authors keep
decks        Anki
practice     exercises
numbers      the numbers on pages, held by programs
site         build, serve, assets, search, links, labs
tools        set-up, habits, benchmarks, releases: for developers
"""

import os
import sys
from pathlib import Path

# Modules stay compiled whatever the shell says: without that, each of the many processes that draw, check or test
# spends four seconds compiling Matplotlib, SciPy and SymPy again.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

# Figures and labs look the same on every machine: what somebody set up for their own drawings and notebooks, a style
# or code that runs at the start, is not read. A home that cannot be written to does no harm either.
_OWN = Path(__file__).resolve().parent.parent / "build" / "settings"
for _name in ("MPLCONFIGDIR", "IPYTHONDIR", "JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR"):
    os.environ[_name] = str(_OWN / _name)
for _name in ("MATPLOTLIBRC", "MPLBACKEND", "JUPYTER_CONFIG_PATH", "JUPYTER_PATH"):
    os.environ.pop(_name, None)
