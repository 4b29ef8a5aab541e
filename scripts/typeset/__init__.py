"""What is set when the site is built: mathematics, diagrams, code, figures' SVG, fonts."""
