"""Names that count in any case, but not where the words around say that something else is meant."""

import pytest

import skills


def names(text):
    return [mention.name for mention in skills.find_skills(text)]


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("Case management system (Proclaim or similar)", "Social work"),
        ("Machinery Directive / CE marking", "Student assessment"),
        ("Query our warehouse with SQL", "Warehouse management"),
        ("Keep children safe", "SAFe"),
        ("Setting out clear goals for the team", "Setting out"),
        ("Eliminated redundancies in the code base", "Redundancy and consultation"),
        ("A fan of the Los Angeles Rams", "RAMS"),
        ("Marketing Assistant, Leeds", "LEED"),
        ("Oil on canvas, exhibited in 2019", "Canvas LMS"),
        ("Oil on canvas, exhibited in 2019", "Canva"),
        ("Monitored patients with atrial flutter", "Flutter"),
        ("Synthesised ionic liquids", "Ionic"),
        ("Fitted angular brackets", "Angular"),
        ("Illustrator of children's books", "Adobe Illustrator"),
        ("Selenium and zinc supplements", "Selenium"),
        ("Cucumber and tomato harvesting", "Cucumber"),
        ("Postman, Royal Mail", "Postman"),
        ("Cashier, Shell petrol station", "Shell scripting"),
        ("Cabin crew, SAS Airlines", "SAS"),
        ("Patching drywall and painting", "Patch management"),
        ("Nail technician, Azure Nails", "Microsoft Azure"),
        ("Holder of R licence for motorboats", "R"),
    ],
)
def test_the_words_around_rule_it_out(text, absent):
    assert absent not in names(text)


@pytest.mark.parametrize(
    ("text", "present"),
    [
        ("Provided case management for thirty families", "Social work"),
        ("Lesson planning and marking", "Student assessment"),
        ("Warehouse experience", "Warehouse management"),
        ("Scaled with SAFe", "SAFe"),
        ("Setting out and levelling on site", "Setting out"),
        ("Led redundancies at two plants", "Redundancy and consultation"),
        ("Two LEEDs earned", "LEED"),
        ("Course building in Canvas LMS", "Canvas LMS"),
        ("Mobile apps in Flutter and Dart", "Flutter"),
        ("Angular, TypeScript, Ionic", "Ionic"),
        ("Photoshop, Illustrator and InDesign", "Adobe Illustrator"),
        ("Selenium, Cucumber and Postman", "Cucumber"),
        ("Selenium, Cucumber and Postman", "Postman"),
        ("Patching of Windows servers", "Patch management"),
        ("Deployed on Azure", "Microsoft Azure"),
        ("SAS programming", "SAS"),
    ],
)
def test_elsewhere_it_counts(text, present):
    assert present in names(text)


@pytest.mark.parametrize(
    "text",
    ["NHS ward with NEWS2", "EICR", "TUPE", "18th Edition", "JCT contracts", "Key Stage 2", "mise en place", "RTITB",
     "MCIPD", "SMSTS", "tracheostomy care", "setting out", "probate", "patch management"],
)  # fmt: skip
def test_everyday_skills_of_many_trades_are_known(text):
    assert names(text)


@pytest.mark.parametrize(
    ("text", "present"),
    [
        ("Balayage and blow drying", "Hairdressing"),
        ("STCW, GMDSS and ECDIS", "Seafarer certificates"),
        ("Skills: PAT testing, MEDDPICC", "Portable appliance testing"),
        ("Skills: PAT testing, MEDDPICC", "MEDDIC method"),
        ("Medication rounds, stoma care, MCA/DoLS", "Mental capacity law"),
        ("Sourdough and viennoiserie", "Viennoiserie"),
        ("PTS and COSS, track inspection", "Rail safety certificates"),
        ("Staplerschein vorhanden", "Forklift licence"),
        ("Current driver licence", "Driving licence"),
        ("Cashing up and till reconciliation", "Till operation"),
    ],
)
def test_skills_of_further_professions(text, present):
    assert present in names(text)


@pytest.mark.parametrize("text", ["Designed the warehouse schema in dbt", "Tuned Snowflake warehouse loads nightly"])
def test_a_warehouse_of_data_holds_no_goods(text):
    assert "Warehouse management" not in names(text)


def test_childcare_goes_by_the_name_of_its_qualification():
    assert "Childcare" in names("NVQ 3 Children's Care, Learning and Development")
