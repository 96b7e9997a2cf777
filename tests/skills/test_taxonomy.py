from pathlib import Path

import pytest

import skills
from skills.loading import DATA, load_taxonomy
from skills.outline import OutlineError, read_links, read_outline, slug


@pytest.fixture
def site_file(tmp_path):
    def write(text: str) -> Path:
        path: Path = tmp_path / "site.txt"
        path.write_text(text, encoding="utf-8")
        return path

    yield write
    skills.use_site_file(None)


class TestRelated:
    @pytest.mark.parametrize(
        ("wanted", "found", "credit"),
        [
            ("python", "python", 1.0),
            ("python", "django", 0.9),  # the group between them does not take anything away
            ("django", "python", 0.25),
            ("relational-databases", "postgresql", 1.0),
            ("postgresql", "relational-databases", 0.5),
            ("react", "vue-js", 0.4),
            ("javascript", "typescript", 0.95),
            ("registered-nurse", "nurse-practitioner", 0.9),
            ("django", "numpy", 0.0),
            ("python", "nursing", 0.0),
            ("python", "no-such-skill", 0.0),
        ],
    )
    def test_credit(self, wanted, found, credit):
        assert skills.taxonomy().related(wanted, found).credit == credit

    def test_the_reason_names_both(self):
        assert skills.taxonomy().related("sql", "postgresql").reason == "PostgreSQL is part of SQL"
        assert skills.taxonomy().related("react", "angular").reason == "both are Front-end frameworks"
        assert skills.taxonomy().related("python", "nursing").reason == ""

    def test_partial_credit_is_never_whole_but_for_members_of_a_group(self):
        taxonomy = skills.taxonomy()
        for skill in taxonomy:
            if skill.parent:
                up = taxonomy.related(skill.id, skill.parent).credit
                assert 0 < up < 1, skill.id


class TestSiteFile:
    def test_it_adds_skills_and_aliases_and_changes_the_version(self, site_file):
        before = skills.taxonomy().version
        skills.use_site_file(site_file("[Our tools]\nFrobnicator ; frob tool\nPython ; snake language\n"))
        assert [m.name for m in skills.find_skills("frob tools and snake language")] == ["Frobnicator", "Python"]
        assert skills.taxonomy().get("python").category == "Programming languages"
        assert skills.taxonomy().version != before
        skills.use_site_file(None)
        assert skills.taxonomy().version == before

    @pytest.mark.parametrize("text", ["Frob\n", "[A]\n   Frob\n", "[A]\nFrob ; ; x\n", "[A]\n+++ ; \n"])
    def test_a_bad_line_is_named(self, site_file, text):
        with pytest.raises(OutlineError, match=r"site\.txt:\d"):
            load_taxonomy([site_file(text)])

    def test_a_file_that_is_not_there(self, tmp_path):
        with pytest.raises(OutlineError, match="cannot be read"):
            load_taxonomy([tmp_path / "missing.txt"])

    def test_the_system_check_says_what_to_mend(self, site_file, settings):
        from jobs.checks import check_skills_file

        assert check_skills_file(None) == []
        settings.SKILLS_FILE = site_file("Frob\n")
        assert "site.txt:1" in check_skills_file(None)[0].msg


def test_lookup_takes_names_aliases_and_ids_in_any_case():
    taxonomy = skills.taxonomy()
    assert taxonomy.lookup("GOLANG") == taxonomy.lookup("go") == taxonomy.get("go")
    assert taxonomy.lookup("nonsense") is None
    with pytest.raises(KeyError):
        taxonomy.get("nonsense")
    assert taxonomy.name("nonsense") == "nonsense"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("C", "c"),
        ("C++", "c-plus-plus"),
        ("C#", "c-sharp"),
        (".NET", "dot-net"),
        ("Node.js", "node-js"),
        ("A & B", "a-and-b"),
    ],
)
def test_slug(name, expected):
    assert slug(name) == expected


class TestData:
    """The shipped files hold together."""

    def entries(self):
        return [
            entry
            for path in sorted(DATA.glob("*.txt"))
            if path.name != "relations.txt"
            for entry in read_outline(path.read_text(encoding="utf-8"), path.name)
        ]

    def test_there_are_enough_across_many_fields(self):
        assert len(self.entries()) >= 1500
        assert len({entry.category for entry in self.entries()}) >= 25

    def test_ids_are_unique(self):
        ids = [entry.id for entry in self.entries()]
        assert sorted({i for i in ids if ids.count(i) > 1}) == []

    def test_no_two_skills_are_written_the_same(self):
        owners: dict[tuple[str, str], set[str]] = {}
        for entry in self.entries():
            for surface in entry.surfaces:
                rule = "cased" if surface.rule == "exact" else "any"
                owners.setdefault((surface.text if rule == "cased" else surface.text.casefold(), rule), set()).add(
                    entry.id
                )
        assert {text: ids for (text, _), ids in owners.items() if len(ids) > 1} == {}

    def test_every_parent_is_there_and_no_circle(self):
        taxonomy = skills.taxonomy()
        for skill in taxonomy:
            seen, at = {skill.id}, skill.parent
            while at is not None:
                assert at in taxonomy.skills
                assert at not in seen
                seen.add(at)
                at = taxonomy.get(at).parent

    def test_every_skill_can_be_found_by_one_of_its_names(self):
        taxonomy = skills.taxonomy()
        lost = []
        for entry in self.entries():
            texts = [
                before + surface.text + after
                for surface in entry.surfaces
                for before, after in (("", ""), ("Experience with ", "."), ("Puppet, ", ", Ansible"))
            ]
            if not any(m.skill_id == entry.id for text in texts for m in taxonomy.find(text)):
                lost.append(entry.id)
        assert lost == WITHOUT_A_NAME_IN_TEXTS

    def test_relations_name_skills_and_are_partial(self):
        links = list(read_links((DATA / "relations.txt").read_text(encoding="utf-8"), "relations.txt"))
        assert len(links) > 50
        assert all(0 < link.credit <= 1 for link in links)
        assert len({(link.source, link.target) for link in links}) == len(links)


# Groups that only hold others together.
WITHOUT_A_NAME_IN_TEXTS: list[str] = []
