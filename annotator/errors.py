"""The one exception tree of the program.

Libraries and verbs raise these, skins (window and command line) show `str(error)`: one sentence that
says what happened, where, and what to do. It is worded, so that the window can say it in its language.
"""

from __future__ import annotations

import errno

from annotator.sentences import worded

# In English what most systems say themselves; they say it in no other language that the window speaks.
_SYSTEM_WORDS = {
    errno.EACCES: worded("Permission denied"),
    errno.EPERM: worded("Operation not permitted"),
    errno.ENOENT: worded("No such file or directory"),
    errno.EEXIST: worded("File exists"),
    errno.ENOTDIR: worded("Not a directory"),
    errno.EISDIR: worded("Is a directory"),
    errno.ENOTEMPTY: worded("Directory not empty"),
    errno.ENOSPC: worded("No space left on device"),
    errno.EDQUOT: worded("Disk quota exceeded"),
    errno.EFBIG: worded("File too large"),
    errno.EROFS: worded("Read-only file system"),
    errno.EMFILE: worded("Too many open files"),
    errno.ENFILE: worded("Too many open files in system"),
    errno.ENAMETOOLONG: worded("File name too long"),
    errno.ELOOP: worded("Too many levels of symbolic links"),
    errno.EINVAL: worded("Invalid argument"),
    errno.EIO: worded("Input/output error"),
    errno.EBUSY: worded("Device or resource busy"),
    errno.ETIMEDOUT: worded("Connection timed out"),
    errno.ECONNREFUSED: worded("Connection refused"),
    errno.EHOSTUNREACH: worded("No route to host"),
}


def system_words(error: OSError) -> str:
    """What the system says is wrong, in a few words without a full stop."""
    known = _SYSTEM_WORDS.get(error.errno) if error.errno is not None else None
    return known or error.strerror or str(error) or worded("unknown error")


class AnnotatorError(Exception):
    """Something that a person can act on. The message is a full sentence."""


class Cancelled(AnnotatorError):
    """The user stopped a long piece of work; what was committed before stays."""

    def __init__(self, message: str = worded("Stopped. What was done before stays.")) -> None:
        super().__init__(message)


# Projects ------------------------------------------------------------------------------------------


class ProjectError(AnnotatorError):
    """A project cannot be opened, made or written."""


class ProjectNotFound(ProjectError):
    """There is no project at that place."""


class ProjectExists(ProjectError):
    """A new project would overwrite something."""


class ForeignFile(ProjectError):
    """The file is not a project, or holds things that this program did not put there."""


class NewerProject(ProjectError):
    """The project was written by a newer version of the program."""


class AnotherProject(ProjectError):
    """What was given as a copy of the project is a project of its own."""


class ReadOnlyProject(ProjectError):
    """The project can be read but not written."""


class ProjectLocked(ProjectError):
    """Another program or computer holds the project for writing."""


class DiskFull(ProjectError):
    """There was no room for the change; nothing of it was kept, nothing older is lost."""


class DamagedProject(ProjectError):
    """A page of the file cannot be read; writing has stopped."""


class ProjectGone(ProjectError):
    """The file was deleted, moved or replaced while it was open."""


class NotConnected(ProjectError):
    """The team's database cannot be reached, or does not let this person in."""


class ConnectionLost(NotConnected):
    """The connection broke while the project was open."""


class NotAllowed(ProjectError):
    """The server refuses what this person's role may not do."""


# Changes -------------------------------------------------------------------------------------------


class ChangeError(AnnotatorError):
    """A change was refused; nothing of it was kept."""


class StaleWrite(ChangeError):
    """Somebody changed the same thing in the meantime.

    theirs, yours: the values in question as they are now, and as they were to become.
    """

    def __init__(
        self, message: str, *, theirs: dict[str, object] | None = None, yours: dict[str, object] | None = None
    ) -> None:
        super().__init__(message)
        self.theirs = theirs or {}
        self.yours = yours or {}


class AlreadyEntered(ChangeError):
    """Another program entered the same thing at the same moment."""


class UnknownRecord(ChangeError):
    """The id names nothing in this project (any more)."""


class InvalidSpan(ChangeError):
    """Offsets outside the text, empty, overlapping each other, or a quote that does not match."""


class InvalidValue(ChangeError):
    """A name, key or choice that cannot be taken as it is."""


class NothingToUndo(ChangeError):
    """This annotator has no step that could be undone or done again."""


class UndoConflict(ChangeError):
    """The step cannot be undone as it stands: its rows were changed or used since.

    step: number of the step that stands in the way of its own undo.
    """

    def __init__(self, message: str, step: int) -> None:
        super().__init__(message)
        self.step = step


class UnrecordedWrite(AssertionError):
    """A defect of the program: a write that undo could not see. Never shown, always raised."""


# Files from elsewhere ------------------------------------------------------------------------------


class FileError(AnnotatorError):
    """A file cannot be read as what it should be."""

    def __init__(self, message: str, *, where: str = "") -> None:
        """where: file, or file and line (`a.jsonl:17`)."""
        super().__init__(worded("{where}: {reason}", where=where, reason=message) if where else message)
        self.where = where
        self.reason = message


class UnreadableArticle(FileError):
    """No article could be read from the file."""


class InvalidSet(FileError):
    """An annotation set is truncated, edited, of a newer version or no such set."""
