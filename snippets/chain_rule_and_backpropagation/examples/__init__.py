"""What the page of topic 02 prints. Each function is shown on the page with its output right below."""
