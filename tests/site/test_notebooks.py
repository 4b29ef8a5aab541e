"""The style of the labs: one line in each, written out in the notebook that is taken away."""

import matplotlib as mpl
import matplotlib.pyplot as plt
import pytest
from matplotlib import colors

from scripts.foundation.paths import HERE
from scripts.site.notebooks import with_style_written_out
from snippets.style import THEMES

USED = 'plt.style.use("snippets.style.lab")\n'


def settings(code):
    with mpl.rc_context():
        mpl.rcdefaults()
        exec(code, {"plt": plt})
        return {name: value for name, value in mpl.rcParams.items() if name != "backend"}


def test_a_style_written_out_is_the_style():
    written = with_style_written_out(USED)
    assert "snippets" not in written
    assert settings(written) == settings(USED) != settings("")


@pytest.mark.parametrize("lab", sorted(HERE.docs.rglob("lab.py")), ids=lambda lab: lab.parent.name)
def test_a_lab_has_the_style_and_runs_without_the_snippets(lab):
    code = lab.read_text(encoding="utf-8")
    assert code.count(USED) == 1
    assert "rcParams" not in code
    assert "snippets" not in with_style_written_out(code)


def test_the_labs_have_the_colors_and_the_paper_of_the_light_theme():
    look = mpl.rc_params_from_file(THEMES["light"][1], use_default_template=False)
    lab = mpl.rc_params_from_file(THEMES["light"][1].with_name("lab.mplstyle"), use_default_template=False)
    light, own = (one["axes.prop_cycle"].by_key()["color"] for one in (look, lab))
    assert own == light[: len(own)]
    assert {colors.to_hex(lab[name]) for name in ("figure.facecolor", "axes.facecolor")} == {
        colors.to_hex(look["figure.facecolor"])
    }
