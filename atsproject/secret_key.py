"""The installation's SECRET_KEY, made once and kept in a file that only its owner reads."""

import os
import secrets
from pathlib import Path


def load_secret_key(path: Path) -> str:
    """Return the key stored at ``path``, making it (mode 600) when there is none.

    Two processes that start together agree: the key is written to a file of its own and linked
    into place, which only the first of them can do.
    """
    try:
        return path.read_text(encoding="ascii").strip()
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(secrets.token_urlsafe(50))
    try:
        os.link(draft, path)
    except FileExistsError:
        pass  # another process made the key first: theirs is the key
    finally:
        draft.unlink()
    return path.read_text(encoding="ascii").strip()
