"""Measurements: the decks beside other programs, practice in a browser."""
