"""Matching a whole library: as few queries for many resumes as for a few, and each person once."""

from django.db import connection
from django.test.utils import CaptureQueriesContext

from analyses.matches import matches
from analyses.services import request_analysis
from tests.flows.documents import COOK, DEVELOPER


def queries(vacancy):
    matches(job=vacancy)  # digests and embeddings are made once
    with CaptureQueriesContext(
        connection,
    ) as found:
        rows = matches(job=vacancy)
    return len(found), rows


def test_the_number_of_queries_does_not_grow_with_the_library(vacancy, store):
    store(DEVELOPER, "one.pdf")
    few, _ = queries(vacancy)
    for number, name in enumerate(("Marco", "Aldo", "Carla", "Enzo", "Livia")):
        store([f"{name} Bellini", f"{name.lower()}@example.net", *COOK[2:]], f"{number}.pdf")
    many, rows = queries(vacancy)
    assert len(rows) == 6
    assert many <= few


def test_scores_are_those_of_an_analysis(vacancy, store, recruiter):
    resume = store(DEVELOPER, "one.pdf")
    (found,) = matches(job=vacancy)
    analysis = request_analysis(job=vacancy, resume=resume, by=recruiter)
    assert (found.analysis_id, found.overall_score) == (None, analysis.overall_score)
    assert matches(job=vacancy)[0].analysis_id == analysis.pk


def test_a_person_is_found_once_by_the_newest_file(vacancy, store):
    old, new = store(DEVELOPER, "old.pdf"), store([*DEVELOPER, "Now leads the team."], "new.pdf")
    other = store(COOK, "cook.pdf")
    assert old.person_id == new.person_id
    found = {match.resume_id: match.file_count for match in matches(job=vacancy)}
    assert found == {new.pk: 2, other.pk: 1}
