"""What developers need: set-up, habits, benchmarks, the browser for tests, releases."""
