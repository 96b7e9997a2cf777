"""Where PDFs are kept: local files that are on disk before their row exists."""

from django.core.files.storage import FileSystemStorage


class DurableFileSystemStorage(FileSystemStorage):
    """Local files under MEDIA_ROOT."""
