"""The grammar of TeX as this course writes it: a strict recursive descent, from tokens to a tree of nodes.

`tokens` cuts the TeX into words of `vocabulary`; `cursor` moves along them and refuses what has no certain reading
(`errors`). `rules` has the rules that come back to each other, with what a name can be (`symbols`); `parse` has the
table of what reads the rest: `application` for names and functions, `derivatives` for fractions, `binders` for limits,
sums and integrals. `nodes` is what they return.
"""
