"""Which skills a text names, where, and how skills stand to each other.

A leaf without a framework: text in, mentions out. The taxonomy is data (``skills/data``), one file a field.
"""

from skills.matching import SkillMention
from skills.registry import find_skills, taxonomy, use_site_file
from skills.stance import Stance, is_negated, stance
from skills.taxonomy import PAPERS, Relation, Skill, Taxonomy

__all__ = [
    "PAPERS",
    "Relation",
    "Skill",
    "SkillMention",
    "Stance",
    "Taxonomy",
    "find_skills",
    "is_negated",
    "stance",
    "taxonomy",
    "use_site_file",
]
