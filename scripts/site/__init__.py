"""The site put together: built, served, with its styles, scripts, search, links and labs."""
