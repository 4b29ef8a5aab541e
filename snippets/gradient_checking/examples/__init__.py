"""What the page of topic 08 prints. Each function is shown on the page with its output right below."""
