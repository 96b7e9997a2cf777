"""WSGI entry point."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "atsproject.settings")
application = get_wsgi_application()

from vectors import indexer  # noqa: E402 - the apps must be loaded first

indexer.start()
