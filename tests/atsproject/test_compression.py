"""What is text goes over the wire compressed; what is compressed in itself goes as it is, with its length."""

import gzip

import pytest
from django.urls import reverse

from atsproject.bench.pages import _assets
from tests.atsproject.page_data import filled_job

pytestmark = pytest.mark.django_db
LIKE_A_BROWSER = {"Accept-Encoding": "gzip, deflate, br"}


@pytest.mark.parametrize("address", ["/", "/api/jobs", "/api/feedback/export-csv"])
def test_text_is_compressed_for_who_takes_it(client, recruiter, address):
    client.force_login(recruiter)
    filled_job(recruiter)
    plain = client.get(address)
    sent = client.get(address, headers=LIKE_A_BROWSER)
    assert not plain.has_header("Content-Encoding")
    assert sent["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in sent["Vary"]
    told, body = (b"".join(r) if r.streaming else r.content for r in (plain, sent))
    assert gzip.decompress(body)[:60] == told[:60]


def test_a_pdf_goes_as_it_is(client, recruiter):
    client.force_login(recruiter)
    _, analysis = filled_job(recruiter)
    sent = client.get(reverse("resume-pdf", args=[analysis.resume_id]), headers=LIKE_A_BROWSER)
    assert not sent.has_header("Content-Encoding")
    assert int(sent["Content-Length"]) == len(b"".join(sent))


def test_the_weight_of_a_page_holds_the_fonts_of_its_styles():
    style, font = "unfold/fonts/material-symbols/styles.css", 200_000
    assert _assets(f'<link href="/static/{style}">') > font
    assert _assets('<link href="/static/pages/pages.css">') < font
