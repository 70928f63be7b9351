"""Annotator: tag claims, speakers and topics in articles, on the desktop."""

__version__ = "0.1.0"
