"""The workbook, read back by another program: every sheet, real numbers in display units, texts that stay texts."""

import json
import os
import resource
import signal
import unittest
import warnings
import zipfile

import openpyxl

from tests.end_to_end.groundwork import (BASELINE, copy_scenarios, groundwork, near, read_results, run_scenario,
                                         scratch_folder)

SHEETS = {"en": ["Summary", "Years", "Provinces", "Savings", "Racks", "Inputs", "Method"],
          "zh": ["摘要", "逐年", "省份", "节省", "机架", "输入", "方法"]}
#: Row of the last heading, counted from 1; the values begin below it.
HEADING = {"Summary": 4, "Years": 4, "Provinces": 6, "Savings": 4, "Racks": 4, "Inputs": 4, "Method": 4}
TABLE = 4
COLUMN = {"P5": "p05", "P50": "p50", "P95": "p95", "Mean": "mean", "均值": "mean"}
EVIL = '=HYPERLINK("http://x","y") <b>&'


def export(add_cleanup, folder, *arguments, **options):
    """The path of the workbook of a folder of results."""
    file = scratch_folder(add_cleanup) / "results.xlsx"
    done = groundwork("export", folder, "--xlsx", file, *arguments, **options)
    if (done.returncode, done.stderr) != (0, ""):
        raise AssertionError(f"export ended with {done.returncode}:\n{done.stdout}{done.stderr}")
    return file


def open_workbook(file):
    """What the file holds; that openpyxl leaves out the style of data bars is no matter."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=".*extension is not supported")
        return openpyxl.load_workbook(file)


def read_study(folder):
    return json.loads((folder / "study.json").read_text(encoding="utf-8"))


def rows_of(sheet, heading):
    """The lines below the headings, as cells, up to the first that is empty."""
    for row in sheet.iter_rows(min_row=heading + 1):
        if row[0].value is None:
            return
        yield row


def cells_of(book, reference):
    """Values of a reference such as 'Savings'!$A$5:$A$9, from the top down."""
    name, cells = reference.split("!")
    cells = book[name.strip("'")][cells.replace("$", "")]
    return [row[0].value for row in cells] if isinstance(cells, tuple) else [cells.value]


def headings_of(sheet, row):
    return [cell.value for cell in sheet[row]]


class Export(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.folder = run_scenario(cls.addClassCleanup, paths=600)
        cls.results = read_results(cls.folder)
        cls.study = read_study(cls.folder)
        cls.files = {language: export(cls.addClassCleanup, cls.folder, "--lang", language) for language in SHEETS}
        cls.books = {language: open_workbook(file) for language, file in cls.files.items()}

    def each_sheet(self):
        for language, book in self.books.items():
            for english, name in zip(SHEETS["en"], SHEETS[language]):
                yield language, english, book[name]

    def metrics_by_title(self, language):
        return {metric["title"][language]: metric for metric in self.study["metrics"]}

    def metrics_by_name(self):
        return {metric["name"]: metric for metric in self.study["metrics"]}

    def scopes_of(self, metric):
        return self.metrics_by_name()[metric]["scopes"]

    def scopes_by_title(self, language):
        return {scope["title"][language]: scope["name"] for scope in self.study["scopes"]}

    def check_number(self, cell, figure, column, display):
        """The cell is what results.csv says, in display units; empty where that is."""
        expected = self.results[figure][column]
        if expected is None:
            self.assertIsNone(cell.value, figure)
            return
        self.assertEqual(cell.data_type, "n", figure)
        self.assertTrue(near(cell.value * display["divisor"], expected, 1e-12), (figure, cell.value, expected))

    def check_format(self, cells, display):
        """Cells that share a format show as many decimals as the metric's display, or one where that shows too little."""
        shown = {cell.number_format for cell in cells if cell.value is not None}
        largest = max((abs(cell.value) for cell in cells if cell.value is not None), default=0)
        decimals = 1 if display["decimals"] == 0 and display["groups_digits"] and largest < 100 else display["decimals"]
        expected = ("#,##0" if display["groups_digits"] else "0") + ("." + "0" * decimals if decimals else "")
        self.assertLessEqual(shown, {expected})

    def test_it_says_where_the_workbook_is(self):
        file = scratch_folder(self.addCleanup) / "a.xlsx"
        for language, text in (("en", "Workbook in"), ("zh", "工作簿保存在")):
            done = groundwork("export", self.folder, "--xlsx", file, "--lang", language)
            self.assertEqual(done.stdout, f"{text} {file}\n")

    def test_every_sheet_is_there_in_both_languages(self):
        for language, book in self.books.items():
            self.assertEqual(book.sheetnames, SHEETS[language])

    def test_headings_stay_in_view_and_have_filters(self):
        for _, english, sheet in self.each_sheet():
            heading = HEADING[english]
            self.assertTrue(sheet.freeze_panes.endswith(str(heading + 1)), (english, sheet.freeze_panes))
            first, last = sheet.auto_filter.ref.split(":")
            self.assertEqual(first, f"A{heading}")
            self.assertGreater(sheet[last].row, heading)
            self.assertEqual(sheet.print_title_rows.replace("$", ""), f"{TABLE}:{heading}")
            self.assertEqual(sheet.page_setup.orientation, "landscape")

    def test_charts_are_the_spreadsheets_own(self):
        for language, english, sheet in self.each_sheet():
            networks = sum(scope["kind"] == "network" for scope in self.study["scopes"])
            charts = {"Summary": 1, "Years": 8, "Provinces": 1, "Savings": 2 * (1 + networks) + 1, "Racks": 5}
            self.assertEqual(len(sheet._charts), charts.get(english, 0), (language, english))

    def test_no_cell_is_a_formula_or_a_number_written_as_text(self):
        for _, english, sheet in self.each_sheet():
            for row in sheet.iter_rows():
                for cell in row:
                    self.assertNotEqual(cell.data_type, "f", (english, cell.coordinate))
                    if cell.data_type == "s" and english not in ("Inputs", "Method"):
                        self.assertNotRegex(cell.value, r"^-?[\d.,]+$", (english, cell.coordinate))

    def test_the_summary_has_the_headline_figures(self):
        for language in SHEETS:
            sheet = self.books[language][SHEETS[language][0]]
            heads = headings_of(sheet, HEADING["Summary"])
            metrics = {metric["name"]: metric for metric in self.study["metrics"] if "CN" in metric["scopes"]}
            rows = list(rows_of(sheet, HEADING["Summary"]))
            names = heads.index({"en": "Name in results", "zh": "结果中的名称"}[language])
            table = [row for row in rows if row[names].value in metrics]
            self.assertEqual({row[names].value for row in table}, set(metrics))
            for row in table:
                metric = metrics[row[names].value]
                display = metric["display"][language]
                figure = (metric["name"], "CN", metric["periods"][-1])
                self.assertEqual(row[0].value, metric["title"][language])
                self.assertEqual(row[2].value or "", display["label"])
                for cell, head in zip(row, heads):
                    if head in COLUMN:
                        self.check_number(cell, figure, COLUMN[head], display)
                        self.check_format([cell], display)
                    elif head.startswith("±"):
                        self.check_number(cell, figure, "se", display)

    def check_years(self, sheet, language, place_column):
        """Every line is the statistic that it says, in every period; gives the lines as (scope, metric, statistic)."""
        heads = headings_of(sheet, 4)
        first = 3 if place_column is None else 5
        metrics, scopes = self.metrics_by_title(language), self.scopes_by_title(language)
        lines = []
        for row in rows_of(sheet, 4):
            title, unit, statistic = (cell.value for cell in row[first - 3:first])
            scope = "CN" if place_column is None else scopes[row[place_column].value]
            metric = metrics[title]
            display = metric["display"][language]
            self.assertEqual(unit or "", display["label"])
            years = []
            for cell, head in zip(row[first:], heads[first:]):
                period = str(head) if isinstance(head, int) else "total"
                if head is None:
                    continue
                if period in metric["periods"]:
                    self.check_number(cell, (metric["name"], scope, period), COLUMN[statistic], display)
                else:
                    self.assertIsNone(cell.value)
                if isinstance(head, int):
                    years.append(cell)
            self.check_format(years, display)
            lines.append((scope, metric["name"], statistic))
        self.assertEqual(len(lines), len(set(lines)))
        return lines

    def test_sheets_by_year_equal_the_results(self):
        yearly = {metric["name"] for metric in self.study["metrics"]
                  if "CN" in metric["scopes"] and metric["measure"] != "whole"}
        places = {scope["name"] for scope in self.study["scopes"] if scope["kind"] in ("country", "region", "province", "flow")}
        items = self.scopes_of("rollout_item_saving")
        self.assertEqual(len(items), 12 * 3)
        networks = {scope["name"] for scope in self.study["scopes"] if scope["kind"] == "network"}
        for language, names in SHEETS.items():
            book = self.books[language]
            lines = self.check_years(book[names[1]], language, None)
            self.assertEqual({metric for _, metric, _ in lines}, yearly)
            lines = self.check_years(book[names[3]], language, 0)
            self.assertEqual({scope for scope, _, _ in lines}, networks | {"CN"} | set(items))
            self.assertEqual([line for line in lines if line[0] in items],
                             [(scope, metric, statistic) for metric in ("rollout_item_cost", "rollout_item_saving")
                              for statistic in ("P5", "P50", "P95", {"en": "Mean", "zh": "均值"}[language])
                              for scope in items])
            lines = self.check_years(book[names[4]], language, 0)
            self.assertEqual({scope for scope, _, _ in lines}, places | set(self.scopes_of("datacenter_item_cost")))
            self.assertEqual({metric for _, metric, _ in lines},
                             {"racks", "racks_used", "rack_utilisation", "datacenter_capex", "rack_flow", "datacenter_item_cost"})

    def test_what_is_saved_of_each_item_is_drawn_network_by_network(self):
        for language, names in SHEETS.items():
            sheet = self.books[language][names[3]]
            chart = sheet._charts[-1]
            self.assertEqual((chart.tagname, chart.barDir, chart.grouping), ("barChart", "bar", "stacked"))
            drawn = [(cells_of(self.books[language], series.cat.strRef.f), cells_of(self.books[language], series.val.numRef.f),
                      cells_of(self.books[language], series.tx.strRef.f)) for series in chart.series]
            self.assertEqual([name for _, _, [name] in drawn], ["CM+CBN", "CT+CU"])
            items = [scope for scope in self.scopes_of("rollout_item_saving") if "/" not in scope]
            titles = {scope["name"]: scope["title"][language] for scope in self.study["scopes"]}
            divisor = self.metrics_by_name()["rollout_item_saving"]["display"][language]["divisor"]
            for categories, values, [network] in drawn:
                self.assertEqual(categories, [titles[item] for item in items])
                for value, item in zip(values, items, strict=True):
                    expected = self.results["rollout_item_saving", f"{network}/{item}", "total"]["mean"]
                    self.assertTrue(near(value * divisor, expected, 1e-12), (network, item))

    def test_provinces_equal_the_results(self):
        provinces = [scope for scope in self.study["scopes"] if scope["kind"] == "province"]
        titles = {scope["name"]: scope["title"] for scope in self.study["scopes"]}
        for language, names in SHEETS.items():
            sheet = self.books[language][names[2]]
            rows = list(rows_of(sheet, HEADING["Provinces"]))
            self.assertEqual([row[0].value for row in rows], [scope["title"][language] for scope in provinces])
            self.assertEqual([row[2].value for row in rows], [scope["name"] for scope in provinces])
            self.assertEqual([row[3].value for row in rows], [titles[scope["within"]][language] for scope in provinces])
            checked = 0
            for column in range(4, sheet.max_column):
                metric = self.metrics_by_title(language)[sheet.cell(4, column + 1).value]
                display = metric["display"][language]
                self.assertEqual(sheet.cell(5, column + 1).value or "", display["label"])
                statistic, period = sheet.cell(6, column + 1).value.split(", ")
                period = "total" if period == "合计" else period
                self.assertEqual(period, metric["periods"][-1])
                for row, scope in zip(rows, provinces):
                    self.check_number(row[column], (metric["name"], scope["name"], period), COLUMN[statistic], display)
                self.check_format([row[column] for row in rows], display)
                checked += 1
            self.assertEqual(checked, 14 * 4)
            self.assertGreater(len(sheet.conditional_formatting), 0)

    def test_every_input_is_there_with_its_source(self):
        inputs, settings = self.study["inputs"], self.study["settings"]
        for language, names in SHEETS.items():
            rows = {row[0].value: row for row in rows_of(self.books[language][names[5]], HEADING["Inputs"])}
            self.assertEqual(list(rows), [entry["key"] for entry in inputs + settings])
            for entry in inputs:
                _, meaning, value, unit, mean, p5, p50, p95, source, set_at = (cell.value for cell in rows[entry["key"]])
                self.assertEqual((meaning, unit, source or "", set_at),
                                 (entry["meaning"][language], entry["unit"], entry["source"], entry["set_at"]))
                self.assertTrue(near(mean, entry["mean"], 1e-12), entry["key"])
                if "quantiles" in entry:
                    self.assertEqual(value, entry["value"])
                    for cell, percent in ((p5, 5), (p50, 50), (p95, 95)):
                        self.assertTrue(near(cell, entry["quantiles"][percent], 1e-12), entry["key"])
                else:
                    self.assertTrue(near(value, float(entry["value"]), 1e-12), entry["key"])

    def test_the_method_says_what_made_it(self):
        summary = json.loads((self.folder / "summary.json").read_text(encoding="utf-8"))
        values = {row[0].value: row[1].value for row in rows_of(self.books["en"]["Method"], HEADING["Method"])}
        self.assertEqual(values["Paths"], summary["paths"])
        self.assertEqual(values["Seed"], summary["seed"])
        self.assertEqual(values["Digest of the results"], summary["results_digest"])
        self.assertEqual(values["Groundwork version"], summary["version"])

    def test_equal_results_give_equal_bytes(self):
        again = export(self.addCleanup, self.folder, "--lang", "en")
        self.assertEqual(again.read_bytes(), self.files["en"].read_bytes())

    def test_the_document_says_who_made_it(self):
        properties = self.books["en"].properties
        self.assertEqual((properties.title, properties.creator), (self.study["title"], "Groundwork"))
        self.assertEqual(self.books["zh"].properties.title, self.study["title_zh"])
        self.assertRegex(properties.description, r"^Made by Groundwork \d")


class Names(unittest.TestCase):
    def test_names_of_a_scenario_stay_text(self):
        folder = scratch_folder(self.addCleanup)
        copy_scenarios(folder)
        base = folder / BASELINE.name
        (folder / "evil.toml").write_text(f"extends = '{base.name}'\ntitle = '{EVIL}'\ndescription = '{EVIL}'\n"
                                          "[sharing]\nenabled = false\n", encoding="utf-8")
        provinces = folder / "data" / "provinces.csv"
        text = provinces.read_text(encoding="utf-8")
        self.assertIn("Beijing", text)
        provinces.write_text(text.replace("Beijing", "=1+1 <&"), encoding="utf-8")
        results = run_scenario(self.addCleanup, scenario=folder / "evil.toml", paths=512)
        book = open_workbook(export(self.addCleanup, results, "--lang", "en"))
        self.assertEqual((book["Summary"]["A1"].value, book["Summary"]["A1"].data_type), (EVIL, "s"))
        self.assertEqual(book.properties.title, EVIL)
        self.assertIn("=1+1 <&", [row[0].value for row in rows_of(book["Provinces"], HEADING["Provinces"])])
        self.assertIn("sharing.enabled", [cell.value for cell in book["Summary"]["A"]])
        for sheet in book:
            self.assertEqual([cell.coordinate for row in sheet.iter_rows() for cell in row if cell.data_type == "f"], [])
            self.assertEqual([cell.coordinate for row in sheet.iter_rows() for cell in row if cell.hyperlink], [])


class OnePath(unittest.TestCase):
    def test_one_path_has_values_and_no_spread(self):
        folder = run_scenario(self.addCleanup, "--central", paths=1)
        book = open_workbook(export(self.addCleanup, folder, "--lang", "en"))
        self.assertEqual(book.sheetnames, SHEETS["en"])
        self.assertNotIn("P5", headings_of(book["Summary"], HEADING["Summary"]))
        self.assertEqual({row[2].value for row in rows_of(book["Years"], HEADING["Years"])}, {"Mean"})


class WrongInput(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.folder = run_scenario(cls.addClassCleanup, paths=512)

    def setUp(self):
        super().setUp()
        self.place = scratch_folder(self.addCleanup)
        self.file = self.place / "results.xlsx"

    def refused(self, *arguments, because, status=2, **options):
        """Nothing is written, and the message says why."""
        before = {path: path.read_bytes() for path in self.place.rglob("*") if path.is_file()}
        done = groundwork("export", *arguments, **options)
        self.assertEqual(done.returncode, status, done.stdout + done.stderr)
        self.assertIn(because, done.stderr)
        self.assertEqual({path: path.read_bytes() for path in self.place.rglob("*") if path.is_file()}, before)
        return done.stderr

    def test_a_folder_that_is_not_there(self):
        self.refused(self.place / "absent", "--xlsx", self.file, because="there is no such folder")

    def test_a_folder_that_is_not_ours(self):
        self.refused(self.place, "--xlsx", self.file, because="this folder does not hold the results of a run")

    def test_an_older_format_names_the_version_that_reads_it(self):
        folder = run_scenario(self.addCleanup, paths=512)
        (folder / "study.json").unlink()
        version = json.loads((folder / "summary.json").read_text(encoding="utf-8"))["version"]
        self.refused(folder, "--xlsx", self.file, because=f"read them with groundwork {version}")

    def test_no_file_to_write(self):
        self.refused(self.folder, because="--xlsx")

    def test_a_name_that_spreadsheets_do_not_open(self):
        self.refused(self.folder, "--xlsx", self.place / "results.xls", because="does not end in .xlsx")

    def test_a_folder_to_write_to_that_is_not_there(self):
        self.refused(self.folder, "--xlsx", self.place / "absent" / "results.xlsx", because="there is no folder")

    def test_a_file_of_somebody_else_is_left_alone(self):
        self.file.write_text("mine", encoding="utf-8")
        self.refused(self.folder, "--xlsx", self.file, because="not a workbook as groundwork wrote it")

    def test_an_earlier_export_is_replaced_but_not_once_somebody_saved_it(self):
        for language in ("en", "zh"):
            done = groundwork("export", self.folder, "--xlsx", self.file, "--lang", language)
            self.assertEqual((done.returncode, done.stderr), (0, ""))
            self.assertEqual(open_workbook(self.file).sheetnames, SHEETS[language])
        book = open_workbook(self.file)
        book["摘要"]["A1"].value = "my own notes"
        book.save(self.file)
        self.refused(self.folder, "--xlsx", self.file, because="not a workbook as groundwork wrote it")

    def test_wherever_the_disk_gets_full_nothing_is_left(self):
        whole = export(self.addCleanup, self.folder)
        with zipfile.ZipFile(whole) as archive:
            largest = max(part.file_size for part in archive.infolist())
        for limit in (0, 1_000, 50_000, whole.stat().st_size - 1, largest - 1):
            def no_room(limit=limit):
                signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # the write then fails, as on a full disk
                resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
            with self.subTest(limit=limit):
                self.refused(self.folder, "--xlsx", self.file, because="cannot put the workbook together", status=1, preexec_fn=no_room)

    @unittest.skipIf(os.geteuid() == 0, "root may write everywhere")
    def test_a_folder_that_may_not_be_written_to(self):
        self.place.chmod(0o500)
        self.refused(self.folder, "--xlsx", self.file, because="Permission denied", status=1)


if __name__ == "__main__":
    unittest.main()
