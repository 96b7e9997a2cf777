"""Where the first generation of this system kept its files."""

from pathlib import Path

JOBS = Path("data/jobs/jobs.jsonl")
JOBS_INDEX = Path("data/jobs/jobs_index.json")
RESUMES_INDEX = Path("data/resumes/resumes_index.json")
PDFS = Path("data/resumes/pdfs")
TEXTS = Path("data/resumes/texts")
ANALYSES = Path("data/analyses/analyses.jsonl")
ANALYSES_INDEX = Path("data/analyses/analyses_index.json")
INTERACTIONS = Path("feedback_db/interactions.jsonl")
HISTORY = Path("feedback_db/history.jsonl")  # superseded revisions; the first generation had none
APPLICATIONS = Path("data/jobs_applied/job_applicaiton.xlsx")  # spelt so there

FILES = (JOBS, RESUMES_INDEX, ANALYSES, INTERACTIONS, APPLICATIONS)
EXTRA = "extra"  # holds what the first generation had no name for, so that a round trip loses nothing
