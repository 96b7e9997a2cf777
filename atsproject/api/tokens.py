"""The caller's own API tokens."""

from typing import Any, cast

from django.contrib.auth.models import User
from drf_spectacular.utils import extend_schema
from rest_framework import mixins, serializers, status, viewsets
from rest_framework.request import Request
from rest_framework.response import Response

from atsproject import tokens


class TokenSerializer(serializers.Serializer[Any]):
    """A token as it is listed: never the token itself."""

    token_id = serializers.CharField(read_only=True)
    created_at = serializers.DateTimeField(read_only=True)
    expires_at = serializers.DateTimeField(read_only=True, allow_null=True)


class NewTokenSerializer(TokenSerializer):
    """A token as it is answered once, when it is made."""

    token = serializers.CharField(read_only=True, help_text="Shown this once")


class TokenRequestSerializer(serializers.Serializer[Any]):
    """What may be asked for."""

    expires_in_days = serializers.IntegerField(min_value=1, max_value=3650, required=False, allow_null=True)


class TokenViewSet(mixins.ListModelMixin, viewsets.GenericViewSet[Any]):
    """List, make and take back the caller's own tokens."""

    serializer_class = TokenSerializer
    lookup_field = "token_id"
    lookup_value_regex = "[0-9a-f]{16}"

    def get_queryset(self) -> Any:
        """The caller's tokens, newest first."""
        return tokens.tokens_of(cast(User, self.request.user))

    def list(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """The caller's tokens."""
        page = self.paginate_queryset(self.get_queryset())
        return self.get_paginated_response([_listed(token) for token in page or []])

    @extend_schema(request=TokenRequestSerializer, responses={201: NewTokenSerializer})
    def create(self, request: Request) -> Response:
        """Make a token; the answer is the only place where it is ever shown."""
        asked = TokenRequestSerializer(data=request.data)
        asked.is_valid(raise_exception=True)
        user = cast(User, request.user)
        token, secret = tokens.create_token(user=user, by=user, days=asked.validated_data.get("expires_in_days"))
        return Response(_listed(token) | {"token": secret}, status=status.HTTP_201_CREATED)

    def destroy(self, request: Request, token_id: str) -> Response:
        """Take a token back: it stops working at once."""
        user = cast(User, request.user)
        tokens.revoke_token(user=user, token_id=token_id, by=user)
        return Response(status=status.HTTP_204_NO_CONTENT)


def _listed(token: Any) -> dict[str, Any]:
    return {"token_id": tokens.public_id(token), "created_at": token.created, "expires_at": token.expiry}
