"""Mistakes that authors make in snippets, in the form of `author.py`.

A case is a module of the topic's package, its code, the block that needs it, and the words.
"""

_CHECK = "/// formula | F\n    id: @-f\n    card: false\n    check: slope «\n\n$$\nf'(x) = 2x\n$$\n///"
_SLOPE = "def slope(random):\n    '''$$\n    f'(x) = 2x\n    $$\n    '''\n    x = random.normal()\n"
_FIGURE = "/// figure | drawn «\n    alt: A.\n\nIt.\n///"
_PLOT = "import matplotlib.pyplot as plt\n\n\ndef drawn():\n    figure, axes = plt.subplots()\n"
_CARD = "/// question | How is a failure shown?\n    id: @-q\n    level: screen\n    figure: drawn\n\nIt.\n///"
SNIPPETS = {
    "figure-that-is-none": (
        "figures",
        f"{_PLOT}    return axes\n",
        _FIGURE,
        "returned Axes instead of a Matplotlib figure",
    ),
    "figure-that-a-card-shows": (
        "figures",
        f"{_PLOT}    axes.plott()\n",
        f"{_FIGURE}\n\n{_CARD}",
        r"has no attribute 'plott' at snippets/\S+:6",
    ),
    "figure-of-nothing": ("figures", f"{_PLOT}    axes.plot([1, 2])\n", _FIGURE, "returned NoneType instead"),
    "two-figures": ("figures", f"{_PLOT}    return figure, figure\n", _FIGURE, "returned tuple instead"),
    "figure-that-raises": (
        "figures",
        f"{_PLOT}    axes.plott()\n",
        _FIGURE,
        r"has no attribute 'plott' at snippets/\S+:6",
    ),
    "figure-with-a-text-that-is-cut": (
        "figures",
        f"{_PLOT}    axes.set(xlabel='$x$', ylabel='$y$')\n    figure.text(0.95, 0.5, 'gradient')\n    return figure\n",
        _FIGURE,
        "its text 'gradient' reaches beyond the picture",
    ),
    "figure-with-an-axis-of-no-name": (
        "figures",
        f"{_PLOT}    axes.set(xlabel='$x$')\n    return figure\n",
        _FIGURE,
        "an axis does not say what it measures",
    ),
    "figure-with-arguments": ("figures", "def drawn(x):\n    return x\n", _FIGURE, "missing 1 required positional"),
    "snippet-that-raises-on-import": ("figures", "1 / 0\n\n\ndef drawn():\n    pass\n", _FIGURE, "ZeroDivisionError"),
    "snippet-that-imports-nothing": (
        "figures",
        "import nowhere\n\n\ndef drawn():\n    pass\n",
        _FIGURE,
        "No module named",
    ),
    "example-that-ends-python": (
        "examples",
        "import os\n\n\ndef shown():\n    os._exit(3)\n",
        "/// output | shown «\n///",
        r"it ended the Python process that ran it \(exit code 3\)",
    ),
    "example-that-exits": (
        "examples",
        "def shown():\n    raise SystemExit\n",
        "/// output | shown «\n///",
        "SystemExit",
    ),
    "example-of-nothing": ("examples", "def shown():\n    pass\n", "/// output | shown «\n///", "it printed nothing"),
    "example-that-floods": (
        "examples",
        "def shown():\n    while True:\n        print('x' * 1000)\n",
        "/// output | shown «\n///",
        "it printed more than 100,000 characters",
    ),
    "check-that-fails": ("checks", f"{_SLOPE}    return -2 * x, x + x\n", _CHECK, "fails its check"),
    "check-of-nothing": ("checks", f"{_SLOPE}    return x\n", _CHECK, r"must return \(claimed, measured\)"),
    "check-of-too-little": (
        "checks",
        f"{_SLOPE}    x = abs(x)\n    return 2 * abs(x), x + x\n",
        _CHECK,
        r"checks\.py:\d+: abs\(x\) -> x",
    ),
    "check-without-its-formula": (
        "checks",
        f"{_SLOPE}    f = abs\n    return f(x), f(x)\n",
        _CHECK,
        "write the formula out",
    ),
    "syntax-error": ("examples", "def shown()\n    pass\n", "/// output | shown «\n///", "no function 'shown'"),
    "syntax-error-in-its-file": ("examples", "x = (\n", "Text.", r"examples\.py:1: SyntaxError"),
    "snippet-in-another-encoding": ("examples", "# M\u00fcller\n", "Text.", "not UTF-8"),
}
