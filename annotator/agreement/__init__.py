"""Marks of several annotators, compared: which belong together, and how far they agree.

Called by the questions about disagreements and agreement. Knows records only: no database, no Qt.
"""
