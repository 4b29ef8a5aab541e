"""What builds the course: one job per module, data in and data out.

The flow: `source` reads pages, `course` makes the model and validates it, `figures`, `outputs` and `checks` run the
snippets that the blocks name, `blocks` and the other Markdown extensions render pages, `decks` exports cards, and
`build` puts it together.
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
