"""Wrong files.

A row of FILES is what is wrong, the whole of a scenario file, and a phrase of the message. `▸` stands where the message must
point to (it is taken out); where there is none, it must name the file.
A row of CHANGES is what is wrong, a file of the baseline, a text in it and the text in its place, and a phrase.
"""

FILES = [
    ("an empty file", "", "the file is empty"),
    ("a file of comments", "# nothing yet\n", "the file is empty"),
    ("a file with a NUL byte", "title = \"a▸\0b\"\n", "this is not"),
    ("a value without a key", "▸= 3\n", "expected a key"),
    ("a key without a value", "title =▸\n", "this is not"),
    ("a key without '='", "title ▸\"x\"\n", "a key must be followed by '='"),
    ("a text that is not closed", "title = \"x▸\nb = 1\n", "this is not a string"),
    ("a text that the file ends in", "title = \"\"\"x▸", "the text ends within a"),
    ("a list that is not closed", "[geography]\nonly = [\"a\",▸", "the text ends within an array"),
    ("a header that is not closed", "[time▸\nend = \"2020-Q4\"\n", "the table's header lacks its ']'"),
    ("a number with a comma", "[run]\npaths = 1▸,000\n", "write 1_000, not 1,000"),
    ("two values on a line", "a = 1 ▸b = 2\n", "nothing may follow"),
    ("a table in braces over two lines", "[radio]\nsectors = { a = 1,▸\n b = 2 }\n", "must be on one line"),
    ("a word without quotes", "title = ▸baseline\n", "put text in quotes"),
    ("a date that is none", "[time]\nend = 2020-13▸-01\n", "this is not a date"),
    ("a key that is set twice", "title = \"a\"\ntitle = ▸\"b\"\n", "this key is set a second time"),
    ("a table that is there twice", "[time]\nend = \"2020-Q4\"\n▸[time]\n", "this key is set a second time"),
    ("a key of a hundred parts", "▸" + ".".join(100 * ["a"]) + " = 1\n", "a key has more than 32 parts"),
    ("an extended file that is missing", "extends = ▸\"national-2021.toml\"\n", "did you mean 'national-2020.toml'?"),
    ("a file that extends itself", "extends = ▸\"plan.toml\"\n", "extend one another: plan.toml -> plan.toml"),
    ("an extended folder", "extends = ▸\"data\"\n", "it is a folder"),
    ("an extended number", "extends = ▸3\n", "'extends' must be a file name, is the number 3"),
]

PROVINCES = "data/provinces.csv"
BACKBONE = "data/backbone.csv"
SCENARIO = "national-2020.toml"

CHANGES = [
    ("a plan that lacks a year", SCENARIO, "plan = { 2020 = 588_000, ", "plan = ▸{ ", "missing input 'rollout.plan.2020' [stations/year]"),
    ("a number that is missing", SCENARIO, "[radio]\n", "[radio]\nmissing.", "missing input 'radio.spectral_efficiency'"),
    ("two networks of one name", SCENARIO, '[[network]]\nname = "CT+CU"', '▸[[network]]\nname = "CM+CBN"', "'network' has two elements named 'CM+CBN'"),
    ("stages in a circle", SCENARIO, '{ name = "acquisition", weeks = 6 }', '{ name = "acquisition", weeks = 6, after = ["commission"] }',
     "in a circle: "),
    ("a horizon too long", SCENARIO, 'start = "2020-Q1"\nend = "2030-Q4"', 'start = "2020-Q1"\nend = ▸"2080-Q1"', "the limit is 240"),
    ("a row with too few cells", BACKBONE, "CN-BJ,CN-TJ,109.6,1.3,142.4", "▸CN-BJ,CN-TJ,109.6,1.3", "the row has 4 cells, there are 5 columns"),
    ("a row with too many cells", BACKBONE, "CN-BJ,CN-TJ,109.6,1.3,142.4", "▸CN-BJ,CN-TJ,109.6,1.3,142.4,", "the row has 6 cells, there are 5 columns"),
    ("a cell that is no number", BACKBONE, "1.3,142.4", "1.3,▸142km", "'142km' in column 'route_km' [km] is not a number"),
    ("a cell that is not finite", BACKBONE, "1.3,142.4", "1.3,▸1e400", "'1e400' in column 'route_km' [km] is not a number"),
    ("a cell that is empty", BACKBONE, "1.3,142.4", "1.3,▸", "the cell of column 'route_km' is empty"),
    ("a cell out of bounds", PROVINCES, "16411,0.8755", "16411,▸87.55", "'urban_share' [1] must be between 0 and 1, is 87.55"),
    ("a province listed twice", PROVINCES, "CN-TJ,Tianjin", "▸CN-BJ,Tianjin", "province 'CN-BJ' is listed twice, first in line 2"),
    ("a column that is missing", PROVINCES, "code,name_en,name_zh,region,region_zh,population", "▸code,name_en,name_zh,region,region_zh,populatoin",
     "is it 'populatoin'?"),
    ("a column that is there twice", PROVINCES, "hub,lead_builder", "hub,▸hub", "column 'hub' is there twice"),
    ("a quote that is not closed", PROVINCES, "CN-BJ,Beijing", 'CN-BJ,▸"Beijing', "a quote is not closed"),
    ("a table that is missing", SCENARIO, '"data/provinces.csv"', '▸"data/province.csv"', "did you mean 'data/provinces.csv'?"),
    ("a folder for a table", SCENARIO, '"data/provinces.csv"', '▸"data"', "cannot read 'data': it is a folder"),
]

#: What is wrong, a table, its whole content, and a phrase.
TABLES = [
    ("a table with nothing but its header", BACKBONE, "▸from,to,route_km\n", "there are no rows below the column names"),
    ("an empty table", BACKBONE, "", "the file is empty"),
    ("a backbone that is not connected", BACKBONE, "from,to,route_km\nCN-BJ,CN-TJ,142.4\n", "the backbone is not connected: no route from CN-BJ to "),
]
