"""Duties of working life: the words by which postings ask for them, and those by which resumes show them.

The table is data (``*.txt`` beside this module); :mod:`analyses.engine.duties.phrases` says how its phrases are read.
"""
