"""What the pages of topic 10 print. Each function is shown on its page with its output right below."""
