"""The ranked list as an address asks for it: filtered, searched, sorted, and where each stands by score."""

from dataclasses import replace
from typing import Any

from django.core.paginator import Page
from django.db.models import F, Q
from django.http import HttpRequest

from analyses.models import Decision
from analyses.persons import BY_PERSON, told_apart
from analyses.ranking import RankingFilter, ranking
from atsproject.pages.acting import day_asked, page_of, score_asked
from atsproject.pages.blind import conceal, cover, works_blind
from atsproject.pages.breakdown import breakdown
from atsproject.pages.headings import Column, asked_order, headings
from feedback.orders import own_order
from jobs.models import Job

MONTHS = "result__experience__total_months"
# What a column is sorted by, and whether the most comes first when it is first asked for.
COLUMNS = {
    "score": (("overall_score",), True),
    "name": (("candidate_name",), False),
    "must": (("must_haves_met", "overall_score"), True),
    "years": ((MONTHS,), True),
    "decision": (("decision",), False),
    "newest": (("created_at",), True),
}
MOST_FIRST = {key: most_first for key, (_, most_first) in COLUMNS.items()}
# As the ranking itself orders equals: a list ordered by hand is compared with that.
SAME = ("-overall_score", "candidate_name", "analysis_id")
LABELS = {
    "name": "Candidate",
    "score": "Score",
    "must": "Must-haves",
    "years": "Experience",
    "decision": "Decision",
    "newest": "Analysed",
}


def is_blind(request: HttpRequest, job: Job) -> bool:
    """Whether names are hidden on this page until a decision is recorded."""
    return job.blind_mode or works_blind(request)


def sorting(request: HttpRequest, job: Job) -> tuple[str, bool]:
    """The column, or ``mine``, and whether its most comes first."""
    if request.GET.get("sort") == "mine":
        return "mine", False
    key, descending = asked_order(request, MOST_FIRST, "score")
    return ("score", True) if key == "name" and is_blind(request, job) else (key, descending)


def chosen_rows(request: HttpRequest, job: Job) -> Any:
    """The ranked analyses that the address asks for, in the order of its column (``mine`` as by score)."""
    rows = searched(request, job, ranking(job=job, chosen=filters(request)))
    key, most_first = sorting(request, job)
    if key in COLUMNS:
        names = COLUMNS[key][0]
        order = [F(name).desc(nulls_last=True) if most_first else F(name).asc(nulls_last=True) for name in names]
        rows = rows.order_by(*order, *SAME)
    return rows.with_file_name().select_related("job")


def filters(request: HttpRequest) -> RankingFilter:
    """The filters of the address; what cannot be understood is left out, and ``misread`` names it."""
    asked = request.GET
    chosen = RankingFilter(must_haves_met=asked.get("must_haves") == "met", newest_files=asked.get("files") == "newest")
    if (low := score_asked(asked.get("min_score"))) is not None:
        chosen = replace(chosen, min_score=low)
    if (since := day_asked(asked.get("since"))) is not None:
        chosen = replace(chosen, since=since)
    if asked.get("decision") in {*Decision.Choice.values, "none"}:
        chosen = replace(chosen, decision=asked["decision"])
    return chosen


def misread(request: HttpRequest) -> str:
    """Which filter of the address could not be understood; empty where all were."""
    asked = request.GET
    if asked.get("min_score") and score_asked(asked["min_score"]) is None:
        return "The minimum score is not a number from 0 to 100 and was ignored."
    if asked.get("since") and day_asked(asked["since"]) is None:
        return "The date is not valid and was ignored."
    return ""


def searched(request: HttpRequest, job: Job, rows: Any) -> Any:
    """Those whose name, resume or skills hold the words asked for. Where names are hidden: the skills alone."""
    words = request.GET.get("q", "").strip()
    if not words:
        return rows
    found = Q(result__matched_skills__icontains=words)
    if not is_blind(request, job):
        named = Q(candidate_name__icontains=words) | Q(resume__text__icontains=words)
        # Any: the type checker takes a negated condition for something else.
        shown: Any = ~cover(request).hidden.analyses()
        found |= shown & named
    return rows.filter(found)


def page_of_ranking(request: HttpRequest, job: Job) -> Page[Any]:
    """The page asked for, each row with ``place`` (in this order), ``rank`` (by score) and the parts of its score."""
    everybody = list(ranking(job=job).values_list("pk", *BY_PERSON))
    places, files = {row[0]: place for place, row in enumerate(everybody, start=1)}, told_apart(everybody)
    mine = own_order(job=job, by=request.user) if sorting(request, job)[0] == "mine" else None
    if mine is not None:
        kept = set(chosen_rows(request, job).values_list("pk", flat=True))
        page = page_of(request, [key for key in mine if key in kept])
        found = ranking(job=job).with_file_name().select_related("job").in_bulk(list(page.object_list))
        page.object_list = [found[key] for key in page.object_list if key in found]
    else:
        page = page_of(request, chosen_rows(request, job))
        page.object_list = list(page.object_list)
    # What the first generation wrote, and imports keep, may call a candidate by name.
    page.object_list = conceal(request, page.object_list)
    for place, row in enumerate(page.object_list, start=page.start_index() or 1):
        row.files = files.get(row.pk)
        row.place, row.rank, row.parts = place, places.get(row.pk), breakdown(row.result)
        row.lifted = row.rank - place if row.rank and mine is not None else 0
        row.lifted_by = abs(row.lifted)
    return page


def columns(request: HttpRequest, job: Job) -> dict[str, Column]:
    """The headings that sort, by key."""
    now, descending = sorting(request, job)
    return headings(request, LABELS, most_first=MOST_FIRST, now=now, descending=descending)
