"""The API as the loop's recruiters use it: in process, through every layer a request goes through."""

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from rest_framework.test import APIClient


class ApiFailed(RuntimeError):
    """The API answered otherwise than the loop can go on with."""


class Recruiter:
    """One signed-in user of the API."""

    def __init__(self, token: str) -> None:
        self._client = APIClient(HTTP_HOST="localhost", HTTP_AUTHORIZATION=f"Token {token}")

    def post(self, path: str, body: dict[str, Any]) -> dict[str, Any]:
        """POST as JSON; raises ApiFailed for an answer that is no success."""
        return self._checked(path, self._client.post(path, body, format="json"))

    def upload(self, path: str, name: str, content: bytes) -> dict[str, Any]:
        """POST a PDF as multipart field ``file``."""
        file = SimpleUploadedFile(name, content, content_type="application/pdf")
        return self._checked(path, self._client.post(path, {"file": file}, format="multipart"))

    def get(self, path: str, **query: Any) -> dict[str, Any]:
        """GET."""
        return self._checked(path, self._client.get(path, query))

    @staticmethod
    def _checked(path: str, response: Any) -> dict[str, Any]:
        if response.status_code >= 300:
            raise ApiFailed(f"{path} answered {response.status_code}: {response.content[:300]!r}")
        found: dict[str, Any] = response.json()
        return found
