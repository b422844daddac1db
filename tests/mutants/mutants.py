# SPDX-FileCopyrightText: Countersign contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Changes code in one place at a time and looks whether its tests notice."""
import concurrent.futures
import os
import re
import shlex
import subprocess
import sys
import tempfile

# Source, its tests, and the parts that are changed: from the first text up to the second.
TARGETS = [
    ("app/domain/decision.cpp", ["tst_decision"], [
        ("constexpr std::array transitions", "};"),
        ("bool isSettledRefusalStatus", "\n}"),
        ("bool mayFollow", "\n}"),
        ("bool isTerminal", "\n}"),
        ("DecisionState classify", "\n}"),
    ]),
    ("app/domain/codesbeforeaction.cpp", ["tst_decision"], [
        ("exactCodes = {", "};"),
        ("prefixes = {", "};"),
        ("bool isIn", "\n}"),
        ("bool namesMissingParameter", "\n}"),
        ("bool isCodeBeforeAction", "\n}"),
    ]),
    ("app/flows/settling.cpp", ["tst_settling", "tst_evidence"], [
        ("Verdict settleRefusal", "\n}"),
        ("Verdict settleAccepted", "\n}"),
        ("Verdict settleAmbiguous", "\n}"),
        ("Verdict settle(", "\n}"),
        ("QStringList evidenceWords", "\n}"),
        ("bool isWindowOver", "\n}"),
    ]),
]

# Text, and what stands in its place.
EXCHANGES = [
    (r" == ", [" != "]),
    (r" != ", [" == "]),
    (r" < ", [" <= ", " >= "]),
    (r" > ", [" >= ", " < "]),
    (r" >= ", [" > ", " < "]),
    (r" <= ", [" < ", " > "]),
    (r" && ", [" || "]),
    (r" \|\| ", [" && "]),
    (r"(?<=[ (])!(?=[\w(])", [""]),
    (r"\btrue\b", ["false"]),
    (r"\bfalse\b", ["true"]),
    (r"\bany_of\b", ["none_of", "all_of"]),
    (r"\bnone_of\b", ["any_of", "all_of"]),
    (r"\bvalue_or\(\w+(\.\w+)?\)", ["value_or({})"]),
    (r"\bhours\b", ["minutes"]),
    (r"\[\[fallthrough\]\];", ["break;"]),
]
STATES = ["Drafted", "Verified", "Changed", "IntentRecorded", "Sending", "Sent", "NotSent", "Refused",
          "RefusedCodeUnknown", "Accepted", "Ambiguous", "ReconciledApplied", "ReconciledOtherActor",
          "ReconciledNotApplied", "Unresolved"]
MOVEMENTS = ["None", "AsAsked", "Partly", "Elsewhere", "CannotBeRead"]


def parts(text, ranges):
    """Offsets of the parts that are changed."""
    for begin, end in ranges:
        # The last one of that name is the definition.
        start = text.rindex(begin)
        yield start, text.index(end, start) + len(end)


def next_of(words, word):
    return words[(words.index(word) + 1) % len(words)]


def changes(text, start, end):
    """Pairs of a range and the text that stands in its place."""
    def found(pattern):
        for match in re.finditer(pattern, text[start:end]):
            yield match, start + match.start(), start + match.end()

    for pattern, others in EXCHANGES:
        for _, first, last in found(pattern):
            for other in others:
                yield first, last, other
    for match, first, last in found(r"\bif \((.*)\)\n"):
        for other in ("!(" + match.group(1) + ")", "true", "false"):
            yield first, last, "if (" + other + ")\n"
    for match, first, last in found(r"(?<![\w.:])\d+(?![\w.])"):
        for other in (int(match.group(0)) + 1, int(match.group(0)) - 1):
            yield first, last, str(other)
    for match, first, last in found(r"\b(State|DecisionState)::(\w+)"):
        if match.group(2) in STATES:
            yield first, last, match.group(1) + "::" + next_of(STATES, match.group(2))
    for match, first, last in found(r"(?<!case )\bMovement::(\w+)"):
        yield first, last, "Movement::" + next_of(MOVEMENTS, match.group(1))
    for _, first, last in found(r"    Transition\{.*\},\n"):
        yield first, last, ""
    for match, first, last in found(r'u"(\w[\w.]*)"'):
        yield first, last, 'u"' + match.group(1) + 'x"'
    for match, first, last in found(r'QStringLiteral\("(\w+)"\)'):
        yield first, last, 'QStringLiteral("' + match.group(1) + 'x")'
    for match, first, last in found(r"(?<=\? )([^?:;{}]+?)(\s+: )([^?:;{}]+)(?=[;}])"):
        yield first, last, match.group(3) + match.group(2) + match.group(1)


class Mutant:
    def __init__(self, source, text, first, last, other):
        self.source = source
        self.text = text[:first] + other + text[last:]
        self.line = text.count("\n", 0, first) + 1
        begin = text.rfind("\n", 0, first) + 1
        end = text.find("\n", max(last - 1, first))
        before = " ".join(text[begin:end].split())
        after = " ".join((text[begin:first] + other + text[last:end]).split())
        self.key = f"{source} | {before} => {after}"


def all_mutants(root):
    for source, _, ranges in TARGETS:
        with open(os.path.join(root, source), encoding="utf-8") as file:
            text = file.read()
        seen = set()
        for start, end in parts(text, ranges):
            for first, last, other in changes(text, start, end):
                mutant = Mutant(source, text, first, last, other)
                if mutant.text != text and mutant.text not in seen:
                    seen.add(mutant.text)
                    yield mutant


class Build:
    """Commands of the build for one source and its test, with another source in its place."""

    def __init__(self, root):
        self.folder = os.path.join(root, "build/release")

    def command(self, target, pattern):
        listed = subprocess.run(["ninja", "-C", self.folder, "-t", "commands", target], check=True,
                                capture_output=True, text=True).stdout
        fitting = [line for line in listed.split("\n") if re.search(pattern, line)]
        return fitting[-1]

    def compile_command(self, test, source):
        line = self.command(test, " -c \\S*" + re.escape(source) + "$")
        words = shlex.split(line)
        return [word for word in words if word != "ccache"]

    def link_command(self, test):
        line = self.command(test, " -o \\S*" + re.escape(test) + " ")
        return shlex.split(line.replace("&& :", "").replace(": &&", ""))


def replaced(words, option, value):
    place = words.index(option)
    return words[:place + 1] + [value] + words[place + 2:]


def run(words, folder, limit=120, quiet=True):
    environment = dict(os.environ, QT_QPA_PLATFORM="offscreen", TZ="Asia/Shanghai", LC_ALL="C.UTF-8")
    try:
        return subprocess.run(words, cwd=folder, env=environment, timeout=limit,
                              stdin=subprocess.DEVNULL, capture_output=quiet).returncode
    except subprocess.TimeoutExpired:
        return "timeout"


def outcome(mutant, build, commands):
    """killed, unbuilt (the compiler refuses it) or survived."""
    compile_words, links = commands[mutant.source]
    with tempfile.TemporaryDirectory(prefix="mutant") as place:
        source = os.path.join(place, "mutant.cpp")
        with open(source, "w", encoding="utf-8") as file:
            file.write(mutant.text)
        made = os.path.join(place, "mutant.o")
        program = os.path.join(place, "test")
        words = replaced(replaced(compile_words, "-o", made), "-c", source)
        # Warnings, such as of a name that the change leaves unused, do not spare it the tests.
        words = replaced(replaced(words, "-MF", made + ".d"), "-MT", made) + ["-w"]
        if run(words, build.folder) != 0:
            return "unbuilt"
        for link_words in links:
            # The first definition counts, so that the room's own is left out.
            words = replaced(link_words, "-o", program)
            words.insert(words.index("-o"), made)
            if run(words, build.folder) != 0:
                return "unbuilt"
            if run([program], place) != 0:
                return "killed"
        return "survived"


def explained(root):
    reasons = {}
    path = os.path.join(root, "tests/mutants/equivalents.txt")
    with open(path, encoding="utf-8") as file:
        for line in file:
            if line.strip() and not line.startswith("#"):
                key, _, reason = line.rstrip("\n").rpartition(" | ")
                reasons[key] = reason
    return reasons


def main():
    root, words = sys.argv[1], sys.argv[2:]
    build = Build(root)
    commands = {source: (build.compile_command(tests[0], source),
                         [build.link_command(test) for test in tests])
                for source, tests, _ in TARGETS}
    for test in sorted({test for _, tests, _ in TARGETS for test in tests}):
        if run([os.path.join(build.folder, "tests", test)], build.folder) != 0:
            sys.exit(f"{test} fails without any change")
    chosen = [mutant for mutant in all_mutants(root)
              if not words or any(word in mutant.key for word in words)]
    counts = {"killed": 0, "unbuilt": 0, "survived": 0}
    survivors = []
    with concurrent.futures.ThreadPoolExecutor(len(os.sched_getaffinity(0))) as pool:
        results = pool.map(lambda mutant: (mutant, outcome(mutant, build, commands)), chosen)
        for mutant, result in results:
            counts[result] += 1
            if result == "survived":
                survivors.append(mutant)
            if sum(counts.values()) % 50 == 0:
                print(f"{sum(counts.values())} of {len(chosen)}", flush=True)
    reasons = explained(root)
    known = {mutant.key for mutant in survivors}
    failures = [f"survived: line {mutant.line}: {mutant.key}" for mutant in survivors
                if mutant.key not in reasons]
    if not words:
        failures += [f"explained and gone: {key}" for key in reasons if key not in known]
    for failure in failures:
        print(failure)
    print(f"{len(chosen)} changes: {counts['killed']} noticed, {counts['unbuilt']} not compiled, "
          f"{counts['survived']} survived, {len(failures)} to explain")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
