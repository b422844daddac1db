# SPDX-FileCopyrightText: Countersign contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares the branches that tests did not take with the reasons that are given for them."""
import collections
import fnmatch
import json
import os
import subprocess
import sys

# What is looked at.
FILES = [
    "app/domain/codesbeforeaction.cpp", "app/domain/decision*.cpp",
    "app/journal/*.cpp", "app/signing/*.cpp", "app/api/oncebody.cpp", "app/api/oneshot*.cpp",
    "app/flows/alternative.cpp", "app/flows/decide*.cpp", "app/flows/decision*.cpp",
    "app/flows/evidence.cpp", "app/flows/movement.cpp", "app/flows/observationread.cpp",
    "app/flows/override*.cpp", "app/flows/progressnews.cpp",
    "app/flows/seenrows.cpp", "app/flows/sendchecks.cpp", "app/flows/sentparameters.cpp",
    "app/flows/settle*.cpp", "app/flows/settling.cpp",
]
# Where no reason counts: all of the file, or the functions whose names hold one of these words.
WHOLE = {
    "app/domain/codesbeforeaction.cpp": [""],
    "app/domain/decision.cpp": ["mayFollow", "isTerminal", "classify", "isSettledRefusalStatus"],
    "app/flows/settling.cpp": [""],
}


SOMETIMES = "a matter of time"  # how a reason begins whose branch is not taken in every run


def is_chosen(name):
    return any(fnmatch.fnmatch(name, pattern) for pattern in FILES)


def is_whole(name, function):
    return any(word in function for word in WHOLE.get(name, []))


class Source:
    def __init__(self, path):
        with open(path, encoding="utf-8") as file:
            self.lines = file.read().split("\n")

    def text(self, first, first_column, last, last_column):
        """Columns count bytes, from 1."""
        picked = []
        for number in range(first, last + 1):
            line = self.lines[number - 1].encode()
            begin = first_column - 1 if number == first else 0
            end = last_column - 1 if number == last else len(line)
            picked.append(line[begin:end].decode(errors="replace"))
        return " ".join(" ".join(picked).split())


def demangled(names):
    done = subprocess.run(["c++filt"], input="\n".join(names), capture_output=True, text=True, check=True)
    return done.stdout.split("\n")


def short(name):
    """Without namespaces, parameters and where a lambda stands."""
    name = name.replace("(anonymous namespace)::", "").replace("countersign::", "")
    inner = "::lambda" if "{lambda" in name or "$_" in name or "'lambda" in name else ""
    head = name.split("(")[0].split("<")[0]
    return head.split(" ")[-1] + inner


def functions_of(data, root):
    """For each file: first line, last line and name of each function, the innermost last."""
    found = collections.defaultdict(list)
    functions = data["functions"]
    names = demangled([function["name"].split(":")[-1] for function in functions])
    for function, name in zip(functions, names):
        region = function["regions"][0]
        file = os.path.relpath(function["filenames"][0], root)
        found[file].append((region[0], region[2], short(name)))
    for file in found:
        found[file].sort(key=lambda item: (item[0], -item[1]))
    return found


def function_at(functions, line):
    name = "?"
    for first, last, candidate in functions:
        if first <= line <= last:
            name = candidate
    return name


def is_past_all_cases(source, place):
    """The way past the cases of a switch without default. All of them are over enumerations: the
    compiler refuses one that leaves a name out, so that no value takes this way."""
    before = source.lines[place[0] - 1].encode()[:place[1] - 1].decode()
    return before.rstrip().endswith("switch (")


def branches(data, root):
    """For each file: place of each branch to how often it was true and false."""
    counts = {}
    for file in data["files"]:
        name = os.path.relpath(file["filename"], root)
        if not is_chosen(name):
            continue
        places = counts.setdefault(name, collections.defaultdict(lambda: [0, 0]))
        for branch in file["branches"]:
            place = tuple(branch[:4])
            places[place][0] += branch[4]
            places[place][1] += branch[5]
    return counts


def reasons_of(root):
    reasons = {}
    with open(os.path.join(root, "tests/coverage/uncovered.txt"), encoding="utf-8") as file:
        for line in file:
            if line.strip() and not line.startswith("#"):
                key, _, reason = line.rstrip("\n").rpartition(" | ")
                reasons[key] = reason
    return reasons


def main():
    root, path = sys.argv[1], sys.argv[2]
    with open(path, encoding="utf-8") as file:
        data = json.load(file)["data"][0]
    functions = functions_of(data, root)
    missing = {}
    known = set()
    for name, places in sorted(branches(data, root).items()):
        source = Source(os.path.join(root, name))
        total = taken = 0
        seen = collections.Counter()
        for place, counts in sorted(places.items()):
            if is_past_all_cases(source, place):
                continue
            for truth, count in zip(("true", "false"), counts):
                total += 1
                taken += 1 if count else 0
                function = function_at(functions[name], place[0])
                key = f"{name} | {function} | {truth}: {source.text(*place)}"
                seen[key] += 1
                if seen[key] > 1:
                    key += f" #{seen[key]}"  # the same condition again in the same function
                known.add(key)
                if not count:
                    missing[key] = (name, function, place[0])
        share = 100.0 * taken / total if total else 100.0
        print(f"{name} | {taken} of {total} branches | {share:.1f} %")
    if "--judge" not in sys.argv:
        return
    reasons = reasons_of(root)
    failures = []
    for key, (name, function, line) in missing.items():
        if is_whole(name, function):
            failures.append(f"must be taken: line {line}: {key}")
        elif key not in reasons:
            failures.append(f"not taken: line {line}: {key}")
    failures += [f"has a reason and is gone: {key}" for key in reasons if key not in known]
    # Two events of one moment come in either order, so that such a branch is taken now and then.
    failures += [f"has a reason and is taken: {key}" for key, reason in reasons.items()
                 if key in known and key not in missing and not reason.startswith(SOMETIMES)]
    for failure in failures:
        print(failure)
    print(f"{len(missing)} branches not taken, {len(failures)} to look at")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
