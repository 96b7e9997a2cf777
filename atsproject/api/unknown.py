"""What answers an address of the API that does not exist."""

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework.exceptions import NotFound
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView


@extend_schema(exclude=True)
class UnknownRoute(APIView):
    """404 in the API's shape, in any method; 401 for a caller who has not signed in."""

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        """Who calls is checked first, so that a stranger learns nothing about what exists."""
        super().initial(request, *args, **kwargs)
        raise NotFound("There is no such address in this API. GET /api/docs lists what there is.", code="no_route")

    def get(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Never reached: ``initial`` has answered."""
        raise NotFound
