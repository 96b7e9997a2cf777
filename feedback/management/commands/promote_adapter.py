"""Put a trained adapter to use, or take it back."""

import json
from typing import Any

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError, CommandParser
from rest_framework.exceptions import APIException

from feedback.management.bars import bar
from feedback.models import TrainingRun
from feedback.training import promotion
from feedback.training.judging import evaluate_run


class Command(BaseCommand):
    """Promotes, rolls back, evaluates again, and clears what is no longer needed."""

    help = (
        "Put the adapter of a training run to use: its hashes are checked, vectors and indexes are built beside those "
        "in use, then one pointer is switched. --roll-back returns to what was in use before, at once. The trail says "
        "who did it, so a user with the permission is named with --by."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Options."""
        parser.add_argument("run", nargs="?", type=int, help="number of the training run")
        parser.add_argument("--by", required=True, metavar="USERNAME", help="who decides")
        parser.add_argument("--roll-back", action="store_true", help="return to what was in use before")
        parser.add_argument("--evaluate", action="store_true", help="measure the run again first")
        parser.add_argument(
            "--remove-old-indexes", action="store_true", help="remove vectors and indexes no longer needed"
        )
        parser.add_argument("--force", action="store_true", help="also where it was not found better")
        parser.add_argument("--json", action="store_true", help="print the outcome as JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        """Do what was asked."""
        user = get_user_model().objects.filter(username=options["by"]).first()
        if user is None:
            raise CommandError(f"There is no user {options['by']!r}.")
        try:
            outcome = self._act(options, user)
        except APIException as error:
            raise CommandError(str(error.detail)) from error
        self.stdout.write(json.dumps(outcome) if options["json"] else outcome["said"])

    def _act(self, options: dict[str, Any], user: Any) -> dict[str, Any]:
        if options["roll_back"]:
            model = promotion.roll_back(by=user)
            return {"in_use": model.key, "said": f"In use again: {model.key}"}
        if options["remove_old_indexes"]:
            removed = promotion.remove_old_indexes(by=user)
            return {"removed": removed, "said": "Removed: " + (", ".join(removed) or "nothing")}
        if options["run"] is None:
            raise CommandError("Name the training run, or use --roll-back.")
        run = TrainingRun.objects.filter(pk=options["run"]).first()
        if run is None:
            raise CommandError(f"There is no training run {options['run']}.")
        if options["evaluate"]:
            with bar("measuring on held-out jobs", hidden=options["json"]) as progress:
                run = evaluate_run(run=run, by=user, progress=progress)
        with bar("embedding the library", hidden=options["json"]) as progress:
            model = promotion.promote(run=run, by=user, force=options["force"], progress=progress)
        return {"in_use": model.key, "said": f"In use: {model.key}. `manage.py reanalyze JOB_ID` shows how ranks move."}
