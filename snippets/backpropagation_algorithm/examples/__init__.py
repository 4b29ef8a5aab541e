"""What the pages of topic 07 print. Each function is shown on its page with its output right below."""
