"""A folder as the first generation of the system left it."""

import json
from pathlib import Path

PDF = b"%PDF-1.4\n% a small file that only has to be kept\n%%EOF\n"
TEXT = "Ada Example\nada@example.org\n\nExperience\nEngineer, Example GmbH, 2015 - 2020\nSkills: Python, SQL\n"

JOB = {
    "job_id": "1a2b3c4d",
    "company_name": "Example GmbH",
    "role_name": "Engineer",
    "job_description": "We look for an engineer.\nPython is a must.",
    "created_at": "2025-01-02T03:04:05.678901",
    "metadata": {"source": "board"},
    "analysis_count": 1,
}
RESUME = {
    "resume_id": "resume_0123456789abcdef",
    "candidate_name": "Ada Example",
    "original_filename": "ada.pdf",
    "pdf_path": "data\\resumes\\pdfs\\resume_0123456789abcdef.pdf",
    "text_path": "data\\resumes\\texts\\resume_0123456789abcdef.txt",
    "uploaded_at": "2025-01-03T00:00:00",
    "file_size": 123,
    "text_length": len(TEXT),
}
ANALYSIS = {
    "analysis_id": "20250103-abcdef",
    "job_id": "1a2b3c4d",
    "resume_id": "resume_0123456789abcdef",
    "candidate_name": "Ada Example",
    "created_at": "2025-01-03T10:00:00+02:00",
    "overall_score": 81,
    "hiring_recommendation": "YES - knows Python",
    "analysis_result": {"overall_score": 81, "matched_skills": ["Python"]},
    "feedback_count": 1,
}
FEEDBACK = {
    "id": "interaction_1",
    "timestamp": "2025-01-04T00:00:00",
    "query": "Python?",
    "context": "Skills: Python, SQL",
    "response": "Yes",
    "analysis_id": "20250103-abcdef",
    "embedding": [0.1, 0.2],
    "feedback": {"rating": 4, "correct_points": ["Python"], "incorrect_points": [], "ideal_response": "Yes, and SQL"},
}


def write(
    root: Path, *, jobs=(JOB,), resumes=(RESUME,), analyses=(ANALYSIS,), feedback=(FEEDBACK,), files=True
) -> Path:
    """Write the folder; a record may be given as the raw text of its line."""
    for name, rows in (
        ("data/jobs/jobs.jsonl", jobs),
        ("data/analyses/analyses.jsonl", analyses),
        ("feedback_db/interactions.jsonl", feedback),
    ):
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("".join((row if isinstance(row, str) else json.dumps(row)) + "\n" for row in rows))
    index = root / "data/resumes/resumes_index.json"
    index.parent.mkdir(parents=True, exist_ok=True)
    index.write_text(json.dumps({row["resume_id"]: row for row in resumes}, indent=1))
    if files:
        for folder, suffix, data in (("pdfs", "pdf", PDF), ("texts", "txt", TEXT.encode())):
            (root / "data/resumes" / folder).mkdir(exist_ok=True)
            (root / "data/resumes" / folder / f"resume_0123456789abcdef.{suffix}").write_bytes(data)
    return root


def write_applications(root: Path, *rows) -> None:
    """Write the tracker's workbook with these rows under its headers."""
    from openpyxl import Workbook

    book = Workbook()
    book.active.append(["Company", "Job", "Portal", "Full Time", "Date Applied"])
    for row in rows:
        book.active.append(row)
    path = root / "data/jobs_applied/job_applicaiton.xlsx"
    path.parent.mkdir(parents=True, exist_ok=True)
    book.save(path)
