"""The grammar of TeX as this course writes it: a strict recursive descent, from tokens to a tree of nodes.

`tokens` cuts the TeX into words of `vocabulary`; `cursor` moves along them and refuses what has no certain reading
(`errors`); `rules` names the rules that call each other; `parse` writes them out, with those for names and functions in
`application`, for fractions in `derivatives`, for limits, sums and integrals in `binders`; `nodes` is what they return.
"""
