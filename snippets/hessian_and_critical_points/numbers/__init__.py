"""The numbers on the page of topic 04, each by another route than the page's programs where there is one."""
