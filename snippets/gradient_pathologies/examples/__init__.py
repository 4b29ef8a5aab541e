"""What the pages of topic 09 print. Each function is shown on its page with its output right below."""
