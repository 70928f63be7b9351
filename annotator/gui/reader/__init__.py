"""The reader: an article as one reads it, with its marks painted into the text.

`view.ReaderView` is the widget; the screens use nothing else of this package. Records come in,
signals go out; nothing here opens a project or changes a mark.
"""
