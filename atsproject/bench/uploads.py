"""From an uploaded PDF to a stored analysis, through the API, warm."""

import io
import time
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from rest_framework.test import APIClient

from atsproject.bench.timing import spread, watched

WARM_UP = 3
RUNS = 25
# Where callers look each function up. What is nested (a query inside parsing) counts for the inner part.
PARTS = {
    "extraction": ["resumes.reading.extract"],
    "parsing": ["resumes.parsing.parse_profile"],
    "embedding": ["analyses.pipeline.embed_texts"],
}
JOB = """Senior Data Engineer
Requirements
- At least 5 years of experience as a data engineer
- Strong Python and SQL
- Experience with Apache Spark
- Experience with Apache Kafka
- Airflow or a comparable scheduler
- PostgreSQL administration
- Docker and Kubernetes
- AWS
- Terraform
- Bachelor's degree in Computer Science
- Data modelling for analytics
- Building data pipelines that others rely on
- Mentoring junior colleagues
- Fluent English
Nice to have
- dbt
- Snowflake
- Scala
- Experience in logistics
- A certification from a cloud provider
- Public speaking
"""
TITLES = ("Data Engineer", "Software Developer", "Analytics Engineer", "Database Administrator")
TOOLS = ("Python", "SQL", "Apache Spark", "Kafka", "Airflow", "PostgreSQL", "Docker", "Kubernetes", "AWS", "Terraform")


def measure_uploads(client: APIClient) -> dict[str, Any]:
    """``POST /api/upload-resume`` with two-page resumes that all differ: time, and where it goes."""
    client.post("/api/job-description", {"job_description": JOB}).json()
    for number in range(WARM_UP):
        _upload(client, number)
    seconds, queries = [], 0
    shares: dict[str, float] = dict.fromkeys((*PARTS, "database"), 0.0)
    for number in range(WARM_UP, WARM_UP + RUNS):
        data = two_pages(number)
        with watched(PARTS) as clock:
            begun = time.perf_counter()
            _send(client, data, number)
            seconds.append(time.perf_counter() - begun)
        queries = max(queries, clock.queries)
        for part in shares:
            shares[part] += clock.seconds[part]
    total = sum(seconds)
    named = {part: round(value / total, 3) for part, value in shares.items()}
    named["the rest (scoring, HTTP, hashing, writing files)"] = round(1 - sum(named.values()), 3)
    return {**spread(seconds), "runs": RUNS, "queries_most": queries, "share_of_time": named}


def _upload(client: APIClient, number: int) -> None:
    _send(client, two_pages(number), number)


def _send(client: APIClient, data: bytes, number: int) -> None:
    file = SimpleUploadedFile(f"bench{number}.pdf", data, "application/pdf")
    response = client.post("/api/upload-resume", {"file": file}, format="multipart")
    if response.status_code != 201:
        raise RuntimeError(f"The upload was answered {response.status_code}: {response.content[:300]!r}")


def two_pages(number: int) -> bytes:
    """A resume of two pages; another number gives other words, so that no embedding is known already."""
    from reportlab.lib.pagesizes import A4
    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    lines = _lines(number)
    for page in (lines[: len(lines) // 2], lines[len(lines) // 2 :]):
        text = canvas.beginText(56, 790)
        text.setFont("Helvetica", 10)
        for line in page:
            text.textLine(line)
        canvas.drawText(text)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _lines(number: int) -> list[str]:
    lines = [f"Robin Sample{number}", f"robin{number}@example.org | +1 202 555 0{100 + number}", "", "EXPERIENCE"]
    for job in range(6):
        year = 2023 - 2 * job
        title = TITLES[(job + number) % len(TITLES)]
        lines += [f"{title}, Company {number}-{job}", f"March {year - 2} - February {year}"]
        for task in range(7):
            tool, other = TOOLS[(number + job + task) % 10], TOOLS[(number + 3 * task + 1) % 10]
            amount = 3 + (7 * number + 11 * job + 13 * task) % 90
            lines.append(f"- Built {amount} pipelines with {tool} and {other} for team {number}.{job}.{task}")
        lines.append("")
    lines += ["EDUCATION", "Bachelor of Science in Computer Science, State University", "2005 - 2009", ""]
    return [*lines, "SKILLS", ", ".join(TOOLS[number % 5 :])]
