// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/templates/taskgraph.h"
#include "app/templates/templateoutline.h"
#include "app/templates/templateshape.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

using namespace countersign;

namespace {

QString lines(const QString &line, int count)
{
    return line.repeated(count);
}

//! The limits with time enough for a busy machine under a sanitizer.
TemplateLimits unhurried()
{
    TemplateLimits limits;
    limits.milliseconds = 100'000;
    return limits;
}

TemplateReading readUnhurried(const QString &text)
{
    return readTemplateTree(text, unhurried());
}

//! Everything that can be asked of a text; used to see that nothing crashes.
int useWhole(const QString &text)
{
    const TemplateReading reading = readUnhurried(text);
    if (!reading.tree)
        return reading.problem.reason.isEmpty() ? -1 : 0;
    const TemplateOutline outline = outlineOf(*reading.tree);
    int used = static_cast<int>(shapeProblems(*reading.tree).size());
    for (const TaskDeclaration &task : outline.tasks)
        used += static_cast<int>(callsAfter(outline, task.name).size());
    return used + static_cast<int>(reading.tree->root.toJson().compact().size());
}

const QString seedYaml = QStringLiteral(R"(FormatVersion: OOS-2019-06-01
Description: {en: Restart, zh-cn: 重启, name-en: R}
Parameters:
  ids: &list {Type: List, Default: [i-1, "i-2"]}
  again: *list
Tasks:
  - Name: check
    Action: ACS::CheckFor
    Properties: {Service: ECS, API: DescribeInstances}
    OnError: ACS::END
  - Name: script
    Action: ACS::ECS::RunCommand
    Properties:
      commandContent: |
        echo "$${x}"
        exit 0
    Loop: {Items: '{{ ids }}', RateControl: {Mode: Batch}}
)");
const QString seedJson = QStringLiteral(
    R"({"FormatVersion":"OOS-2019-06-01","Tasks":[{"Name":"a","Action":"ACS::Choice",
"Properties":{"DefaultTask":"b","Choices":[{"When":{"Fn::Equals":["x",1.0]},"NextTask":"ACS::END"}]}},
{"Name":"b\u4e2d","Action":"ACS::ExecuteAPI","Properties":{"Service":"ECS","API":"DeleteInstance"}}]})");

} // namespace

class tst_TemplateLimits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void refused_data();
    void refused();
    void depth_isTheSameForBothFormats();
    void events_and_nodes_haveOwnBudgets();
    void aliases_haveABudget();
    void aliases_growthIsBounded();
    void anchors_nestedCopiesAreBounded();
    void milliseconds_areWatched();
    void bytes_areCountedInUtf8();
    void longLine_isReadInTime();
    void mutations_neverCrash_data();
    void mutations_neverCrash();
    void noise_neverCrashes();
};

void tst_TemplateLimits::refused_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("firstLine");
    QTest::addColumn<QString>("words");

    const auto row = [](const char *name, const QString &text, int line, const char *words,
                        int firstLine = 0) {
        QTest::newRow(name) << text << line << firstLine << QString::fromUtf8(words);
    };
    row("empty", QString(), 0, "empty");
    row("blank", QStringLiteral(" \n\n"), 0, "empty");
    row("only a comment", QStringLiteral("# nothing\n"), 0, "empty");
    row("duplicate name, YAML", QStringLiteral("a: 1\nb: 2\na: 3\n"), 3,
        "\"a\" is used twice; first in line 1", 1);
    row("duplicate name, nested", QStringLiteral("x:\n  a: 1\n  'a': 2\n"), 3, "twice", 2);
    row("duplicate name, number and text", QStringLiteral("1: a\n'1': b\n"), 2, "twice", 1);
    row("duplicate name, JSON", QStringLiteral("{\"a\": 1,\n\"b\": 2,\n\"a\": 3}"), 3,
        "\"a\" is used twice; first in line 1", 1);
    row("duplicate name, JSON escape", QStringLiteral("{\"a\": 1,\n\"\\u0061\": 3}"), 2, "twice",
        1);
    row("merge key", QStringLiteral("a: &a {x: 1}\nb:\n  <<: *a\n"), 3, "<<");
    row("directive", QStringLiteral("%YAML 1.1\n---\na: 1\n"), 1, "directive");
    row("line that begins with %", QStringLiteral("a: 1\nb: |\n  x\n%foo\n"), 4, "%");
    row("list as a name", QStringLiteral("? [a]\n: 1\n"), 1, "name");
    row("two documents", QStringLiteral("a: 1\n---\nb: 2\n"), 2, "second document");
    row("short tag", QStringLiteral("a: 1\nb: !Select [1]\n"), 2, "!Select");
    row("tag of the language", QStringLiteral("a: !!python/object:os.system x\n"), 1, "python");
    row("integer tag", QStringLiteral("a: !!int 3\n"), 1, "tag");
    row("alias without anchor", QStringLiteral("a: 1\nb: *x\n"), 2, "*x");
    row("alias inside its anchor", QStringLiteral("a: &a\n  - *a\n"), 2, "stands inside");
    row("tab as indent", QStringLiteral("a:\n\tb: 1\n"), 2, "");
    row("wrong indent", QStringLiteral("a:\n  b: 1\n c: 2\n"), 3, "");
    row("open quote", QStringLiteral("a: 'x\nb: 1\n"), 3, "line 1");
    row("control character", QStringLiteral("a: 1\nb: \u0001\n"), 2, "control characters");
    row("NUL", QStringLiteral("a: 1\nb: ") + QChar(0) + QStringLiteral("\n"), 2,
        "control characters");
    row("escaped surrogate", QStringLiteral("a: \"\\uD800\"\n"), 1, "");
}

void tst_TemplateLimits::refused()
{
    QFETCH(QString, text);
    QFETCH(int, line);
    QFETCH(int, firstLine);
    QFETCH(QString, words);
    const TemplateReading reading = readTemplateTree(text);
    QVERIFY(!reading.tree);
    QVERIFY2(reading.problem.reason.contains(words), qPrintable(reading.problem.reason));
    QVERIFY(!reading.problem.reason.isEmpty());
    QCOMPARE(reading.problem.line, line);
    QCOMPARE(reading.problem.firstLine, firstLine);
}

void tst_TemplateLimits::depth_isTheSameForBothFormats()
{
    const auto nested = [](int depth) {
        return QString(QStringLiteral("[").repeated(depth) + QStringLiteral("]").repeated(depth));
    };
    QVERIFY(readUnhurried(nested(64)).tree);
    QVERIFY(!readUnhurried(nested(65)).tree);
    const auto nestedYaml = [&](int depth) {
        return QString(QStringLiteral("--- ") + nested(depth));
    };
    QVERIFY(readUnhurried(nestedYaml(64)).tree);
    const TemplateReading refused = readUnhurried(nestedYaml(65));
    QVERIFY(!refused.tree);
    QVERIFY(refused.problem.reason.contains(u"64"));
    QVERIFY(!readUnhurried(QStringLiteral("[").repeated(100'000)).tree);
    QVERIFY(!readUnhurried(QStringLiteral("- ").repeated(100'000)).tree);
    const QString once =
        QStringLiteral("a: &a %1\nb: %2*a%3\n")
            .arg(nested(40), QStringLiteral("[").repeated(30), QStringLiteral("]").repeated(30));
    const TemplateReading viaAlias = readUnhurried(once);
    QVERIFY(!viaAlias.tree);
    QCOMPARE(viaAlias.problem.line, 2);
}

void tst_TemplateLimits::events_and_nodes_haveOwnBudgets()
{
    const QString many = lines(QStringLiteral("- x\n"), 60'000);
    const TemplateReading events = readUnhurried(many);
    QVERIFY(!events.tree);
    QVERIFY(events.problem.reason.contains(u"50000 events"));
    QVERIFY(events.problem.line > 49'000);
    TemplateLimits limits = unhurried();
    limits.events = 1'000'000;
    const TemplateReading nodes = readTemplateTree(many, limits);
    QVERIFY(!nodes.tree);
    QVERIFY(nodes.problem.reason.contains(u"50000 nodes"));
    const QString json = QStringLiteral("[1%1]").arg(lines(QStringLiteral(",1"), 60'000));
    QVERIFY(!readUnhurried(json).tree);
    QVERIFY(readUnhurried(lines(QStringLiteral("- x\n"), 40'000)).tree);
}

void tst_TemplateLimits::aliases_haveABudget()
{
    const QString head = QStringLiteral("- &a x\n");
    QVERIFY(readUnhurried(head + lines(QStringLiteral("- *a\n"), 100)).tree);
    const TemplateReading refused = readUnhurried(head + lines(QStringLiteral("- *a\n"), 101));
    QVERIFY(!refused.tree);
    QVERIFY(refused.problem.reason.contains(u"100 aliases"));
    QCOMPARE(refused.problem.line, 102);
}

void tst_TemplateLimits::aliases_growthIsBounded()
{
    QString laughs = QStringLiteral("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 10; ++i) {
        const QString uses = lines(QStringLiteral("*a%1, ").arg(i - 1), 9);
        laughs += QStringLiteral("a%1: &a%1 [%2]\n").arg(i).arg(uses);
    }
    QElapsedTimer timer;
    timer.start();
    QVERIFY(!readUnhurried(laughs).tree);
    QVERIFY(timer.elapsed() < 20'000);

    const QString text = QStringLiteral("- &a %1\n").arg(QString(400'000, u'x'));
    const TemplateReading longTexts = readUnhurried(text + lines(QStringLiteral("- *a\n"), 50));
    QVERIFY(!longTexts.tree);
    QVERIFY(longTexts.problem.reason.contains(u"grows"));
}

void tst_TemplateLimits::anchors_nestedCopiesAreBounded()
{
    QString text;
    for (int i = 0; i < 60; ++i)
        text += QStringLiteral("&a%1 [").arg(i);
    text += lines(QStringLiteral("x, "), 20'000) + QStringLiteral("]").repeated(60);
    const TemplateReading reading = readUnhurried(QStringLiteral("--- ") + text);
    QVERIFY(!reading.tree);
    QVERIFY(reading.problem.reason.contains(u"anchors"));
}

void tst_TemplateLimits::milliseconds_areWatched()
{
    TemplateLimits limits;
    limits.milliseconds = -1;
    const TemplateReading reading = readTemplateTree(QStringLiteral("a: 1\n"), limits);
    QVERIFY(!reading.tree);
    QVERIFY(reading.problem.reason.contains(u"ms"));
}

void tst_TemplateLimits::bytes_areCountedInUtf8()
{
    const QString head = QStringLiteral("a: ");
    QVERIFY(readUnhurried(head + QString(512 * 1024 - 3, u'x')).tree);
    const TemplateReading refused = readUnhurried(head + QString(200 * 1024, u'中'));
    QVERIFY(!refused.tree);
    QVERIFY(refused.problem.reason.contains(u"524288"));
    QCOMPARE(refused.problem.line, 0);
}

// A minified template is one line; positions must not cost its length for each node.
void tst_TemplateLimits::longLine_isReadInTime()
{
    const QString json =
        QStringLiteral("{\"a\":[0%1]}").arg(lines(QStringLiteral(",\"中文\""), 40'000));
    QElapsedTimer timer;
    timer.start();
    QVERIFY(readUnhurried(json).tree);
    QVERIFY2(timer.elapsed() < 20'000, qPrintable(QString::number(timer.elapsed())));
}

void tst_TemplateLimits::mutations_neverCrash_data()
{
    QTest::addColumn<QString>("seed");
    QTest::newRow("yaml") << seedYaml;
    QTest::newRow("json") << seedJson;
}

void tst_TemplateLimits::mutations_neverCrash()
{
    QFETCH(QString, seed);
    QVERIFY(readUnhurried(seed).tree);
    const QString pieces = QStringLiteral("{}[]:,-?&*!|>'\"%@`#<~ \n\t\r\\0u\u0000\uFEFF\u2028中");
    QRandomGenerator random(20260302);
    for (int round = 0; round < 3'000; ++round) {
        QString text = seed;
        const int edits = random.bounded(1, 6);
        for (int edit = 0; edit < edits; ++edit) {
            const qsizetype at = random.bounded(static_cast<int>(text.size()));
            switch (random.bounded(4)) {
            case 0:
                text.remove(at, random.bounded(1, 20));
                break;
            case 1:
                text.insert(at, pieces.at(random.bounded(static_cast<int>(pieces.size()))));
                break;
            case 2:
                text[at] = pieces.at(random.bounded(static_cast<int>(pieces.size())));
                break;
            default:
                text.insert(at, text.mid(random.bounded(static_cast<int>(text.size())), 40));
            }
            if (text.isEmpty())
                text = seed;
        }
        QVERIFY2(useWhole(text) >= 0, qPrintable(text));
    }
}

void tst_TemplateLimits::noise_neverCrashes()
{
    QRandomGenerator random(7);
    for (int round = 0; round < 2'000; ++round) {
        QString text;
        const int length = random.bounded(200);
        for (int i = 0; i < length; ++i)
            text +=
                QChar(static_cast<char16_t>(random.bounded(random.bounded(2) == 0 ? 128 : 65'536)));
        QVERIFY(useWhole(text) >= 0);
    }
}

QTEST_GUILESS_MAIN(tst_TemplateLimits)
#include "tst_templatelimits.moc"
