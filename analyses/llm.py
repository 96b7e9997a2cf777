"""The optional language model: any server that speaks the OpenAI chat API, through the openai package.

It words what was found; it is never asked for a score. Whatever goes wrong with it (no answer in time, an error, an
empty answer) is one exception, and the caller goes on without it.
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.conf import settings

TIMEOUT_S = 20.0
MAX_TOKENS = 400


class LanguageModelUnavailable(Exception):
    """The model gave no usable answer; the message says why without quoting anybody."""


@dataclass(frozen=True, slots=True)
class LanguageModel:
    """Where the model is served, and what it is called there."""

    url: str
    name: str
    key: str = ""
    timeout: float = TIMEOUT_S

    def complete(self, messages: Sequence[Mapping[str, str]]) -> str:
        """The model's reply to chat messages (``role``, ``content``). Raises LanguageModelUnavailable."""
        import openai

        client = openai.OpenAI(base_url=self.url, api_key=self.key or "none", timeout=self.timeout, max_retries=0)
        try:
            reply = client.chat.completions.create(
                model=self.name,
                messages=[dict(message) for message in messages],  # type: ignore[misc]
                temperature=0,
                max_tokens=MAX_TOKENS,
            )
            text = (reply.choices[0].message.content or "").strip()
        except (openai.OpenAIError, IndexError, AttributeError, TypeError, ValueError) as error:
            raise LanguageModelUnavailable(type(error).__name__) from error
        finally:
            client.close()
        if not text:
            raise LanguageModelUnavailable("empty reply")
        return text


def configured() -> LanguageModel | None:
    """The model that the settings name; None when there is none."""
    if not settings.LLM_URL:
        return None
    return LanguageModel(settings.LLM_URL, settings.LLM_MODEL or "default", settings.LLM_API_KEY)


@dataclass(frozen=True, slots=True)
class Wording:
    """What a model wrote: its words, and the quotes it says they rest on."""

    text: str
    quotes: tuple[str, ...] = ()


def parse_reply(reply: str) -> Wording:
    """A reply as JSON with ``answer`` and ``quotes``, fenced or not; any other text is the answer itself."""
    match = re.search(r"\{.*\}", reply, re.DOTALL)
    if match:
        try:
            data = json.loads(match.group())
        except ValueError:
            data = None
        if isinstance(data, dict) and isinstance(data.get("answer"), str):
            quotes = data.get("quotes") if isinstance(data.get("quotes"), list) else []
            return Wording(data["answer"].strip(), tuple(q for q in quotes or [] if isinstance(q, str)))
    return Wording(reply.strip(), tuple(re.findall(r"[“\"]([^”\"]{8,})[”\"]", reply)))
