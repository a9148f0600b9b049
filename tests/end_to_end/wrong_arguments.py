"""Wrong command lines: what is wrong, the arguments, and a phrase of the message."""

S = "national-2020.toml"

#: Said like what is wrong with a scenario, at "command line".
SETTINGS = [
    ("an override without a value", ["check", S, "--set", "radio.sectors"], "an override must be KEY=VALUE"),
    ("an override with an empty value", ["check", S, "--set", "radio.sectors="], "an override must be KEY=VALUE"),
    ("an override without a key", ["check", S, "--set", "=3"], "an override must be KEY=VALUE"),
    ("an override with an empty part", ["check", S, "--set", "radio..sectors=3"], "an override must be KEY=VALUE"),
    ("an override of the wrong type", ["check", S, "--set", "radio.sectors=three"], "must be a number, is the text 'three'"),
    ("an override out of bounds", ["check", S, "--set", "radio.sectors=99"], "must be between 1 and 24, is 99"),
    ("an override that is not a number", ["check", S, "--set", "radio.sectors=nan"], "a number must be finite"),
    ("an override of an unknown input", ["check", S, "--set", "radio.sector=3"], "did you mean 'radio.sectors'"),
    ("an override of a section", ["check", S, "--set", "radio=3"], "'radio' is a section of inputs"),
    ("an override of a part of a number", ["check", S, "--set", "radio.sectors.min=3"], "it has no 'min' to change"),
    ("an override of an unknown network", ["check", S, "--set", "network.CT.plan_share=0.3"], "'network' has no element 'CT'"),
    ("an override with a list that is not closed", ["check", S, "--set", "geography.only=[1"], "the text ends within an array"),
    ("an override of two lines", ["check", S, "--set", "title=\"a\"\nradio.sectors=3"], "the value must be one line of text"),
    ("an override of 'extends'", ["check", S, "--set", "extends=other.toml"], "'extends' cannot be set on the command line"),
    ("an override by a missing file", ["check", S, "--set", "geography.backbone=nope.csv"], "there is no such file"),
    ("paths that are no number", ["run", S, "--paths", "many"], "'run.paths' [1] must be a whole number, is the text 'many'"),
    ("a fraction of paths", ["run", S, "--paths", "10.5"], "must be a whole number"),
    ("no paths", ["run", S, "--paths", "0"], "must be between 1 and 1000000000, is 0"),
    ("a negative number of paths", ["run", S, "--paths", "-5"], "must be between 1 and 1000000000, is -5"),
    ("too many paths", ["run", S, "--paths", "2000000000"], "must be between 1 and 1000000000"),
    ("a negative seed", ["run", S, "--seed", "-1"], "'run.seed' [1] must be at least 0, is -1"),
    ("a seed of 20 digits", ["run", S, "--seed", "99999999999999999999"], "'run.seed' [1] must be a whole number"),
    ("an unknown sampler", ["run", S, "--sampler", "bogus"], "must be one of mc, lhs, sobol, is 'bogus'"),
    ("a replay beyond the last path", ["run", S, "--paths", "10", "--replay", "10"], "--replay 10: the run has paths 0 to 9"),
    ("a replay of a negative path", ["run", S, "--paths", "10", "--replay", "-1"], "--replay -1: the run has paths 0 to 9"),
    ("an explanation of a misspelt input", ["explain", S, "rollout.cost.rna"], "did you mean 'rollout.cost.ran'?"),
    ("results into a file", ["run", S, "--out", S], "is there already and is not a folder"),
]

#: Said in the form of the argument parser.
USAGE = [
    ("no command", [], "name a command: run, compare, backtest, sensitivity, discover, sweep, value, optimise, report"),
    ("an unknown command", ["simulate"], "simulate"),
    ("an unknown option instead of a command", ["--bogus"], "--bogus"),
    ("an unknown option", ["run", S, "--bogus"], "--bogus"),
    ("no scenario", ["run"], "SCENARIO is required"),
    ("one scenario too many", ["check", S, S], "not expected"),
    ("an option without its value", ["run", S, "--paths"], "--paths"),
    ("a replay of no number", ["run", S, "--replay", "one"], "--replay"),
    ("a replay of the central path", ["run", S, "--replay", "1", "--central"], "--central excludes --replay"),
    ("an unknown instruction set", ["run", S, "--isa", "neon"], "neon"),
    ("a negative number of threads", ["run", S, "--threads", "-2"], "--threads"),
    ("an unknown model", ["run", S, "--model", "regional"], "regional"),
    ("an unknown reference", ["reference", "cooking"], "cooking"),
]
