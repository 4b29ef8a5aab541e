"""The numbers on the pages of topic 06, each by another route than the page's programs where there is one."""
