"""Reads a job description into requirements. Pure: the same text gives the same reading, with no database or clock."""

from jobs.reading.drafts import IgnoredSpan, JobReading, RequirementDraft
from jobs.reading.protected import protected_note
from jobs.reading.reader import read_description

__all__ = ["IgnoredSpan", "JobReading", "RequirementDraft", "protected_note", "read_description"]
