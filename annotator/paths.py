"""Where things lie on this computer: the program's own files, the user's data, settings and logs.

Looked up here and nowhere else. `ANNOTATOR_HOME` puts all that the program writes for itself (settings,
backups, logs) into one folder, for portable use and for tests.
"""

from __future__ import annotations

import os
from pathlib import Path

from platformdirs import user_config_path, user_data_path, user_log_path

_PACKAGE = Path(__file__).resolve().parent


def _home() -> Path | None:
    home = os.environ.get("ANNOTATOR_HOME")
    return Path(home) if home else None


def _packed(name: str) -> Path:
    """A folder that lies in the package once installed and beside it in a checkout."""
    packed = _PACKAGE / name
    return packed if packed.is_dir() else _PACKAGE.parent / name


def resources() -> Path:
    """Icons, help, schema: what the program shows and checks against."""
    return _packed("resources")


def seeds() -> Path:
    """The sample project's articles, codebook and sets."""
    return _packed("seeds")


def settings_file() -> Path:
    """The user's settings."""
    return (_home() or user_config_path("annotator", appauthor=False)) / "settings.json"


def data_folder() -> Path:
    """Where the sample project and other files of the program's own making go."""
    return _home() or user_data_path("annotator", appauthor=False)


def backup_folder(project_id: str) -> Path:
    """Backups of one project; apart from it, so that losing its folder does not lose them."""
    return data_folder() / "backups" / project_id


def log_file() -> Path:
    """The log. It holds no article text."""
    return (_home() or user_log_path("annotator", appauthor=False)) / "annotator.log"
