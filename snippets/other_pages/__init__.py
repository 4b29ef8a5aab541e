"""What stands on pages that belong to no topic."""
