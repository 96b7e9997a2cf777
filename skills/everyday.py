"""What is particular to single everyday words: what around them makes them the skill for sure, or rules it out."""

import re
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Everyday:
    """Patterns for the text right before and right after; a verb is never the skill at the start of a sentence."""

    yes_before: str = ""
    yes_after: str = ""
    no_before: str = ""
    no_after: str = ""
    is_verb: bool = False
    only_when_sure: bool = False  # without one of the first two it is never the skill

    @cached_property
    def _compiled(self) -> tuple[re.Pattern[str] | None, ...]:
        def end(pattern: str) -> re.Pattern[str] | None:
            return re.compile(rf"(?:{pattern})\s*$", re.IGNORECASE) if pattern else None

        def start(pattern: str) -> re.Pattern[str] | None:
            return re.compile(rf"^(?:{pattern})", re.IGNORECASE) if pattern else None

        return end(self.yes_before), start(self.yes_after), end(self.no_before), start(self.no_after)

    def accepts(self, before: str, after: str) -> bool:
        """Whether the words around make it the skill, in any case."""
        yes_before, yes_after, _, _ = self._compiled
        return bool((yes_before and yes_before.search(before)) or (yes_after and yes_after.match(after)))

    def refuses(self, before: str, after: str) -> bool:
        """Whether the words around rule the skill out."""
        _, _, no_before, no_after = self._compiled
        return bool((no_before and no_before.search(before)) or (no_after and no_after.match(after)))


_OFFICE = r"\b(?:ms|microsoft|office|m\.?s\.?)[ -]"
_LETTERED = (
    r"\b(?:vitamins?|grade|class|hepatitis|category|schedule|series|type|plan|appendix|exhibit|section|option|part|"
    r"column|row|figure|unit|group|level|tier|block|phase|step|building|terminal|gate|room|team|company|model|form|"
    r"title|articles?|chapter|annex|level|rated|degrees?|°|\d)"
)
_SEASON = (
    r"\s*(?:'?\d{2,4}\b|semester|term|break|quarter|season|cleaning|intake|internship)"
    r"|\s*[-–—]\s*(?:summer|fall|autumn)"
)

EVERYDAY: dict[str, Everyday] = {
    "excel": Everyday(
        yes_before=_OFFICE + r"|\b(?:advanced|intermediate|basic|in|with|using|via) ",
        yes_after=r"\s+(?:spreadsheets?|workbooks?|pivot|macros?|formulas?|skills|vba|models?|modell?ing|dashboards?|"
        r"reports?|functions|sheets?|power query|knowledge|proficiency|templates?|\(|trackers?)",
        no_after=r"\s+(?:in|at|as|within|under|when|by|beyond|academically|professionally)\b",
        is_verb=True,
    ),
    "word": Everyday(
        yes_before=_OFFICE,
        yes_after=r"\s*[,/&]\s*(?:ms |microsoft )?(?:excel|powerpoint|outlook|access)|\s+and\s+(?:excel"
        r"|powerpoint|outlook)",
        no_after=r"\s+(?:of|for|from|processing|processor|count|press|order|problems|embeddings?)\b|[-–]",
        no_before=r"\b(?:key|the|a|every|spoken|written|last|by|any|this|one|no|your|our|god's)",
    ),
    "access": Everyday(
        yes_before=_OFFICE,
        yes_after=r"\s+(?:databases?|vba|queries)\b",
        no_after=r"\s+(?:to|control|management|points?|network|rights|token|and identity|policy|requests?"
        r"|review)\b|[-–]",
        no_before=r"\b(?:remote|open|data|patient|market|network|user|equal|physical|venous|vascular"
        r"|identity &|identity and"
        r"|privileged|role[- ]based|rope|to|quick|easy|free|full|public)",
        is_verb=True,
    ),
    "teams": Everyday(
        yes_before=_OFFICE,
        yes_after=r"\s+(?:rooms|administration|telephony|voice|calling)\b",
        no_before=r"\b(?:\w+ing|functional|our|the|product|engineering|sales|development|agile|scrum|remote"
        r"|small|large|"
        r"global|multiple|across|with|diverse|cross|of|lead|led|manage|build|my|various|other|different|virtual|"
        r"between|for|to)",
        no_after=r"\s+(?:of|across|to|with|in|that|who|are|is)\b",
    ),
    "outlook": Everyday(yes_before=_OFFICE, no_before=r"\b(?:positive|business|economic|financial|an?|the|market)"),
    "project": Everyday(yes_before=r"\b(?:ms|microsoft)[ -]", only_when_sure=True),
    "c": Everyday(
        yes_before=r"\b(?:ansi|embedded|objective)[ -]|C\+\+ ?[/,] ?",
        yes_after=r" ?/ ?C\+\+| ?(?:,|and|or|&) ?C(?:\+\+|#)| programming| developer| code\b| language",
        no_before=_LETTERED,
        no_after=r"\s*(?:level|suite|corp|block|wing|platoon|section|clamp|arm\b|diff)|\s?[.)]\s?\w|\s+(?:[A-Z]\.|license"
        r"|licence|visa)|\+|#|°",
    ),
    "r": Everyday(
        yes_after=r" ?(?:,|/|and|or) ?(?:python|sas|spss|stata|matlab|julia)\b| ?studio| ?shiny| ?markdown|"
        r" ?programming"
        r"| packages?| scripts?| code\b",
        yes_before=r"\b(?:python|sas|spss|stata|matlab|julia|sql) ?(?:,|/|and|or|&) ?",
        no_before=_LETTERED,
        no_after=r"\s?&\s?D|\s*(?:squared|value|us\b|licen[cs]e)|'s|’s",
    ),
    "d": Everyday(no_before=_LETTERED + r"|\bR ?& ?", no_after=r"[-–.]|'|’"),
    "go": Everyday(
        yes_after=r" ?lang\b|\s+(?:microservices?|modules?|routines?|backend|services?|developer|programming|1\.\d+)",
        no_after=r"\s*[-–]|\s+(?:to|live|above|beyond|the|for|through|out|on|over|into|with|green|further|ahead|back|"
        r"down|up|wrong|well|hand|daddy|pro)\b",
        no_before=r"\b(?:to|on[- ]the|on|and then|let's|we|i|you|they|will|can|should|must|pokemon|pokémon|ready)",
        is_verb=True,
    ),
    "spring": Everyday(
        yes_after=r"\s*(?:boot|mvc|framework|cloud|security|data|batch|webflux|integration)\b|\s*/\s*hibernate",
        yes_before=r"\bjava ?[,/&(] ?",
        no_after=_SEASON,
        no_before=r"\b(?:in|of|the|since|from|until|this|last|next|early|late|hot|palm|silver|each)",
    ),
    "swift": Everyday(
        yes_after=r"\s*ui\b|\s+\d\b|\s*[/,] ?(?:objective|swiftui|ios|kotlin)",
        no_after=r"\s+(?:response|action|resolution|delivery|decision|and|transport|messag\w+|payments?"
        r"|code\b|mt\d|gpi)",
        no_before=r"\b(?:a|the|taylor|jonathan|for|ensur\w+|provid\w+)",
    ),
    "rust": Everyday(
        no_after=r"\s*(?:belt|proof|prevention|removal|inhibitor|protection)|[-–]", no_before=r"\b(?:for|from|remove)"
    ),
    "react": Everyday(
        yes_after=r"[ .]?js\b|\s*(?:native|hooks|redux|router|query|components?|developer|front)|\s*[/,+]"
        r" ?(?:redux|typescript|vue|angular|node|next)",
        no_after=r"\s+(?:to|quickly|well|with|calmly|fast|appropriately|in|under|on)\b(?!\s+(?:typescript"
        r"|redux|node|next|react))",
        no_before=r"\b(?:to|who|will|can|must|quickly)",
        is_verb=True,
    ),
    "express": Everyday(
        yes_after=r"[ .]?js\b|\s*[/,] ?(?:mongo|nest|koa|react)",
        yes_before=r"\bnode(?:\.?js)?(?:\s*[/,&(+]|\s+(?:and|with))\s*",
        no_before=r"\b(?:american|federal|the|an?|pony|oracle|sql server|holiday inn|polar|apm|to)",
        no_after=r"\s+(?:your|our|delivery|entry|interest|ideas|yourself|shipping|freight|themselves"
        r"|complex|mail|courier|card)\b",
        is_verb=True,
    ),
    "ruby": Everyday(yes_after=r"\s+on\s+rails|\s*/\s*rails", no_after=r"\s+(?:[A-Z]\.|tuesday)"),
    "scala": Everyday(no_before=r"\b(?:la|alla)"),
    "oracle": Everyday(yes_after=r"\s*(?:\d{1,2}[cgi]\b|db|database|sql|pl/sql|rac|dba|developer|forms|apex)"),
    "chef": Everyday(
        yes_after=r"\s*[,/&] ?(?:puppet|ansible|salt|terraform)|\s+(?:cookbooks?|recipes and cookbooks|infra"
        r"|automate)\b",
        yes_before=r"\b(?:puppet|ansible|salt(?:stack)?|terraform) ?(?:,|/|and|or) ?",
        only_when_sure=True,
    ),
    "puppet": Everyday(no_after=r"\s+(?:show|theatre|theater|making|master class)\b"),
    "storm": Everyday(yes_before=r"\bapache ", only_when_sure=True),
    "spark": Everyday(
        yes_before=r"\b(?:apache|databricks|hadoop ?[,/&]|kafka ?[,/&]) ?",
        yes_after=r"\s*(?:sql|streaming|mllib|jobs|cluster)|\s*[/,&] ?(?:hadoop|kafka|hive|flink|databricks|airflow)",
        no_after=r"\s+(?:plugs?|joy|interest|change|curiosity|innovation|ideas|a|an|the|conversation|imagination)\b",
        no_before=r"\b(?:creative|a|the|to|that|bright)",
        is_verb=True,
    ),
    "hive": Everyday(yes_before=r"\bapache ", no_after=r"\s+(?:mind|of)\b", no_before=r"\b(?:bee|a|the)"),
    "pig": Everyday(
        yes_before=r"\bapache ", no_before=r"\b(?:guinea|a|the)", no_after=r"\s+(?:farm\w*|iron|health|production)"
    ),
    "flask": Everyday(
        no_before=r"\b(?:shake|a|the|erlenmeyer|volumetric|glass|culture|round[- ]bottom)",
        no_after=r"\s+(?:culture|s\b)",
    ),
    "sage": Everyday(
        yes_after=r"\s*(?:50|100|200|300|intacct|x3|line|payroll|accounts|business|one|pastel|evolution|people)\b"
    ),
    "square": Everyday(
        no_before=r"\b(?:the|a|chi|times|trafalgar|per|red|union|town|least)",
        no_after=r"\s+(?:feet|foot|met\w+|mile|root|yards?|dance)",
    ),
    "slack": Everyday(no_before=r"\b(?:pick(?:ing)? up the|the|no)", no_after=r"\s+(?:time|variables?|in)\b"),
    "zoom": Everyday(no_after=r"\s+(?:in|out|lens)\b"),
    "sketch": Everyday(
        no_before=r"\b(?:a|the|to|quick|rough)", no_after=r"\s+(?:artist|comedy|book|out|ideas|maps?)\b", is_verb=True
    ),
    "unity": Everyday(yes_after=r"\s*(?:3d|2d|engine|game)", no_before=r"\b(?:of|in|team|and|national)"),
    "notion": Everyday(no_before=r"\b(?:the|a|any|this|preconceived)", no_after=r"\s+(?:that|of)\b"),
    "make": Everyday(yes_before=r"\bgnu ", only_when_sure=True),
    "sas": Everyday(no_after=r"\s+(?:airlines|scandinavian)|\s*[-–]\s*(?:3|12)\b"),
    "lean": Everyday(
        yes_after=r"\s*(?:manufacturing|six sigma|production|management|principles|methodolog\w+|tools"
        r"|thinking|startup|"
        r"practices|construction|processes|methods|transformation|/)",
        no_after=r"\s+(?:in|on|into|team|teams|forward|towards?|muscle|meat|body)\b",
        is_verb=True,
    ),
    "epic": Everyday(
        yes_after=r"\s*(?:ehr|emr|systems|hyperspace|beaker|willow|ambulatory|cadence|charting|certified|care)",
        no_before=r"\b(?:an?|the|user stories and|truly|jira)",
        no_after=r"\s+(?:games|stories|failure|proportions)\b",
    ),
    "forge": Everyday(no_after=r"\s+(?:relationships?|partnerships?|new|strong|ahead)\b", is_verb=True),
    "segment": Everyday(yes_before=r"\btwilio ", only_when_sure=True),
    "mode": Everyday(yes_after=r"\s*(?:analytics)", only_when_sure=True),
    "tally": Everyday(yes_after=r"\s*(?:erp|prime|\d)", no_after=r"\s+(?:up|the|counter|sheets?|of)\b", is_verb=True),
    "maya": Everyday(yes_before=r"\bautodesk ", no_after=r"\s+[A-Z]\w"),
    "shell": Everyday(
        yes_after=r"\s*script\w*",
        no_before=r"\b(?:royal dutch|and|egg|the)",
        no_after=r"\s+(?:gas|oil|plc|company|and tube|petrol|garage|service station|station|forecourt)",
    ),
    "basic": Everyday(yes_before=r"\bvisual ", only_when_sure=True),
    "emt": Everyday(
        no_after=r"\s*(?:conduit|and rigid|,? rigid|bend\w*|pipe|fittings?|raceways?)",
        no_before=r"\b(?:conduit|rigid|bend\w*|runs?|pull\w*|install\w*)(?: \w+)?",
    ),
    "cro": Everyday(no_before=r"\b(?:the|our|to|a)"),
    "relativity": Everyday(no_before=r"\b(?:general|special|theory of|of)", no_after=r"\s+theory\b"),
    "case management": Everyday(no_after=r"\s+(?:systems?|software|tools?|platforms?|conferences?)\b"),
    "marking": Everyday(no_before=r"\b(?:CE|UKCA|line|road|floor|laser|setting out and)"),
    "warehouse": Everyday(
        no_before=r"\b(?:quer\w+|load\w*|into|data|sql|analytics|snowflake|redshift|bigquery|synapse)"
        r"(?: (?:our|the|a|an|their|its))?",
        no_after=r"\s+(?:schemas?|loads|tables?|models?|modell?ing|layers?|quer(?:y|ies)|sql|architecture)\b",
    ),
    "setting out": Everyday(
        no_after=r"\s+(?:the|an?|our|my|their|clear|how|what|why|to|on|goals?|objectives?|expectations|priorities|plans)\b"
    ),
    "redundancies": Everyday(
        no_before=r"\b(?:eliminat|remov|reduc|minimi|avoid|identif|cut|data|code|process|system|network|server|built-in)\w*",
        no_after=r"\s+(?:in|across|between|from|of)\b",
    ),
    # Names that count in any case, but for the other thing of the same name.
    "flutter": Everyday(
        no_before=r"\b(?:atrial|a|wow and|aeroelastic|diaphragmatic|of)", no_after=r"\s+(?:waves?|of)\b"
    ),
    "ionic": Everyday(
        no_after=r"\s+(?:columns?|bond\w*|liquids?|compounds?|strength|exchange|order|polymers?|conduct\w+|silver|radi\w+)"
    ),
    "angular": Everyday(
        no_after=r"\s+(?:brackets?|stones?|momentum|velocity|contact|bearings?|acceleration|displacement|cheilitis|stomatitis"
        r"|resolution|measurements?)"
    ),
    "illustrator": Everyday(
        no_before=r"\b(?:freelance|children['’]?s|book|medical|as an?|and|scientific|lead|senior)",
        no_after=r"\s+(?:of|for) (?:the |children|books?|magazines|a )|\s+and (?:author|animator|designer|writer)",
        yes_before=r"\b(?:adobe|photoshop|indesign|adobe cc) ?(?:,|/|&|and)? ?",
    ),
    "selenium": Everyday(
        no_before=r"\b(?:zinc(?: and|,)|serum|vitamin e(?: and|,))",
        no_after=r"\s+(?:and (?:zinc|iodine|vitamin)|supplement\w*|deficien\w+|levels?|status|intake|toxicity)",
    ),
    "cucumber": Everyday(
        no_before=r"\b(?:tomato(?:es)?|peppers?|lettuce)(?:,| and)",
        no_after=r"(?:,| and) (?:tomato|pepper|lettuce|aubergine)|\s+(?:harvest\w*|crops?|grow\w*|plants?|salads?)",
    ),
    "postman": Everyday(
        no_before=r"\b(?:as an?|assistant|relief|the)",
        no_after=r"\W{0,3}(?:at |for |with )?(?:royal mail|an post|australia post|usps|canada post)"
        r"|\s+(?:rounds?|delivery|delivering)|\s*/\s*(?:postwoman|driver)",
    ),
    "patching": Everyday(
        no_before=r"\b(?:road|drywall|plaster|asphalt|pothole|tyre|roof)",
        no_after=r"\s+(?:and paint|drywall|plaster|walls?|holes?|roofs?|potholes?|asphalt|concrete|clothes|tyres?"
        r"|damaged walls)",
    ),
    "azure": Everyday(no_after=r"\s+(?:nails?|hotel|spa|restaurant|resort|sky|sea|beach|bar)\b"),
    "canvas": Everyday(
        yes_after=r"\s*(?:lms|learning management)",
        yes_before=r"\b(?:blackboard|moodle|brightspace) ?(?:,|/|&|and|or) ?",
        no_before=r"\b(?:on|oil and|stretched|of|the|a|and|blank)",
        no_after=r"\s+(?:tents?|bags?|prints?|shoes?|painting|stretching|covers?|and)\b",
    ),
    "compass": Everyday(no_after=r"\s+(?:group|rose)\b"),
    "ada": Everyday(
        yes_after=r"\s*(?:\d{2,4}\b|programming)",
        no_before=r"\b(?:under the|the|with)",
        no_after=r"\s+(?:[A-Z]|compliance|compliant|accommodations?|accessib|coordinator|standards"
        r"|requirements|guidelines|law|regulations)",
    ),
}
