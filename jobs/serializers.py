"""Shapes of jobs and applications as the API takes and answers them."""

from typing import Any

from rest_framework import serializers

from jobs.models import Requirement
from jobs.requirement_rows import RequirementInput


class JobSubmission(serializers.Serializer[Any]):
    """A job as it is sent. Company and role are read from the description where they are left empty."""

    job_description = serializers.CharField(trim_whitespace=False)
    company_name = serializers.CharField(required=False, allow_blank=True, allow_null=True, default="")
    role_name = serializers.CharField(required=False, allow_blank=True, allow_null=True, default="")
    metadata = serializers.DictField(required=False, allow_null=True, default=None)


class JobReceipt(serializers.Serializer[Any]):
    """What is answered to a new job."""

    job_id = serializers.CharField()
    length = serializers.IntegerField(help_text="Characters of the description")
    company_name = serializers.CharField(allow_null=True)
    role_name = serializers.CharField(allow_null=True)
    requirement_count = serializers.IntegerField()


class CurrentJob(serializers.Serializer[Any]):
    """The caller's current job."""

    job_id = serializers.CharField()
    length = serializers.IntegerField(help_text="Characters of the description")
    company_name = serializers.CharField(allow_null=True)
    role_name = serializers.CharField(allow_null=True)
    job_description = serializers.CharField()
    created_at = serializers.DateTimeField()


class JobRow(serializers.Serializer[Any]):
    """A job in a list."""

    job_id = serializers.CharField()
    company_name = serializers.CharField(allow_null=True)
    role_name = serializers.CharField(allow_null=True)
    created_at = serializers.DateTimeField()
    version = serializers.IntegerField()
    blind_mode = serializers.BooleanField()
    analysis_count = serializers.IntegerField()
    description_preview = serializers.CharField()


class RequirementRow(serializers.Serializer[Any]):
    """A requirement of a job."""

    id = serializers.CharField()
    position = serializers.IntegerField()
    text = serializers.CharField()
    kind = serializers.ChoiceField(choices=Requirement.Kind.choices)
    must_have = serializers.BooleanField()
    weight = serializers.FloatField()
    years = serializers.FloatField(allow_null=True)
    level = serializers.CharField(allow_null=True)
    skills = serializers.ListField(child=serializers.CharField())
    skills_mode = serializers.ChoiceField(choices=Requirement.SkillsMode.choices)
    scorable = serializers.BooleanField()
    note = serializers.CharField(allow_null=True)
    is_edited = serializers.BooleanField()


class JobDetail(serializers.Serializer[Any]):
    """A job with its description and requirements."""

    job_id = serializers.CharField()
    company_name = serializers.CharField(allow_null=True)
    role_name = serializers.CharField(allow_null=True)
    job_description = serializers.CharField()
    metadata = serializers.DictField()
    weights = serializers.DictField(child=serializers.FloatField())
    version = serializers.IntegerField()
    blind_mode = serializers.BooleanField()
    created_at = serializers.DateTimeField()
    updated_at = serializers.DateTimeField()
    analysis_count = serializers.IntegerField()
    requirements = RequirementRow(many=True)


class JobChange(serializers.Serializer[Any]):
    """What of a job can be changed; a field that is left out stays as it is."""

    company_name = serializers.CharField(required=False, allow_blank=True)
    role_name = serializers.CharField(required=False, allow_blank=True)
    job_description = serializers.CharField(required=False)
    metadata = serializers.DictField(required=False)
    weights = serializers.DictField(child=serializers.FloatField(), required=False)
    blind_mode = serializers.BooleanField(required=False)


class Selection(serializers.Serializer[Any]):
    """The job that is now the caller's current one."""

    job_id = serializers.CharField()
    selected = serializers.BooleanField()


class RequirementList(serializers.Serializer[Any]):
    """All requirements of a job, in order, at one version."""

    job_id = serializers.CharField()
    version = serializers.IntegerField()
    requirements = RequirementRow(many=True)


class RequirementReplacement(serializers.Serializer[Any]):
    """What a job is to ask for from now on, in order; a row without ``id`` is new, one that is left out goes."""

    requirements = RequirementInput(many=True)


class JobSearchQuery(serializers.Serializer[Any]):
    """Words of the company's or the role's name."""

    query = serializers.CharField(max_length=200)


class ApplicationRow(serializers.Serializer[Any]):
    """An application as it is kept."""

    id = serializers.IntegerField()
    company = serializers.CharField()
    job_title = serializers.CharField()
    portal = serializers.CharField(allow_null=True)
    employment_type = serializers.CharField(allow_null=True)
    date_applied = serializers.DateField()
    created_at = serializers.DateTimeField()


class ApplicationReceipt(ApplicationRow):
    """An application just added, and whether the same one was there before."""

    already_applied = serializers.BooleanField()
    warning = serializers.CharField(allow_null=True)


class ApplicationCheckQuery(serializers.Serializer[Any]):
    """What to look for."""

    company = serializers.CharField(max_length=200)
    job_title = serializers.CharField(max_length=200)


class ApplicationCheck(ApplicationCheckQuery):
    """Whether it is on the list."""

    already_applied = serializers.BooleanField()


class ApplicationStatistics(serializers.Serializer[Any]):
    """Counts of the list."""

    total = serializers.IntegerField()
    by_portal = serializers.DictField(child=serializers.IntegerField())
    by_type = serializers.DictField(child=serializers.IntegerField())
    recent_7_days = serializers.IntegerField()


class WorkbookUpload(serializers.Serializer[Any]):
    """A workbook with the headers Company, Job, Portal, Full Time, Date Applied."""

    file = serializers.FileField()


class RowError(serializers.Serializer[Any]):
    """A row that was left out."""

    row = serializers.IntegerField()
    detail = serializers.CharField()


class WorkbookReport(serializers.Serializer[Any]):
    """What became of the rows of a workbook."""

    imported = serializers.IntegerField()
    skipped = serializers.IntegerField(help_text="Rows that were on the list already")
    # The framework takes declared fields off the class, so the name does not hide Serializer.errors.
    errors = RowError(many=True)  # type: ignore[assignment]
