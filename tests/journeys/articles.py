"""Article files that the journeys begin with: curly quotes, dashes, an emoji, Arabic. All invented."""

from __future__ import annotations

from pathlib import Path

FEES = """# Port fees to rise by a third

By [Tomas Renn](#)

November 14, 2025

Fishermen and shippers are angry – the authority is not.

The port fees will rise by 32 per cent. “The channel is too shallow,” said harbour minister Mira Okafor on \
Monday, “and two ships a month go to Wessel.” Jonas Albrecht, head of the guild, denied it: the fees hurt \
small boats 🐟 most, he argued.

The study speaks of silt — and of eelgrass. She did not answer.

Contact the author at [renn@dailyledger.example](mailto:renn@dailyledger.example)

Original url:

<https://www.dailyledger.example/2025/11/14/port-fees>
"""

STRIKE = """# Dockers vote to strike

By [Tomas Renn](#)

November 18, 2025

The dockers voted by 81 per cent to strike. Petra Lindqvist said the quay was not safe.

Original url:

<https://www.coastcourier.example/2025/11/18/strike>
"""

ARABIC = """# رسوم الميناء ترتفع

November 20, 2025

قالت الوزيرة ميرا أوكافور إن الرسوم «عادلة» تمامًا. لم يجب الصيادون.

Original url:

<https://www.alsahil.example/2025/11/20/fees>
"""

CODEBOOK = """

[[topic]]
name = "Port fees"
key = "p"
colour = "#3b7dd8"

[[topic]]
name = "Dredging"
key = "d"

[[topic]]
name = "Labour"
"""


def article_files(folder: Path) -> list[Path]:
    """The three files, written into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    made = []
    for name, text in (("1-fees.md", FEES), ("2-strike.md", STRIKE), ("3-arabic.md", ARABIC)):
        path = folder / name
        path.write_text(text, encoding="utf-8")
        made.append(path)
    return made
