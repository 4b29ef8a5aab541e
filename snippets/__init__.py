"""The code of the course: one package per topic, each named by its slug, and what the topics share.

    style               the look of figures and labs
    random_functions    functions and matrices for checks to be tried on
    oracles             derivatives by other routes, to hold against a rule
    symbols             two variables in SymPy, for the numbers that pages state
    quarters            numbers for the cases of exercises

What a topic's package has is in the guide, docs/contributing/writing-a-page.md.
"""
