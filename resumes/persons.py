"""One person, several files: resumes with the same e-mail, phone, or name and employer are versions of one another.

What resumes are compared by lies in ``PersonKey`` rows, which go with their resume. Groups are made anew from those
rows for every resume that a change touches, so that a resume that connected two others takes its link with it. What a
person said of two resumes (``PersonRuling``) outweighs every key.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any

from django.db import connection, transaction
from django.db.models import Q
from django.utils import timezone
from rest_framework.exceptions import ValidationError

from resumes.models import Person, PersonKey, PersonRuling, Resume
from resumes.parsing.folding import fold
from resumes.parsing.wording import LEGAL_FORMS, OWN_EMPLOYER

_MIN_PHONE_DIGITS = 9
# Any constant: it names the lock of those who link resumes on PostgreSQL.
_LINKING_LOCK = 7_205_002
BY_HAND = "by_hand"


def person_keys(profile: Mapping[str, Any]) -> list[tuple[str, str]]:
    """(kind, value) pairs by which a profile's person is known: e-mail, end of the phone number, name with employer."""
    basics = profile.get("basics") or {}
    keys: list[tuple[str, str]] = []
    email = str(basics.get("email") or "").strip().lower()
    if email:
        keys.append((PersonKey.Kind.EMAIL, email))
    digits = re.sub(r"\D", "", str(basics.get("phone") or ""))
    if len(digits) >= _MIN_PHONE_DIGITS:
        # The national part: country code and trunk zero are written or left out at will.
        keys.append((PersonKey.Kind.PHONE, digits[-_MIN_PHONE_DIGITS:]))
    # "Freelance" is an employer that strangers of one name share.
    stated = {str(entry.get("name") or "") for entry in profile.get("work") or []}
    employers = {_employer(employer) for employer in stated if fold(employer).strip() not in OWN_EMPLOYER} - {""}
    named = {f"{name} @ {employer}"[:250] for name in _name_forms(basics.get("name")) for employer in employers}
    keys.extend((PersonKey.Kind.EMPLOYER, value) for value in sorted(named))
    return keys


def _name_forms(name: Any) -> set[str]:
    """The ways in which a name may stand in another file of the same person.

    In any order and without initials ("LOPEZ Ana M." is Ana Lopez), without what stands between the first word and
    the last, and with umlauts spelt out or not.
    """
    words = [word for word in _plain(name).split() if len(word) > 1]
    if len(words) < 2:
        return set()
    forms = {" ".join(sorted(words)), " ".join(sorted((words[0], words[-1])))}
    return forms | {" ".join(sorted(map(_spelling, form.split()))) for form in forms}


def link_reasons(resume: Resume) -> dict[str, list[str]]:
    """By the id of each other version of ``resume``: what both have in common (email, phone, employer), and ``by_hand``
    where somebody said that they are one person's.

    Empty for a version that only a third one connects with it.
    """
    if resume.person_id is None:
        return {}
    rows = Resume.objects.filter(person_id=resume.person_id).order_by()
    keys = list(rows.values_list("pk", "candidate_name", "person_keys__kind", "person_keys__value"))
    own = {(kind, value) for pk, _, kind, value in keys if pk == resume.pk and kind}
    mine = next((_words(name) for pk, name, _, _ in keys if pk == resume.pk), [])
    found: dict[str, set[str]] = {pk: set() for pk, _, _, _ in keys if pk != resume.pk}
    for pk, name, kind, value in keys:
        apart = kind == PersonKey.Kind.PHONE and not _may_be_one(mine, _words(name))
        if pk in found and (kind, value) in own and not apart:
            found[pk].add(kind)
    for pk in found.keys() & ruled(resume.pk, same=True):
        found[pk].add(BY_HAND)
    return {pk: [kind for kind in (BY_HAND, *PersonKey.Kind.values) if kind in kinds] for pk, kinds in found.items()}


def ruled(resume_id: str, *, same: bool) -> set[str]:
    """Ids of the resumes of which somebody said that they are (``same``) or are not this one's person's."""
    rows = PersonRuling.objects.filter(Q(one=resume_id) | Q(other=resume_id), same=same).values_list("one", "other")
    return {pk for pair in rows for pk in pair if pk != resume_id}


@transaction.atomic
def rule(resumes: Sequence[Resume], *, same: bool, by: Any) -> None:
    """Keep what somebody said of every two of the resumes, in place of what was said before, and link anew.

    Raises ValidationError where one of them has been deleted meanwhile.
    """
    wait_for_others()
    if Resume.objects.filter(pk__in=[resume.pk for resume in resumes]).count() < len(resumes):
        raise ValidationError({"other": ["One of the resumes has been deleted meanwhile."]})
    said = {"same": same, "ruled_by": by if getattr(by, "pk", None) else None, "ruled_at": timezone.now()}
    for one, other in combinations(sorted({resume.pk for resume in resumes}), 2):
        PersonRuling.objects.update_or_create(one_id=one, other_id=other, defaults=said)
    _regroup({pk for resume in resumes for pk in (resume.pk, *_group_of(resume.person_id))})
    for resume in resumes:
        resume.refresh_from_db(fields=["person"])


@transaction.atomic
def link_person(resume: Resume) -> Person:
    """Find or make the person behind ``resume`` and merge persons it turns out to connect.

    Called after a resume has been read, and again when it is read anew. Returns its person.
    """
    wait_for_others()
    involved = {resume.pk, *_group_of(resume.person_id)}
    PersonKey.objects.filter(resume=resume).delete()
    rows = [PersonKey(resume=resume, kind=kind, value=value) for kind, value in person_keys(resume.profile or {})]
    PersonKey.objects.bulk_create(rows)
    for row in rows:
        others = PersonKey.objects.filter(kind=row.kind, value=row.value).values_list("resume_id", "resume__person_id")
        for resume_id, person_id in others:
            involved.update((resume_id, *_group_of(person_id)))
    for resume_id in ruled(resume.pk, same=True):
        involved.update((resume_id, *_group_of(Resume.objects.values_list("person_id", flat=True).get(pk=resume_id))))
    _regroup(involved)
    resume.refresh_from_db(fields=["person"])
    assert resume.person is not None
    return resume.person


@transaction.atomic
def unlink_person(resume: Resume) -> None:
    """Take ``resume`` out of its person's versions; what only it connected comes apart, an empty person goes.

    Called before a resume is deleted.
    """
    wait_for_others()
    involved = _group_of(resume.person_id) - {resume.pk}
    PersonKey.objects.filter(resume=resume).delete()
    person_id = resume.person_id
    Resume.objects.filter(pk=resume.pk).update(person=None)
    resume.person = None
    _regroup(involved)
    if person_id is not None:
        Person.objects.filter(pk=person_id, resumes__isnull=True).delete()


def wait_for_others() -> None:
    """Link one resume at a time, until the transaction ends: two that do not see each other's keys yet would stay
    strangers, and the same file read twice would write its keys twice. SQLite has one writer at a time anyway.

    Whoever locks a resume's row and links in one transaction calls this first, or two wait for each other for good.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LINKING_LOCK])


def _group_of(person_id: int | None) -> set[str]:
    if person_id is None:
        return set()
    Person.objects.select_for_update().filter(pk=person_id).first()
    return set(Resume.objects.filter(person_id=person_id).values_list("pk", flat=True))


def _regroup(resume_ids: set[str]) -> None:
    """Give each connected group of these resumes one person, the oldest any of them had; delete those left empty."""
    rows = Resume.objects.filter(pk__in=resume_ids).order_by("uploaded_at", "resume_id")
    resumes = list(rows.values_list("pk", "person_id", "candidate_name"))
    names = {pk: _words(name) for pk, _, name in resumes}
    persons = {pk: person for pk, person, _ in resumes}
    taken: set[int] = set()
    for group in _connected([pk for pk, _, _ in resumes], names):
        known = sorted({person for pk in group if (person := persons[pk]) is not None} - taken)
        person_id = known[0] if known else Person.objects.create().pk
        taken.add(person_id)
        Resume.objects.filter(pk__in=group).exclude(person_id=person_id).update(person_id=person_id)
    emptied = {person for person in persons.values() if person is not None} - taken
    Person.objects.filter(pk__in=emptied, resumes__isnull=True).delete()


def _connected(resume_ids: list[str], names: Mapping[str, list[str]]) -> Iterable[list[str]]:
    """Groups of resumes connected by rulings and keys, oldest first; two that were ruled apart never share one.

    The surest link is made first: where a ruling parts what keys connect, a third file goes with the surer one.
    """
    group = {pk: [pk] for pk in resume_ids}
    rows = PersonRuling.objects.filter(one__in=resume_ids, other__in=resume_ids, same=False)
    apart = set(map(frozenset, rows.values_list("one", "other")))
    for one, other in _links(resume_ids, names):
        joined, joining = group[one], group[other]
        if joined is joining or (apart and any(frozenset((a, b)) in apart for a in joined for b in joining)):
            continue
        joined += joining
        group.update(dict.fromkeys(joining, joined))
    order = {pk: at for at, pk in enumerate(resume_ids)}
    found = {id(members): sorted(members, key=order.__getitem__) for members in group.values()}
    return sorted(found.values(), key=lambda members: order[members[0]])


def _links(resume_ids: list[str], names: Mapping[str, list[str]]) -> Iterator[tuple[str, str]]:
    """Pairs of resumes that something connects, the surest first: a ruling, an e-mail, a phone, name and employer.

    Of rulings the newest comes first, so that the last word counts where they contradict each other.
    """
    rulings = PersonRuling.objects.filter(one__in=resume_ids, other__in=resume_ids, same=True)
    yield from rulings.order_by("-ruled_at", "one", "other").values_list("one", "other")
    shared: dict[tuple[int, str], list[str]] = defaultdict(list)
    ranks = {kind: rank for rank, kind in enumerate(PersonKey.Kind.values)}
    for kind, value, pk in PersonKey.objects.filter(resume__in=resume_ids).values_list("kind", "value", "resume_id"):
        shared[(ranks[kind], value)].append(pk)
    for (rank, _), holders in sorted(shared.items()):
        for one, other in combinations(sorted(holders), 2):
            if rank != ranks[PersonKey.Kind.PHONE] or _may_be_one(names[one], names[other]):
                yield one, other


def _may_be_one(one: list[str], other: list[str]) -> bool:
    """Whether people of these names, who share a phone, may be one person; where a name is unknown they may.

    Families share a phone and a surname, agencies a phone alone: the given names decide. A surname may change.
    """
    if not one or not other:
        return True
    if {word for word in one if len(word) > 1} <= set(other) or {word for word in other if len(word) > 1} <= set(one):
        return _initials_agree(one, other) and _initials_agree(other, one)
    if one[0] in other or other[0] in one:
        return True
    return bool(set(one) & set(other)) and _same_given(one[0], other[0])


def _initials_agree(one: list[str], other: list[str]) -> bool:
    """Whether each initial of a name may stand for a word that only the other name has, if it has any."""
    more = [word for word in other if word not in one]
    return not more or all(any(word[0] == initial for word in more) for initial in one if len(initial) == 1)


def _same_given(one: str, other: str) -> bool:
    """Whether one given name is the other's initial or short form: "J." and "Jane", "Alex" and "Alexander"."""
    short, long = sorted((one, other), key=len)
    return (len(short) == 1 or len(short) >= 3) and long.startswith(short)


def _words(name: str) -> list[str]:
    return [_spelling(word) for word in _plain(name).split()]


def _spelling(word: str) -> str:
    """A folded word as it is alike however umlauts are written: "mueller" and "muller", "strauss" and "straus"."""
    return re.sub(r"([aou])e|(s)s|(a)a", lambda match: match[1] or match[2] or match[3], word.replace("æ", "a"))


def _plain(value: Any) -> str:
    return " ".join(re.findall(r"[^\W\d_]+", fold(str(value or ""))))


def _employer(value: Any) -> str:
    plain = fold(str(value or "")).replace(".", "")
    return " ".join(word for word in re.findall(r"\w+", plain) if word not in LEGAL_FORMS)
