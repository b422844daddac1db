# SPDX-FileCopyrightText: Countersign contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Rules over the texts that people read, in all languages of the program."""
import os
import re
import shutil
import subprocess
import tempfile
import xml.etree.ElementTree as ElementTree

CHINESE = "translations/countersign_zh_CN.ts"
ENGLISH = "translations/countersign_en.ts"
GLOSSARY = "translations/glossary.tsv"
PLACE = re.compile(r"%(?:L?\d+|Ln|n)")
LUPDATE = ("/usr/lib/qt6/bin/lupdate", "lupdate6", "lupdate")


class Message:
    def __init__(self, context, node):
        self.context = context
        self.source = node.findtext("source") or ""
        translation = node.find("translation")
        self.state = "" if translation is None else translation.get("type", "")
        self.is_plural = node.get("numerus") == "yes"
        forms = [] if translation is None else [form.text or "" for form in translation.findall("numerusform")]
        self.texts = forms or ["" if translation is None else (translation.text or "")]

    def __str__(self):
        return f"{self.context}: {self.source!r}"


def messages(path):
    root = ElementTree.parse(path).getroot()
    for context in root.findall("context"):
        for node in context.findall("message"):
            yield Message(context.findtext("name"), node)


def incomplete(path, name, plural_only):
    count = 0
    for message in messages(path):
        if plural_only and not message.is_plural:
            continue
        count += 1
        if message.state in ("vanished", "obsolete"):
            yield f"{name}: {message} is no longer used"
        elif message.state or not all(text.strip() for text in message.texts):
            yield f"{name}: {message} is not translated"
        elif any(wrong_places(message, text) for text in message.texts):
            yield f"{name}: {message} has other places than its translation {message.texts}"
    if not count:
        yield f"{name}: holds no texts"


def wrong_places(message, text):
    """Every %1 of the source stands in the translation; one form may leave out the number."""
    wanted = set(PLACE.findall(message.source))
    found = set(PLACE.findall(text))
    if message.is_plural:
        wanted -= {"%n", "%Ln"}
        found -= {"%n", "%Ln"}
    return wanted != found


def translations(tree):
    for name, plural_only in ((CHINESE, False), (ENGLISH, True)):
        if not os.path.exists(tree.path(name)):
            yield f"{name}: is missing"
            continue
        yield from incomplete(tree.path(name), name, plural_only)


def freshness(tree):
    """Every text of the sources is known to the translation files."""
    program = next((path for path in map(shutil.which, LUPDATE) if path), None)
    if not program:
        yield "lupdate is not installed"
        return
    for name, extra in ((CHINESE, []), (ENGLISH, ["-pluralonly"])):
        if not os.path.exists(tree.path(name)):
            yield f"{name}: is missing"
            continue
        with tempfile.TemporaryDirectory() as folder:
            copy = os.path.join(folder, os.path.basename(name))
            shutil.copy(tree.path(name), copy)
            done = subprocess.run([program, "-silent", "-no-obsolete", "-locations", "none", *extra,
                                   "-I", ".", "app", "ui", "-ts", copy],
                                  cwd=tree.root, capture_output=True, text=True)
            if done.returncode:
                yield f"{name}: lupdate: {done.stderr.strip()}"
            # What it does not understand ends in a context that the program never asks for.
            for words in sorted(set(done.stderr.splitlines())):
                if words.strip():
                    yield f"{name}: lupdate: {words.strip()}"
            for message in messages(copy):
                if message.context == "Words":
                    yield f"{name}: {message} is filed where the program does not look for it"
                elif message.state == "unfinished":
                    yield f"{name}: {message} is new in the sources"


def terms(tree):
    """(line, English, Chinese words of which one must stand in the translation)."""
    for number, line in enumerate(tree.lines(GLOSSARY), 1):
        if not line.strip() or line.startswith("#"):
            continue
        columns = line.split("\t")
        if len(columns) < 2 or not columns[0].strip() or not columns[1].strip():
            yield number, None, None
        else:
            yield number, columns[0].strip(), [word.strip() for word in columns[1].split("|")]


def glossary(tree):
    """Terms of several words are kept wherever they stand; one word alone where it is a name: as the
    whole text, or before a colon, an ellipsis or what it is about. (In "Waiting since" it is a verb.)
    """
    if not os.path.exists(tree.path(GLOSSARY)):
        yield f"{GLOSSARY}: is missing"
        return
    known = list(terms(tree))
    if not known:
        yield f"{GLOSSARY}: holds no terms"
    for number, english, _ in known:
        if english is None:
            yield f"{GLOSSARY}:{number}: not an English and a Chinese column"
    translated = list(messages(tree.path(CHINESE)))
    for number, english, chinese in known:
        if english is None:
            continue
        anywhere = rf"(?<!\w){re.escape(english)}(?!\w)"
        as_name = rf"{re.escape(english)}(?=$|[:…]|\s+%\d)"
        pattern = re.compile(anywhere if " " in english else rf"^{as_name}")
        for message in translated:
            plain = message.source.replace("&", "")
            if pattern.search(plain) and longest_term(known, plain, english):
                for text in message.texts:
                    if not any(word in text.replace("&", "") for word in chinese):
                        yield f"{CHINESE}: {message} says {text!r}; {english} is {' or '.join(chinese)}"


def longest_term(known, source, english):
    """False when every place of `english` in the source belongs to a longer term."""
    rest = source
    for _, other, _ in known:
        if other and other != english and english in other:
            rest = rest.replace(other, "")
    return re.search(rf"(?<!\w){re.escape(english)}(?!\w)", rest) is not None
