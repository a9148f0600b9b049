"""Results depend on scenario, seed, sampler and paths, and on nothing else."""

import unittest

from tests.end_to_end.groundwork import BASELINE, groundwork, run_scenario, scratch_folder


class SameBytes(unittest.TestCase):
    def results_bytes(self, *arguments):
        return (run_scenario(self.addCleanup, *arguments) / "results.csv").read_bytes()

    def test_neither_threads_nor_vector_width_change_a_byte(self):
        isas = groundwork("version").stdout.split("instruction sets:")[1].split()
        ways = [("--threads", n) for n in (1, 2, 3, 4)] + [("--isa", isa) for isa in isas]
        for sampler in ("mc", "lhs", "sobol"):
            results = {way: self.results_bytes("--sampler", sampler, *way) for way in ways}
            for way, text in results.items():
                self.assertEqual(text, results[ways[0]], (sampler, *way))

    def test_seeds_and_samplers_lead_to_different_results(self):
        ways = [(), ("--seed", 0), ("--seed", 1), ("--sampler", "lhs"), ("--sampler", "sobol")]
        self.assertEqual(len({self.results_bytes(*way) for way in ways}), len(ways))

    def test_the_saved_scenario_gives_the_same_results_again(self):
        for way in ((), ("--seed", 9, "--sampler", "lhs", "--set", "radio.sectors=4", "--set", 'geography.only=["west"]')):
            first = run_scenario(self.addCleanup, *way)
            second = scratch_folder(self.addCleanup) / "again"
            done = groundwork("run", first / "scenario.toml", "--quiet", "--out", second)
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertEqual((second / "results.csv").read_bytes(), (first / "results.csv").read_bytes(), way)
            saved, saved_again = ((folder / "scenario.toml").read_text(encoding="utf-8") for folder in (first, second))
            self.assertEqual(saved_again.partition("\n\n")[2], saved.partition("\n\n")[2])  # but for the comment

    def test_results_in_a_folder_of_ours_are_replaced(self):
        folder = run_scenario(self.addCleanup, "--keep-paths")
        again = groundwork("run", BASELINE, "--paths", 100, "--quiet", "--out", f"{folder}/")
        self.assertEqual(again.returncode, 0, again.stderr)
        self.assertEqual(sorted(path.name for path in folder.iterdir()), ["distributions.csv", "results.csv", "scenario.toml", "study.json", "summary.json"])


if __name__ == "__main__":
    unittest.main()
