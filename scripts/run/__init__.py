"""What is run apart, within limits of time and memory, and kept: figures, printed outputs, checks of formulas, labs."""
