"""Django settings: everything an operator can change comes from the environment, read here once.

With nothing set: SQLite and indexes under ``var/``, files under ``media/``, tasks run inline, the
packaged embedding model, no language model, DEBUG off and a SECRET_KEY made once.
"""

import os
import secrets
from pathlib import Path
from typing import Any

import dj_database_url
from csp.constants import NONE, SELF
from django.templatetags.static import static

from atsproject.env import Environment
from atsproject.secret_key import load_secret_key

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = BASE_DIR / "var"
ENV = Environment()

DEBUG = ENV.flag("DEBUG", False)

# The products of an analysis take a tenth of a millisecond. Shared among threads they wait for one another, on a busy
# machine for sixty. Read when numpy is imported, which is after this.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


def _secret_key() -> str:
    """SECRET_KEY, or the key kept in ``var/``; where neither can be had, one for this process only."""
    try:
        return ENV.text("SECRET_KEY") or load_secret_key(VAR_DIR / "secret_key")
    except OSError as error:
        ENV.refuse(
            "SECRET_KEY",
            f"It is not set, and {VAR_DIR / 'secret_key'} can be neither read nor made ({error.strerror}).",
            "Set SECRET_KEY, or let this user write the folder var/.",
        )
        return secrets.token_urlsafe(50)


SECRET_KEY = _secret_key()
ALLOWED_HOSTS = ENV.names(
    "ALLOWED_HOSTS",
    ["localhost", "127.0.0.1", "[::1]"],
    shape=r"\*|\.?[a-z0-9-]+(\.[a-z0-9-]+)*|\[[0-9a-f:.]+\]",
    fix="Write host names without scheme or port, with commas between: ats.example.org,10.0.0.5",
)
CSRF_TRUSTED_ORIGINS = ENV.names(
    "CSRF_TRUSTED_ORIGINS",
    [],
    shape=r"https?://[^/\s]+",
    fix="Write origins with their scheme, with commas between: https://ats.example.org",
)

INSTALLED_APPS = [
    "unfold",
    "unfold.contrib.filters",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "rest_framework",
    "knox",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "auditlog",
    "csp",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "vectors",
    "jobs",
    "resumes",
    "analyses",
    "feedback",
    "atsproject",
]

MIDDLEWARE = [
    # Outermost, so that what the others refuse has its number and its policy too.
    "atsproject.request_id.RequestIdMiddleware",
    "atsproject.middleware.PolicyMiddleware",
    "atsproject.middleware.TextMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "atsproject.static_files.StaticFilesMiddleware",
    "atsproject.middleware.CompressTextMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "atsproject.trail.TrailMiddleware",
    "atsproject.preferences.PreferenceMiddleware",
    "atsproject.middleware.SignedInMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "atsproject.middleware.RoleMiddleware",
    "atsproject.handlers.RefusalMiddleware",
]

ROOT_URLCONF = "atsproject.urls"
WSGI_APPLICATION = "atsproject.wsgi.application"

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

# --- database -------------------------------------------------------------------------------

SQLITE_OPTIONS = {
    # IMMEDIATE takes the write lock when a transaction starts, so that two writers wait for each
    # other instead of one failing half-way with "database is locked".
    "transaction_mode": "IMMEDIATE",
    "timeout": 30,
    # Reading through the system's own cache: rows that hold whole results are wide, and lists pass many of them over.
    # What is deleted is overwritten, so that an erased person does not stay on in free pages.
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON; "
    "PRAGMA mmap_size=536870912; PRAGMA secure_delete=ON;",
}


def _database() -> dict[str, Any]:
    """The database named by DATABASE_URL, or SQLite under ``var/``."""
    default = f"sqlite:///{VAR_DIR / 'db.sqlite3'}"
    try:
        config: dict[str, Any] = dict(dj_database_url.parse(ENV.text("DATABASE_URL", default)))
    except (ValueError, KeyError) as error:
        ENV.refuse(
            "DATABASE_URL",
            f"It is not a database address ({type(error).__name__}).",
            "Write postgres://USER:PASSWORD@HOST:5432/NAME, or leave it unset for SQLite.",
        )
        config = dict(dj_database_url.parse(default))
    kind = config["ENGINE"].rpartition(".")[2]
    folder = Path(str(config["NAME"])).expanduser().resolve().parent
    if kind not in ("sqlite3", "postgresql"):
        fix = "Write postgres://USER:PASSWORD@HOST:5432/NAME, or leave it unset for SQLite."
        ENV.refuse("DATABASE_URL", "Rows are kept in PostgreSQL or SQLite only.", fix)
        config = dict(dj_database_url.parse(default))
    elif kind == "sqlite3" and ENV.given("DATABASE_URL") and not folder.is_dir():
        ENV.refuse("DATABASE_URL", f"There is no folder {folder}.", "Make the folder, or name a file in one there is.")
    if config["ENGINE"] == "django.db.backends.sqlite3":
        config.setdefault("OPTIONS", {}).update(SQLITE_OPTIONS)
    else:
        config.setdefault("CONN_MAX_AGE", 60)
        config.setdefault("CONN_HEALTH_CHECKS", True)
    return config


DATABASES = {"default": _database()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# --- files ----------------------------------------------------------------------------------

MEDIA_ROOT = ENV.path("MEDIA_ROOT", BASE_DIR / "media")
# Nothing under MEDIA_ROOT has an address: resumes are read through views that check permissions.
MEDIA_URL = ""
STORAGE_BACKEND = ENV.choice("STORAGE_BACKEND", "filesystem", ("filesystem", "s3"))
STORAGES: dict[str, dict[str, Any]] = {
    "default": {"BACKEND": "resumes.storage.DurableFileSystemStorage"},
    "staticfiles": {"BACKEND": "atsproject.static_files.CollectedFiles"},
}
if STORAGE_BACKEND == "s3":
    STORAGES["default"] = {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": {
            "bucket_name": ENV.text("AWS_STORAGE_BUCKET_NAME"),
            "endpoint_url": ENV.address("AWS_S3_ENDPOINT_URL", "", ("http", "https")) or None,
            "region_name": ENV.text("AWS_S3_REGION_NAME") or None,
            "access_key": ENV.text("AWS_ACCESS_KEY_ID") or None,
            "secret_key": ENV.text("AWS_SECRET_ACCESS_KEY") or None,
            "addressing_style": ENV.choice("AWS_S3_ADDRESSING_STYLE", "", ("auto", "path", "virtual")) or None,
            "file_overwrite": True,
            "default_acl": None,
            "querystring_auth": True,
        },
    }

MAX_UPLOAD_MB = ENV.number("MAX_UPLOAD_MB", 10, low=1, high=500)
PDF_ENGINE = ENV.choice("PDF_ENGINE", "auto", ("auto", "pypdf"))

# An outline of the site's own skills, added to the shipped ones (the format is in skills/outline.py).
SKILLS_FILE = ENV.path("SKILLS_FILE", BASE_DIR) if ENV.given("SKILLS_FILE") else None

STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / "build" / "static"

# --- meaning: embeddings and indexes ---------------------------------------------------------

VECTOR_ROOT = ENV.path("VECTOR_ROOT", VAR_DIR / "vectors")
MODEL_ROOT = ENV.path("MODEL_ROOT", VAR_DIR / "models")
SNAPSHOT_ROOT = ENV.path("SNAPSHOT_ROOT", VAR_DIR / "snapshots")
CHROMA_URL = ENV.address("CHROMA_URL", "", ("http", "https"))
# False in processes that must leave the embedded Chroma to another one, such as the task worker.
CHROMA_HOLDER = ENV.flag("CHROMA_HOLDER", True)
EMBEDDING_MODEL = ENV.text("EMBEDDING_MODEL")
EMBEDDERS: dict[str, dict[str, Any]] = {
    "default": {"BACKEND": "vectors.embedders.OnnxEmbedder", "OPTIONS": {}},
    "reference": {"BACKEND": "vectors.embedders.SentenceTransformersEmbedder", "OPTIONS": {}},
}

# --- optional language model -----------------------------------------------------------------

LLM_URL = ENV.address("LLM_URL", "", ("http", "https"))
LLM_MODEL = ENV.text("LLM_MODEL")
LLM_API_KEY = ENV.text("LLM_API_KEY")

# --- tasks ----------------------------------------------------------------------------------

REDIS_URL = ENV.address("REDIS_URL", "redis://127.0.0.1:6379/0", ("redis", "rediss"))
TASKS_BACKEND = ENV.choice("TASKS_BACKEND", "inline", ("inline", "database", "rq"))
_TASK_BACKENDS = {
    "inline": "django_tasks.backends.immediate.ImmediateBackend",
    "database": "django_tasks_db.DatabaseBackend",
    "rq": "django_tasks_rq.RQBackend",
}
TASKS: dict[str, dict[str, Any]] = {
    "default": {"BACKEND": _TASK_BACKENDS[TASKS_BACKEND], "QUEUES": ["default", "training"]},
}
# Seconds after which RQ ends a task: reading a scan takes minutes, a training takes as long as its steps.
_TIMEOUTS = {"default": 900, "training": 86_400}
RQ_QUEUES = {name: {"URL": REDIS_URL, "DEFAULT_TIMEOUT": seconds} for name, seconds in _TIMEOUTS.items()}
if TASKS_BACKEND == "rq":
    INSTALLED_APPS += ["django_rq", "django_tasks_rq"]

# --- API ------------------------------------------------------------------------------------

API_THROTTLE = ENV.number("API_THROTTLE", 1200, low=1, high=10_000_000)
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [
        "atsproject.api.authentication.ApiTokenAuthentication",
        "rest_framework.authentication.SessionAuthentication",
    ],
    "DEFAULT_PERMISSION_CLASSES": ["atsproject.api.permissions.RolePermission"],
    "DEFAULT_PAGINATION_CLASS": "atsproject.api.pagination.StrictLimitOffsetPagination",
    "PAGE_SIZE": 50,
    "DEFAULT_THROTTLE_CLASSES": ["atsproject.api.throttling.PerUserThrottle"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": [
        "atsproject.api.parsers.BoundedJSONParser",
        "rest_framework.parsers.MultiPartParser",
        "rest_framework.parsers.FormParser",
    ],
    "DEFAULT_CONTENT_NEGOTIATION_CLASS": "atsproject.api.negotiation.LenientNegotiation",
    "EXCEPTION_HANDLER": "atsproject.api.errors.handle_exception",
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "TEST_REQUEST_DEFAULT_FORMAT": "json",
}
REST_KNOX = {
    "TOKEN_TTL": None,
    "AUTH_HEADER_PREFIX": "Token",
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Applicant tracking API",
    "DESCRIPTION": "Jobs, resumes, analyses that cite their evidence, and feedback. "
    "Every error has the shape {detail, code, errors}.",
    "VERSION": "1.0.0",
    "SERVE_INCLUDE_SCHEMA": False,
    "SERVE_PERMISSIONS": ["atsproject.api.permissions.RolePermission"],
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
    "REDOC_DIST": "SIDECAR",
    "SCHEMA_PATH_PREFIX": "/api",
    # Choice sets that several models call "kind" or "status", each under a name of its own.
    "ENUM_NAME_OVERRIDES": {
        "FeedbackKindEnum": "feedback.models.Feedback.Kind",
        "RequirementKindEnum": "jobs.models.Requirement.Kind",
        "AnalysisStatusEnum": "analyses.models.Analysis.Status",
        "DecisionEnum": "analyses.models.Decision.Choice",
        "ResumeStatusEnum": "resumes.models.Resume.Status",
        "TrainingStatusEnum": "feedback.models.TrainingRun.Status",
        "TrainingStepStatusEnum": "feedback.models.TrainingStep.Status",
    },
    "POSTPROCESSING_HOOKS": [
        "drf_spectacular.hooks.postprocess_schema_enums",
        "atsproject.api.docs.without_slashes",
        "atsproject.api.docs.with_errors",
    ],
}
# The throttle counts here. One process counts in its own memory; several need a place they share.
CACHES: dict[str, dict[str, Any]] = {
    "default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": REDIS_URL}
    if TASKS_BACKEND == "rq"
    else {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
}
# Drawn pages of resumes: where every process can forget them, or an erasure would leave them in memory.
PAGE_CACHE_ROOT = ENV.path("PAGE_CACHE_ROOT", VAR_DIR / "page-images")
if PAGE_CACHE_ROOT.is_file():  # the checks of caches make the folder, and would end in a traceback
    ENV.refuse("PAGE_CACHE_ROOT", f"{PAGE_CACHE_ROOT} is a file.", "Name a folder that this user may write.")
    PAGE_CACHE_ROOT = VAR_DIR / "page-images"
CACHES["pages"] = (
    CACHES["default"]
    if TASKS_BACKEND == "rq"
    else {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": str(PAGE_CACHE_ROOT),
        "OPTIONS": {"MAX_ENTRIES": 2000},
    }
)

# --- people, language, security ----------------------------------------------------------------

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("UserAttributeSimilarityValidator", "MinimumLengthValidator", "CommonPasswordValidator")
]
CSRF_FAILURE_VIEW = "atsproject.handlers.csrf_failure"
LOGIN_URL = "/accounts/login/"
AUTHENTICATION_BACKENDS = ["atsproject.signed_in.Backend"]
LOGIN_REDIRECT_URL = "begin"
LOGOUT_REDIRECT_URL = "/accounts/login/"
LANGUAGE_CODE = "en-us"
TIME_ZONE = "UTC"
USE_I18N = True
FORMAT_MODULE_PATH = ["atsproject.formats"]
USE_TZ = True

SECURE_CONTENT_TYPE_NOSNIFF = True
X_FRAME_OPTIONS = "DENY"
# HTTPS ends at a proxy in front of the application; HTTPS=true makes cookies and links insist on it.
HTTPS = ENV.flag("HTTPS", False)
SECURE_SSL_REDIRECT = HTTPS
SESSION_COOKIE_SECURE = HTTPS
CSRF_COOKIE_SECURE = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_HSTS_PRELOAD = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
# Health checks come from inside, over plain HTTP.
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]

# No inline script, no eval, nothing from another host. What /admin needs beyond it: atsproject.middleware.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "connect-src": [SELF],
        "form-action": [SELF],
        "object-src": [NONE],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    },
}

# Every upload is cut off one byte over MAX_UPLOAD_MB, whoever receives it.
FILE_UPLOAD_HANDLERS = ["resumes.upload.CappedUploadHandler"]
DATA_UPLOAD_MAX_NUMBER_FILES = 500
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024

LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"request_id": {"()": "atsproject.request_id.RequestIdFilter"}},
    "formatters": {
        "plain": {
            "()": "atsproject.log_format.WithoutPersonalData",
            "format": "{asctime} {levelname} {name} [{request_id}]: {message}",
            "style": "{",
        }
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain", "filters": ["request_id"]}},
    "root": {"handlers": ["console"], "level": ENV.choice("LOG_LEVEL", "INFO", ("DEBUG", "INFO", "WARNING", "ERROR"))},
    # What libraries say of themselves is noise beside a command's own words; their warnings are kept.
    "loggers": {
        name: {"level": "WARNING"} for name in ("chromadb", "django_tasks", "django_tasks_db", "faiss", "httpx")
    },
}

# --- the admin's look -------------------------------------------------------------------------


def _may(permission: str) -> Any:
    """Whether who asks holds a permission, as the admin's navigation calls it."""
    return lambda request: request.user.has_perm(permission)


def _theme(request: Any) -> str | None:
    """Light or dark where the user chose one on their account page; else the device's, and the theme's own switch."""
    from atsproject.preferences import preference_of

    chosen = preference_of(request).theme
    return chosen if chosen in ("light", "dark") else None


UNFOLD: dict[str, Any] = {
    "SITE_TITLE": "Shortlist",
    "SITE_HEADER": "Shortlist",
    "SITE_SUBHEADER": "Administration",
    "SITE_URL": "/",
    "SHOW_HISTORY": True,
    "SITE_SYMBOL": "fact_check",
    "SITE_FAVICONS": [{"rel": "icon", "type": "image/svg+xml", "href": lambda request: static("pages/icon.svg")}],
    "STYLES": [lambda request: static("pages/type.css"), lambda request: static("pages/admin.css")],
    "SCRIPTS": [lambda request: static("pages/admin.js")],
    "THEME": _theme,
    "DASHBOARD_CALLBACK": "atsproject.dashboard.dashboard",
    "COLORS": {
        # The paper, lines and inks of the pages' tokens, light and dark.
        "base": {
            "50": "#f5f6f3",
            "100": "#eceee9",
            "200": "#dde2dc",
            "300": "#b9c2ba",
            "400": "#a9b8b2",
            "500": "#5a6862",
            "600": "#4b5a53",
            "700": "#465761",
            "800": "#2b3840",
            "900": "#172026",
            "950": "#10161a",
        },
        # The greens of the pages' tokens, from faint to deep.
        "primary": {
            "50": "240 247 244",
            "100": "224 239 234",
            "200": "190 221 211",
            "300": "146 198 183",
            "400": "88 165 145",
            "500": "38 130 109",
            "600": "11 93 78",
            "700": "9 77 65",
            "800": "8 62 53",
            "900": "7 50 43",
            "950": "4 30 26",
        },
    },
    "SIDEBAR": {
        "show_search": True,
        "show_all_applications": False,  # opened by a click only, not by the keyboard; the overview lists everything
        "navigation": [
            {
                "title": "Pages",
                "items": [
                    *(
                        # Never marked: the theme would mark each whose address is a part of this page's.
                        {"title": title, "icon": icon, "link": link, "active": lambda request: False}
                        for title, icon, link in (
                            ("Home", "home", "/"),
                            ("Jobs", "work", "/jobs/"),
                            ("Resumes", "description", "/resumes/"),
                        )
                    ),
                ],
            },
            {
                "title": "Administration",
                "items": [
                    {"title": "Overview", "icon": "dashboard", "link": "/admin/"},
                    *(
                        # Only what the user may open: a link that leads to a refusal helps nobody.
                        {"title": title, "icon": icon, "link": f"/admin/{link}/", "permission": _may(permission)}
                        for title, icon, link, permission in (
                            ("Jobs", "work", "jobs/job", "jobs.view_job"),
                            ("Resumes", "description", "resumes/resume", "resumes.view_resume"),
                            ("Analyses", "fact_check", "analyses/analysis", "analyses.view_analysis"),
                            ("Feedback", "reviews", "feedback/feedback", "feedback.view_feedback"),
                            ("Training runs", "model_training", "feedback/trainingrun", "feedback.view_trainingrun"),
                            ("Snapshots", "inventory_2", "feedback/snapshot", "feedback.view_snapshot"),
                            ("Applications", "list_alt", "jobs/jobapplication", "jobs.view_jobapplication"),
                            ("Users", "group", "auth/user", "auth.view_user"),
                            ("Tokens", "key", "knox/authtoken", "knox.view_authtoken"),
                            ("Trail", "history", "auditlog/logentry", "auditlog.view_logentry"),
                        )
                    ),
                    {
                        "title": "Everything else",
                        "icon": "apps",
                        "link": "/admin/#board-all",
                        "active": lambda request: False,
                    },
                ],
            },
        ],
    },
}
