"""What the page of topic 04 prints. Each function is shown on the page with its output right below."""
