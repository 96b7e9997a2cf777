"""What can go wrong with training, each with its status code and what to do."""

from rest_framework import status
from rest_framework.exceptions import APIException


class TooFewRatings(APIException):
    """There is too little feedback to learn from, or to tell whether anything was learned."""

    status_code = status.HTTP_409_CONFLICT
    default_code = "too_few_ratings"


class TrainingNotInstalled(APIException):
    """The libraries of the training extra are missing."""

    status_code = status.HTTP_503_SERVICE_UNAVAILABLE
    default_code = "training_not_installed"
    default_detail = "Training needs further libraries. Run: pip install -r requirements-train.txt"


class BadTraining(APIException):
    """Parameters that no training can be run with."""

    status_code = status.HTTP_400_BAD_REQUEST
    default_code = "bad_training"


class NotPromotable(APIException):
    """The run cannot be put to use."""

    status_code = status.HTTP_409_CONFLICT
    default_code = "not_promotable"


class NothingToCancel(APIException):
    """The run is over and nothing follows."""

    status_code = status.HTTP_409_CONFLICT
    default_code = "nothing_to_cancel"
    default_detail = "This run is over: there is nothing to cancel."


class StepUnderWay(APIException):
    """The run is being measured or put to use already."""

    status_code = status.HTTP_409_CONFLICT
    default_code = "step_under_way"
    default_detail = "This run is being measured or put to use already. Wait for it, or cancel it."


class IndexOutOfReach(APIException):
    """The process that holds an index did not do what it was asked."""

    status_code = status.HTTP_503_SERVICE_UNAVAILABLE
    default_code = "index_unavailable"
