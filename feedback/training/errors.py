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
