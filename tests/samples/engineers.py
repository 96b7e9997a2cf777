"""People who could apply for the sample job, a backend engineer, and how near each comes."""

from tests.samples.content import Content, Role, Study

AMARA = Content(
    name="Amara Okafor",
    label="Senior Backend Engineer",
    email="amara.okafor@example.com",
    phone="(312) 555-0142",
    city="Chicago, IL",
    links=("github.com/amara-okafor-example",),
    summary=(
        "Backend engineer with nine years of building web services in Python. Designs REST APIs, keeps PostgreSQL "
        "fast, and leaves systems easier to run than she found them. Has led a team of five and mentored juniors."
    ),
    roles=(
        Role(
            "Senior Backend Engineer",
            "Lakeshore Freight",
            "Chicago, IL",
            "March 2021 – Present",
            (
                "Designed and built the shipment API in Django and Django REST Framework, which serves 4 million "
                "requests a day at a 95th percentile of 80 ms.",
                "Moved 1.2 TB of order history from MySQL to PostgreSQL with 11 minutes of downtime.",
                "Introduced Celery and Redis for background jobs; nightly invoicing went from 6 hours to 35 minutes.",
                "Leads a team of five engineers, runs design reviews and mentors two junior developers.",
                "Runs all services in Docker on AWS (ECS, RDS, S3) with Terraform and GitHub Actions for CI/CD.",
            ),
        ),
        Role(
            "Backend Engineer",
            "Corvid Health",
            "Chicago, IL",
            "June 2017 – February 2021",
            (
                "Built appointment and billing services in Python and Flask for 140 clinics.",
                "Wrote the pytest suite that raised coverage from 38 % to 91 % and made weekly releases possible.",
                "Cut the slowest report from 90 seconds to 2 by indexing and rewriting its SQL queries.",
            ),
        ),
    ),
    studies=(
        Study(
            "Bachelor of Science in Computer Science", "University of Illinois Chicago", "2013 – 2017", "GPA 3.7 / 4.0"
        ),
    ),
    skills={
        "Languages": ("Python", "SQL", "JavaScript", "Bash"),
        "Backend": ("Django", "Django REST Framework", "Flask", "Celery", "REST APIs", "GraphQL"),
        "Data": ("PostgreSQL", "MySQL", "Redis", "Elasticsearch"),
        "Operations": ("Docker", "AWS", "Terraform", "GitHub Actions", "Linux", "Prometheus"),
    },
    certificates=("AWS Certified Developer – Associate, 2023",),
    languages=("English (native)", "Igbo (conversational)"),
)

ELOISE = Content(
    name="Éloïse Lefèvre-Gagné",
    label="Backend Developer (Python)",
    email="eloise.lefevre@example.org",
    phone="(514) 555-0117",
    city="Montréal, QC",
    links=("gitlab.com/eloise-lg-example",),
    summary=(
        "Python developer with six years of experience in payments and public transport. Likes small services with "
        "clear contracts, and tests that fail for one reason."
    ),
    roles=(
        Role(
            "Backend Developer",
            "Métro-Billet",
            "Montréal, QC",
            "09/2022 – Present",
            (
                "Builds ticketing APIs in Python with FastAPI and PostgreSQL for 300,000 riders a day.",
                "Wrote the OpenAPI contracts that three mobile teams generate their clients from.",
                "Put the services on Kubernetes and halved the cost of hosting.",
            ),
        ),
        Role(
            "Software Developer",
            "Caisse Boréale",
            "Québec, QC",
            "01/2020 – 08/2022",
            (
                "Maintained a Django application for loan requests; upgraded it from Django 1.11 to 3.2.",
                "Introduced code review, pytest and continuous integration in GitLab CI.",
            ),
        ),
    ),
    studies=(
        Study("Master of Science in Software Engineering", "Université Laval", "2018 – 2020"),
        Study("Bachelor of Science in Mathematics", "Université de Montréal", "2015 – 2018"),
    ),
    skills={
        "Languages": ("Python", "SQL", "TypeScript"),
        "Frameworks": ("Django", "FastAPI", "SQLAlchemy"),
        "Tools": ("PostgreSQL", "Redis", "Docker", "Kubernetes", "GitLab CI", "pytest"),
    },
    languages=("French (native)", "English (fluent)", "Spanish (basic)"),
)

DANIEL = Content(
    name="Daniel Whitaker",
    label="Python Developer",
    email="d.whitaker@example.com",
    phone="(206) 555-0168",
    city="Seattle, WA",
    links=("linkedin.com/in/daniel-whitaker-example",),
    summary="Web developer with four years of Python, mostly Django. Happiest close to the database.",
    roles=(
        Role(
            "Python Developer",
            "Harbor & Pine Outfitters",
            "Seattle, WA",
            "Feb 2023 – Present",
            (
                "Develops the online shop's order and stock services in Django with PostgreSQL.",
                "Built a REST API that 40 partner shops use to read stock levels.",
                "Containerised the shop with Docker and set up its deployment on AWS.",
            ),
        ),
        Role(
            "Junior Web Developer",
            "Cascade Web Studio",
            "Tacoma, WA",
            "Jul 2021 – Jan 2023",
            (
                "Built sites for small firms with Django, HTML and CSS.",
                "Wrote data imports from spreadsheets into PostgreSQL.",
            ),
        ),
    ),
    studies=(Study("Bachelor of Arts in Information Systems", "Western Washington University", "2017 – 2021"),),
    skills={
        "Skills": ("Python", "Django", "PostgreSQL", "REST APIs", "Docker", "AWS", "Git", "HTML", "CSS", "Linux"),
    },
    languages=("English",),
)

MARCUS = Content(
    name="Marcus Lindqvist",
    label="Principal Software Engineer",
    email="marcus.lindqvist@example.com",
    phone="(617) 555-0193",
    city="Boston, MA",
    links=("linkedin.com/in/marcus-lindqvist-example",),
    summary=(
        "Software engineer with eighteen years of experience in distributed systems, most of it in Java and Go. Has "
        "built trading, logistics and telemetry platforms and led groups of up to fourteen engineers. Looks for a "
        "hands-on role close to data and reliability."
    ),
    roles=(
        Role(
            "Principal Software Engineer",
            "Northbeam Telemetry",
            "Boston, MA",
            "January 2019 – Present",
            (
                "Owns the architecture of an ingestion platform that stores 900,000 measurements a second.",
                "Replaced a batch pipeline with Go services on Kafka; data is visible after 4 seconds instead of 40 "
                "minutes.",
                "Set up service-level objectives, on-call rotation and incident reviews for six teams.",
                "Leads fourteen engineers in three teams; hired nine of them.",
                "Wrote internal tools in Python for capacity planning and load tests.",
            ),
        ),
        Role(
            "Staff Engineer",
            "Tidewater Logistics",
            "Boston, MA",
            "April 2014 – December 2018",
            (
                "Split a Java monolith into 22 services behind REST APIs, with contract tests between them.",
                "Introduced PostgreSQL partitioning for 6 billion tracking events; queries got 30 times faster.",
                "Moved the platform from own racks to AWS with Terraform in ten months.",
                "Ran the guild for API design and wrote its handbook.",
            ),
        ),
        Role(
            "Senior Software Engineer",
            "Quarry Street Trading",
            "New York, NY",
            "August 2010 – March 2014",
            (
                "Developed the order router in Java; median latency fell from 900 to 140 microseconds.",
                "Built replay tooling with which every production day could be run again in tests.",
                "Introduced continuous integration with Jenkins and a rule that the build stays green.",
            ),
        ),
        Role(
            "Software Engineer",
            "Fernwood Systems",
            "Hartford, CT",
            "September 2008 – July 2010",
            (
                "Wrote claims software in Java and Oracle SQL for two insurers.",
                "Automated the monthly statements, which had taken two people a week.",
            ),
        ),
    ),
    studies=(
        Study(
            "Master of Science in Computer Science",
            "Northeastern University",
            "2006 – 2008",
            "Thesis on consensus in unreliable networks",
        ),
        Study("Bachelor of Science in Electrical Engineering", "University of Connecticut", "2002 – 2006"),
    ),
    skills={
        "Languages": ("Java", "Go", "Python", "SQL", "C++"),
        "Data": ("PostgreSQL", "Kafka", "Cassandra", "Oracle", "Redis"),
        "Operations": ("AWS", "Kubernetes", "Docker", "Terraform", "Jenkins", "Grafana", "Linux"),
        "Practice": ("System design", "Microservices", "REST APIs", "Team leadership", "Mentoring"),
    },
    certificates=("Certified Kubernetes Administrator, 2022",),
    languages=("English (native)", "Swedish (fluent)"),
    projects=(
        ("partition-keeper", "Open-source tool that makes and drops PostgreSQL partitions on a schedule."),
        ("Conference talk", "“Forty minutes to four seconds”, on moving from batches to streams, 2023."),
    ),
)

PRIYA = Content(
    name="Priya Raman",
    label="Data Engineer",
    email="priya.raman@example.org",
    phone="(512) 555-0129",
    city="Austin, TX",
    summary=(
        "Data engineer with five years of Python and SQL. Builds pipelines that say so when they are wrong, and "
        "warehouses that analysts trust."
    ),
    roles=(
        Role(
            "Data Engineer",
            "Bluebonnet Energy",
            "Austin, TX",
            "Apr 2022 – Present",
            (
                "Builds Airflow pipelines in Python that load 60 sources into Snowflake every hour.",
                "Models usage data in dbt with tests on each table; wrong bills fell by 70 %.",
                "Runs PostgreSQL and Spark jobs on AWS.",
            ),
        ),
        Role(
            "Data Analyst",
            "Mesa Insurance",
            "San Antonio, TX",
            "Aug 2020 – Mar 2022",
            ("Wrote SQL and pandas reports for claims.", "Automated 25 spreadsheets in Python."),
        ),
    ),
    studies=(Study("Bachelor of Science in Statistics", "Texas State University", "2016 – 2020"),),
    skills={
        "Python": ("5 years", "daily"),
        "SQL, PostgreSQL": ("5 years", "daily"),
        "Airflow, dbt": ("4 years", "daily"),
        "Spark": ("3 years", "weekly"),
        "AWS, Docker": ("3 years", "weekly"),
        "Django": ("6 months", "side project"),
    },
    certificates=("Snowflake SnowPro Core, 2023",),
    languages=("English", "Tamil"),
)

TOM = Content(
    name="Tom Becker",
    label="Junior Developer",
    email="tom.becker@example.com",
    phone="(503) 555-0155",
    city="Portland, OR",
    links=("github.com/tom-becker-example",),
    summary=(
        "Former line cook who retrained as a developer. Finished a 24-week course in Python and web development and "
        "looks for a first post in a team that reviews code."
    ),
    roles=(
        Role(
            "Developer (internship)",
            "Rose City Maps",
            "Portland, OR",
            "January 2026 – June 2026",
            (
                "Fixed 31 bugs in a Django application and wrote tests for each.",
                "Added an export of map data as CSV.",
            ),
        ),
        Role(
            "Line Cook",
            "The Copper Kettle",
            "Portland, OR",
            "May 2019 – August 2025",
            ("Ran the grill station for up to 200 covers a night.", "Trained four new cooks."),
        ),
    ),
    studies=(
        Study("Certificate in Web Development, 24 weeks", "Willamette Code School", "2025"),
        Study("High School Diploma", "Cedar Ridge High School", "2015 – 2019"),
    ),
    skills={"Skills": ("Python", "Django", "HTML", "CSS", "JavaScript", "Git", "SQLite")},
    projects=(
        ("Pantry", "Web application that plans meals from what is left in the fridge; Django and SQLite, 40 tests."),
    ),
)
