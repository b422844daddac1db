// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/decisionpace.h"
#include "person.h"

#include <QTemporaryDir>
#include <QTest>

using namespace countersign;

//! What stands beside a wait on the real sandbox: that one started it oneself (security.md O14),
//! that its starter asks for much at once (F10), that a newer run exists, that one was hasty (F11).
class tst_OwnRuns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void warn_isSaidAndCostsNothing();
    void extraStep_isTicked();
    void block_closesApproveAlone();
    void someoneElsesRun_isFree();
    void newerRun_isPointedOut_andClosesNothing();
    void burst_isSaidBeforeApprove();
    void haste_isSaidInTheNextReview();
    void haste_neverInDebug_norWhenOff();

private:
    std::unique_ptr<ReviewViewModel> review(const ExecutionId &id);
    ExecutionId startedBy(std::size_t user);
    QString fact(const ReviewViewModel &review, const char *label) const;
    void decide(ReviewViewModel &shown);

    std::unique_ptr<SandboxProcess> m_sandbox;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Person> m_person;
};

void tst_OwnRuns::init()
{
    m_sandbox = std::make_unique<SandboxProcess>(QStringLiteral(PROGRAMS));
    m_sandbox->addTemplate(QStringLiteral("ask"),
                           "FormatVersion: OOS-2019-06-01\n"
                           "Parameters:\n  instanceIds:\n    Type: List\n    Default: [i-1]\n"
                           "Tasks:\n  - Name: ask\n    Action: ACS::Approve\n"
                           "    Properties:\n      Approvers: []\n");
    QVERIFY2(m_sandbox->start({QStringLiteral("--scenario"), QStringLiteral("empty")}),
             qPrintable(m_sandbox->problem()));
    m_folder = std::make_unique<QTemporaryDir>();
    m_person = std::make_unique<Person>(m_sandbox->announcement(), 0, m_folder->path());
    m_person->watch.start();
    QTRY_VERIFY(m_person->world.profiles.identity(m_person->world.place().profile).has_value());
}

void tst_OwnRuns::cleanup()
{
    m_person.reset();
    m_sandbox.reset();
}

std::unique_ptr<ReviewViewModel> tst_OwnRuns::review(const ExecutionId &id)
{
    auto made = std::make_unique<ReviewViewModel>(
        std::make_unique<ReviewFlow>(m_person->world.services()), m_person->files);
    made->show(m_person->foundRow(id));
    const bool isReady =
        QTest::qWaitFor([&made] { return made->state() == ReviewViewModel::State::Ready; }, 10'000);
    return isReady ? std::move(made) : nullptr;
}

ExecutionId tst_OwnRuns::startedBy(std::size_t user)
{
    SandboxWorld other(m_sandbox->announcement(), user);
    const ExecutionId id = other.startExecution(QStringLiteral("ask"));
    m_person->world.waitForStatus(id, RunStatus::Waiting);
    return id;
}

QString tst_OwnRuns::fact(const ReviewViewModel &review, const char *label) const
{
    for (const LabelledFact &fact : review.facts()) {
        if (fact.label == QString::fromLatin1(label))
            return fact.value;
    }
    return {};
}

void tst_OwnRuns::warn_isSaidAndCostsNothing()
{
    const auto shown = review(startedBy(0));
    QVERIFY(shown != nullptr);
    QCOMPARE(shown->cautions(), std::vector<QString>{QStringLiteral("You started this run.")});
    QCOMPARE(fact(*shown, "Started by"), QString(sandboxUser(0) + QStringLiteral(" (you)")));
    const auto decision = shown->beginDecision(Act::Approve);
    QVERIFY(decision->canConfirm());
    QCOMPARE(decision->cautions(), shown->cautions());
    QVERIFY(decision->drawnText().contains(QStringLiteral("You started this run.")));
    QVERIFY(shown->beginDecision(Act::Reject)->cautions().empty());
}

void tst_OwnRuns::extraStep_isTicked()
{
    m_person->files.settings.setOwnRequests(OwnRequests::ExtraStep);
    const auto shown = review(startedBy(0));
    const auto decision = shown->beginDecision(Act::Approve);
    QCOMPARE(decision->tickTexts().size(), 1);
    QVERIFY(!decision->canConfirm());
    decision->setTicked(true);
    QVERIFY(decision->canConfirm());
    QVERIFY(shown->beginDecision(Act::Reject)->canConfirm());
}

void tst_OwnRuns::block_closesApproveAlone()
{
    const auto shown = review(startedBy(0));
    QVERIFY(shown->capability(Act::Approve).isEnabled);
    m_person->files.settings.setOwnRequests(OwnRequests::Block);
    const Capability approve = shown->capability(Act::Approve);
    QVERIFY(approve.isOffered && !approve.isEnabled && !approve.isPossibleUnseen);
    QVERIFY2(approve.reason.contains(QStringLiteral("You started this run")) &&
                 approve.reason.contains(QStringLiteral("settings")),
             qPrintable(approve.reason));
    DecisionStart unseen;
    unseen.mayBeUnseen = true;
    QVERIFY(!shown->beginDecision(Act::Approve));
    QVERIFY(!shown->beginDecision(Act::Approve, unseen));
    QVERIFY(shown->capability(Act::Reject).isEnabled);
    QVERIFY(shown->capability(Act::CancelExecution).isEnabled);
    m_person->files.settings.setOwnRequests(OwnRequests::Warn);
    QVERIFY(shown->capability(Act::Approve).isEnabled);
}

void tst_OwnRuns::someoneElsesRun_isFree()
{
    m_person->files.settings.setOwnRequests(OwnRequests::Block);
    const auto shown = review(startedBy(1));
    QVERIFY(shown->cautions().empty());
    QCOMPARE(fact(*shown, "Started by"), QString(sandboxUser(1) + QStringLiteral(" (not you)")));
    QVERIFY(shown->beginDecision(Act::Approve)->canConfirm());
}

void tst_OwnRuns::newerRun_isPointedOut_andClosesNothing()
{
    const ExecutionId old = startedBy(1);
    QTest::qWait(1'100); // times of the service have no fractions
    const ExecutionId newer = startedBy(1);
    const auto shown = review(old);
    QVERIFY(shown->capability(Act::Approve).isEnabled);
    QTRY_COMPARE(shown->cautions().size(), std::size_t(1));
    const QString said = shown->cautions().front();
    QString id = said;
    QVERIFY2(id.remove(QLatin1Char(' ')).contains(newer.text()), qPrintable(said));
    QVERIFY2(said.contains(QStringLiteral("Waiting")), qPrintable(said));
    QVERIFY(shown->beginDecision(Act::Approve)->canConfirm());
    QVERIFY(review(newer)->cautions().empty());
}

void tst_OwnRuns::burst_isSaidBeforeApprove()
{
    std::vector<ExecutionId> ids;
    for (int i = 0; i < 5; ++i)
        ids.push_back(startedBy(1));
    QTRY_COMPARE(m_person->inbox.rows().size(), ids.size());
    ReviewViewModel shown(std::make_unique<ReviewFlow>(m_person->world.services()),
                          m_person->files);
    shown.setNeighbours([this] { return m_person->inbox.rows(); });
    shown.show(m_person->row(ids.front()));
    QTRY_VERIFY(shown.capability(Act::Approve).isEnabled);
    // Where the runs began in more than one second, the older ones have a second caution.
    const auto firstCaution = [&shown] {
        const auto cautions = shown.beginDecision(Act::Approve)->cautions();
        return cautions.empty() ? QString() : cautions.front();
    };
    const QString said = firstCaution();
    QVERIFY2(said.contains(QStringLiteral("5 run")) && said.contains(sandboxUser(1)),
             qPrintable(said));
    QVERIFY(shown.capability(Act::Approve).isEnabled);
    // Opened by its id or by a link, it is the same run.
    shown.show(m_person->foundRow(ids.back()));
    QTRY_VERIFY(shown.capability(Act::Approve).isEnabled);
    QCOMPARE(firstCaution(), said);
    // Also where the list does not have it.
    shown.setNeighbours([this, id = ids.back()] {
        std::vector<WaitRow> others = m_person->inbox.rows();
        std::erase_if(others, [&id](const WaitRow &row) { return row.id.executionId == id; });
        return others;
    });
    QCOMPARE(firstCaution(), said);
}

void tst_OwnRuns::decide(ReviewViewModel &shown)
{
    const auto decision = shown.beginDecision(Act::Approve);
    shown.timeDecision(*decision);
    decision->confirm();
    QTRY_COMPARE_WITH_TIMEOUT(decision->stage(), DecisionViewModel::Stage::Settled, 20'000);
}

void tst_OwnRuns::haste_isSaidInTheNextReview()
{
    DecisionPace pace;
    ReviewViewModel shown(std::make_unique<ReviewFlow>(m_person->world.services()),
                          m_person->files);
    shown.setPace(&pace);
    for (int i = 0; i < 3; ++i) {
        shown.show(m_person->foundRow(startedBy(1)));
        QTRY_VERIFY(shown.capability(Act::Approve).isEnabled);
        QTRY_COMPARE(shown.state(), ReviewViewModel::State::Ready);
        QVERIFY(shown.hasteLines().empty());
        decide(shown);
    }
    QVERIFY(pace.isHasty());
    QVERIFY(shown.hasteLines().empty()); // still the one that was decided
    shown.show(m_person->foundRow(startedBy(2)));
    QTRY_COMPARE(shown.state(), ReviewViewModel::State::Ready);
    const std::vector<QString> lines = shown.hasteLines();
    QVERIFY(lines.size() >= 2);
    QVERIFY(lines[0].contains(QStringLiteral("under five seconds")));
    QCOMPARE(
        lines[1],
        QStringLiteral("Started by: %1 (in the last one: %2)").arg(sandboxUser(2), sandboxUser(1)));
    const auto decision = shown.beginDecision(Act::Approve);
    QCOMPARE(decision->cautions().front(), lines.front());
    QVERIFY(decision->canConfirm());
}

void tst_OwnRuns::haste_neverInDebug_norWhenOff()
{
    DecisionPace pace;
    for (int i = 0; i < 3; ++i)
        pace.decided({}, std::chrono::milliseconds(10), {});
    ReviewViewModel shown(std::make_unique<ReviewFlow>(m_person->world.services()),
                          m_person->files);
    shown.setPace(&pace);
    shown.show(m_person->foundRow(startedBy(1)));
    QTRY_COMPARE(shown.state(), ReviewViewModel::State::Ready);
    QVERIFY(!shown.hasteLines().empty());
    m_person->files.settings.setOn(Switch::HasteWarning, false);
    QVERIFY(shown.hasteLines().empty());
    m_person->files.settings.setOn(Switch::HasteWarning, true);
    const ExecutionId debug = m_person->startWaiting(
        QStringLiteral("ask"), {{QStringLiteral("Mode"), QStringLiteral("Debug")}});
    shown.show(m_person->foundRow(debug));
    QTRY_COMPARE(shown.state(), ReviewViewModel::State::Ready);
    QVERIFY(shown.hasteLines().empty());
}

QTEST_GUILESS_MAIN(tst_OwnRuns)
#include "tst_ownruns.moc"
