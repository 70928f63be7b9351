"""The command that renders a screen of the real window, with no display needed."""

from __future__ import annotations

from pathlib import Path

import click

THEMES = ["light", "dark", "contrast", "contrast_dark"]
SCREENS = [
    "annotate", "review", "codebook", "codebook-fields", "codebook-versions", "codebook-speakers", "welcome",
    "settings", "settings-keys", "settings-highlighters", "palette", "find", "tour", "highlighters", "export",
    "history", "keys", "help", "speakers", "topics", "agreement", "plan", "article", "connect",
    "import", "columns", "merge",
]  # fmt: skip


@click.command()
@click.argument("project")
@click.argument("out", metavar="OUT.png", type=click.Path(path_type=Path))
@click.option("--screen", default="annotate", show_default=True, type=click.Choice(SCREENS), help="Which screen.")
@click.option("--article", "article_id", metavar="ID", help="The article to show; else one with marks.")
@click.option("--theme", default="light", show_default=True, type=click.Choice(THEMES))
@click.option("--size", default="1440x900", show_default=True, metavar="WxH", help="In logical pixels.")
@click.option("--language", default="en", show_default=True, metavar="CODE", help="The window’s language, such as de.")
@click.option("--scale", default=1.0, show_default=True, type=click.FloatRange(0.5, 4), help="Device pixels each.")
def screenshot(
    project: str, out: Path, screen: str, article_id: str | None, theme: str, size: str, scale: float, language: str
) -> None:
    """Render a screen of the window to a picture."""
    width, cross, height = size.partition("x")
    numbers = cross and width.isdecimal() and height.isdecimal()
    if not numbers or not 720 <= int(width) <= 8000 >= int(height) >= 480:
        raise click.UsageError(f"“{size}” is no size; write it as 1440x900, from 720x480 to 8000x8000.")
    from annotator.gui.picture import render

    render(
        project, out, screen=screen, article_id=article_id, theme=theme, size=(int(width), int(height)), scale=scale,
        language=language,
    )  # fmt: skip
    click.echo(f"Rendered {out}.")
