"""Practice: the exercises as a learner works on them, on the page and on their own machine."""
