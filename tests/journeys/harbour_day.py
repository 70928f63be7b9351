"""An article of twenty sentences and all that is to be tagged in it; used by the stories of the real window."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

SENTENCES = (
    "The harbour of Selm is full on a Monday in November.",
    "Port fees will rise in January.",
    "The minister presented the plan at the quay.",
    "“The channel is too shallow for large ships.”",
    "Nobody in the hall answered her.",
    "The head of the guild spoke next.",
    "“Higher fees will drive small boats to Wessel.”",
    "He asked for an exemption for boats below ten metres.",
    "A study was handed out at the door.",
    "Dredging costs two million a year.",
    "The sand comes back every winter.",
    "The union had sent three speakers.",
    "“A strike is not our first choice.”",
    "They want the night shift to be paid better.",
    "The mayor came late and left early.",
    "“The town cannot pay for the dredging.”",
    "The committee will vote in December.",
    "The port authority kept silent.",
    "A gull took a sandwich from the press table.",
    "The evening ferry left on time.",
)


class Claim(NamedTuple):
    """What is to be tagged: the number of the sentence, who says it, the topic, and the stance, if any."""

    sentence: int
    speaker: str
    topic: str
    stance: str | None


CLAIMS = (
    Claim(1, "Mira Okafor", "Port fees", "supports"),
    Claim(3, "Mira Okafor", "Dredging", None),
    Claim(6, "Jonas Albrecht", "Port fees", "opposes"),
    Claim(7, "Jonas Albrecht", "Port fees", "unclear"),
    Claim(9, "Selm Marine Institute", "Dredging", "neutral"),
    Claim(10, "Selm Marine Institute", "Dredging", "opposes"),
    Claim(12, "Petra Lindqvist", "Labour", "neutral"),
    Claim(13, "Petra Lindqvist", "Labour", "supports"),
    Claim(15, "Edda Brandt", "Dredging", "opposes"),
)
SPEAKERS = tuple(dict.fromkeys(claim.speaker for claim in CLAIMS))
TOPICS = tuple(dict.fromkeys(claim.topic for claim in CLAIMS))
TITLE = "A Monday in the harbour"


def article_file(folder: Path) -> Path:
    """The article, five sentences a paragraph, below its title."""
    paragraphs = [" ".join(SENTENCES[start : start + 5]) for start in range(0, len(SENTENCES), 5)]
    path = folder / "harbour-day.md"
    path.write_text("\n\n".join([f"# {TITLE}", *paragraphs]) + "\n", encoding="utf-8")
    return path
