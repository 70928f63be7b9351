"""Makes invented PDF files by hand: pages of text at given places, in Helvetica."""

from __future__ import annotations

import zlib

_FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"


def words(left: float, up: float, text: str, size: float = 10) -> str:
    """The drawing of a line that begins `left` and `up` points from the page's lower left corner."""
    escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"BT /F1 {size} Tf 1 0 0 1 {left} {up} Tm ({escaped}) Tj ET\n"


def column(left: float, up: float, lines: list[str], size: float = 10, step: float = 14) -> list[str]:
    """The drawings of lines below each other."""
    return [words(left, up - step * place, line, size) for place, line in enumerate(lines)]


def pdf_bytes(pages: list[str], *, info: str = "", encrypt: str = "", picture: bool = False) -> bytes:
    """A PDF of pages that are drawings already. `info`: inside of the dictionary of properties."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", _FONT, f"<< {info} >>".encode("latin-1")]
    resources = "/Font << /F1 3 0 R >>"
    if picture:
        objects.append(
            b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8"
            b" /Length 1 >>\nstream\n\x80\nendstream"
        )
        resources += f" /XObject << /I1 {len(objects)} 0 R >>"
    kids = []
    for page in pages:
        drawing = page + ("q 500 0 0 700 50 50 cm /I1 Do Q\n" if picture else "")
        packed = zlib.compress(drawing.encode("cp1252"))
        objects.append(b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(packed), packed))
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << {resources} >>"
            f" /Contents {len(objects)} 0 R >>".encode()
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>".encode()
    return _file(objects, encrypt)


def _file(objects: list[bytes], encrypt: str) -> bytes:
    pieces = [b"%PDF-1.4\n"]
    places: list[int] = []
    length = len(pieces[0])
    for number, content in enumerate(objects, 1):
        places.append(length)
        pieces.append(b"%d 0 obj\n%s\nendobj\n" % (number, content))
        length += len(pieces[-1])
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = f"<< /Size {len(objects) + 1} /Root 1 0 R /Info 4 0 R {encrypt} >>".encode()
    pieces.append(b"xref\n0 %d\n0000000000 65535 f \n%strailer\n%s\n" % (len(objects) + 1, table, trailer))
    pieces.append(b"startxref\n%d\n%%%%EOF\n" % length)
    return b"".join(pieces)
