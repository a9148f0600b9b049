"""`compare`, `backtest` and `sensitivity` in Chinese, and scenarios by their Chinese titles."""

import json
import os
import unittest

from tests.end_to_end.both_languages import InBothLanguages
from tests.end_to_end.groundwork import BASELINE, SCENARIOS, groundwork, read_rows, read_summary, scratch_folder

NO_SHARING = SCENARIOS / "what-if" / "no-sharing.toml"
NATIONAL = "2020-2030年全国基准情景"


def amount(value, divisor=1.0, decimals=1):
    return f"{value / divisor:,.{decimals}f}"


class AnalysisInChinese(InBothLanguages):
    english = ()  #: Words of the English text that the Chinese must not have.

    def test_the_locale_chooses_chinese_too_and_lang_overrules_it(self):
        environment = {**os.environ, "LC_ALL": "zh_CN.UTF-8"}
        for more, language in (((), "zh"), (("--lang", "en"), "en")):
            done = groundwork(*self.arguments, "--out", "out", *more, folder=self.folders["zh"], env=environment)
            self.assertEqual((done.returncode, done.stdout), (0, self.said[language]))

    def test_its_english_words_are_gone(self):
        for word in self.english:
            self.assertIn(word, self.said["en"])
            self.assertNotIn(word, self.said["zh"])


class Compare(AnalysisInChinese, unittest.TestCase):
    arguments = ("compare", BASELINE, NO_SHARING, "--paths", 1024, "--metric", "tco", "--metric", "rollout_capex:CT+CU:total",
                 "--metric", "population_covered:2025", "--metric", "racks:2025", "--metric", "irr")
    english = ("paths of each", "inputs that differ", "better in", "of futures", "less", "period", "mean", "+- error", "the same",
               "pairing gains", "no difference", "Pairs left out", "expected regret", "Which dominates", "first order", "Comparison in")

    def test_differences_are_whole_sentences_in_chinese_units(self):
        rows = {row["metric"]: row for row in read_rows(self.out / "comparison.csv") if row["option"] == "no-sharing"}
        covered, capex = rows["population_covered"], rows["rollout_capex"]
        gain, spent = float(covered["difference_mean"]), float(capex["difference_mean"])
        self.assertGreater(gain, 0)
        self.assertLess(spent, 0)
        self.assert_says(f"national-2020：{NATIONAL}\nno-sharing：不共建共享\n每个情景 1,024 条路径，种子 62，独立抽样\n",
                         f"不共建共享：2025年人口覆盖率平均增加 {amount(gain, 0.01)} 个百分点，标准误 ",
                         f"；{100 * float(covered['p_better']):.1f}% 的情形更优",
                         f"不共建共享：CT+CU 基站资本开支（合计）平均减少 {amount(-spent, 1e8, 0)} 亿元，标准误 ",
                         "不共建共享：2025年投产机架无差异。\n", f"不共建共享 减 {NATIONAL}  时段", "CT+CU 基站资本开支（亿元）",
                         "因任一方无数值而未计入的路径对：内部收益率 ", "平均后悔值", f"随机占优，不共建共享与{NATIONAL}相比：\n",
                         "（3 倍标准误以内的差异视为无差异）", "对比结果保存在 out\n")


class Places(AnalysisInChinese, unittest.TestCase):
    arguments = ("compare", BASELINE, NO_SHARING, "--paths", 600, "--metric", "tco", "--by", "province")
    english = ("province", "On average better", "Guangdong")

    def test_places_have_their_chinese_names_and_are_counted(self):
        places = json.loads((self.out / "comparison.json").read_text(encoding="utf-8"))["places"]
        differences = [place["options"][1]["difference"] for place in places]
        better, worse = (sum(sign * entry["mean"] > 3 * entry["se"] for entry in differences) for sign in (-1, 1))
        self.assertGreater(better * worse, 0)
        self.assert_says(f"总拥有成本，单位：亿元，不共建共享 减 {NATIONAL}：\n省份 ",
                         f"平均而言，{better} 个省份更优，{worse} 个更差，{len(places) - better - worse} 个无明显差异。\n")
        for place in places:
            self.assertRegex(self.said["zh"], rf"\n{place['scope']} +{place['place']['zh']} +-?\d")


class Backtest(AnalysisInChinese, unittest.TestCase):
    arguments = ("backtest", BASELINE, "--paths", 600)
    english = ("figures lie outside", "hindsight", "calibrated", "published", "percentile", "verdict", "inside", "above P95", "holds on",
               "contradict", "Not compared", "the model", "the scenario does not simulate", "Results in")

    def test_scores_verdicts_and_reasons_are_chinese(self):
        summary = read_summary(self.out)
        score, figures = summary["score"], summary["figures"]
        left_out = [figure for figure in figures if figure["standing"] != "compared"]
        self.assert_says(f"{NATIONAL}\n600 条路径，种子 62，独立抽样；对照表 ",
                         f"{score['compared']} 项公开数据中有 {score['outside']} 项落在 90% 范围（P5 至 P95）之外",
                         f"情景时点之后观察到的数据：{score['hindsight']['compared']} 项中 {score['hindsight']['outside']} 项在范围外\n",
                         "百分位", "% 的路径满足", "相互矛盾的来源（差异超出舍入）：\n  在网基站，2020（万站）：71.8（S003）、",
                         f"未对照的 {len(left_out)} 项数据及原因：\n", "结果保存在 out\n")
        for figure in left_out:
            self.assertRegex(figure["reason_zh"], r"[\u4e00-\u9fff]", figure["id"])
            self.assertRegex(self.said["zh"], rf"  .*\b{figure['id']}\b.*：{figure['reason_zh']}\n")


class Drivers(AnalysisInChinese, unittest.TestCase):
    arguments = ("sensitivity", BASELINE, "--paths", 2000, "--metric", "tco", "--metric", "stations:CN-GD:2025", "--by", "region",
                 "--groups", "rollout.cost")
    english = ("of the uncertainty of", "comes from", "One at a time", "the largest", "share %", "rank corr.", "coefficient", "together",
               "correlated", "all, alone", "by region", "Uncertainty is variance")

    def test_what_drives_a_figure_is_said_in_whole_sentences(self):
        figure = read_summary(self.out)["figures"][0]
        first = next(factor for factor in figure["factors"] if factor["factor"] == "datacenter.growth_start")
        share, error = (100 * first["share"][name] for name in ("value", "se"))
        self.assert_says(f"{NATIONAL}\n2,000 条路径，种子 62，独立抽样。不确定性以方差（标准差的平方）衡量。\n",
                         f"总拥有成本的不确定性中，来自 datacenter.growth_start 的占 {share:.1f}% ± {error:.1f}，约三分之一。\n",
                         "广东2025年在网基站的不确定性中，来自 ", "各因素单独作用合计解释 ", "影响最大的因素", "偏秩相关（PRCC）",
                         "[*] 为模型自身的抽样", "rollout.cost.*，合计：", "adoption.imitation 等 2 项相关输入，合计：",
                         "总拥有成本，分区域；占比的标准误不超过 ", "单独作用合计", "结果保存在 out\n")


class Design(AnalysisInChinese, unittest.TestCase):
    arguments = ("sensitivity", SCENARIOS / "what-if" / "guangdong.toml", "--paths", 64, "--metric", "tco", "--design", "sobol")
    english = ("runs of", "alone %", "with others %")

    def test_effects_alone_and_in_all_are_told_apart(self):
        self.assert_says(f"广东\n{read_summary(self.out)['runs']} 次运行，每次 64 条路径，种子 62，独立抽样。", "单独影响（%）", "总效应（%）",
                         "adoption.imitation 等 2 项相关输入：\n  adoption.imitation、traffic.growth\n")


class Tornado(AnalysisInChinese, unittest.TestCase):
    arguments = ("sensitivity", SCENARIOS / "what-if" / "guangdong.toml", "--paths", 64, "--metric", "population_covered:2025", "--tornado")
    english = ("moves the mean of", "the widest", "at p10", "swing", "one input set")

    def test_the_widest_bar_is_a_sentence(self):
        widest = read_summary(self.out)["figures"][0]["inputs"][0]
        low, high = (amount(widest[name]["mean"], 0.01) for name in ("at_p10", "at_p90"))
        self.assert_says("；每次固定一个输入，其余照常抽取。",
                         f"对2025年人口覆盖率均值影响最大的是 {widest['input']}：取 p10（{widest['p10']:.4g}）时均值为 {low}%，"
                         f"取 p90（{widest['p90']:.4g}）时均值为 {high}%。\n", "变动幅度")


class Titles(unittest.TestCase):
    def test_every_scenario_that_is_shipped_has_a_chinese_title(self):
        for path in [BASELINE, *sorted((SCENARIOS / "what-if").glob("*.toml"))]:
            lines = path.read_text(encoding="utf-8").split("\n")
            for key in ("title", "description"):
                self.assertEqual(sum(line.startswith(f"{key} = ") for line in lines), sum(line.startswith(f"{key}_zh = ") for line in lines), path)

    def test_run_and_study_have_the_chinese_title(self):
        folder = scratch_folder(self.addCleanup)
        for language, title in (("en", "No sharing"), ("zh", "不共建共享")):
            done = groundwork("run", NO_SHARING, "--paths", 600, "--out", "out", "--lang", language, folder=folder)
            self.assertEqual(done.stdout.split("\n")[0], title)
        study = json.loads((folder / "out" / "study.json").read_text(encoding="utf-8"))
        self.assertEqual((study["title"], study["title_zh"], study["changes"]["title_zh"]), ("No sharing", "不共建共享", NATIONAL))
        self.assertEqual(study["description_zh"], "自2020年初起，共建网络的各运营商各自独立建站。")
        self.assertEqual(read_summary(folder / "out")["title_zh"], "不共建共享")

    def test_a_new_title_does_not_keep_the_chinese_of_the_one_it_replaces(self):
        folder = scratch_folder(self.addCleanup)
        (folder / "mine.toml").write_text(f'extends = "{NO_SHARING}"\ntitle = "My plan"\n', encoding="utf-8")
        done = groundwork("run", "mine.toml", "--paths", 600, "--out", "out", "--lang", "zh", folder=folder)
        self.assertEqual(done.stdout.split("\n")[0], "My plan")
        self.assertNotIn("title_zh", (folder / "out" / "scenario.toml").read_text(encoding="utf-8").replace("description_zh", ""))


if __name__ == "__main__":
    unittest.main()
