"""Numbers that turn similarities into credit, and where each comes from.

Similarities are cosines of all-MiniLM-L6-v2 between a requirement and one sentence of a resume. They were set on
labelled pairs of resumes and jobs (see `make bench-quality`, which prints the figures they lead to).
"""

# Below NEAR a sentence says nothing about the requirement; from FITS on it says the same in other words.
NEAR = 0.40
FITS = 0.62
# Meaning alone never meets a requirement that names a skill: it earns at most this share.
MEANING_FOR_SKILL = 0.5
# A position is relevant to what is asked from this similarity of its title or lines on.
RELEVANT_TITLE = 0.45
RELEVANT_LINE = 0.45
# A field of study fits the one asked for.
FIELD = 0.45
# Credit of a skill that the resume only names to say that it was hardly used.
LIMITED_SKILL = 0.2

# How a must-have weighs against a nice-to-have of the same weight.
MUST_HAVE_FACTOR = 2.0
CATEGORY_WEIGHTS = {"skills": 1.0, "experience": 1.0, "education": 0.7, "other": 0.5}

# Share of the score that whole-profile similarity has: all of it without requirements, less the more there are.
PROFILE_SHARE_LEAST = 0.25
PROFILE_LOW = 0.15
PROFILE_HIGH = 0.60

YES_FROM = 65.0
MAYBE_FROM = 40.0

# Components besides: applied only where the texts say something to go by.
PROFILE_FADE = 0.4  # share of profile similarity = 1 / (1 + PROFILE_FADE * scorable requirements), at least the floor
LIMITS_SHARE = 0.10
LIMITS_LOW = 0.30
LIMITS_HIGH = 0.60
SENIORITY_SHARE = 0.06
