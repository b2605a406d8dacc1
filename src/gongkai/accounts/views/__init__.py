"""Desk pages of people: the list, one person, roles, the table of who does what, import, one's own account."""
