"""A formula in SymPy, translated in one walk: carried out, to find that two sides are equal, or as it was written."""
