"""`sweep`, `value`, `discover` and `optimise` in Chinese: whole sentences, Chinese units, and files that stay as they are."""

import os
import re
import unittest

from tests.end_to_end.both_languages import OWN_NAMES, InBothLanguages
from tests.end_to_end.groundwork import BASELINE, SCENARIOS, groundwork, read_rows, read_summary

NO_SHARING = SCENARIOS / "what-if" / "no-sharing.toml"
SWEEP = f"""
title = "节奏与共享"
scenario = "{BASELINE}"
metrics = ["tco", "population_covered:2025", "racks"]
pareto = ["tco", "population_covered:2025"]
set.run.paths = 64
[[factor]]
name = "建设节奏"
input = "rollout.plan_factor"
values = [0.8, 1.2]
[[factor]]
name = "共建共享"
input = "sharing.enabled"
values = [true, false]
"""
PLAN = f"""
title = "少花钱，同覆盖"
scenario = "{BASELINE}"
set.run.paths = 500
[objective]
minimise = "mean(tco:rollout)"
[[constraint]]
require = "P(population_covered:2025 >= 0.9) >= 0.9 * baseline"
[[constraint]]
require = "mean(stations:CN-GD:2025) >= 200_000"
[[lever]]
name = "2022年计划"
input = "rollout.plan.2022"
from = 400_000
to = 1_000_000
step = 10_000
[search]
evaluations = 20
[check]
paths = 1_000
"""
def amount(value, divisor, decimals=0):
    return f"{value / divisor:,.{decimals}f}"


class Sweep(InBothLanguages, unittest.TestCase):
    given = {"sweep.toml": SWEEP}
    arguments = ("sweep", "sweep.toml", "--db", "points.db")

    def test_points_effects_and_front_are_in_chinese_units(self):
        rows = read_rows(self.out / "points.csv")
        cost = [float(row["tco:CN:total:mean"]) for row in rows]
        best = cost.index(min(cost))
        self.assert_says("National baseline 2020-2030，网格，4 个点；每点 64 条路径，种子 62，独立抽样",
                         "总拥有成本（亿元）", "2025年人口覆盖率（%）", "参数（其他参数取平均）",
                         f"总拥有成本最优的是点 {best}（建设节奏 {rows[best]['rollout.plan_factor']}；共建共享 false）："
                         f"{amount(cost[best], 1e8)} 亿元 ± ",
                         "各点取值相同，不受任何参数影响：投产机架。",
                         "总拥有成本（越低越好）、2025年人口覆盖率（越高越好）的帕累托前沿：4 个点中的 ",
                         "两点均值之差在其标准误的 3 倍以内，即视为无法区分", "扫描结果保存在 out", "各点保存在 points.db")
        by_pace = [sum(cost[:2]) / 2, sum(cost[2:]) / 2]
        self.assert_says(f"影响总拥有成本的参数由大到小：建设节奏（变动幅度 {amount(by_pace[1] - by_pace[0], 1e8)} 亿元）、共建共享（变动幅度 ")
        self.assertRegex(self.said["zh"], r"影响2025年人口覆盖率的参数由大到小：\S+（变动幅度 \d\.\d 个百分点）")

    def test_a_report_says_the_same(self):
        done = groundwork("sweep", "--report", "points.db", "--lang", "zh", folder=self.folders["zh"])
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        listed, told = done.stdout.split("\n\n", 1)
        self.assertRegex(listed, r"^points\.db 中的参数扫描 +编号 +点数 +已完成 +情景\n-+\n节奏与共享 +1 +4 +4 ")
        self.assertTrue(self.said["zh"].startswith(told))

    def test_what_is_finished_is_said(self):
        done = groundwork(*self.arguments, "--lang", "zh", folder=self.folders["zh"])
        self.assertIn("此前已完成 4 个点。\n", done.stdout)


class Value(InBothLanguages, unittest.TestCase):
    arguments = ("value", BASELINE, NO_SHARING, "--metric", "tco", "--paths", 1024)

    def test_the_choice_and_what_knowing_is_worth_are_whole_sentences(self):
        summary = read_summary(self.out)
        everything, lead = summary["perfect_information"]["value"], summary["lead"]["value"]
        first = max(summary["factors"], key=lambda factor: factor["value"]["value"])
        titles = {option["name"]: option["title_zh"] for option in summary["options"]}
        self.assert_says("总拥有成本，越低越好\n每个备选情景 1,024 条路径，种子 62，独立抽样\n",
                         f"应选择“{titles[summary['chosen']]}”：总拥有成本平均比次优的“{titles[summary['runner_up']]}”低 {amount(lead, 1e8)} 亿元 ± ",
                         "事后看，", "的情形下仍会选择它。",
                         f"全部已知的价值平均为 {amount(everything, 1e8)} 亿元 ± ", "任何研究的价值都不会超过“全部已知”。",
                         f"仅了解 {first['factor']} 的价值为 {amount(first['value']['value'], 1e8)} 亿元 ± ",
                         f"占“全部已知”的 {100 * first['share']['value']:.0f}%；对其研究的投入不应超过此数。",
                         "备选情景，按均值排列（亿元）", "值得了解的输入（亿元）", "期望损失", "结果保存在 out")

    def test_the_locale_chooses_chinese_and_lang_overrules_it(self):
        environment = {**os.environ, "LC_ALL": "zh_CN.UTF-8"}
        for more, language in (((), "zh"), (("--lang", "en"), "en")):
            done = groundwork(*self.arguments, "--out", "out", *more, folder=self.folders["zh"], env=environment)
            self.assertEqual(done.stdout, self.said[language])

    def test_doing_nothing_has_a_name(self):
        done = groundwork("value", BASELINE, "--metric", "npv:datacenter", "--against-zero", "--paths", 1024, "--out", "zero",
                          "--lang", "zh", folder=self.folders["zh"])
        self.assertIn("数据中心净现值，越高越好", done.stdout)
        self.assertIn("次优的“不实施”高 ", done.stdout)
        self.assertNotIn("do nothing", done.stdout)


class Discover(InBothLanguages, unittest.TestCase):
    arguments = ("discover", BASELINE, "--when", "over_budget:2023 > 0", "--paths", 4096)

    def test_where_it_happens_is_said_in_the_words_of_the_page(self):
        summary = read_summary(self.out)
        share, box = summary["share"], summary["boxes"][0]
        percent = lambda estimate: f"{100 * estimate['value']:.1f}% ± {100 * estimate['se']:.1f}%"
        self.assert_says("4,096 条路径，种子 62，独立抽样。区域在前一半路径上搜索，在后一半上评估。",
                         f"“2023年超预算资本开支 > 0 亿元”在 {percent(share)} 的情形中发生。",
                         f"区域 1 占 {100 * box['mass']['value']:.1f}% 的情形，包含全部发生情形的 {percent(box['coverage'])}；"
                         f"区域内的发生比例为 {percent(box['density'])}。",
                         "区域 1 的搜索过程；", "占全部发生情形（%）", "选定步")
        self.assertRegex(self.said["zh"], r"  - \S+ (高于|低于) \S+( \S+)?（其分布最[高低]的 \d+%）；去掉该限制后发生比例为 \d+\.\d%\n      [\u4e00-\u9fff]")

    def test_no_answer_is_said_too(self):
        for condition, sentence in (("tco < 0", "“总拥有成本 < 0 亿元”在 600 条路径上均未发生；发生比例低于 "),
                                    ("tco > 0", "“总拥有成本 > 0 亿元”在全部 600 条路径上都发生，不取决于任何输入。"),
                                    ("tco > p99", "样本太少，无法搜索：")):
            done = groundwork("discover", BASELINE, "--when", condition, "--paths", 600, "--out", "no", "--lang", "zh",
                              folder=self.folders["zh"])
            self.assertIn(sentence, done.stdout)
            self.assertNotRegex(re.sub(OWN_NAMES, "", done.stdout.replace("结果保存在 no", "")), r"[A-Za-z]")


class Optimise(InBothLanguages, unittest.TestCase):
    given = {"plan.toml": PLAN}
    arguments = ("optimise", "plan.toml")

    def test_the_answer_and_its_tables_are_chinese(self):
        summary = read_summary(self.out)
        check, search = summary["check"], summary["search"]
        change = check["difference"]["value"]
        best, baseline = (amount(check[name]["objective"]["value"], 1e8) for name in ("best", "baseline"))
        levers = {row["chosen"]: row["2022年计划"] for row in read_rows(self.out / "trace.csv")}
        self.assertLess(change, 0)
        self.assert_says(f"5G基站总拥有成本均值比基准低 {amount(-change, 1e8)} 亿元（标准误 ", f"）：为 {best}，基准为 {baseline}",
                         f"逐情形比较，{100 * check['probability_better']:.1f}% 的情形中更低。",
                         f"调整：2022年计划 由 800,000 改为 {int(float(levers['true'])):,}。",
                         "5G基站总拥有成本均值（亿元）", "P(2025年人口覆盖率 >= 90%) >= 0.9 倍基准（%）", "广东2025年在网基站均值 >= 20 万站",
                         f"共尝试 {search['evaluations']} 个方案，其中 ", "搜索结束的原因：",
                         "结果保存在 out；用 `groundwork run out/best.toml` 运行该方案")

    def test_a_plan_that_cannot_be_met_is_said_not_to_be(self):
        folder = self.folders["zh"]
        (folder / "hard.toml").write_text(PLAN.replace("200_000", "900_000"), encoding="utf-8")
        done = groundwork("optimise", "hard.toml", "--evaluations", 6, "--out", "hard", "--lang", "zh", folder=folder)
        self.assertIn("没有方案满足全部要求；此为最接近的方案。", done.stdout)
        self.assertRegex(done.stdout, r"广东2025年在网基站均值 >= 90 万站.* 不满足\n")


if __name__ == "__main__":
    unittest.main()
