"""Why a PDF could not be read: a code for programs and a sentence for people."""

from resumes.document import HiddenText

SENTENCES = {
    "encrypted": "This PDF is protected by a password. Remove the protection and upload it again.",
    "broken": "This PDF is damaged and cannot be opened. Export it again from the program that made it.",
    "no_text": "This PDF holds no text that can be read: it is probably a scan.",
    "timeout": "Reading this PDF took too long and was stopped. Print it to a new PDF and upload that file.",
    "too_large_text": "This PDF unfolds to more than a resume can hold. Print it to a new PDF and upload that file.",
}
ALL_HIDDEN = "The pages of this PDF show no text: all the text it holds is hidden from who looks at them."


class ExtractionError(Exception):
    """Reading failed. ``code`` is one of encrypted, broken, no_text, timeout, too_large_text.

    ``hidden`` is the text that the file holds and its pages do not show, where that is all there is.
    """

    def __init__(self, code: str, message: str = "", *, hidden: tuple[HiddenText, ...] = (), pages: int = 0) -> None:
        self.code = code
        self.message = message or (ALL_HIDDEN if hidden and code == "no_text" else SENTENCES[code])
        self.hidden = hidden
        self.pages = pages
        super().__init__(self.message)
