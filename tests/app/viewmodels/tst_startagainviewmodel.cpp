// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/operations.h"
#include "app/viewmodels/parametersviewmodel.h"
#include "app/viewmodels/startagainviewmodel.h"
#include "person.h"

#include <QTest>

#include <memory>

using namespace countersign;
using Stage = StartAgainViewModel::Stage;

namespace {

QByteArray sized()
{
    return "FormatVersion: OOS-2019-06-01\n"
           "Parameters:\n"
           "  size:\n"
           "    Type: Number\n"
           "    Default: 3\n"
           "  password:\n"
           "    Type: String\n"
           "    NoEcho: true\n"
           "    Default: none\n"
           "Tasks:\n"
           "  - Name: look\n"
           "    Action: ACS::ExecuteAPI\n"
           "    Properties:\n"
           "      Service: ECS\n"
           "      API: DescribeInstances\n"
           "      Parameters:\n"
           "        RegionId: cn-hangzhou\n";
}

} // namespace

//! Runs of the real sandbox that are started again.
class tst_StartAgainViewModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void finishedRun_startsTheSameInDebugMode();
    void secrets_areAskedForAndNotCopied();
    void runFromText_sendsTheText();
    void production_asksForATick();
    void badParameters_nothingIsSent();
    void unclear_isAskedAgainWithTheSameToken();
    void refused_staysEditable();
    void missingRight_isSaid();
    void description_problems();
    void unreadTemplate_isInTheWayOfATextAlone();

private:
    //! The review of a run, read.
    ReviewViewModel &review(const ExecutionId &id);
    ExecutionId finishedRun(const QMap<QString, QString> &further = {});
    QJsonObject lastStart() const
    {
        return m_sandbox->receipts(QStringLiteral("StartExecution"))
            .back()
            .value(QLatin1String("params"))
            .toObject();
    }
    std::size_t startCount() const
    {
        return m_sandbox->receipts(QStringLiteral("StartExecution")).size();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SandboxProcess> m_sandbox;
    std::unique_ptr<Person> m_person;
    std::unique_ptr<ReviewViewModel> m_review;
};

void tst_StartAgainViewModel::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_sandbox = std::make_unique<SandboxProcess>(QStringLiteral(PROGRAMS));
    m_sandbox->addTemplate(QStringLiteral("sized"), sized());
    QVERIFY2(m_sandbox->start({QStringLiteral("--scenario"), QStringLiteral("empty"),
                               QStringLiteral("--speed"), QStringLiteral("50")}),
             qPrintable(m_sandbox->problem()));
    m_person = std::make_unique<Person>(m_sandbox->announcement(), 0, m_folder->path());
}

void tst_StartAgainViewModel::cleanup()
{
    m_review.reset();
    m_person.reset();
    m_sandbox.reset();
}

ReviewViewModel &tst_StartAgainViewModel::review(const ExecutionId &id)
{
    m_review = std::make_unique<ReviewViewModel>(
        std::make_unique<ReviewFlow>(m_person->world.services()), m_person->files);
    m_review->show(m_person->foundRow(id));
    if (!QTest::qWaitFor(
            [this] { return !m_review->isReading() && m_review->isTemplateUnderstood(); }, 20'000))
        qWarning("the review is not read");
    return *m_review;
}

ExecutionId tst_StartAgainViewModel::finishedRun(const QMap<QString, QString> &further)
{
    const ExecutionId id = m_person->world.startExecution(QStringLiteral("sized"), further);
    m_person->world.waitForStatus(id, RunStatus::Success);
    return id;
}

void tst_StartAgainViewModel::finishedRun_startsTheSameInDebugMode()
{
    const ExecutionId id =
        finishedRun({{QStringLiteral("Parameters"), QStringLiteral(R"({"size":4.0})")},
                     {QStringLiteral("Description"), QStringLiteral("nightly")}});
    const auto again = review(id).beginStartAgain(QStringLiteral("en_US"));
    QVERIFY2(again, qPrintable(m_review->startAgainObstacle()));
    QCOMPARE(again->heading(), QStringLiteral("Start again in Debug mode: sized v1"));
    QCOMPARE(again->confirmText(),
             QStringLiteral("Start “sized” again in Debug mode in sandbox / cn-hangzhou"));
    QCOMPARE(again->description(), QStringLiteral("nightly"));
    QVERIFY(again->canConfirm());
    again->confirm();
    again->confirm();
    QTRY_COMPARE_WITH_TIMEOUT(again->stage(), Stage::Started, 20'000);
    QCOMPARE(startCount(), std::size_t(2)); // with the first run's
    const QJsonObject sent = lastStart();
    QCOMPARE(sent.value(QLatin1String("TemplateName")).toString(), QStringLiteral("sized"));
    QCOMPARE(sent.value(QLatin1String("TemplateVersion")).toString(), QStringLiteral("v1"));
    QCOMPARE(sent.value(QLatin1String("Mode")).toString(), QStringLiteral("Debug"));
    QCOMPARE(sent.value(QLatin1String("SafetyCheck")).toString(),
             QStringLiteral("ConfirmEveryHighRiskAction"));
    // Digits are those of the earlier run.
    const auto parameters =
        Json::parse(sent.value(QLatin1String("Parameters")).toString().toUtf8());
    QVERIFY(parameters);
    QCOMPARE((*parameters.json)[u"size"].source(), QByteArray("4.0"));
    QVERIFY(!sent.value(QLatin1String("ClientToken")).toString().isEmpty());
    const WaitRow row = *again->startedRow();
    QVERIFY(row.id.executionId != id);
    const Execution run = m_person->world.waitForStatus(row.id.executionId, RunStatus::Waiting);
    QCOMPARE(run.mode, RunMode::Debug);
    QVERIFY(again->outcomeText().startsWith(QStringLiteral("Started: exec-")));
}

void tst_StartAgainViewModel::secrets_areAskedForAndNotCopied()
{
    const ExecutionId id = finishedRun(
        {{QStringLiteral("Parameters"), QStringLiteral(R"({"size":4,"password":"canary"})")}});
    const auto again = review(id).beginStartAgain(QStringLiteral("en_US"));
    QVERIFY(again);
    QCOMPARE(again->askedSecrets(), QStringList{QStringLiteral("password")});
    QVERIFY(again->askedSecretsText().contains(QStringLiteral("password")));
    QVERIFY(!again->parameters()->text().contains(QStringLiteral("canary")));
    again->parameters()->enter(QStringLiteral("password"), QStringLiteral("typed anew"));
    QVERIFY(!again->parameters()->shownText().contains(QStringLiteral("typed anew")));
    again->confirm();
    QTRY_COMPARE_WITH_TIMEOUT(again->stage(), Stage::Started, 20'000);
    const QString sent = lastStart().value(QLatin1String("Parameters")).toString();
    QVERIFY2(sent.contains(QStringLiteral("typed anew")), qPrintable(sent));
}

void tst_StartAgainViewModel::runFromText_sendsTheText()
{
    const auto reply =
        m_person->world.call(QStringLiteral("StartExecution"),
                             {{QStringLiteral("TemplateContent"), QString::fromUtf8(sized())},
                              {QStringLiteral("Parameters"), QStringLiteral("{}")},
                              {QStringLiteral("SafetyCheck"), QStringLiteral("Skip")}});
    QVERIFY(reply);
    const ExecutionId id = readStartExecution(reply->body)->id;
    m_person->world.waitForStatus(id, RunStatus::Success);
    const auto again = review(id).beginStartAgain(QStringLiteral("en_US"));
    QVERIFY2(again, qPrintable(m_review->startAgainObstacle()));
    QCOMPARE(again->heading(),
             QStringLiteral("Start again in Debug mode: a text that is not stored"));
    again->confirm();
    QTRY_COMPARE_WITH_TIMEOUT(again->stage(), Stage::Started, 20'000);
    QCOMPARE(lastStart().value(QLatin1String("TemplateContent")).toString(),
             QString::fromUtf8(sized()));
    QVERIFY(!lastStart().contains(QLatin1String("TemplateName")));
}

void tst_StartAgainViewModel::production_asksForATick()
{
    Profile profile = m_sandbox->announcement().profile;
    profile.environment = {};
    profile.environment.isProduction = true;
    m_person->world.profiles.setProfile(profile);
    const auto again = review(finishedRun()).beginStartAgain(QStringLiteral("en_US"));
    QVERIFY(again);
    QVERIFY(!again->tickText().isEmpty());
    QVERIFY(!again->canConfirm());
    again->confirm();
    QCOMPARE(again->stage(), Stage::Composing);
    again->setTicked(true);
    QVERIFY(again->canConfirm());
}

void tst_StartAgainViewModel::badParameters_nothingIsSent()
{
    const auto again = review(finishedRun()).beginStartAgain(QStringLiteral("en_US"));
    QVERIFY(again);
    for (const char *text : {"[1]", "{\"size\":3,\"size\":4}", "{\"size\":", ""}) {
        again->parameters()->setShownText(QString::fromLatin1(text));
        QVERIFY2(!again->canConfirm(), text);
        again->confirm();
        QCOMPARE(again->stage(), Stage::Composing);
    }
    QCOMPARE(startCount(), std::size_t(1));
}

void tst_StartAgainViewModel::unclear_isAskedAgainWithTheSameToken()
{
    const auto again = review(finishedRun()).beginStartAgain(QStringLiteral("en_US"));
    QVERIFY(again);
    m_sandbox->setFaults(R"([{"fault":"dropAfterEffect","action":"StartExecution","times":1},
        {"fault":"throttle","action":"StartExecution","times":1}])");
    again->confirm();
    QTRY_COMPARE_WITH_TIMEOUT(again->stage(), Stage::Unclear, 20'000);
    const QString token = lastStart().value(QLatin1String("ClientToken")).toString();
    QVERIFY(again->outcomeText().startsWith(QStringLiteral("Outcome unknown.")));
    QVERIFY(again->outcomeDetail().contains(QStringLiteral("Trying again is safe")));
    again->setDescription(QStringLiteral("something else"));
    QVERIFY(again->description().isEmpty());
    QVERIFY(again->confirmText().startsWith(QStringLiteral("Try again with the same token")));
    // Refused the second time: what the first one did is still not known.
    again->confirm();
    QTRY_VERIFY_WITH_TIMEOUT(again->outcomeText().startsWith(QStringLiteral("Refused")), 20'000);
    QCOMPARE(again->stage(), Stage::Unclear);
    QVERIFY(again->outcomeText().contains(QStringLiteral("may have started")));
    again->confirm();
    QTRY_COMPARE_WITH_TIMEOUT(again->stage(), Stage::Started, 20'000);
    QCOMPARE(lastStart().value(QLatin1String("ClientToken")).toString(), token);
    const auto all = m_person->world.call(QStringLiteral("ListExecutions"), {});
    QVERIFY(all);
    QCOMPARE(readListExecutions(all->body)->rows.size(), std::size_t(2)); // the first and one more
}

void tst_StartAgainViewModel::refused_staysEditable()
{
    const auto again = review(finishedRun()).beginStartAgain(QStringLiteral("en_US"));
    QVERIFY(again);
    m_sandbox->setFaults(R"([{"fault":"throttle","action":"StartExecution","times":1}])");
    again->confirm();
    QTRY_VERIFY_WITH_TIMEOUT(again->outcomeText().contains(QStringLiteral("Nothing was started.")),
                             20'000);
    QCOMPARE(again->stage(), Stage::Composing);
    again->setDescription(QStringLiteral("second try"));
    QVERIFY(again->canConfirm());
    again->confirm();
    QTRY_COMPARE_WITH_TIMEOUT(again->stage(), Stage::Started, 20'000);
    QCOMPARE(lastStart().value(QLatin1String("Description")).toString(),
             QStringLiteral("second try"));
}

void tst_StartAgainViewModel::missingRight_isSaid()
{
    const ExecutionId id = finishedRun();
    m_person->world.profiles.setCredentials(m_person->world.place().profile,
                                            m_sandbox->announcement().users.back().credentials);
    QVERIFY(!review(id).beginStartAgain(QStringLiteral("en_US"))); // nobody knows whose it is
    QVERIFY(m_person->world.learnCaller());
    const auto again = review(id).beginStartAgain(QStringLiteral("en_US"));
    QVERIFY2(again, qPrintable(m_review->startAgainObstacle()));
    again->confirm();
    QTRY_VERIFY_WITH_TIMEOUT(again->outcomeText().startsWith(QStringLiteral("Refused")), 20'000);
    QVERIFY2(again->outcomeDetail().contains(QStringLiteral("oos:StartExecution")),
             qPrintable(again->outcomeDetail()));
    QVERIFY(again->outcomeDetail().contains(QStringLiteral("ram:PassRole")));
}

void tst_StartAgainViewModel::description_problems()
{
    const auto again = review(finishedRun()).beginStartAgain(QStringLiteral("en_US"));
    QVERIFY(again);
    again->setDescription(QString(201, u'x'));
    QVERIFY(again->descriptionProblem().contains(QStringLiteral("too long by 1")));
    QVERIFY(!again->canConfirm());
    again->setDescription(QString(QChar(0x202E)));
    QVERIFY(!again->canConfirm());
    again->setDescription({});
    QVERIFY(again->canConfirm());
}

void tst_StartAgainViewModel::unreadTemplate_isInTheWayOfATextAlone()
{
    const ExecutionId id = finishedRun();
    m_sandbox->setFaults(R"([{"fault":"garbage","action":"GetExecutionTemplate"}])");
    QVERIFY(review(id).beginStartAgain(QStringLiteral("en_US")));
    QVERIFY(m_review->startAgainObstacle().isEmpty());
    ReviewFacts facts;
    facts.row = m_person->foundRow(id);
    facts.execution.value.emplace();
    facts.templateText.error.emplace();
    QVERIFY(obstacleToStartAgain(facts, m_person->world.services())
                ->contains(QStringLiteral("template could not be read")));
    facts.execution.value->templateName = QStringLiteral("sized");
    QVERIFY(!obstacleToStartAgain(facts, m_person->world.services()));
}

QTEST_GUILESS_MAIN(tst_StartAgainViewModel)
#include "tst_startagainviewmodel.moc"
