"""The checks of formulas: the TeX of a page, read strictly, verified, and disturbed to see the check fail.

`check: identity` is `identity.check_identity`. A formula passes through the folders in this order, each of which
imports only those before it:

grammar     TeX to a tree of nodes, which does no algebra
meaning     the options of the block: what the names of the tree stand for, and how many terms a sum has
values      both sides in numbers, at points of the domain
algebra     both sides in SymPy, which looks for zero, and prints what was understood

Then `vacuous` refuses options that say nothing, and `perturb` disturbs a side to see the comparison fail.

functions   `check: <function>`: what an author's check returns, compared, and its claim changed (`scripts.mutants`)

SymPy takes most of a second to import, and most builds find every check in the cache: import this room inside of
the function that uses it.
"""
