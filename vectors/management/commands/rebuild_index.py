"""Rebuild the search indexes from the database."""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from vectors import holder, indexer
from vectors.collections import collections
from vectors.models import IndexRequest
from vectors.stores.base import StoreUnavailable


class Command(BaseCommand):
    """Rebuilds FAISS and Chroma."""

    help = (
        "Rebuild the FAISS and Chroma indexes from the database, which is the only truth. Safe while the site is "
        "running: the process that holds the embedded Chroma is asked to rebuild its own."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Options."""
        parser.add_argument("--index", choices=sorted(indexer.STORES), help="only this index (default: all)")
        parser.add_argument("--collection", help="only this collection (default: all)")
        parser.add_argument("--timeout", type=float, default=120.0, help="seconds to wait for the holder (120)")
        parser.add_argument("--json", action="store_true", help="print the outcome as JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        """Rebuild and report."""
        names = [collection.name for collection in collections()]
        if options["collection"]:
            if options["collection"] not in names:
                raise CommandError(f"There is no collection {options['collection']!r}. There are: {', '.join(names)}.")
            names = [options["collection"]]
        report = []
        for name in names:
            for index in [options["index"]] if options["index"] else list(indexer.STORES):
                try:
                    done = holder.ask(IndexRequest.Kind.REBUILD, index, name, timeout=options["timeout"])
                except (RuntimeError, StoreUnavailable) as error:
                    raise CommandError(f"{index} {name}: {error}") from error
                report.append({"index": index, "collection": name, "count": done["count"]})
        if options["json"]:
            self.stdout.write(json.dumps(report))
            return
        for row in report:
            self.stdout.write(f"{row['index']:8} {row['collection']:12} {row['count']:>8} rows")
