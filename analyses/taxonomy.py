"""The site's skill taxonomy, in the shape the judge asks for."""

from collections.abc import Sequence

import skills
from analyses.engine.skillset import Mention


class SiteTaxonomy:
    """Delegates to :mod:`skills`."""

    @property
    def version(self) -> str:
        """The taxonomy's version, which changes when its data do."""
        return str(skills.taxonomy().version)

    def find(self, text: str) -> Sequence[Mention]:
        """Skills named in ``text``."""
        return skills.find_skills(text)

    def name(self, skill_id: str) -> str:
        """The skill's name; the id itself for a skill that the taxonomy has dropped since the job was read."""
        try:
            return str(skills.taxonomy().get(skill_id).name)
        except KeyError:
            return skill_id

    def kinds(self, text: str) -> Sequence[tuple[str, frozenset[str]]]:
        """Kinds of skill that ``text`` names, with their members."""
        return skills.taxonomy().kinds(text)

    def is_paper(self, skill_id: str) -> bool:
        """True for a certificate or a licence."""
        try:
            return str(skills.taxonomy().get(skill_id).category) == skills.PAPERS
        except KeyError:
            return False

    def related(self, wanted: str, found: str) -> tuple[float, str]:
        """Credit for ``found`` where ``wanted`` is asked for, and why."""
        value, reason = skills.taxonomy().related(wanted, found)
        return float(value), str(reason)
