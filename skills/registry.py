"""The taxonomy in use: the shipped files and, where the site has one, its own."""

from pathlib import Path

from skills.loading import load_taxonomy
from skills.matching import SkillMention
from skills.taxonomy import Taxonomy

_state: dict[str, Taxonomy] = {}
_site_files: list[Path] = []


def taxonomy() -> Taxonomy:
    """The taxonomy, read on first use. Raises skills.outline.OutlineError when a file cannot be read."""
    if "taxonomy" not in _state:
        _state["taxonomy"] = load_taxonomy(_site_files)
    return _state["taxonomy"]


def use_site_file(path: Path | None) -> None:
    """Add the outline at ``path`` to the shipped skills, or go back to those alone with None."""
    _site_files[:] = [path] if path else []
    _state.clear()


def find_skills(text: str, start: int = 0) -> list[SkillMention]:
    """Skills that ``text`` names, with spans in code points, moved by ``start`` (where the text begins in another)."""
    found = taxonomy().find(text)
    if not start:
        return found
    return [SkillMention(m.skill_id, m.name, m.start + start, m.end + start) for m in found]
