"""Whether a project lies where SQLite is safe: network shares, cloud-synced folders, and who holds it.

Called when a project is opened. Looks at the mount table and folder names; writes only the lock file of
a project on a network share or in a synced folder, where WAL's shared memory cannot be relied on.
"""

from __future__ import annotations

import contextlib
import getpass
import json
import os
import re
import socket
import sys
from pathlib import Path

from annotator.errors import ProjectLocked
from annotator.records import now
from annotator.sentences import worded

NETWORK_SYSTEMS = frozenset(
    {"nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "afpfs", "webdav", "davfs", "fuse.sshfs",
     "fuse.davfs2", "fuse.rclone", "fuse.gvfsd-fuse", "9p", "afs", "ceph", "glusterfs", "fuse.glusterfs"}
)  # fmt: skip
SYNCED_FOLDERS = {
    "dropbox": "Dropbox",
    "onedrive": "OneDrive",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "mobile documents": "iCloud Drive",
    "icloud drive": "iCloud Drive",
    "icloud": "iCloud Drive",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "pcloud": "pCloud",
    "box sync": "Box",
    "syncthing": "Syncthing",
    "seafile": "Seafile",
}
SYNC_MARKERS = {
    ".dropbox": "Dropbox",
    ".dropbox.cache": "Dropbox",
    ".stfolder": "Syncthing",
    ".nextcloudsync.log": "Nextcloud",
    ".owncloudsync.log": "ownCloud",
    ".sync": "Resilio Sync",
}
# Spaces and the like in the names of mount points.
_ESCAPED = re.compile(r"\\([0-7]{3})")
CONFLICT_WORDS = ("conflict", "konflikt", "conflit", "conflicto", "sync-conflict", "case conflict")


def network_system(path: Path) -> str | None:
    """The kind of network share that the path lies on, or None for a local disk."""
    text = str(path.resolve())
    if text.startswith(("\\\\", "//")):
        return "network share"
    best, kind, options = "", "", ""
    for mount, system, how in _mounts():
        inside = text == mount or text.startswith(mount.rstrip("/\\") + os.sep)
        if inside and len(mount) >= len(best):
            best, kind, options = mount, system.lower(), how
    remote = os.name == "nt" and "remote" in options
    return kind or "network share" if kind in NETWORK_SYSTEMS or remote else None


def _mounts() -> list[tuple[str, str, str]]:
    """What is mounted: where, which file system, with which options."""
    if sys.platform.startswith("linux"):
        # psutil reads the same file; importing it would take a thirtieth of the window's start.
        with Path("/proc/self/mounts").open(encoding="utf-8", errors="surrogateescape") as table:
            lines = [line.split(" ") for line in table]
        return [(_ESCAPED.sub(lambda found: chr(int(found[1], 8)), each[1]), each[2], each[3]) for each in lines]
    import psutil

    return [(disk.mountpoint, disk.fstype, disk.opts) for disk in psutil.disk_partitions(all=True)]


def synced_folder(path: Path) -> str | None:
    """The name of the service that keeps the folder in step with other computers, or None."""
    for folder in path.resolve().parents:
        name = folder.name.casefold()
        for start, service in SYNCED_FOLDERS.items():
            if name == start or name.startswith(tuple(start + mark for mark in " -_~")):
                return service
        for marker, service in SYNC_MARKERS.items():
            with contextlib.suppress(OSError):
                if (folder / marker).exists() and folder != Path.home():
                    return service
    return None


def conflict_copies(path: Path) -> list[Path]:
    """Copies of the project that a sync service left beside it when two computers wrote at once."""
    found = []
    with contextlib.suppress(OSError):
        for other in path.parent.glob("*" + path.suffix):
            rest = other.stem.removeprefix(path.stem).casefold()
            if other != path and other.stem.startswith(path.stem) and any(w in rest for w in CONFLICT_WORDS):
                found.append(other)
    return sorted(found)


class PlaceLock:
    """A lock file beside a project that lies where SQLite's own locks cannot be relied on."""

    def __init__(self, path: Path) -> None:
        self.path = beside_itself(path, ".lock")
        self.held = False

    def take(self, project: Path) -> None:
        """Write host, user, process and time. Raises ProjectLocked when somebody else holds it."""
        text = json.dumps(
            {"host": socket.gethostname(), "user": getpass.getuser(), "process": os.getpid(), "since": now()}
        )
        for _ in range(2):
            try:
                with self.path.open("x", encoding="utf-8") as file:
                    file.write(text)
            except FileExistsError:
                self._refuse_or_clear(project)
            else:
                self.held = True
                return
        raise ProjectLocked(worded("{project} was taken by another program just now; try again.", project=project))

    def _refuse_or_clear(self, project: Path) -> None:
        try:
            holder = json.loads(self.path.read_text(encoding="utf-8"))
            host, user, process = str(holder["host"]), str(holder["user"]), int(holder["process"])
            since = str(holder["since"])[:16].replace("T", " ")
        except (ValueError, KeyError, TypeError):
            self.path.unlink(missing_ok=True)
            return
        import psutil

        if host == socket.gethostname() and (process == os.getpid() or not psutil.pid_exists(process)):
            self.path.unlink(missing_ok=True)
            return
        raise ProjectLocked(
            worded(
                "{project} has been open on {host} by {user} since {since} UTC; in a shared or synced folder "
                "one person at a time may work. If that is no longer so, delete {path} beside it.",
                project=project,
                host=host,
                user=user,
                since=since,
                path=self.path.name,
            )
        )

    def release(self) -> None:
        """Remove the lock file if it is ours."""
        if self.held:
            self.path.unlink(missing_ok=True)
            self.held = False


def log_of(path: Path) -> Path:
    """Where SQLite keeps the write-ahead log of a file: beside the file itself, also when a link leads to it."""
    return beside_itself(path, "-wal")


def beside_itself(path: Path, ending: str) -> Path:
    """What lies beside the file itself, under its own name and an ending."""
    itself = path.resolve()
    return itself.with_name(f"{itself.name}{ending}")
