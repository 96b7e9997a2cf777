"""Names of occupations, a row for each, and the trades whose rows are neighbours.

After the alternative labels of ESCO and the sample titles of O*NET, for the occupations that postings ask for most. A
row is a regular expression of the names of one occupation, in British, American and the common German, French, Spanish
and Dutch forms; the families before the colon are the trades that it belongs to. Two rows that share a family are
neighbours: a healthcare assistant works beside a nurse, and is none. A trade with an asterisk is one that the names
stand for as a whole: a software engineer may be of the back end or the front end.
"""

_TABLE = r"""
# Health
nursing: (?:registered|staff|charge|ward|theatre|district|community|critical care|icu|er|emergency|pediatric
  |paediatric|travel|school|practice|mental health|clinical|senior|general) nurse|nurse practitioner|nurse
  |(?:gesundheits- und )?(?:kinder)?krankenpfleger(?:in)?|krankenschwester|pflegefachkraft|infirmi(?:er|ère)
  |enfermer[oa]|verpleegkundige
nursing care: licensed (?:practical|vocational) nurse|enrolled nurse
nursing: midwife|hebamme|sage-femme
nursing care: (?:health ?care|nursing|care|patient care) (?:assistant|aide|technician)|carer|caregiver|support worker
  |home health aide|certified nursing assistant|care ?worker|home care worker|pflegehelfer(?:in)?|altenpfleger(?:in)?
  |aide-soignante?|personal care aide
medicine: physician|doctor of medicine|general practitioner|medical doctor|surgeon|anaesthetist|anesthesiologist
  |registrar doctor|consultant (?:cardiologist|surgeon|physician)|(?:assistenz|fach|haus|ober|chef)?arzt
medicine nursing: physician assistant|physician associate
emergency: paramedic|emergency medical technician|ambulance technician|rettungssanitäter
therapy: physiotherapist|physical therapist|kinésithérapeute|fisioterapeuta
therapy: occupational therapist|ergotherapist
therapy: speech(?:[- ]and)?[- ]language (?:pathologist|therapist)|speech therapist|logop[äe]d\w*
therapy: massage therapist|masseur|chiropractor|osteopath
therapy sport: personal trainer|fitness (?:instructor|trainer|coach)|gym instructor|strength coach
therapy social: psychologist|psychotherapist|counsell?or|mental health (?:counsell?or|therapist)
pharmacy: (?:clinical |community |hospital |responsible |locum )?pharmacist|apotheker(?:in)?|pharmacien(?:ne)?
pharmacy: (?:pharmacy|dispensing) (?:technician|assistant|dispenser)|dispenser
dental: dentist|dental surgeon|zahnarzt
dental: dental hygienist|RDH
dental: dental (?:nurse|assistant)|dental receptionist
imaging: radiograph(?:er|ic technologist)|radiologic technologist|sonographer|x-ray technician
laboratory: medical (?:technologist|laboratory (?:scientist|technologist|technician))|clinical laboratory scientist
  |biomedical scientist
laboratory: (?:lab(?:oratory)?|qc|quality control|chemistry|microbiology) (?:technician|analyst|assistant)
  |laborant(?:in)?|chemist|microbiologist
clinical-research: clinical (?:research|trials?|study) (?:associate|coordinator|manager|monitor|nurse|assistant)
laboratory research: research (?:scientist|associate|assistant|fellow)|postdoc\w*|scientist
veterinary: veterinarian|veterinary surgeon|vet
veterinary: veterinary (?:nurse|technician|assistant)
health-office: medical (?:coder|biller|records clerk)|billing specialist|coding specialist
health-office office: medical (?:secretary|receptionist|assistant)|arzthelferin|mfa
food-health: dieti(?:t|c)ian|nutritionist
optics: optician|optometrist
# Care, education, social work
social: (?:children['’]?s |family |child protection |hospital )?social worker|sozialarbeiter(?:in)?
  |assistante? sociale?|case worker|caseworker
social: youth worker|family support worker|case manager|support coordinator|residential worker
childcare: nursery (?:nurse|practitioner|assistant|manager)|early years (?:practitioner|educator|teacher)|(?:preschool
  |kindergarten|pre-k) teacher|childcare (?:worker|assistant|practitioner)|nanny|erzieher(?:in)?|au pair|childminder
school: (?:primary|elementary|class|key stage \d|year \d|first[- ]grade|fifth[- ]grade)(?: school)?(?: class)? teacher
  |grundschullehrer(?:in)?|professeure? des écoles
school: (?:secondary|high|middle)(?: school)?(?: \w+)? teacher|(?:math(?:ematic)?s?|science|physics|chemistry|biology
  |english|history|geography|french|german|spanish|music|art|pe|computing) teacher|teacher of \w+|studienrat
  |gymnasiallehrer(?:in)?
school: (?:special (?:education|needs)|SEN) teacher|sendco|senco
school: teaching assistant|classroom assistant|learning support assistant|paraprofessional|teacher['’]s aide
  |schulbegleiter(?:in)?
school university: lecturer|(?:assistant |associate )?professor|tutor|instructor|university teacher|maître de conf\w*
school training: (?:corporate |technical )?trainer|learning and development (?:manager|specialist)
  |instructional designer
school: head ?teacher|(?:vice |deputy |assistant )?principal|school leader
library: librarian|archivist|library assistant
# Software, data, infrastructure
software*: software (?:engineer|developer|programmer)|(?<!cnc )(?<!plc )(?<!robot )programmer|application (?:developer
  |engineer)(?= .{0,20}software)|(?:java|python|c\+\+|c#|\.net|php|ruby|go|golang|node|scala|kotlin) (?:engineer
  |developer)|(?:web|full[- ]?stack) (?:engineer|developer)|softwareentwickler(?:in)?|développeu(?:r|se)
  |desarrollador[a]?|entwickler(?:in)?|sde
software: (?:front[- ]?end|ui|react|angular|vue) (?:web )?(?:engineer|developer)
software: (?:back[- ]?end|server[- ]side) (?:\w+ )?(?:engineer|developer)
software: (?:ios|android|mobile)(?: app)? (?:engineer|developer)
software electronics: (?:embedded|firmware)(?: software| systems)? (?:engineer|developer)
software: game (?:developer|programmer)|gameplay programmer
software testing: (?:qa|quality assurance|test|software test(?:ing)?)(?: automation)? (?:engineer|analyst|tester)
  |software tester|tester|SDET
software data: (?:machine learning|ml|ai|deep learning|mlops|nlp|computer vision) (?:engineer|developer)
data: data scientist|applied scientist|machine learning (?:scientist|researcher)
data: (?:data|insights?|business intelligence|bi|reporting|customer|marketing|product) analyst|bi developer
  |datenanalyst(?:in)?
data software: (?:data|etl|data platform|analytics|big data|data warehouse) (?:engineer|developer)
data infrastructure: database (?:administrator|engineer)
infrastructure software: dev ?ops engineer|site reliability engineer|(?:cloud|infrastructure
  |platform)(?: \w+)? engineer|production engineer(?= .{0,30}software)
infrastructure desk: (?:systems?|linux|windows|unix|it) administrator|(?:linux|windows|it) engineer|sysadmin
  |systemadministrator(?:in)?|fachinformatiker(?:in)?
infrastructure desk: (?:network|noc) (?:engineer|administrator|technician|analyst)
desk: (?:it|technical|desktop|help ?desk|service desk)(?: \w+)? (?:support|specialist|technician|engineer|analyst)
  |help ?desk \w+|service desk \w+|it support(?: \w+)?|desktop support(?: \w+)?
cyber infrastructure: (?:cyber ?security|cyber security|information security|security operations|soc
  |infosec)(?: \w+)? (?:analyst|engineer|specialist|consultant)
  |penetration tester|ethical hacker|(?:application |cloud )security engineer|security analyst
software architecture: (?:software|solutions?|enterprise|cloud|it|data) architect
software-lead software: engineering manager|head of engineering|cto|(?:tech|technical|team) lead(?: \w+)?
# Product, projects, design, writing
product: (?:technical |senior |digital |group |associate )?product (?:manager|owner)
product marketing: product marketing manager
projects: project (?:manager|coordinator|lead|officer|director)|programme? manager|chef de projet|projektleiter(?:in)?
  |pmo(?: \w+)?
projects product: scrum master|agile coach|delivery manager
analysis: (?:it |technical )?business analyst|requirements engineer|systems? analyst|process analyst
analysis: management consultant|strategy consultant|business consultant
digital-design: (?:ux|user experience|product|interaction|ui/ux|ux/ui|ui) (?:designer|researcher)|service designer
digital-design print-design: (?:graphic|visual|communication|brand|web|packaging) designer|grafiker(?:in)?|graphiste
  |mediengestalter(?:in)?|illustrator|art director
print-design media: photographer|videographer|video editor|animator|motion designer|cameraman
space-design: interior designer|set designer|landscape designer
space-design building-design: architect(?:ural (?:designer|technologist|assistant))?(?! .{0,12}(?:software|cloud))
fashion: fashion designer|tailor|seamstress|pattern (?:cutter|maker)
writing: copywriter|content (?:writer|editor|creator|strategist)|editor
writing: technical (?:writer|author)|documentation specialist
writing media: journalist|reporter|news editor|redakteur(?:in)?
writing: translator|interpreter|übersetzer(?:in)?|traduct(?:eur|rice)
# Marketing, sales, customers
marketing: (?:digital|performance|growth|online|e-?commerce|ppc|paid media|paid search|seo
  |sem)(?: marketing)? (?:manager|specialist|executive|lead|consultant|analyst|marketer)|growth marketer
  |search engine optimi[sz]ation \w+
marketing: social media (?:manager|specialist|executive|coordinator)|community manager
marketing: (?:brand|marketing|content marketing|campaign|email marketing|field marketing) (?:manager|specialist
  |executive|coordinator|assistant|officer|director)|marketer
marketing events: (?:pr|public relations|communications?|press)(?: \w+)? (?:manager|officer|specialist|executive)
  |spokesperson
events: events? (?:manager|planner|coordinator|organi[sz]er)|conference producer
sales: account executive|sales (?:executive|rep(?:resentative)?|manager|consultant(?= .{0,40}\b(?:b2b|software)))
  |business development (?:executive|manager)|(?:key |enterprise |strategic )?account manager|field sales \w+
  |(?:aussendienst|außendienst)\w*|territory manager|commercial (?:manager|attaché)|vertriebs\w+
sales: sales development representative|business development representative|inside sales representative|telesales \w+
  |telemarketer
sales customer: customer success (?:manager|specialist|lead)|client success manager|onboarding manager
  |implementation (?:specialist|consultant|manager)
sales automation: (?:sales|application|pre-?sales|solutions?|field application) engineer|technical sales \w+
  |solutions? consultant
customer: customer (?:service|support|care|experience) (?:representative|advisor|adviser|agent|associate|assistant
  |specialist|executive)|(?:call|contact) cent(?:re|er) (?:agent|advisor|adviser|representative|operator)
  |kundenberater(?:in)?|client services? (?:advisor|representative)|customer (?:advisor|adviser)|téléconseill\w+
shop: salesperson|(?:shop|sales|store|retail|showroom)(?: sales)? (?:assistant|associate|clerk|advisor|adviser
  |consultant)|cashier|verkäufer(?:in)?|vendeu(?:r|se)|merchandiser|dependient[ea]
shop: (?:store|shop|retail|branch|department) (?:manager|supervisor)|filialleiter(?:in)?
estate: estate agent|real ?estate (?:agent|broker)|realtor|lettings? (?:agent|negotiator)
estate facilities: property manager|facilit(?:y|ies) manager|building manager|hausverwalter(?:in)?
insurance: (?:insurance |claims )(?:adjuster|handler|broker|agent|specialist|advisor)|underwriter|loss adjuster
# Finance
books accounting: bookkeeper|accounts (?:assistant|clerk)|accounting clerk|(?:purchase |sales )?ledger (?:clerk
  |administrator)|accounts payable(?: \w+)?|buchhalter(?:in)?|comptable|boekhouder|accounting assistant
books accounting: accounts receivable(?: \w+)?|credit control(?:ler| \w+)|collections (?:agent|specialist)
accounting: (?:financial|management|chartered|staff|general ledger|senior|group|cost|tax|fund) accountant|accountant
  |head of accounting|bilanzbuchhalter(?:in)?
accounting: (?:external |internal |statutory |it )?auditor|audit (?:senior|manager|associate|assistant)
  |wirtschaftsprüfer(?:in)?|assurance (?:senior|associate|manager)
accounting finance: (?:financial |business |group )?controller|finance (?:manager|director|business partner)
  |head of finance|cfo|fp&a (?:analyst|manager)|treasurer
finance: (?:financial|investment|equity|credit|research|treasury) analyst|portfolio manager|fund manager
  |investment banker|trader
finance: risk (?:analyst|manager)|actuar(?:y|ial analyst)|quantitative analyst
finance compliance: compliance (?:officer|analyst|manager)|(?:aml|kyc) analyst|anti-money laundering \w+
bank: financial advis[oe]r|bank(?:ing)? (?:teller|advis[oe]r|clerk)|mortgage (?:advis[oe]r|broker)|loan officer
  |wealth manager|personal banker|bankkauf\w+|relationship manager
books people: payroll (?:specialist|administrator|clerk|manager|officer)|lohnbuchhalter(?:in)?
# People, office, law
people: (?:hr|human resources|people)(?: business)? (?:partner|advisor|adviser|generalist|consultant|manager|officer)
  |personalreferent(?:in)?|hr director|head of (?:hr|people)
people office: (?:hr|human resources|people) (?:assistant|coordinator|administrator)
people: recruiter|talent acquisition (?:specialist|partner|manager|consultant)|recruitment (?:consultant|partner
  |specialist|officer|manager)|headhunter|sourcer
office: (?:personal|executive|private|management) (?:assistant|secretary)|team secretary
  |(?<!company )(?<!general )(?<!press )(?<!home )secretary(?! of state)|assistante? de direction
office: (?:office|administrative|admin) (?:manager|administrator|assistant|clerk|coordinator)|data entry (?:clerk
  |operator)|administrator(?=\W*$)|bürokauf\w+|sachbearbeiter(?:in)?
office hotel: receptionist|front (?:desk|office) (?:agent|clerk|assistant|manager)|guest service agent
law*: (?:lawyer|attorney
  |solicitor|barrister|counsel|rechtsanw[aä]lt\w*|avocate?|abogad[oa])
law: conveyancer|(?:residential )?(?:conveyancing|(?:commercial )?property|real estate) (?:solicitor|lawyer|attorney
  |executive)
law: (?:\w+ )?paralegal|legal (?:assistant|executive|clerk)|rechtsanwaltsfachangestellte\w*
law office: legal secretary
compliance law: contract(?:s)? (?:manager|administrator)|data protection officer|company secretary
# Supply, transport, warehouse
supply: (?:supply chain|demand|supply|production|inventory|materials?|s&op)(?: and \w+)? (?:analyst|planner|manager
  |coordinator|controller)|disponent(?:in)?(?= .{0,30}(?:material|produktion))
supply: (?<!media )buyer|(?:strategic )?purchas(?:er|ing (?:agent|officer|manager|specialist))|procurement (?:officer
  |specialist|manager)|category manager|sourcing (?:manager|specialist)|(?:strategische[rn]? )?einkäufer(?:in)?
  |acheteu(?:r|se)|inkoper
freight: (?:transport|fleet|route) (?:planner|manager|coordinator)|dispatcher|disponent(?:in)?
freight: freight forwarder|(?:freight|shipping|import|export|customs)(?: \w+)? (?:agent|coordinator|clerk|specialist
  |broker)|customs declarant|logistics (?:planner|coordinator|specialist|manager|clerk)|speditionskauf\w+
warehouse: warehouse (?:operative|associate|worker|assistant|person|clerk)|order picker|picker|packer|material handler
  |lagerist(?:in)?|lagermitarbeiter(?:in)?|magasinier|mozo de almacén|stock clerk
warehouse: (?:warehouse|distribution|fulfil?ment|distribution cent(?:re|er)
  |logistics operations)(?: operations)? (?:manager|supervisor|lead|shift leader)|lagerleiter(?:in)?
warehouse driving: (?:forklift|fork lift|reach truck|counterbalance|lift truck)(?: truck)?(?: (?:driver|operator
  |operative))
driving: (?:hgv|lorry|truck|heavy goods|c\+e|tractor-trailer|otr|semi|otr and regional|regional
  |long[- ]haul)(?: class \d)?(?: vehicle)?(?: class \d)? driver|cdl(?: class)?(?: a)? driver|trucker|lkw-fahrer
  |berufskraftfahrer(?:in)?|chauffeur poids[- ]lourd|vrachtwagenchauffeur
driving: (?:van|delivery|multi-?drop|parcel) driver|courier
driving: (?:bus|coach|tram) driver|busfahrer(?:in)?|taxi driver|chauffeur
rail: train (?:driver|conductor|guard)|railway \w+|zugbegleiter(?:in)?|locomotive \w+
air: (?:airline )?pilot|flight (?:attendant|officer)|cabin crew
# Building and trades
electrical-trade trades: electrician|spark(?=s)|electrical (?:installer|fitter|technician)|elektriker(?:in)?
  |elektroniker(?:in)?|électricien|electricista|wireman|elektromonteur
cabling electrical-trade: (?:network |data |structured )?cabl(?:ing|e) (?:technician|installer|engineer)|telecom(?:s
  |munications)? (?:technician|engineer)|fibre splicer
plumbing trades: plumber|(?:heating|gas|boiler) (?:engineer|installer|fitter|technician)|pipe ?fitter|klempner
  |anlagenmechaniker(?:in)?|plombier|fontanero|loodgieter
plumbing trades: (?:hvac|refrigeration|air conditioning)(?: \w+)? (?:technician|engineer|mechanic|installer)
wood trades: carpenter|joiner|cabinet maker|tischler(?:in)?|schreiner(?:in)?|menuisier
masonry trades: bricklayer|mason|plasterer|tiler|maurer|maçon|drywall \w+|roofer|dachdecker
paint trades: painter|decorator|maler(?:in)?
site trades: (?:construction|general) (?:labou?rer|worker|operative)|groundworker|builder|handyperson|handyman
site site-lead: (?:construction|site)(?: \w+)? (?:manager|supervisor|agent|fore(?:person|man))|clerk of works
  |construction superintendent|bauleiter(?:in)?|condu[ck]t(?:eu|o)r de travaux
site-lead: quantity surveyor|cost (?:manager|consultant|engineer)|(?:cost )?estimator
civil: (?:civil|highways?|transport(?:ation)?|drainage|water|geotechnical) (?:design )?engineer|bauingenieur(?:in)?
civil building-design: structural (?:design )?engineer
civil: land surveyor|surveyor|vermesser
welding metal: welder|fabricator|schwei(?:ss|ß)er(?:in)?|soudeur|boilermaker
metal: (?:cnc |manual )?machinist|cnc (?:operator|programmer|setter|turner|miller)|tool ?maker|zerspanungs\w+
  |zerspaner|lathe operator
upkeep metal: maintenance (?:mechanic|technician|engineer|fitter|electrician)|industrial mechanic|millwright
  |industriemechaniker(?:in)?|instandhalt\w+|fitter
vehicles upkeep: (?:auto(?:motive)?|vehicle|car|motor|diesel|hgv|truck|bus) (?:mechanic|technician|fitter)
  |kfz-mechatroniker(?:in)?|mechatroniker(?:in)?|mécanicien|mechanic
air upkeep: aircraft (?:mechanic|technician|engineer)
machines: (?:machine|production|process|line|assembly|factory) (?:operator|operative|worker|technician)|assembler
  |produktionsmitarbeiter(?:in)?|anlagenführer(?:in)?|plant operator
machines factory-lead: (?:production|manufacturing|plant|shift|factory|operations) (?:manager|supervisor|leader)
  |fore(?:person|man)|schichtleiter(?:in)?|head of production
# Engineering
mechanical: mechanical (?:design )?engineer|(?:mechanical |product )?design engineer|konstrukteur(?:in)?
  |product development engineer|cad (?:designer|engineer|technician)|draughts\w+|drafter
electronics: (?:electrical|electronics?|hardware|pcb|power)(?: design)? engineer|elektroingenieur(?:in)?
automation electronics: (?:automation|controls?|plc|robotics|commissioning|scada
  |instrumentation)(?: systems)? (?:engineer|programmer|technician)
process: (?:process|chemical|manufacturing|industrial|production|lean) engineer|verfahrensingenieur(?:in)?
quality: quality(?: assurance)? (?:engineer|manager|inspector|technician|controller|control \w+)|qualitäts\w+
safety: (?:hse|ehs|health and safety|safety|environmental)(?: \w+)? (?:officer|manager|advis[oe]r|engineer|specialist
  |coordinator)
energy: (?:wind|solar|energy|renewable)(?: \w+)? (?:technician|engineer|consultant|installer)
# Hospitality, security, beauty, land
kitchen kitchen-lead: (?:executive|head) chef|chef de cuisine|head of (?:the )?kitchen|kitchen manager
  |küchenchef(?:in)?
kitchen kitchen-lead: sous[- ]chef|junior sous[- ]chef
kitchen: chef de partie|commis(?: chef)?|line cook|cook|koch|köchin|cuisinier|cociner[oa]|chef|pastry chef|baker
  |kitchen (?:porter|assistant|helper)
service: waiter|waitress|waiting staff|(?:food|restaurant|banquet|cocktail) server
  |(?<!sql )(?<!windows )(?<!web )(?<!linux )server(?=s?\W*(?:$|/|\bat\b|\bin\b))|kellner(?:in)?|serveu(?:r|se)
  |camarer[oa]|cameriere
service: bartender|bar ?person|mixologist|bar staff|barista|barkeeper
service service-lead: restaurant (?:manager|supervisor)|bar manager|f&b manager|food and beverage manager|maître d\w*
hotel service-lead: (?:hotel|general|duty|rooms division|guest relations) manager(?= .{0,60}hotel)|hotel manager
  |concierge
cleaning: janitor|custodian|cleaner|cleaning operative|reinigungskraft|housekeep\w+|room attendant|chamber ?maid
  |agent d['’]entretien
guarding: security (?:officer|guard)|door supervisor|watch(?:person|man)|sicherheitsmitarbeiter(?:in)?|agent de sécurité
police: police officer|policeperson|detective|prison officer|firefighter|fireperson|soldier|infantry\w*
beauty: hair ?(?:dresser|stylist)|barber|beautician|beauty therapist|make-?up artist|friseur(?:in)?|coiffeu(?:r|se)
land: gardener|landscaper|groundskeeper|farm (?:worker|manager)|agronomist|florist|forester
travel: travel (?:agent|consultant)|tour guide|reiseverkehrskauf\w+
"""


def _rows(table: str) -> tuple[str, ...]:
    """The rows of the table; an indented line goes on with the row before it."""
    rows: list[str] = []
    for line in table.strip().splitlines():
        if line.startswith("  "):
            rows[-1] += line.strip()
        elif not line.startswith("#"):
            rows.append(line)
    return tuple(rows)


ROWS = _rows(_TABLE)
