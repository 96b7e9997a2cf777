"""Everything a fresh installation needs once: database, roles, static files, the model's export."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError


class Command(BaseCommand):
    """Bring the installation up to date; quick and harmless when it already is."""

    help = (
        "Migrate the database (which also makes the roles), collect the static files, and export the embedding "
        "model for serving when that has not been done. Safe to run at any time."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the options."""
        parser.add_argument(
            "--no-database", action="store_true", help="leave the database alone: the test suite makes its own"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Run the steps in order; each is a no-op where nothing has changed."""
        if not options["no_database"]:
            call_command("migrate", interactive=False, verbosity=0, stdout=self.stderr)
        call_command("collectstatic", interactive=False, verbosity=0, stdout=self.stderr)
        self._export_model()

    def _export_model(self) -> None:
        from vectors.onnx_export import ExportFailed, ensure_export
        from vectors.packaged import ModelRefused

        try:
            ensure_export(settings.EMBEDDING_MODEL)
        except (ExportFailed, ModelRefused) as error:
            raise CommandError(str(error)) from error
