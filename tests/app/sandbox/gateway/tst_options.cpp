// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/gateway/faults.h"
#include "app/sandbox/gateway/options.h"

#include <QTemporaryDir>
#include <QTest>

using namespace countersign::sandbox;

namespace {

QString text(const char *words)
{
    return QString::fromUtf8(words);
}

ProgramOptions read(const char *line)
{
    QStringList arguments{text("countersign-sandbox")};
    arguments << text(line).split(u' ', Qt::SkipEmptyParts);
    return ProgramOptions::read(arguments);
}

} // namespace

class TestOptions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void defaults();
    void everyOption_inBothForms();
    void wrongLines_areNamed_data();
    void wrongLines_areNamed();
    void help_namesEveryOption();
    void faultFiles_data();
    void faultFiles();
    void firstMatchingRule_isTaken();
    void readingAgain_restartsTheCounts();
    void ruleAfterAnAction_waitsForIt();
};

void TestOptions::defaults()
{
    const ProgramOptions options = read("");
    QVERIFY(options.error.isEmpty());
    QCOMPARE(options.port, quint16(0));
    QCOMPARE(options.scenario, ProgramOptions::Scenario::Demo);
    QCOMPARE(options.speed, 1.0);
    QCOMPARE(options.arrivalsPerMinute, 0.0);
    QCOMPARE(options.clockOffset, qint64(0));
    QCOMPARE(options.seed, quint32(1));
    QVERIFY(!options.usesTls);
}

void TestOptions::everyOption_inBothForms()
{
    for (const char separator : {' ', '='}) {
        QByteArray line =
            "--tls --port#8080 --announce#a.json --scenario#load:12 --templates#folder "
            "--speed#2.5 --arrivals#6 --clock-offset#-900 --faults#f.json "
            "--receipts#r.json --seed#7 --behaviour#b.json "
            "--strictness#unlisted-codes,unreadable-notes";
        line.replace('#', separator);
        const ProgramOptions options = read(line.constData());
        QVERIFY2(options.error.isEmpty(), qUtf8Printable(options.error));
        QVERIFY(options.usesTls);
        QCOMPARE(options.port, quint16(8080));
        QCOMPARE(options.announceFile, text("a.json"));
        QCOMPARE(options.scenario, ProgramOptions::Scenario::Load);
        QCOMPARE(options.load, 12);
        QCOMPARE(options.templatesFolder, text("folder"));
        QCOMPARE(options.speed, 2.5);
        QCOMPARE(options.arrivalsPerMinute, 6.0);
        QCOMPARE(options.clockOffset, qint64(-900));
        QCOMPARE(options.faultsFile, text("f.json"));
        QCOMPARE(options.receiptsFile, text("r.json"));
        QCOMPARE(options.seed, quint32(7));
        QCOMPARE(options.behaviourFile, text("b.json"));
        QVERIFY((options.strictness ==
                 std::set{Strictness::UnlistedCodes, Strictness::NotesUnreadable}));
    }
}

void TestOptions::wrongLines_areNamed_data()
{
    QTest::addColumn<QString>("words");
    const auto row = [](const char *line, const char *words) {
        QTest::newRow(line) << text(words);
    };
    row("--port", "--port needs a value");
    row("--port 70000", "the value of --port does not fit");
    row("--port -1", "the value of --port does not fit");
    row("--scenario load:", "the value of --scenario does not fit");
    row("--scenario load:-4", "the value of --scenario does not fit");
    row("--scenario party", "the value of --scenario does not fit");
    row("--speed 0", "the value of --speed does not fit");
    row("--speed fast", "the value of --speed does not fit");
    row("--arrivals -1", "the value of --arrivals does not fit");
    row("--clock-offset soon", "the value of --clock-offset does not fit");
    row("--seed -1", "the value of --seed does not fit");
    row("--announce=", "the value of --announce does not fit");
    row("--tls=yes", "--tls takes no value");
    row("--state d", "this version does not have the option --state");
    row("--behaviour=", "the value of --behaviour does not fit");
    const char *known = "it knows approve-needs-task-id, unreadable-notes, "
                        "no-children-with-status, task-execution-ids-are-execution-ids, "
                        "unlisted-codes";
    for (const char *word : {"unlisted", "", "Unlisted-Codes"}) {
        const QByteArray line = QByteArray("--strictness=unreadable-notes,") + word;
        QTest::newRow(line.constData())
            << QStringLiteral("--strictness does not know \"%1\"; %2").arg(text(word), text(known));
    }
    row("demo", "this version does not have the option demo");
}

void TestOptions::wrongLines_areNamed()
{
    QTEST(read(QTest::currentDataTag()).error, "words");
}

void TestOptions::help_namesEveryOption()
{
    QVERIFY(read("--help").wantsHelp);
    QVERIFY(read("--version").wantsVersion);
    const QString help = ProgramOptions::helpText();
    for (const char *name :
         {"--tls", "--port", "--announce", "--scenario", "--templates", "--speed", "--arrivals",
          "--clock-offset", "--faults", "--receipts", "--seed", "--behaviour", "--strictness",
          "approve-needs-task-id", "unreadable-notes", "no-children-with-status",
          "task-execution-ids-are-execution-ids", "unlisted-codes"})
        QVERIFY2(help.contains(text(name)), name);
}

namespace {

//! What FaultRules says about a file of this content.
QString loaded(FaultRules &rules, const QByteArray &content)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(text("faults.json"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return text("not written");
    file.write(content);
    file.close();
    return rules.load(path).remove(folder.path());
}

} // namespace

void TestOptions::faultFiles_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const char *content, const char *words) {
        QTest::newRow(name) << QByteArray(content) << text(words);
    };
    row("none", "[]", "");
    row("one", R"([{"fault":"hang","action":"NotifyExecution","times":1}])", "");
    row("unread", R"([{"fault":"refuse","after":"ListExecutions"}])", "");
    row("delay", R"([{"fault":"delay","ms":500}])", "");
    row("not JSON", "[", "not a JSON list of rules");
    row("an object", "{}", "not a JSON list of rules");
    row("not a rule", "[1]", "line 1: a rule is not an object");
    row("unknown", "[{\"fault\":\"hang\"},\n{\"fault\":\"explode\"}]",
        "line 2: there is no fault \"explode\"");
    row("unnamed", "[{}]", "line 1: a rule names no fault");
    row("misspelt", R"([{"fault":"hang","time":1}])", "the member \"time\" is not one of a rule's");
    row("too early", R"([{"fault":"holdUnread","action":"ListExecutions"}])",
        "a fault before reading cannot know an action");
}

void TestOptions::faultFiles()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, words);
    FaultRules rules;
    const QString problem = loaded(rules, content);
    QVERIFY2(words.isEmpty() ? problem.isEmpty() : problem.contains(words),
             qUtf8Printable(problem));
}

void TestOptions::firstMatchingRule_isTaken()
{
    FaultRules rules;
    QCOMPARE(loaded(rules, R"([{"fault":"hang","action":"ListExecutions","times":2},
                               {"fault":"garbage","action":"ListExecutions"},
                               {"fault":"http408"}])"),
             QString());
    const QString list = text("ListExecutions");
    QCOMPARE(rules.takeForAction(list)->fault, Fault::Hang);
    QCOMPARE(rules.takeForAction(text("NotifyExecution"))->fault, Fault::Http408);
    QCOMPARE(rules.takeForAction(list)->fault, Fault::Hang);
    for (int i = 0; i < 20; ++i)
        QCOMPARE(rules.takeForAction(list)->fault, Fault::Garbage);
    QVERIFY(!rules.takeForConnection());
}

void TestOptions::readingAgain_restartsTheCounts()
{
    FaultRules rules;
    const QByteArray once = R"([{"fault":"hang","times":1}])";
    for (int i = 0; i < 2; ++i) {
        QCOMPARE(loaded(rules, once), QString());
        QVERIFY(rules.takeForAction(text("ListExecutions")));
        QVERIFY(!rules.takeForAction(text("ListExecutions")));
    }
    QCOMPARE(loaded(rules, once), QString());
    QVERIFY(!loaded(rules, "[{}]").isEmpty());
    // A file that cannot be read leaves the rules in force.
    QVERIFY(rules.takeForAction(text("ListExecutions")));
}

void TestOptions::ruleAfterAnAction_waitsForIt()
{
    FaultRules rules;
    QCOMPARE(loaded(rules, R"([{"fault":"resetUnread","after":"ListTaskExecutions","times":2}])"),
             QString());
    QVERIFY(!rules.takeForConnection());
    for (int i = 0; i < 2; ++i) {
        rules.noteAnswered(text("ListExecutions"));
        QVERIFY(!rules.takeForConnection());
        rules.noteAnswered(text("ListTaskExecutions"));
        QCOMPARE(rules.takeForConnection()->fault, Fault::ResetUnread);
        QVERIFY(!rules.takeForConnection());
    }
    rules.noteAnswered(text("ListTaskExecutions"));
    QVERIFY(!rules.takeForConnection());
}

QTEST_GUILESS_MAIN(TestOptions)
#include "tst_options.moc"
