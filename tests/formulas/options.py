"""Options that the formulas of several tests share."""

SIGMOID = {"where": r"\sigma(x) = \frac{1}{1 + \e^{-x}}"}
LOSS = {"where": r"L = \frac{1}{n}\sum_{i=1}^{n}(w x_i + b - y_i)^2"}
F, FG = {"functions": "f(x)"}, {"functions": "f(x), g(x)"}
CUBIC = {"where": "f(x, y) = x^2 y + 3xy^2 + y^3"}
POSITIVE = {"assume": "x > 0"}
