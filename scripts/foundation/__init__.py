"""What everything stands on: where things are, files written and removed with care, results kept, errors in words."""
