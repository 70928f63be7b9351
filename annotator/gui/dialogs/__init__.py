"""The dialogs: they take data, return or signal a wish, and never open a store."""
