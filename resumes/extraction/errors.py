"""Why a PDF could not be read: a code for programs and a sentence for people."""

SENTENCES = {
    "encrypted": "This PDF is protected by a password. Remove the protection and upload it again.",
    "broken": "This PDF is damaged and cannot be opened. Export it again from the program that made it.",
    "no_text": "This PDF holds no text that can be read: it is probably a scan.",
    "timeout": "Reading this PDF took too long and was stopped. Print it to a new PDF and upload that file.",
    "too_large_text": "This PDF unfolds to more than a resume can hold. Print it to a new PDF and upload that file.",
}


class ExtractionError(Exception):
    """Reading failed. ``code`` is one of encrypted, broken, no_text, timeout, too_large_text."""

    def __init__(self, code: str, message: str = "") -> None:
        self.code = code
        self.message = message or SENTENCES[code]
        super().__init__(self.message)
