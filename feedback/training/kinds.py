"""Which kind of job a posting is for: the field of work that most of its skills belong to. Pure."""

from collections import Counter

import skills
from analyses.engine.inputs import JobInput

OTHER = "Other"
# Asked for in every line of work: they tell jobs apart only where nothing else is asked for.
COMMON = ("Personal skills", "Office and productivity", "Certifications and licences")


def kind_of(job: JobInput) -> str:
    """The taxonomy's category with the most weight among the skills that the requirements ask for.

    A posting whose requirements name no skill is told by the skills in its words; ``Other`` where there are none.
    Of equal categories the first in the alphabet is taken, so that the answer never depends on an order.
    """
    weights: Counter[str] = Counter()
    for requirement in job.requirements:
        if requirement.scorable:
            for skill in dict.fromkeys(requirement.skills):
                weights[_category(skill)] += round(1000 * requirement.weight)
    if not any(category and category not in COMMON for category in weights):
        named = {mention.skill_id for mention in skills.find_skills(f"{job.role_name}\n{job.description}")}
        weights.update(_category(skill) for skill in named)
    ranked = sorted(weights, key=lambda category: (category in COMMON, -weights[category], category))
    return next((category for category in ranked if category), OTHER)


def _category(skill_id: str) -> str:
    skill = skills.taxonomy().skills.get(skill_id)
    return skill.category if skill else ""
