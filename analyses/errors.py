"""What can go wrong with a request about analyses, each with its status code and a sentence that helps."""

from rest_framework.exceptions import APIException


class NoJob(APIException):
    """No job was named and the caller has none selected."""

    status_code = 400
    default_code = "no_job"
    default_detail = (
        "There is no job to analyse against. Send job_id, or save a job with POST /api/job-description first."
    )


class AnalysisNotReady(APIException):
    """The analysis has no result to speak about yet."""

    status_code = 409
    default_code = "analysis_not_ready"
    default_detail = "This analysis has no result yet. Wait until its status is done, or run it again if it failed."


class ResumeNotReady(APIException):
    """The resume has not been read yet."""

    status_code = 409
    default_code = "resume_not_ready"
    default_detail = "This resume is still being read. Try again in a moment."


class BadQuestion(APIException):
    """A question that cannot be answered as it stands."""

    status_code = 400
    default_code = "bad_question"
    default_detail = "Send a question of at most 1000 characters."


class BadDecision(APIException):
    """A decision that is none of the known ones."""

    status_code = 400
    default_code = "bad_decision"
    default_detail = "decision must be one of: shortlisted, rejected, on_hold."


class DecidedMeanwhile(APIException):
    """Somebody else decided on the candidate after the decider last looked."""

    status_code = 409
    default_code = "decided_meanwhile"
    default_detail = "Somebody decided on this candidate meanwhile. Look at that decision, then decide again."


class BadComparison(APIException):
    """Not one to five finished analyses of the job."""

    status_code = 400
    default_code = "bad_comparison"
    default_detail = "Name one to five analyses of this job, each as analysis_id=..."


class FileGone(APIException):
    """There is nothing to try again: the file was not kept."""

    status_code = 409
    default_code = "file_gone"
    default_detail = "This file was not kept, so it cannot be tried again. Choose it again."
