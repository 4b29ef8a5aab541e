"""Formulas of every family that a page may hold, by name; tests of sound, structure and looks share them."""

FAMILIES: dict[str, str] = {
    "letters": (
        r"x\, \mathrm{x}\, \boldsymbol{x}\, \mathbf{x}\, \mathsf{x}\, \mathbb{R}\, \mathcal{L}\, \theta\, \Theta\, "
        r"\boldsymbol{\theta}\, \ell\, \varepsilon\, \e\, \dd"
    ),
    "scripts": r"x_i^2 + x^{n+1}_{i,j} + \e^{-x^2} + f'(x) + f''_{ij} + 2^{2^n} + \lambda_{\max}",
    "relations": (
        r"a = b \ne c < d \le e \approx f \in \R,\quad a \to b \mapsto c \Rightarrow d;\; g \propto h \equiv k "
        r"\not\in M"
    ),
    "operators": r"a + b - c \cdot d \times e \pm f \odot g \circ h,\; -1,\; a/b,\; n!",
    "fractions": r"\frac{\partial f}{\partial x_i} + \frac{1}{1 + \frac{a}{b + c}} + \tfrac12 + \dfrac{a}{b}",
    "quotient of functions": r"\frac{\lambda_{\max} - \lambda_{\min}}{\max} + \frac{\sin x}{\cos x}",
    "binomial": r"\binom{n}{k} = \frac{n!}{k!\,(n-k)!}",
    "roots": r"\sqrt{2} + \sqrt{x^2 + y^2} + \sqrt[3]{\frac{x}{y}} + \sqrt{\sqrt{x}}",
    "sums": r"\sum_{i=1}^{n} a_i + \prod_{k} b_k + \textstyle\sum_{i=1}^{n} a_i",
    "integrals": r"\int_0^1 f(x)\,\dd x = \lim_{n \to \infty} \frac1n \sum_{i} f(x_i)",
    "limits": (
        r"\lim_{h \to 0} \frac{f(x+h) - f(x)}{h},\quad \max_{\norm{\vect{u}} = 1} \vect{u}^\T \mat{H} "
        r"\vect{u},\quad \argmin_x f"
    ),
    "functions": r"\sin x + \ln(1 + \e^{z}) + \log_2 n + \operatorname{relu}(z) + \tanh^2 z + \det \mat{A}",
    "round matrix": r"\begin{pmatrix} 1 & -y \\ x^2 & \sqrt{2} \end{pmatrix} \begin{pmatrix} a \\ b \end{pmatrix}",
    "square matrix": (
        r"\begin{bmatrix} a_{11} & \cdots & a_{1n} \\ \vdots & \ddots & \vdots \\ a_{n1} & \cdots & a_{nn} "
        r"\end{bmatrix}"
    ),
    "determinant": r"\begin{vmatrix} a & b \\ c & d \end{vmatrix} = ad - bc",
    "augmented matrix": r"\left(\begin{array}{cc|c} 1 & 2 & 3 \\ 4 & 5 & 6 \end{array}\right)",
    "cases": r"f(x) = \begin{cases} 0 & \text{if } x < 0 \\ \log x & \text{otherwise} \end{cases}",
    "aligned": r"\begin{aligned} f(x) &= (x + 1)^2 \\ &= x^2 + 2x + 1 \end{aligned}",
    "accents": (
        r"\hat{x} + \bar{y} + \tilde{z} + \dot{u} + \ddot{u} + \vec{v} + \hat{\boldsymbol{w}} + \widehat{xyz} + "
        r"\overline{ab} + \underline{cd}"
    ),
    "norms": (
        r"\norm{\vect{x}} + \norm{\frac{\vect{x}}{2}}^2 + \abs{x} + \abs{\sum_{i=1}^{n} x_i} + \left\lfloor "
        r"\frac{a}{b} \right\rfloor"
    ),
    "delimiters": (
        r"\left( \frac{a}{b} \right)^2 + \left[ \sum_{i=1}^{n} x_i \right] + \left\{ x \mid x > 0 \right\} + \left. "
        r"\frac{\dd f}{\dd x} \right|_{x=0} + \Big( \big( x \big) \Big) + \langle u, v \rangle"
    ),
    "tall delimiters": (
        r"\left( \begin{matrix} a \\ b \\ c \\ d \\ e \end{matrix} \right) \left\{ \begin{matrix} a \\ b \\ c \\ d "
        r"\end{matrix} \right."
    ),
    "braces": r"\underbrace{a_i b_i}_{\text{outer}} + \overbrace{x + y + z}^{3}",
    "arrows": r"a \xrightarrow{n \to \infty} b \overset{!}{=} c \underset{x}{\sim} d \stackrel{\text{def}}{=} e",
    "words": r"\text{loss} = \text{mean of } (y - \hat y)^2 \quad \text{for every } i",
    "boxed": r"\boxed{a + b} + \cancel{x} + \phantom{x} + y",
    "numbered": r"x \tag{1}",
    "chain": (
        r"\frac{\partial L}{\partial \mat{W}} = \frac{\partial L}{\partial \vect{y}} \frac{\partial "
        r"\vect{y}}{\partial \vect{z}} \frac{\partial \vect{z}}{\partial \mat{W}} = (\vect{a} - \vect{y})\, "
        r"\vect{x}^\T \in \R^{n \times m}"
    ),
    "tall bars": (
        r"\left| \begin{matrix} a \\ b \\ c \\ d \\ e \end{matrix} \right| + "
        r"\left\lVert \begin{matrix} a \\ b \\ c \\ d \end{matrix} \right\rVert + "
        r"\left\uparrow \begin{matrix} a \\ b \\ c \\ d \end{matrix} \right\downarrow"
    ),
    "overlaps": r"a\mathllap{/} b \mathrlap{/} c\, \smash{\frac{a}{b}}\, d \vcenter{\frac{a}{b}} \raisebox{4pt}{x}",
}
