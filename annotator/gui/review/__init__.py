"""The Review screen (F6): the queue of disagreements, the text with a lane an annotator, the versions, verdicts."""
