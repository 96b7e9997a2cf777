"""What a reading process may use. Hostile files are expected: every limit is enforced by the system."""

ADDRESS_SPACE = 512 * 1024 * 1024  # bytes
CPU_SECONDS = 10
WALL_SECONDS = 12.0
OUTPUT_BYTES = 32 * 1024 * 1024  # of one answer
OPEN_FILES = 32

MAX_PAGES = 60  # read; the rest is left and the document flagged "truncated"
MAX_CHARACTERS = 400_000  # of one document; a long resume has 20,000
MAX_PAGE_CHARACTERS = 60_000
