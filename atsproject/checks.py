"""System checks that refuse wrong settings at start, naming the variable and its fix."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, Warning, register

FOLDERS = ("MEDIA_ROOT", "VECTOR_ROOT", "MODEL_ROOT", "SNAPSHOT_ROOT", "PAGE_CACHE_ROOT")
S3_VARIABLES = ("AWS_STORAGE_BUCKET_NAME", "AWS_S3_ENDPOINT_URL", "AWS_S3_REGION_NAME", "AWS_ACCESS_KEY_ID")


@register()
def check_environment(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """E001: one error for each environment variable that could not be used."""
    return [
        Error(f"{problem.name}: {problem.problem}", hint=problem.fix, id="atsproject.E001")
        for problem in settings.ENV.problems
    ]


@register()
def check_folders(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """E002: a folder that this process can neither make nor write."""
    return [
        Error(
            f"{name}: {problem}",
            hint=f"Set {name} to a folder that this user may write, or change who owns it.",
            id="atsproject.E002",
        )
        for name in FOLDERS
        if not (name == "MEDIA_ROOT" and settings.STORAGE_BACKEND == "s3")
        for problem in _folder_problems(Path(getattr(settings, name)))
    ]


def _folder_problems(folder: Path) -> Iterator[str]:
    """Why files cannot be made below ``folder``, which need not exist yet."""
    there = folder
    while not there.exists() and there != there.parent:
        there = there.parent
    if not there.is_dir():
        yield f"{there} is a file, and a folder is needed there."
    elif not os.access(there, os.W_OK | os.X_OK):
        yield f"{there} cannot be written by this user."


@register()
def check_object_storage(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """E003: S3 without a bucket; W003: a bucket that nothing uses."""
    named = [name for name in S3_VARIABLES if settings.ENV.given(name)]
    if settings.STORAGE_BACKEND == "s3" and "AWS_STORAGE_BUCKET_NAME" not in named:
        problem = "AWS_STORAGE_BUCKET_NAME: STORAGE_BACKEND is s3 and no bucket is named."
        return [Error(problem, hint="Name the bucket, or set STORAGE_BACKEND=filesystem.", id="atsproject.E003")]
    if settings.STORAGE_BACKEND != "s3" and named:
        problem = f"{', '.join(named)}: set, but STORAGE_BACKEND is {settings.STORAGE_BACKEND}: files stay on disk."
        return [Warning(problem, hint="Set STORAGE_BACKEND=s3, or unset them.", id="atsproject.W003")]
    return []


@register()
def check_tasks(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """W004: a queue address that nothing uses."""
    if settings.TASKS_BACKEND == "rq" or not settings.ENV.given("REDIS_URL"):
        return []
    problem = f"REDIS_URL: set, but TASKS_BACKEND is {settings.TASKS_BACKEND}: nothing uses Redis."
    return [Warning(problem, hint="Set TASKS_BACKEND=rq, or unset REDIS_URL.", id="atsproject.W004")]


@register()
def check_language_model(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """E005: a language model's server without the model's name; W005: a name without a server."""
    if settings.LLM_URL and not settings.LLM_MODEL:
        problem = "LLM_MODEL: LLM_URL is set and no model is named."
        return [Error(problem, hint="Name the model as its server calls it, or unset LLM_URL.", id="atsproject.E005")]
    if settings.LLM_MODEL and not settings.LLM_URL:
        problem = "LLM_URL: LLM_MODEL is set and no server is named: answers are built in."
        return [Warning(problem, hint="Set LLM_URL to an OpenAI-compatible address.", id="atsproject.W005")]
    return []


@register()
def check_embedding_model(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """E006: an EMBEDDING_MODEL that is written as a path and is not there."""
    name = settings.EMBEDDING_MODEL
    if name and name.startswith(("/", "./", "../", "~")) and not Path(name).expanduser().exists():
        problem = "EMBEDDING_MODEL: there is nothing at this path."
        hint = "Write the folder of a sentence-transformers model, its hub name, or unset it for the packaged one."
        return [Error(problem, hint=hint, id="atsproject.E006")]
    return []


@register()
def check_chroma(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """W006: several machines' queue with an index that only one process may open."""
    if settings.TASKS_BACKEND == "rq" and not settings.CHROMA_URL:
        problem = "CHROMA_URL: TASKS_BACKEND is rq and Chroma is embedded: only one process can hold it."
        hint = "Run `chroma run` and set CHROMA_URL=http://HOST:8000; until then the others search in FAISS."
        return [Warning(problem, hint=hint, id="atsproject.W006")]
    return []


@register()
def check_secret_key(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """E007: a SECRET_KEY that can be guessed."""
    if len(settings.SECRET_KEY) < 32 or len(set(settings.SECRET_KEY)) < 5:
        problem = "SECRET_KEY: it is shorter than 32 characters or all the same."
        hint = "Unset it (one is made and kept in var/), or write 50 random characters."
        return [Error(problem, hint=hint, id="atsproject.E007")]
    return []
