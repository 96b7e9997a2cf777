"""Reading a resume: a document in, a profile in JSON Resume names out. Pure: no database, no settings, no clock."""

from resumes.parsing.profile import PARSER_VERSION, parse_profile

__all__ = ["PARSER_VERSION", "parse_profile"]
