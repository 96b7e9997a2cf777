"""How the site's own files are named: by their content, so that browsers may keep them for ever."""

import logging

from django.contrib.staticfiles.storage import staticfiles_storage
from whitenoise.middleware import WhiteNoiseMiddleware
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

    def lists(self, name: str) -> bool:
        """Whether ``name`` was collected."""
        return self.hash_key(self.clean_name(name)) in self.hashed_files


class StaticFilesMiddleware(WhiteNoiseMiddleware):  # type: ignore[misc]
    """Serves what was collected.

    To learn which names hold a hash, its parent asks for each name without its last part, most of which never were
    files: a name that is not listed is answered here, and the log is left to those that a page asked for.
    """

    def get_static_url(self, name: str) -> str | None:
        """The address of a file by its plain name, or None."""
        listed = getattr(staticfiles_storage, "lists", lambda name: True)
        return super().get_static_url(name) if listed(name) else None
