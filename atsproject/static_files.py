"""How the site's own files are named: by their content, so that browsers may keep them for ever."""

import logging

from whitenoise.storage import CompressedManifestStaticFilesStorage

log = logging.getLogger(__name__)


class CollectedFiles(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    """Hashed names from the manifest that ``collectstatic`` writes, and plain names for what it does not list.

    Django's own storage answers a file that was never collected with an exception, its ``manifest_strict = False``
    included, which turns every page of a site whose files were forgotten into an error. Here such a page is shown,
    plain where the file is missing, and the log says what to do.
    """

    manifest_strict = True

    def stored_name(self, name: str) -> str:
        """The hashed name of ``name``; ``name`` itself, said in the log, if the manifest does not list it."""
        try:
            return str(super().stored_name(name))
        except ValueError:
            log.warning("The static file %s was not collected. Run: manage.py collectstatic --noinput", name)
            return name
