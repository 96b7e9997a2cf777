"""What a sample resume says, apart from how it looks."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Role:
    """One post: title, company, place, dates as printed, and what was done."""

    title: str
    company: str
    place: str
    dates: str
    points: tuple[str, ...] = ()


@dataclass(frozen=True)
class Study:
    """One degree or school."""

    degree: str
    school: str
    dates: str
    note: str = ""


@dataclass(frozen=True)
class Content:
    """One fictional person. Addresses lie in example.com and example.org, telephone numbers in 555-01xx."""

    name: str
    label: str
    email: str
    phone: str
    city: str
    links: tuple[str, ...] = ()
    summary: str = ""
    roles: tuple[Role, ...] = ()
    studies: tuple[Study, ...] = ()
    skills: dict[str, tuple[str, ...]] = field(default_factory=dict)
    certificates: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    projects: tuple[tuple[str, str], ...] = ()
