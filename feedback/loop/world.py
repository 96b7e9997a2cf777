"""Jobs, resumes and recruiters of one seeded world, with the relevance that only they know.

A recruiter's opinion of a candidate for a job has three parts: the job's skills the resume shows
(which any matcher sees), a habit that fits the job's setting (which no posting says and the base
model has no reason to prefer), and facts instead of phrases. Ratings are the opinion with noise.
"""

import random
from dataclasses import dataclass
from datetime import date

from feedback.loop import vocabulary as words


@dataclass(frozen=True, slots=True)
class WorldJob:
    """A posting; ``family`` and ``setting`` are what its recruiters have in mind."""

    key: str
    company: str
    title: str
    description: str
    family: str
    setting: str
    skills: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WorldResume:
    """A resume as lines of text (first line: the name), and what is true of its writer."""

    key: str
    lines: tuple[str, ...]
    family: str
    habit: str
    skills: frozenset[str]
    measured: bool


@dataclass(frozen=True, slots=True)
class World:
    """``rated`` jobs get feedback; ``unseen`` jobs and ``unseen_resumes`` get none."""

    seed: int
    rated: tuple[WorldJob, ...]
    unseen: tuple[WorldJob, ...]
    resumes: tuple[WorldResume, ...]
    unseen_resumes: tuple[WorldResume, ...]


@dataclass(frozen=True, slots=True)
class WorldSize:
    """How large a world is."""

    rated_jobs: int = 96
    unseen_jobs: int = 24
    resumes: int = 216
    unseen_resumes: int = 144


def make_world(seed: int, size: WorldSize) -> World:
    """The world of ``seed``: the same seed and size give the same world on every machine."""
    chance = random.Random(seed)
    jobs = [_job(chance, index) for index in range(size.rated_jobs + size.unseen_jobs)]
    resumes = [_resume(chance, index) for index in range(size.resumes + size.unseen_resumes)]
    return World(
        seed=seed,
        rated=tuple(jobs[: size.rated_jobs]),
        unseen=tuple(jobs[size.rated_jobs :]),
        resumes=tuple(resumes[: size.resumes]),
        unseen_resumes=tuple(resumes[size.resumes :]),
    )


def relevance(job: WorldJob, resume: WorldResume) -> int:
    """What the job's recruiters think of the candidate: 0 (no) to 4 (the one they look for)."""
    if job.family != resume.family:
        return 0
    shown = len(resume.skills & set(job.skills)) / len(job.skills)
    points = 1 if shown >= 0.5 else 0
    points += 2 if resume.habit == job.setting else 0
    points += 1 if resume.measured else 0
    return points


def rating(job: WorldJob, resume: WorldResume, chance: random.Random, noise: float = 0.15) -> int:
    """The rating a recruiter gives, 1..5: the opinion, or with probability ``noise`` any number."""
    if chance.random() < noise:
        return chance.randint(1, 5)
    return 1 + relevance(job, resume)


def candidates(
    job: WorldJob, resumes: tuple[WorldResume, ...], chance: random.Random, fitting: int = 12, others: int = 3
) -> list[WorldResume]:
    """Who applied: people of the job's kind, and a few who should not have."""
    same = [resume for resume in resumes if resume.family == job.family]
    rest = [resume for resume in resumes if resume.family != job.family]
    return [*chance.sample(same, min(fitting, len(same))), *chance.sample(rest, min(others, len(rest)))]


def _job(chance: random.Random, index: int) -> WorldJob:
    family = words.FAMILIES[index % len(words.FAMILIES)]
    setting = words.SETTINGS[(index // len(words.FAMILIES) + index) % len(words.SETTINGS)]
    company = f"{chance.choice(words.COMPANIES)} {chance.choice(('Group', 'Works', 'Partners', 'House'))}"
    title = chance.choice(family.titles)
    skills = tuple(chance.sample(family.skills, 6))
    says = chance.sample(setting.job_says, 3)
    description = "\n".join(
        [
            f"{title} at {company}",
            "",
            "What the work is like",
            *(f"- {sentence}" for sentence in says),
            "",
            "Requirements",
            f"- Must have: {skills[0]} and {skills[1]}",
            *(f"- {skill}" for skill in skills[2:4]),
            f"- At least {chance.choice((2, 3, 4))} years of experience as {title.lower()}",
            "",
            "Nice to have",
            *(f"- {skill}" for skill in skills[4:]),
        ]
    )
    return WorldJob(f"job-{index:03d}", company, title, description, family.name, setting.name, skills)


def _resume(chance: random.Random, index: int) -> WorldResume:
    family = words.FAMILIES[index % len(words.FAMILIES)]
    habit = chance.choice(words.SETTINGS)
    measured = chance.random() < 0.5
    skills = chance.sample(family.skills, chance.randint(5, 8))
    name = f"{chance.choice(words.FIRST_NAMES)} {chance.choice(words.LAST_NAMES)}"
    address = f"{name.lower().replace(' ', '.')}.{index}@example.org"
    year = chance.randint(2012, 2019)
    lines = [
        name,
        " | ".join((address, f"+1 202 555 01{index % 100:02d}", chance.choice(words.PLACES))),
        "Experience",
        *_entry(chance, family, year + 4, None, measured),
        *_entry(chance, family, year, year + 4, measured),
        "Education",
        f"{family.degree}, {chance.choice(words.PLACES)} University, {year}",
        "Skills",
        ", ".join(skills),
        "Interests and activities",
        *chance.sample(habit.candidate_says, 3),
        chance.choice(words.PLAIN_PASTIMES),
    ]
    return WorldResume(f"resume-{index:03d}", tuple(lines), family.name, habit.name, frozenset(skills), measured)


def _entry(chance: random.Random, family: words.Family, start: int, end: int | None, measured: bool) -> list[str]:
    """One position: a heading line and two highlights."""
    patterns = words.MEASURED if measured else words.VAGUE
    duties = chance.sample(family.duties, 2)
    first = date(start, chance.randint(1, 12), 1)
    until = "Present" if end is None else f"{date(end, chance.randint(1, 12), 1):%b %Y}"
    heading = f"{chance.choice(family.titles)}, {chance.choice(words.COMPANIES)}, {first:%b %Y} - {until}"
    highlights = [chance.choice(patterns).format(duty=duty[0].upper() + duty[1:]) for duty in duties]
    return [heading, *(f"- {text}" for text in highlights)]
