"""Numbers that turn similarities into credit, and where each comes from.

Similarities are cosines of all-MiniLM-L6-v2. They were set on 48 labelled pairs of resumes and jobs and on all 2,256
combinations of a job of one pair with the resume of another (9,964 requirement sentences against a resume that was
not written for them). `make bench-quality` prints the figures they lead to on any file of pairs.
"""

# Best similarity of a resume's sentences to a requirement: 0.45 or more for 74 % of the requirements of matching
# pairs, 12 % where the fields differ, 21 % over all combinations; 0.60 or more for 21 %, 1.8 % and 1.2 %. Below NEAR
# a sentence says nothing about the requirement, from FITS on it says the same, between them it earns a part.
NEAR = 0.40
# What the share of telling words in common adds to a similarity before it is looked at. With 0.25 the area under the
# curve of the requirements alone went from 0.923 to 0.935 on 86 pairs of twenty professions and from 0.932 to 0.944 on
# the 48 pairs; matching pairs earned 2.7 points more, others 0.7 and 0.1.
SHARED_WORDS = 0.25
FITS = 0.57
# Credit from meaning below this is noise and earns nothing: no recruiter can defend a tenth of a requirement.
LEAST = 0.10
# Where a requirement is little but a skill's name and the skill is not there, a line that is only somewhat near earns
# nothing: "Python developer with six years" is no mentoring of junior developers.
LEAST_WITHOUT_SKILL = 0.25
# Where the skill that a requirement names is not there, a line must come this near to earn anything.
NEAR_WITHOUT_SKILL = 0.46
# "The resume says that this was not done" is a strong claim: the clause must be this near to the requirement. Clauses
# that limit something else come to 0.40 to 0.48 of the requirements of matching pairs.
NEAR_LIMIT = 0.50
# Credit below this is that of a broader skill (Python for Celery): it counts only where work done names it.
BROADER = 0.3
# Meaning alone never meets a requirement that names a skill: it earns at most this share.
MEANING_FOR_SKILL = 0.5
# A position is relevant to what is asked from this similarity of its title or lines on.
RELEVANT_TITLE = 0.50
RELEVANT_LINE = 0.50
# A title without telling words of its own ("Project Manager") is the role from this similarity on.
SAME_TITLE = 0.70
# A line of a position that shows several things of the job speaks of work near it from here on.
KIN_LINE = 0.45
# A requirement of years is about the role itself, not about one skill, from this similarity to the role's name on.
ABOUT_ROLE = 0.40
# A position that names a skill which shows this much of the one asked for counts towards its years.
SHOWS_MOST = 0.8
# Fields of study in no known family: near, and the same, from these similarities of their names on.
FIELD = 0.50
FIELD_SAME = 0.70
# Credit of a skill that the resume only names to say that it was hardly used.
LIMITED_SKILL = 0.2

# Credit of a skill whose work is asked for, where the resume only names it, and where it tells of other work with it.
ONLY_LISTED = 0.5
OTHER_WORK = 0.6

# How a must-have weighs against a nice-to-have of the same weight.
MUST_HAVE_FACTOR = 2.0
CATEGORY_WEIGHTS = {"skills": 1.0, "experience": 1.0, "education": 0.7, "other": 0.5}

# Share of the score that whole-profile similarity has: all of it without requirements, less the more there are. At the
# least it is a quarter of what the parts below leave: requirements then make 0.60 of a score with all of them (0.54
# with a third), and must-haves 0.6 of that at least (scoring.MUST_HAVE_LEAST). On the 48 pairs the area under the curve
# is 0.984 with either.
PROFILE_SHARE_LEAST = 0.25
# Unrelated pairs have a whole-profile similarity of 0.33 to 0.54, matching ones of 0.55 to 0.71.
PROFILE_LOW = 0.35
PROFILE_HIGH = 0.68
# Telling words that posting and resume share (cosine): 0.30 for matching pairs on the average, 0.11 for others, over
# the pairs named above and 86 more of twenty professions. By words alone the area under the curve is 0.94 and 0.99 on
# the two sets, by meaning 0.87 and 0.96, by both 0.94 and 0.99.
WORDS_LOW = 0.08
WORDS_HIGH = 0.34
WORDS_SHARE = 0.5

# 60 points are reached by 44 % of the matching ones of the 48 pairs and by 54 % of 24 of 48 newer pairs, half of whose
# others were made to mislead; by none of the others. 37 points are reached by 96 % and 83 %, and by 17 % and 25 %.
YES_FROM = 60.0
MAYBE_FROM = 37.0

# Components besides: applied only where the texts say something to go by.
PROFILE_FADE = 0.4  # share of profile similarity = 1 / (1 + PROFILE_FADE * scorable requirements), at least the floor
LIMITS_SHARE = 0.12
LIMITS_LOW = 0.30
LIMITS_HIGH = 0.60
SENIORITY_SHARE = 0.08
# What the occupation of the titles held counts. On 60 pairs written so that non-matching resumes of neighbouring
# occupations use the posting's own words, and matching ones other words for it (whole-text embedding: 0.51), the area
# under the curve went from 0.652 to 0.819 with it and with what was mended beside it; on the 48 pairs from 0.969 to
# 0.972; on 40 more of the hard kind, unseen until then, from 0.568 to 0.763.
OCCUPATION_SHARE = 0.12
