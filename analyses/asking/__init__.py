"""Answers questions about a candidate from the resume's own lines: pure, vectors handed in."""

NOT_SAID = "The resume does not say"
