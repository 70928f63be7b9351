"""The Codebook screen: topics, fields, versions and the registry of speakers, each a list with an editor."""
