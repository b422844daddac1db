// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/debuglane.h"
#include "app/viewmodels/decisionsviewmodel.h"
#include "app/viewmodels/decisionviewmodel.h"
#include "person.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

using namespace countersign;

namespace {

constexpr int longRun = 29;

QByteArray looking(const QByteArray &name, const QByteArray &api = "DescribeInstances")
{
    return "  - Name: " + name +
           "\n"
           "    Action: ACS::ExecuteAPI\n"
           "    Properties:\n"
           "      Service: ECS\n"
           "      API: " +
           api +
           "\n"
           "      Parameters:\n"
           "        RegionId: cn-hangzhou\n";
}

QByteArray steps(int count)
{
    QByteArray text = "FormatVersion: OOS-2019-06-01\nTasks:\n";
    for (int i = 1; i <= count; ++i)
        text += looking("look" + QByteArray::number(i));
    return text;
}

QByteArray lookThenDelete()
{
    return "FormatVersion: OOS-2019-06-01\nTasks:\n" + looking("look") +
           looking("remove", "DeleteInstances");
}

QString taskOf(const QJsonObject &receipt)
{
    return receipt.value(QLatin1String("params"))
        .toObject()
        .value(QLatin1String("TaskName"))
        .toString();
}

} // namespace

class tst_DebugLane : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void longRun_aKeyForEachTask();
    void step_isADecisionLikeAnyOther();
    void highRisk_isLeftToTheDialog();
    void someoneElsesRun_hasNoLane();
    void production_hasNoLane();
    void otherModes_haveNoLane();
    void typedParameters_areLeftToTheDialog();
    void colleaguesStep_isNoticed();
    void end_proposesNothing();

private:
    void open(const QString &templateName, const QString &mode = QStringLiteral("Debug"),
              std::size_t starter = 0);
    void show(const ExecutionId &id);
    bool stepOnce();
    qint64 bareSteps();

    std::unique_ptr<SandboxProcess> m_sandbox;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Person> m_person;
    std::unique_ptr<ReviewViewModel> m_review;
    std::unique_ptr<DecisionsViewModel> m_decisions;
    ExecutionId m_id;
};

void tst_DebugLane::init()
{
    m_sandbox = std::make_unique<SandboxProcess>(QStringLiteral(PROGRAMS));
    m_sandbox->addTemplate(QStringLiteral("long"), steps(longRun));
    m_sandbox->addTemplate(QStringLiteral("short"), steps(2));
    m_sandbox->addTemplate(QStringLiteral("risky"), lookThenDelete());
    QVERIFY2(m_sandbox->start(), qPrintable(m_sandbox->problem()));
    m_folder = std::make_unique<QTemporaryDir>();
    m_person = std::make_unique<Person>(m_sandbox->announcement(), 0, m_folder->path());
    m_decisions = std::make_unique<DecisionsViewModel>();
    m_person->watch.start();
    const auto knowsCaller = [this] {
        return m_person->world.profiles.identity(m_person->world.place().profile).has_value();
    };
    QTRY_VERIFY(knowsCaller());
}

void tst_DebugLane::cleanup()
{
    m_decisions.reset();
    m_review.reset();
    m_person.reset();
    m_sandbox.reset();
}

void tst_DebugLane::open(const QString &templateName, const QString &mode, std::size_t starter)
{
    const QMap<QString, QString> further{{QStringLiteral("Mode"), mode}};
    if (starter == 0) {
        m_id = m_person->world.startExecution(templateName, further);
    } else {
        SandboxWorld other(m_sandbox->announcement(), starter);
        m_id = other.startExecution(templateName, further);
    }
    QVERIFY(!m_id.isEmpty());
    show(m_id);
}

void tst_DebugLane::show(const ExecutionId &id)
{
    m_review = std::make_unique<ReviewViewModel>(
        std::make_unique<ReviewFlow>(m_person->world.services()), m_person->files);
    m_review->show(m_person->foundRow(id));
    QTRY_VERIFY(!m_review->isReading() && (m_review->state() == ReviewViewModel::State::Ready ||
                                           m_review->state() == ReviewViewModel::State::Gone));
    QTRY_VERIFY(!m_review->templateContent().isEmpty());
}

//! One press, and until the lane is ready again.
bool tst_DebugLane::stepOnce()
{
    std::unique_ptr<DecisionViewModel> decision = m_review->lane().step();
    if (!decision)
        return false;
    m_decisions->adopt(std::move(decision));
    return QTest::qWaitFor([this] { return !m_review->lane().isStepping(); }, 10'000);
}

void tst_DebugLane::longRun_aKeyForEachTask()
{
    open(QStringLiteral("long"));
    QElapsedTimer timer;
    timer.start();
    int keys = 0;
    while (m_review->lane().offer().canStep && keys < longRun + 5) {
        const QString wanted = QStringLiteral("look%1").arg(keys + 1);
        QCOMPARE(m_review->lane().offer().task, wanted);
        QCOMPARE(m_review->lane().buttonText(),
                 QString(QStringLiteral("Run task “") + wanted + QStringLiteral("” (F10)")));
        QVERIFY2(stepOnce(), qPrintable(m_decisions->all().front()->outcomeText() +
                                        m_decisions->all().front()->outcomeDetail()));
        ++keys;
    }
    QCOMPARE(keys, longRun);
    const qint64 took = timer.elapsed();
    const auto sent = m_sandbox->receipts(QStringLiteral("NotifyExecution"));
    QCOMPARE(sent.size(), std::size_t(longRun));
    for (int i = 0; i < longRun; ++i) {
        const QJsonObject params = sent[std::size_t(i)].value(QLatin1String("params")).toObject();
        QCOMPARE(params.value(QLatin1String("NotifyType")).toString(),
                 QStringLiteral("ExecuteTask"));
        QCOMPARE(params.value(QLatin1String("TaskName")).toString(),
                 QStringLiteral("look%1").arg(i + 1));
        QCOMPARE(params.value(QLatin1String("Parameters")).toString(), QStringLiteral("{}"));
        QVERIFY(!params.contains(QLatin1String("TaskExecutionId")));
    }
    const qint64 bare = bareSteps();
    qInfo(
        "%d steps: %lld ms by the lane, %lld ms by bare calls; added with the rest of 300 ms after "
        "each: %.1f s",
        longRun, static_cast<long long>(took), static_cast<long long>(bare),
        static_cast<double>(took - bare + longRun * 300) / 1'000);
}

//! The same steps by nothing but the call and reading until the run waits: what they cost without
//! the program, in milliseconds.
qint64 tst_DebugLane::bareSteps()
{
    SandboxWorld &world = m_person->world;
    const ExecutionId id = world.startExecution(
        QStringLiteral("long"), {{QStringLiteral("Mode"), QStringLiteral("Debug")}});
    QElapsedTimer timer;
    timer.start();
    for (int i = 1; i <= longRun; ++i) {
        const auto answer =
            world.call(QStringLiteral("NotifyExecution"),
                       {{QStringLiteral("ExecutionId"), id.text()},
                        {QStringLiteral("NotifyType"), QStringLiteral("ExecuteTask")},
                        {QStringLiteral("TaskName"), QStringLiteral("look%1").arg(i)},
                        {QStringLiteral("Parameters"), QStringLiteral("{}")}});
        if (!answer)
            qWarning("%s", qPrintable(answer.error().code));
        world.waitForStatus(id, RunStatus::Waiting);
    }
    return timer.elapsed();
}

void tst_DebugLane::step_isADecisionLikeAnyOther()
{
    open(QStringLiteral("short"));
    QVERIFY(stepOnce());
    QCOMPARE(m_decisions->all().size(), std::size_t(1));
    const DecisionViewModel *decision = m_decisions->all().front();
    QCOMPARE(decision->decisionState(), DecisionState::ReconciledApplied);
    QCOMPARE(decision->record().act, Act::ExecuteTask);
    QCOMPARE(decision->record().nextTaskName, QStringLiteral("look1"));
    QVERIFY(!decision->record().fingerprint.facts.empty());
    QCOMPARE(m_person->world.journal.entries().size(), std::size_t(1));
    // The second read: the run is read between the first reading and the call.
    QVERIFY(m_sandbox->receipts(QStringLiteral("ListExecutions")).size() >= 3);
}

void tst_DebugLane::highRisk_isLeftToTheDialog()
{
    open(QStringLiteral("risky"));
    QVERIFY(stepOnce());
    const LaneOffer offer = m_review->lane().offer();
    QVERIFY(offer.isHere);
    QVERIFY(!offer.canStep);
    QCOMPARE(offer.task, QStringLiteral("remove"));
    QVERIFY2(offer.reason.contains(QStringLiteral("high-risk")), qPrintable(offer.reason));
    QVERIFY(!m_review->lane().step());
    QCOMPARE(m_sandbox->receipts(QStringLiteral("NotifyExecution")).size(), std::size_t(1));
    QVERIFY(m_review->beginDecision(Act::ExecuteTask)->isDanger());
}

void tst_DebugLane::someoneElsesRun_hasNoLane()
{
    open(QStringLiteral("short"), QStringLiteral("Debug"), 1);
    QVERIFY(!m_review->lane().offer().isHere);
    QVERIFY(!m_review->lane().step());
    QVERIFY(m_review->capability(Act::ExecuteTask).isEnabled);
}

void tst_DebugLane::production_hasNoLane()
{
    open(QStringLiteral("short"));
    QVERIFY(m_review->lane().offer().isHere);
    Profile profile = *m_person->world.profiles.profile(m_person->world.place().profile);
    profile.environment.isProduction = true;
    m_person->world.profiles.setProfile(profile);
    QVERIFY(!m_review->lane().offer().isHere);
    QVERIFY(!m_review->lane().step());
}

void tst_DebugLane::otherModes_haveNoLane()
{
    open(QStringLiteral("short"), QStringLiteral("FailurePause"));
    QVERIFY(!m_review->lane().offer().isHere);
}

void tst_DebugLane::typedParameters_areLeftToTheDialog()
{
    open(QStringLiteral("short"));
    QVERIFY(m_review->lane().offer().canStep);
    m_person->files.drafts.keepParameters(m_person->foundRow(m_id).id, QStringLiteral("look1"),
                                          QStringLiteral("{\"a\":1}"));
    QVERIFY(!m_review->lane().offer().canStep);
    QVERIFY(m_review->lane().offer().reason.contains(QStringLiteral("typed")));
    QVERIFY(!m_review->lane().step());
}

void tst_DebugLane::colleaguesStep_isNoticed()
{
    open(QStringLiteral("short"));
    QCOMPARE(m_review->lane().offer().task, QStringLiteral("look1"));
    // Somebody else runs the task meanwhile; this review has not read it.
    SandboxWorld anna(m_sandbox->announcement(), 1);
    QVERIFY(anna.call(QStringLiteral("NotifyExecution"),
                      {{QStringLiteral("ExecutionId"), m_id.text()},
                       {QStringLiteral("NotifyType"), QStringLiteral("ExecuteTask")},
                       {QStringLiteral("TaskName"), QStringLiteral("look1")},
                       {QStringLiteral("Parameters"), QStringLiteral("{}")}}));
    anna.waitFor(m_id, [&anna, this](const Execution &run) {
        return run.status == RunStatus::Waiting && anna.rowsOf(m_id).size() == 1;
    });
    QVERIFY(stepOnce());
    QCOMPARE(m_decisions->all().front()->decisionState(), DecisionState::Changed);
    const auto sent = m_sandbox->receipts(QStringLiteral("NotifyExecution"));
    QCOMPARE(sent.size(), std::size_t(1));
    QCOMPARE(taskOf(sent.front()), QStringLiteral("look1"));
}

void tst_DebugLane::end_proposesNothing()
{
    open(QStringLiteral("short"));
    QVERIFY(stepOnce());
    QVERIFY(stepOnce());
    const LaneOffer offer = m_review->lane().offer();
    QVERIFY(offer.isHere);
    QVERIFY(!offer.canStep);
    QCOMPARE(offer.task, QString());
    QVERIFY2(offer.reason.contains(QStringLiteral("ends after “look2”")), qPrintable(offer.reason));
    QVERIFY(m_review->capability(Act::CompleteExecution).isEnabled);
}

QTEST_GUILESS_MAIN(tst_DebugLane)
#include "tst_debuglane.moc"
