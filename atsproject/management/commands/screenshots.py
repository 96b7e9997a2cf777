"""Pictures of every page."""

import os
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from atsproject import demo, screens


class Command(BaseCommand):
    """Takes screenshots with this installation's data, made by the demo where there is none."""

    help = (
        "Write a picture of every page, light, dark and on a phone's width, to build/screenshots/. Runs the demo first "
        "so that there is something to see. Needs Chromium (apt-get install chromium) and requirements-dev.txt."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Options."""
        parser.add_argument("--output", default="build/screenshots", help="folder (default: build/screenshots)")
        parser.add_argument("--no-demo", action="store_true", help="use the data there is")

    def handle(self, *args: Any, **options: Any) -> None:
        """Take them."""
        if not Path(screens.CHROMIUM).exists():
            raise CommandError("Chromium is not installed. On Debian and Ubuntu: apt-get install chromium")
        # Playwright keeps an event loop in this thread, in which Django would refuse the database.
        os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
        if not options["no_demo"]:
            demo.run()
        user, _ = demo.make_user()
        written = screens.take(Path(settings.BASE_DIR) / options["output"], user)
        self.stdout.write(f"{len(written)} pictures in {options['output']}")
