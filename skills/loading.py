"""Reads the shipped outlines, and a site's own, into one taxonomy."""

from collections.abc import Sequence
from pathlib import Path

from skills.outline import Entry, Link, OutlineError, read_links, read_outline
from skills.taxonomy import Taxonomy, build

DATA = Path(__file__).resolve().parent / "data"
RELATIONS = "relations.txt"


def load_taxonomy(site_files: Sequence[Path] = (), data: Path = DATA) -> Taxonomy:
    """All outlines of ``data`` by name, then the site's own. Raises OutlineError."""
    entries: list[Entry] = []
    links: list[Link] = []
    for path in [*sorted(data.glob("*.txt")), *site_files]:
        text = _text_of(path)
        if path.name == RELATIONS:
            links += read_links(text, path.name)
        else:
            entries += read_outline(text, path.name)
    return build(entries, links)


def _text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise OutlineError(f"{path.name}: it cannot be read ({type(error).__name__}).") from error
