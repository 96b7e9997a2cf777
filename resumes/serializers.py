"""What the API says of a resume. Read-only: rows are made by the services."""

from typing import Any

from rest_framework import serializers

from resumes.models import Resume


class ParseQualityField(serializers.Serializer[Any]):
    """How well the PDF could be read."""

    level = serializers.ChoiceField(["good", "fair", "poor", "unreadable"])
    flags = serializers.ListField(child=serializers.CharField())
    score = serializers.FloatField()


class ResumeRow(serializers.Serializer[Any]):
    """A resume in a list."""

    resume_id = serializers.CharField()
    candidate_name = serializers.CharField(allow_null=True)
    original_filename = serializers.CharField(allow_null=True)
    file_size = serializers.IntegerField(help_text="bytes")
    uploaded_at = serializers.DateTimeField()
    status = serializers.ChoiceField(Resume.Status.choices)
    error_code = serializers.CharField(allow_null=True)
    parse_quality = ParseQualityField(allow_null=True)
    page_count = serializers.IntegerField()
    engine = serializers.CharField(allow_null=True)
    used_ocr = serializers.BooleanField()
    person_id = serializers.IntegerField(allow_null=True)
    analysis_count = serializers.IntegerField()


class HiddenTextField(serializers.Serializer[Any]):
    """Text of the file that the page does not show."""

    page = serializers.IntegerField()
    text = serializers.CharField()
    reason = serializers.CharField()
    x0 = serializers.FloatField()
    y0 = serializers.FloatField()
    x1 = serializers.FloatField()
    y1 = serializers.FloatField()


class ResumeDetail(ResumeRow):
    """One resume with everything read from it but its text."""

    sha256 = serializers.CharField(allow_null=True)
    other_filenames = serializers.ListField(child=serializers.CharField())
    error = serializers.CharField(allow_null=True)
    finished_at = serializers.DateTimeField(allow_null=True)
    text_length = serializers.IntegerField(help_text="code points")
    hidden = HiddenTextField(many=True)
    profile = serializers.DictField(help_text="JSON Resume names")
    parser_version = serializers.CharField(allow_null=True)
    versions = serializers.ListField(
        child=serializers.CharField(), help_text="Other resumes of the same person, newest first"
    )
    linked_by = serializers.DictField(
        child=serializers.ListField(child=serializers.ChoiceField(["by_hand", "email", "phone", "employer"])),
        help_text=(
            "For each of the versions, what it has in common with this resume; employer: name and employer; by_hand: "
            "somebody said that they are one person's"
        ),
    )
    kept_apart = serializers.ListField(
        child=serializers.CharField(), help_text="Resumes of which somebody said that they are another person's"
    )


class ResumeText(serializers.Serializer[Any]):
    """The stored text, which every offset counts in."""

    resume_id = serializers.CharField()
    text = serializers.CharField()


class SamePerson(serializers.Serializer[Any]):
    """Whether another resume is of the same person, as somebody who looked at both says."""

    other = serializers.CharField(help_text="Id of the other resume")
    same = serializers.BooleanField()


class Versions(serializers.Serializer[Any]):
    """Which resumes are of the same person, and which were said not to be."""

    resume_id = serializers.CharField()
    person_id = serializers.IntegerField(allow_null=True)
    versions = serializers.ListField(child=serializers.CharField())
    linked_by = serializers.DictField(child=serializers.ListField(child=serializers.CharField()))
    kept_apart = serializers.ListField(child=serializers.CharField())


class TagChange(serializers.Serializer[Any]):
    """Tags to put on a resume and to take off it."""

    add = serializers.ListField(child=serializers.CharField(), default=list)
    remove = serializers.ListField(child=serializers.CharField(), default=list)


class ResumeTags(serializers.Serializer[Any]):
    """The tags a resume has, by name."""

    resume_id = serializers.CharField()
    tags = serializers.ListField(child=serializers.CharField())


class ResumeUpload(serializers.Serializer[Any]):
    """A PDF as a multipart field."""

    file = serializers.FileField()


class ResumeReceipt(serializers.Serializer[Any]):
    """What became of an upload."""

    resume_id = serializers.CharField()
    duplicate = serializers.BooleanField()
    status = serializers.CharField()
    candidate_name = serializers.CharField(allow_null=True)
    original_filename = serializers.CharField(allow_null=True)
    file_size = serializers.IntegerField()
    uploaded_at = serializers.DateTimeField()
    parse_quality = ParseQualityField(allow_null=True)


class BulkUpload(serializers.Serializer[Any]):
    """Several PDFs, each in a multipart field of the same name."""

    files = serializers.ListField(child=serializers.FileField())


class FileReport(serializers.Serializer[Any]):
    """What became of one file of many."""

    filename = serializers.CharField()
    outcome = serializers.ChoiceField(["stored", "duplicate", "queued", "ocr_queued", "unreadable", "refused"])
    resume_id = serializers.CharField(allow_null=True)
    duplicate = serializers.BooleanField()
    code = serializers.CharField(allow_null=True)
    detail = serializers.CharField(allow_null=True)


class BulkReport(serializers.Serializer[Any]):
    """One report per file, in the order sent, and how many had each outcome."""

    files = FileReport(many=True)
    outcomes = serializers.DictField(child=serializers.IntegerField())
