"""Questions: each takes an open session and gives frozen records. Nothing here writes."""
