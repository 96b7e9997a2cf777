"""Words of the synthetic world: kinds of jobs, settings a job is in, and habits candidates show.

Everything is made up; nobody named here exists.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Family:
    """One kind of job: titles, employers, skills asked for, what people in it do, what they studied."""

    name: str
    titles: tuple[str, ...]
    skills: tuple[str, ...]
    duties: tuple[str, ...]
    degree: str


FAMILIES = (
    Family(
        "software",
        ("Backend Developer", "Software Engineer", "Python Developer"),
        ("Python", "Django", "PostgreSQL", "Docker", "Redis", "REST APIs", "Git", "Linux", "Kubernetes", "AWS"),
        ("built services for order processing", "moved a monolith to smaller services", "wrote data import jobs"),
        "BSc Computer Science",
    ),
    Family(
        "data",
        ("Data Analyst", "Business Intelligence Analyst", "Reporting Analyst"),
        ("SQL", "Tableau", "Excel", "Python", "Power BI", "Statistics", "ETL", "A/B Testing", "Pandas", "Looker"),
        ("built weekly sales dashboards", "analysed churn of subscribers", "prepared board reports"),
        "BSc Statistics",
    ),
    Family(
        "nursing",
        ("Registered Nurse", "Ward Nurse", "Staff Nurse"),
        (
            "Patient Care",
            "Medication Administration",
            "Triage",
            "Wound Care",
            "Electronic Health Records",
            "BLS",
            "Infection Control",
            "Phlebotomy",
            "Care Planning",
            "Vital Signs",
        ),
        ("cared for surgical patients", "gave medication on a 28-bed ward", "admitted and discharged patients"),
        "Bachelor of Nursing",
    ),
    Family(
        "finance",
        ("Accountant", "Financial Accountant", "General Ledger Accountant"),
        (
            "Accounts Payable",
            "Accounts Receivable",
            "IFRS",
            "SAP",
            "Excel",
            "Budgeting",
            "Reconciliation",
            "VAT",
            "Financial Reporting",
            "Forecasting",
        ),
        ("closed the books each month", "prepared annual accounts", "reconciled bank and supplier accounts"),
        "BSc Accounting",
    ),
    Family(
        "sales",
        ("Sales Manager", "Account Executive", "Key Account Manager"),
        (
            "Salesforce",
            "CRM",
            "Negotiation",
            "Lead Generation",
            "Account Management",
            "Cold Calling",
            "Pipeline Management",
            "B2B Sales",
            "Forecasting",
            "Presentations",
        ),
        ("sold industrial supplies to plants", "looked after forty retail accounts", "opened a new sales region"),
        "BA Business Administration",
    ),
    Family(
        "logistics",
        ("Logistics Coordinator", "Supply Chain Planner", "Warehouse Supervisor"),
        (
            "Inventory Management",
            "SAP",
            "Forklift Operation",
            "Supply Chain Management",
            "Excel",
            "Procurement",
            "Route Planning",
            "Warehouse Management",
            "Customs Clearance",
            "Lean",
        ),
        ("planned deliveries for three depots", "ran goods-in and goods-out", "booked freight by road and sea"),
        "BSc Logistics",
    ),
    Family(
        "teaching",
        ("Mathematics Teacher", "Science Teacher", "Secondary School Teacher"),
        (
            "Curriculum Development",
            "Classroom Management",
            "Lesson Planning",
            "Assessment",
            "Mathematics",
            "Tutoring",
            "Special Education",
            "Google Classroom",
            "Safeguarding",
            "Parent Communication",
        ),
        ("taught classes of thirty", "prepared pupils for final exams", "led the science club"),
        "MA Education",
    ),
    Family(
        "electrical",
        ("Electrician", "Maintenance Electrician", "Electrical Technician"),
        (
            "Electrical Wiring",
            "PLC",
            "Preventive Maintenance",
            "Blueprint Reading",
            "Troubleshooting",
            "Electrical Safety",
            "Motor Control",
            "Conduit Bending",
            "Circuit Testing",
            "Solar Installation",
        ),
        ("wired new production lines", "kept conveyors running", "fitted switchboards in housing blocks"),
        "Vocational Diploma in Electrical Installation",
    ),
    Family(
        "design",
        ("UX Designer", "Product Designer", "UI Designer"),
        (
            "Figma",
            "User Research",
            "Wireframing",
            "Prototyping",
            "Usability Testing",
            "Adobe XD",
            "Design Systems",
            "Accessibility",
            "Interaction Design",
            "Photoshop",
        ),
        ("designed a booking flow", "drew and tested a banking app", "kept a shared component library"),
        "BA Design",
    ),
    Family(
        "people",
        ("HR Manager", "HR Business Partner", "Recruiter"),
        (
            "Recruitment",
            "Onboarding",
            "Employee Relations",
            "Payroll",
            "Labour Law",
            "Performance Management",
            "Workday",
            "Interviewing",
            "HR Policies",
            "Talent Acquisition",
        ),
        ("hired for shops and head office", "ran the yearly review round", "advised managers on difficult cases"),
        "BA Human Resources",
    ),
    Family(
        "hospitality",
        ("Hotel Manager", "Front Office Manager", "Restaurant Manager"),
        (
            "Front Desk",
            "Customer Service",
            "Food Safety",
            "Revenue Management",
            "Event Planning",
            "Opera PMS",
            "Staff Scheduling",
            "Upselling",
            "Housekeeping",
            "Inventory Management",
        ),
        ("ran a ninety-room house", "planned banquets", "managed bookings and rates"),
        "Diploma in Hospitality Management",
    ),
    Family(
        "legal",
        ("Paralegal", "Legal Assistant", "Contracts Manager"),
        (
            "Legal Research",
            "Contract Drafting",
            "Litigation",
            "Due Diligence",
            "Compliance",
            "GDPR",
            "Document Management",
            "Contract Negotiation",
            "Legal Writing",
            "Case Management",
        ),
        ("prepared court bundles", "drafted supplier contracts", "kept the case files of four lawyers"),
        "LLB Law",
    ),
)


@dataclass(frozen=True, slots=True)
class Setting:
    """What a workplace is like, in the job's words, and the habit its recruiters look for without
    writing it down, in the candidates' words."""

    name: str
    job_says: tuple[str, ...]
    candidate_says: tuple[str, ...]


SETTINGS = (
    Setting(
        "inspected",
        (
            "Our work is inspected often, and every step has to be on paper.",
            "The site is under a licence, with visits from the authority each quarter.",
            "We work under strict external supervision and are examined twice a year.",
            "Regulators read what we write, so records must be complete.",
            "You will work in a setting where each action is signed and dated.",
            "An external body reviews our files every spring.",
        ),
        (
            "Volunteer firefighter for six years, trusted with the handover between crews",
            "Served as a reserve medic and kept the equipment checklist",
            "Trained as a mountain rescuer and led briefings before each call-out",
            "Lifeguard and shift lead at the city pool for four summers",
            "Member of the coast guard auxiliary, responsible for the radio log",
            "Volunteered with the ambulance service at weekends",
        ),
    ),
    Setting(
        "growing",
        (
            "We double in size each year and plans change within the week.",
            "A young company: much is not decided yet and will be decided by you.",
            "We are eleven people today and expect to be forty next summer.",
            "Priorities move quickly here, as new investors have just joined.",
            "You will join at an early stage, before processes exist.",
            "Expansion into three new cities is under way.",
        ),
        (
            "Founded and ran a neighbourhood repair café with forty members",
            "Started a small online shop while studying and sold it after three years",
            "Organised a local film festival from nothing, with a budget raised from shops",
            "Opened a weekend market stall and handled everything from buying to books",
            "Set up the town's first amateur rowing club and found its sponsors",
            "Self-published a travel guide and arranged its distribution",
        ),
    ),
    Setting(
        "public",
        (
            "Most of the day is spent with people who come to us with a question.",
            "You will be the face that visitors meet first.",
            "The role is talking and listening: our guests, clients and families expect time.",
            "Daily contact with the public, often in difficult moments.",
            "Those we serve should leave understanding what happens next.",
            "You will explain our work to people without prior knowledge.",
        ),
        (
            "Taught evening classes for adults learning to read",
            "Coached a junior handball team for five seasons",
            "Ran homework help at the library every Thursday",
            "Trained new apprentices and wrote their first-week guide",
            "Gave first-aid courses in schools",
            "Mentored exchange students through their first term",
        ),
    ),
    Setting(
        "patient",
        (
            "Our projects last three to seven years, with many partners.",
            "The installations we look after were built to stand for decades.",
            "Results show late here; what is begun must be finished.",
            "Agreements with partners run for ten years and need steady care.",
            "You will take over a programme that ends in eight years.",
            "Change is slow and deliberate in our house.",
        ),
        (
            "Restored a wooden sailing boat over nine years",
            "Kept bees for a decade and recorded each season's harvest",
            "Completed four marathons after two years of preparation for each",
            "Built a family house alongside work, from foundation to roof",
            "Plays the cello in the same amateur orchestra since 2009",
            "Compiled a regional plant atlas with fifteen years of field notes",
        ),
    ),
)

PLAIN_PASTIMES = (
    "Enjoys cooking and travelling",
    "Interested in photography and music",
    "Likes cycling and board games",
    "Reads novels and watches football",
    "Spends free time hiking with friends",
    "Collects records and visits museums",
)

MEASURED = (
    "{duty}, cutting errors from 6% to 2% in a year",
    "{duty}, finishing 12 days ahead of plan",
    "{duty}; complaints fell by a third",
    "{duty}, with 1,400 cases handled and none overdue",
    "{duty}, saving 38,000 a year",
)
VAGUE = (
    "{duty} in a dynamic environment with a passion for excellence",
    "{duty}, always thinking outside the box",
    "{duty} as a results-driven team player",
    "{duty} with proven synergies and strategic vision",
    "{duty}, going the extra mile every day",
)

FIRST_NAMES = (
    "Amara",
    "Bjorn",
    "Chiara",
    "Dmitri",
    "Elif",
    "Farid",
    "Greta",
    "Hugo",
    "Ines",
    "Jamal",
    "Keiko",
    "Lars",
    "Mei",
    "Nadia",
    "Oskar",
    "Priya",
    "Quinn",
    "Rosa",
    "Samuel",
    "Tomas",
    "Uma",
    "Viktor",
    "Wanda",
    "Ximena",
    "Yusuf",
    "Zofia",
)
LAST_NAMES = (
    "Abara",
    "Berg",
    "Costa",
    "Dvorak",
    "Eriksen",
    "Fontaine",
    "Garcia",
    "Haddad",
    "Ivanov",
    "Jensen",
    "Kovacs",
    "Lindqvist",
    "Moreau",
    "Nakamura",
    "Okafor",
    "Petrov",
    "Quispe",
    "Rossi",
    "Schmidt",
    "Tanaka",
    "Ulrich",
    "Vargas",
    "Weber",
    "Yilmaz",
)
PLACES = ("Northfield", "Easton", "Lakeview", "Harborough", "Milltown", "Stonebridge", "Westbury", "Ashford")
COMPANIES = (
    "Brightwater",
    "Corvane",
    "Delmont",
    "Everhall",
    "Foxglove",
    "Granby",
    "Hollins",
    "Ironvale",
    "Juniper",
    "Kestrel",
    "Larkfield",
    "Marlowe",
    "Northgate",
    "Orchard",
    "Pinecrest",
    "Quarry",
    "Redfern",
    "Silverton",
    "Thornhill",
    "Umber",
)
