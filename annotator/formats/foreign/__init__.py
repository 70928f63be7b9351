"""The ground that all formats of other tools stand on.

A format reads its file into the neutral description (`description.py`): texts as they are, with labelled spans,
relations and notes in layers, one layer an annotator, offsets in a unit that nobody vouches for. One
translator makes our records of it: `units.py` finds the unit, `placing.py` puts spans onto the text,
`labels.py` says what a label means, `claims.py` and `translation.py` make the marks, `reading.py` the set.
The way out begins in `leaving.py`, which describes our records in the same terms; `own.py` keeps what the
other tool has no place for, sealed, so that an untouched mark comes back exactly as it went.

Called by the formats of this package only. Nothing here opens a file, knows the database or Qt.
"""
