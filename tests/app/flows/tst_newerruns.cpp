// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/newerruns.h"
#include "tests/fakes/sandboxworld.h"

#include <QTest>

#include <memory>

using namespace countersign;

namespace {

EmbeddedJson json(const QByteArray &text)
{
    return EmbeddedJson::from(*Json::parse(text).json);
}

Execution with(const QByteArray &targets, const QByteArray &parameters)
{
    Execution run;
    if (!targets.isEmpty())
        run.targets = json(targets);
    if (!parameters.isEmpty())
        run.parameters = json(parameters);
    return run;
}

} // namespace

class tst_NewerRuns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void sameTargets_data();
    void sameTargets();
    void read_findsThemNewestFirst();
    void read_otherTargetsAndTemplates_doNotCount();
    void read_isBounded();
    void read_failing_isAnError();
    void read_deleted_neverAnswers();

private:
    Result<NewerRuns> readFor(const Execution &run);
    Execution started(const QString &templateName, const QString &instance);
    static void nextSecond() { QTest::qWait(1'100); } // times of the service have no fractions

    std::unique_ptr<SandboxProcess> m_sandbox;
    std::unique_ptr<SandboxWorld> m_world;
};

void tst_NewerRuns::init()
{
    const QByteArray text = "FormatVersion: OOS-2019-06-01\n"
                            "Parameters:\n"
                            "  instanceIds:\n"
                            "    Type: List\n"
                            "Tasks:\n"
                            "  - Name: ask\n"
                            "    Action: ACS::Approve\n"
                            "    Properties:\n"
                            "      Approvers: []\n";
    m_sandbox = std::make_unique<SandboxProcess>(QStringLiteral(PROGRAMS));
    m_sandbox->addTemplate(QStringLiteral("stop"), text);
    m_sandbox->addTemplate(QStringLiteral("stop-all"), text);
    QVERIFY2(m_sandbox->start({QStringLiteral("--scenario"), QStringLiteral("empty")}),
             qPrintable(m_sandbox->problem()));
    m_world = std::make_unique<SandboxWorld>(m_sandbox->announcement());
}

void tst_NewerRuns::cleanup()
{
    m_world.reset();
    m_sandbox.reset();
}

Execution tst_NewerRuns::started(const QString &templateName, const QString &instance)
{
    const ExecutionId id = m_world->startExecution(
        templateName, {{QStringLiteral("Parameters"),
                        QStringLiteral("{\"instanceIds\":[\"%1\"]}").arg(instance)}});
    return m_world->waitForStatus(id, RunStatus::Waiting);
}

Result<NewerRuns> tst_NewerRuns::readFor(const Execution &run)
{
    std::optional<Result<NewerRuns>> answer;
    NewerRunsRead read(
        m_world->services(), *m_world->profiles.targetFor(m_world->place()), run,
        [&answer](const Result<NewerRuns> &result, const QString &) { answer = result; });
    const bool isThere = QTest::qWaitFor([&answer] { return answer.has_value(); }, 10'000);
    return isThere ? *answer : Result<NewerRuns>(Error{});
}

void tst_NewerRuns::sameTargets_data()
{
    QTest::addColumn<Execution>("run");
    QTest::addColumn<Execution>("other");
    QTest::addColumn<bool>("isSame");
    const QByteArray one = R"({"instanceIds":["i-1"]})";
    const QByteArray two = R"({"instanceIds":["i-1","i-2"],"size":3})";
    const QByteArray swapped = R"({"size":4,"instanceIds":["i-2","i-1"]})";
    const QByteArray targets = R"({"Type":"ResourceIds","ResourceIds":["i-1"]})";
    const QByteArray others = R"({"Type":"ResourceIds","ResourceIds":["i-9"]})";
    QTest::newRow("same ids in parameters") << with({}, two) << with({}, swapped) << true;
    QTest::newRow("other ids in parameters") << with({}, one) << with({}, two) << false;
    QTest::newRow("same targets") << with(targets, one) << with(targets, two) << true;
    QTest::newRow("other targets") << with(targets, one) << with(others, one) << false;
    QTest::newRow("no ids at all")
        << with({}, R"({"size":3})") << with({}, R"({"size":3})") << false;
    QTest::newRow("nothing") << Execution() << Execution() << false;
    QTest::newRow("one names none") << with({}, one) << with({}, "{}") << false;
}

void tst_NewerRuns::sameTargets()
{
    QFETCH(Execution, run);
    QFETCH(Execution, other);
    QTEST(haveSameTargets(run, other), "isSame");
    QTEST(haveSameTargets(other, run), "isSame");
}

void tst_NewerRuns::read_findsThemNewestFirst()
{
    const Execution first = started(QStringLiteral("stop"), QStringLiteral("i-1"));
    QVERIFY(!readFor(first)->newest);
    nextSecond();
    started(QStringLiteral("stop"), QStringLiteral("i-1"));
    nextSecond();
    const Execution third = started(QStringLiteral("stop"), QStringLiteral("i-1"));
    const auto newer = readFor(first);
    QVERIFY(newer && newer->newest);
    QCOMPARE(newer->newest->id, third.id);
    QCOMPARE(newer->newest->status, RunStatus::Waiting);
    QCOMPARE(newer->others, 1);
    QVERIFY(!newer->isCut);
    QVERIFY(!readFor(third)->newest);
}

void tst_NewerRuns::read_otherTargetsAndTemplates_doNotCount()
{
    const Execution run = started(QStringLiteral("stop"), QStringLiteral("i-1"));
    nextSecond();
    started(QStringLiteral("stop"), QStringLiteral("i-2"));
    started(QStringLiteral("stop-all"), QStringLiteral("i-1"));
    const auto newer = readFor(run);
    QVERIFY(newer && !newer->newest && newer->others == 0);
}

//! What comes after is asked for, and no more than ten pages of it.
void tst_NewerRuns::read_isBounded()
{
    const Execution run = started(QStringLiteral("stop"), QStringLiteral("i-1"));
    QVERIFY(bool(readFor(run)));
    const QJsonObject params = m_sandbox->receipts(QStringLiteral("ListExecutions"))
                                   .back()
                                   .value(QStringLiteral("params"))
                                   .toObject();
    QCOMPARE(params.value(QStringLiteral("TemplateName")).toString(), QStringLiteral("stop"));
    QCOMPARE(params.value(QStringLiteral("StartDateAfter")).toString(),
             run.startDate.toUTC().toString(QStringLiteral("yyyy-MM-dd'T'HH:mm:ss'Z'")));
    QCOMPARE(params.value(QStringLiteral("SortOrder")).toString(), QStringLiteral("Descending"));
}

void tst_NewerRuns::read_failing_isAnError()
{
    const Execution run = started(QStringLiteral("stop"), QStringLiteral("i-1"));
    m_sandbox->setFaults(R"([{"fault":"garbage","action":"ListExecutions"}])");
    QVERIFY(!readFor(run));
}

void tst_NewerRuns::read_deleted_neverAnswers()
{
    const Execution run = started(QStringLiteral("stop"), QStringLiteral("i-1"));
    bool isAnswered = false;
    auto read = std::make_unique<NewerRunsRead>(
        m_world->services(), *m_world->profiles.targetFor(m_world->place()), run,
        [&isAnswered](const Result<NewerRuns> &, const QString &) { isAnswered = true; });
    read.reset();
    QVERIFY(bool(readFor(run)));
    QVERIFY(!isAnswered);
}

QTEST_GUILESS_MAIN(tst_NewerRuns)
#include "tst_newerruns.moc"
