"""Passwords of team databases in the system's keyring. Nothing here logs, prints or returns one in an error.

libpq's own ways (PGPASSWORD, ~/.pgpass) come first; the keyring is asked when the server wants a password
that these do not have.
"""

from __future__ import annotations

import contextlib

from annotator.store.server.address import Address

SERVICE = "annotator"


def known(address: Address) -> str | None:
    """The password kept for this address, or None. A system without a keyring has none."""
    import keyring
    from keyring.errors import KeyringError

    with contextlib.suppress(KeyringError):
        return keyring.get_password(SERVICE, address.account)
    return None


def keep(address: Address, password: str) -> bool:
    """Put the password into the keyring. False where the system has none."""
    import keyring
    from keyring.errors import KeyringError

    try:
        keyring.set_password(SERVICE, address.account, password)
    except KeyringError:
        return False
    return True


def forget(address: Address) -> None:
    """Take the password out of the keyring."""
    import keyring
    from keyring.errors import KeyringError

    with contextlib.suppress(KeyringError):
        keyring.delete_password(SERVICE, address.account)
