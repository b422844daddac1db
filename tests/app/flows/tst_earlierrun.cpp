// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/earlierrun.h"
#include "tests/fakes/sandboxworld.h"

#include <QTest>

#include <memory>

using namespace countersign;

// TemplateName of ListExecutions is a substring filter (oos-api.md 7.1).

class tst_EarlierRun : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void read_findsTheRunBefore();
    void read_otherTemplates_doNotCount();
    void read_sameSecond_saysSo();
    void read_failing_isAnError();
    void read_deleted_neverAnswers();

private:
    Result<EarlierRun> readFor(const Execution &run);
    Execution started(const QString &templateName);
    static void nextSecond() { QTest::qWait(1'100); } // times of the service have no fractions

    std::unique_ptr<SandboxProcess> m_sandbox;
    std::unique_ptr<SandboxWorld> m_world;
};

void tst_EarlierRun::init()
{
    m_sandbox = std::make_unique<SandboxProcess>(QStringLiteral(PROGRAMS));
    m_sandbox->addTemplate(QStringLiteral("ask"), testtemplates::approval(1));
    m_sandbox->addTemplate(QStringLiteral("ask-more"), testtemplates::approval(1));
    QVERIFY2(m_sandbox->start({QStringLiteral("--scenario"), QStringLiteral("empty")}),
             qPrintable(m_sandbox->problem()));
    m_world = std::make_unique<SandboxWorld>(m_sandbox->announcement());
}

void tst_EarlierRun::cleanup()
{
    m_world.reset();
    m_sandbox.reset();
}

Execution tst_EarlierRun::started(const QString &templateName)
{
    const ExecutionId id = m_world->startExecution(templateName);
    return m_world->waitForStatus(id, RunStatus::Waiting);
}

Result<EarlierRun> tst_EarlierRun::readFor(const Execution &run)
{
    std::optional<Result<EarlierRun>> answer;
    EarlierRunRead read(
        m_world->services(), *m_world->profiles.targetFor(m_world->place()), run,
        [&answer](const Result<EarlierRun> &result, const QString &) { answer = result; });
    const bool isThere = QTest::qWaitFor([&answer] { return answer.has_value(); }, 10'000);
    return isThere ? *answer : Result<EarlierRun>(Error{});
}

void tst_EarlierRun::read_findsTheRunBefore()
{
    const Execution first = started(QStringLiteral("ask"));
    QVERIFY(!readFor(first)->run);
    nextSecond();
    const Execution second = started(QStringLiteral("ask"));
    nextSecond();
    const Execution third = started(QStringLiteral("ask"));
    QCOMPARE(readFor(third)->run->id, second.id);
    const auto beforeSecond = readFor(second);
    QCOMPARE(beforeSecond->run->id, first.id);
    QVERIFY(!beforeSecond->isOfSameSecond && !beforeSecond->isCut);
}

void tst_EarlierRun::read_otherTemplates_doNotCount()
{
    started(QStringLiteral("ask-more"));
    nextSecond();
    const Execution run = started(QStringLiteral("ask"));
    const auto found = readFor(run);
    QVERIFY(found && !found->run && !found->isCut);
    const auto receipts = m_sandbox->receipts(QStringLiteral("ListExecutions"));
    const QJsonObject params = receipts.back().value(QStringLiteral("params")).toObject();
    QCOMPARE(params.value(QStringLiteral("TemplateName")).toString(), QStringLiteral("ask"));
    QCOMPARE(params.value(QStringLiteral("StartDateBefore")).toString(),
             run.startDate.toString(u"yyyy-MM-dd'T'HH:mm:ss'Z'"));
    QVERIFY(!params.contains(QStringLiteral("IncludeChildExecution")));
}

void tst_EarlierRun::read_sameSecond_saysSo()
{
    const Execution first = started(QStringLiteral("ask"));
    Execution twin = first;
    twin.id = ExecutionId(QStringLiteral("exec-of-the-same-second"));
    const auto found = readFor(twin);
    QCOMPARE(found->run->id, first.id);
    QVERIFY(found->isOfSameSecond);
}

void tst_EarlierRun::read_failing_isAnError()
{
    const Execution run = started(QStringLiteral("ask"));
    m_sandbox->setFaults(R"([{"fault":"unreadableSuccess","action":"ListExecutions"}])");
    const auto found = readFor(run);
    QVERIFY(!found);
    QCOMPARE(found.error().kind, Error::Kind::BadReply);
}

void tst_EarlierRun::read_deleted_neverAnswers()
{
    const Execution run = started(QStringLiteral("ask"));
    bool isAnswered = false;
    auto read = std::make_unique<EarlierRunRead>(
        m_world->services(), *m_world->profiles.targetFor(m_world->place()), run,
        [&isAnswered](const Result<EarlierRun> &, const QString &) { isAnswered = true; });
    read.reset();
    QTest::qWait(300);
    QVERIFY(!isAnswered);
}

QTEST_GUILESS_MAIN(tst_EarlierRun)
#include "tst_earlierrun.moc"
