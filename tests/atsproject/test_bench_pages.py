"""What the measurement of pages looks at: everything that a person can open."""

import pytest
from django.contrib.auth.models import User

from analyses.models import Analysis, Decision, ResumeDigest
from atsproject.bench import pages
from atsproject.bench.addresses import DOWNLOADS, admin_addresses, page_addresses, pick
from atsproject.bench.dataset import fill
from atsproject.bench.pages import count_queries, measure_pages
from atsproject.pages.urls import urlpatterns
from resumes.models import Resume
from tests.atsproject.page_data import filled_job

pytestmark = pytest.mark.django_db
SENT_ONLY = {"job-receive"}  # its number belongs to a file on its way


@pytest.fixture
def busy(recruiter):
    filled_job(recruiter)
    return pick(fill(by=[recruiter, User.objects.create_user("other")], jobs=3, resumes=40, analyses=60, feedback=12))


def test_every_page_is_measured(busy):
    names = {str(pattern.name) for pattern in urlpatterns}
    assert names - page_addresses(busy).keys() == DOWNLOADS | SENT_ONLY


def test_every_address_answers(busy, client, admin_client, recruiter):
    client.force_login(recruiter)
    found = {name: client.get(address).status_code for name, address in page_addresses(busy).items()}
    assert {name: status for name, status in found.items() if status not in (200, 302, 403, 405)} == {}
    assert sum(status == 200 for status in found.values()) > 40
    lists = {name: admin_client.get(address).status_code for name, address in admin_addresses().items()}
    assert {name: status for name, status in lists.items() if status != 200} == {}


def test_the_rows_are_as_many_as_asked_for_and_more_each_time(busy, recruiter):
    before = Analysis.objects.count()
    assert Resume.objects.filter(status="unreadable").exists()
    assert Decision.objects.exists()
    assert ResumeDigest.objects.count() == Resume.objects.filter(status="ready").count()
    fill(by=[recruiter], part=0.5, jobs=3, resumes=40, analyses=60, feedback=12)
    assert Analysis.objects.count() == before + 30


def test_queries_are_counted_by_reader_and_address(busy, recruiter, monkeypatch):
    monkeypatch.setattr(pages, "page_addresses", lambda picked: {"home": "/", "nowhere": "/nowhere/"})
    counted = count_queries({"a recruiter": recruiter}, busy)
    assert list(counted["a recruiter"]) == ["home"]
    assert counted["a recruiter"]["home"] > 0


def test_what_is_measured_says_what_is_worst(busy, recruiter, monkeypatch):
    monkeypatch.setattr(pages, "RUNS", 1)
    readers = {"a recruiter": recruiter}
    few = {"a recruiter": dict.fromkeys(page_addresses(busy), 1)}
    found = measure_pages(readers, busy, few)
    assert found["measured"] == sum("median_ms" in row for row in found["a recruiter"].values()) > 40
    home = found["a recruiter"]["home"]
    assert min(home["queries"], home["first_visit_kb"], home["median_ms"]) > 0
    assert found["more_queries_with_more_rows"]["home (a recruiter)"] == f"1 then {home['queries']}"


def test_without_an_analysis_to_copy_it_says_so(recruiter):
    with pytest.raises(RuntimeError, match="no finished analysis"):
        fill(by=[recruiter])
