"""What can go wrong with feedback, each with its status code and what to do."""

from rest_framework import status
from rest_framework.exceptions import APIException


class InteractionTaken(APIException):
    """The interaction already has feedback that says something else."""

    status_code = status.HTTP_409_CONFLICT
    default_code = "interaction_taken"
    default_detail = "This interaction_id has other feedback already. To revise it, send supersedes: feedback_id."

    def __init__(self, feedback_id: str) -> None:
        super().__init__()
        self.extra = {"feedback_id": feedback_id}


class StaleRevision(APIException):
    """Somebody revised the same feedback first."""

    status_code = status.HTTP_409_CONFLICT
    default_code = "stale_revision"
    default_detail = "This feedback has been revised since. Read the newest revision and supersede that one."

    def __init__(self, feedback_id: str | None = None) -> None:
        super().__init__()
        self.extra = {"feedback_id": feedback_id} if feedback_id else {}


class NotAllowed(APIException):
    """The user lacks the permission for this act."""

    status_code = status.HTTP_403_FORBIDDEN
    default_code = "permission_denied"
    default_detail = "You may not do this. Ask an administrator for the permission."
