"""Verbs: each takes a store, makes one step, and gives ids or a report. Skins call these and no others."""
