"""Two hundred people who wrote the same resume: names of many origins, and everything else that says who one is."""

from collections.abc import Iterator
from dataclasses import dataclass

NAMES = """
Emily Walsh|Greg Baker|Lakisha Washington|Jamal Robinson|Darnell Jackson|Ebony Booker|Brendan O'Connor|Aoife Ní Bhriain
José Luis Hernández García|María Fernanda Gutiérrez|Nguyễn Thị Minh Khai|Trần Văn An|Wei Zhang|Xiuying Li|Haruto Sato
Sakura Takahashi|Min-jun Kim|Seo-yeon Park|Priya Raghunathan|Arjun Singh Chauhan|Mohammed Al-Farouqi|Fatima Zahra Benali
Aisha Bint Khalid|Yusuf Demir|Ayşe Yılmaz|Dmitri Volkov|Oksana Kovalenko|Zbigniew Wiśniewski|Agnieszka Dąbrowska
Björn Åkesson|Søren Østergaard|Jürgen Groß|Zoë van der Berg|Chukwuemeka Okonkwo|Ngozi Adichie-Bello|Kwame Nkrumah Mensah
Thandiwe Dlamini|Tekle Haile|Leilani Kealoha|Tane Whaanga|Moshe Ben-David|Rivka Goldstein|Giulia De Luca|Étienne Lefèvre
Ionuț Popescu|Eleni Papadopoulou|Árpád Szőke|Jiří Dvořák|Ana Sofia d'Almeida|Li
""".strip()
ADDRESSES = (
    "12 Long Street, Springfield, IL 62704",
    "Hauptstraße 5, 10115 Berlin, Germany",
    "Flat 3, 221B Baker Street, London NW1 6XE",
    "14 rue de la Paix, 75002 Paris, France",
    "Plot 9, Sector 21, Gurugram 122001, India",
)
PHONES = ("+1 555 010 0199", "(555) 010-0142", "+44 20 7946 0958", "+49 30 5550100", "555.010.0177")
PRONOUNS = (("She", "her"), ("He", "his"), ("They", "their"))


@dataclass(frozen=True, slots=True)
class Persona:
    """Who somebody is, in the words a resume uses for it."""

    name: str
    email: str
    phone: str
    address: str
    link: str
    pronoun: str
    possessive: str
    extra: tuple[str, ...] = ()

    def header(self) -> str:
        """The lines above the first heading."""
        lines = [self.name, f"{self.email} | {self.phone} | {self.link}", self.address, *self.extra]
        return "\n".join(lines)


def personas(count: int = 200) -> Iterator[Persona]:
    """``count`` people, no two alike, always the same ones."""
    names = NAMES.replace("\n", "|").split("|")
    extras = (
        (),
        ("Date of birth: 12 March 1961",),
        ("Born 3 July 1999", "Nationality: Brazilian"),
        ("Age: 58", "Marital status: married"),
        ("Photo: attached", "Pronouns: they/them"),
        ("Gender: female", "Religion: none"),
    )
    for number in range(count):
        name = names[number % len(names)]
        pronoun, possessive = PRONOUNS[number % len(PRONOUNS)]
        handle = "".join(c for c in name.lower() if c.isascii() and c.isalpha()) or "someone"
        yield Persona(
            name=name,
            email=f"{handle}{number}@example.{('org', 'com', 'net')[number % 3]}",
            phone=PHONES[number % len(PHONES)],
            address=ADDRESSES[(number // 2) % len(ADDRESSES)],
            link=f"linkedin.com/in/{handle}-{number}",
            pronoun=pronoun,
            possessive=possessive,
            extra=extras[(number // 3) % len(extras)],
        )


RESUMES = (
    """{header}

SUMMARY
{first} is a backend engineer who builds payment services. {pronoun} led a team of four, and
{possessive} services handle two million requests a day.

EXPERIENCE
Senior Backend Engineer, Northwind Payments
March 2020 - Present
- Built REST APIs in Python and Django for card payments
- Moved a monolith to microservices on Kubernetes
- Mentored two junior engineers

Software Engineer, Contoso Retail
June 2016 - February 2020
- Wrote order services in Python with PostgreSQL
- Automated releases with Jenkins and Docker

EDUCATION
Bachelor of Science in Computer Science, Example State University, 2012 - 2016

SKILLS
Python, Django, PostgreSQL, Docker, Kubernetes, Jenkins, Git

LANGUAGES
English (native), Spanish (B2)
""",
    """{header}

Profile
Registered nurse with eight years on intensive care wards. {pronoun} trains new staff and is
known for {possessive} calm.

Work History
ICU Nurse, Example General Hospital, 2018 - Present
Cares for ventilated patients, titrates vasoactive medication and documents in the electronic health record.
Precepts new graduates.

Staff Nurse, Lakeside Clinic, 2015 - 2018
Medical-surgical ward with six patients a shift.

Education
Bachelor of Science in Nursing, Example University, 2015

Certifications
Basic Life Support, Advanced Cardiac Life Support, Registered Nurse licence
""",
    """{header}

Experience
Sales Manager | Fabrikam Foods | 01/2019 - 12/2023
Managed a team of nine sales representatives and grew revenue in the region by 18 percent.
Negotiated contracts with supermarket chains.
Sales Representative | Fabrikam Foods | 05/2014 - 12/2018
Opened forty new accounts and used Salesforce for pipeline forecasting.
Mr. {last} was salesperson of the year 2017.

Education
Diploma in Business Administration, Example College, 2014

Skills
Negotiation, Salesforce, Forecasting, Excel, Team leadership
""",
)
JOBS = (
    """Senior Python Engineer at Example Pay

Requirements
- 5+ years of experience in backend development with Python
- Django or Flask
- PostgreSQL and query tuning
- Experience with Kubernetes
- Bachelor's degree in Computer Science or a related field
Nice to have
- Mentoring of junior engineers
- German
""",
    """ICU Nurse, Example Hospital

You bring
- Registered Nurse licence
- At least three years on an intensive care unit
- Basic Life Support certification
- Care of ventilated patients
Nice to have
- Precepting new nurses
""",
    """Regional Sales Manager

We look for someone with
- Five years in sales, two of them leading a team
- Negotiation of contracts with retail chains
- Salesforce
- Fluent English
""",
)


def resume_of(number: int, persona: Persona) -> str:
    """The resume ``number`` (0, 1, 2 ...) as the persona would hand it in."""
    names = persona.name.split()
    return RESUMES[number % len(RESUMES)].format(
        header=persona.header(),
        first=names[0],
        last=names[-1],
        pronoun=persona.pronoun,
        possessive=persona.possessive,
    )


def job_of(number: int) -> str:
    """The posting that resume ``number`` answers."""
    return JOBS[number % len(JOBS)]
