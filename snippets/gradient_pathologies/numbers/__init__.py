"""The numbers on the pages of topic 09, each by another route than the pages' programs where there is one."""
