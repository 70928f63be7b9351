"""Libraries that are installed only by those who want them.

Called by the formats that need one, when they write: an import at the top would slow every start.
"""

from __future__ import annotations

import importlib
from typing import Any

from annotator.errors import FileError
from annotator.sentences import worded


def extra_library(module: str, extra: str) -> Any:
    """The module, imported. extra: the word in brackets that installs it. Raises FileError where it is missing."""
    try:
        return importlib.import_module(module)
    except ImportError as error:
        raise FileError(
            worded(
                "This format needs a library that is not installed; install it with: pip install 'annotator[{extra}]'.",
                extra=extra,
            )
        ) from error
