"""WSGI entry point."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "atsproject.settings")
application = get_wsgi_application()

# After the application: the apps have to be ready. A plain import of this module starts serving.
from atsproject.serving import begin_serving  # noqa: E402

begin_serving()
