// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/bulkmodel.h"
#include "app/viewmodels/bulkviewmodel.h"
#include "app/viewmodels/decisionsviewmodel.h"
#include "person.h"

#include <QAbstractItemModelTester>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace countersign;
using Stage = BulkViewModel::Stage;

namespace {

constexpr int longWait = 60'000;

//! A template with a parameter, so that two runs of it can differ.
QByteArray sized()
{
    return "FormatVersion: OOS-2019-06-01\n"
           "Parameters:\n"
           "  size:\n"
           "    Type: String\n"
           "    Default: '3'\n"
           "  password:\n"
           "    Type: String\n"
           "    NoEcho: true\n"
           "    Default: none\n"
           "Tasks:\n"
           "  - Name: askFirst\n"
           "    Action: ACS::Approve\n"
           "    Properties:\n"
           "      NotifyType: WebHook\n"
           "      WebHook:\n"
           "        URI: https://example.invalid/hook\n"
           "        Content: please decide\n";
}

//! Its one task cannot succeed: what it asserts is not so.
QByteArray failing()
{
    return "FormatVersion: OOS-2019-06-01\n"
           "Tasks:\n"
           "  - Name: check\n"
           "    Action: ACS::CheckFor\n"
           "    Properties:\n"
           "      Service: ECS\n"
           "      API: DescribeInstances\n"
           "      Parameters:\n"
           "        RegionId: cn-hangzhou\n"
           "      PropertySelector: TotalCount\n"
           "      DesiredValues:\n"
           "        - -1\n";
}

} // namespace

//! People decide about several waits of a sandbox that others use too; one sandbox for each test,
//! so that receipts and faults are its own.
class tst_BulkViewModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void thirtyTwoApproverRows_oneDecidedByAColleague();
    void tenItems_nothingFollowsAnUnclearOutcomeUnasked();
    void stop_nothingFollowsTheOneOnItsWay();
    void differences_areShownAndSecretsAreNot();
    void decidedBeforeReading_isLeftOutAndNamed();
    void templateUnreadable_isLeftOutUnlessTicked();
    void failurePauses_skipAllThatFailed();
    void highRiskInProduction_takesTheNumber();
    void confirm_needsTheNumber();
    void note_isOneForAllWithATagOfItsOwn();
    void closedWithoutSending_leavesNoDraft();
    void closedWhileSending_nothingElseIsSent();

private:
    std::vector<ExecutionId> startRuns(const QString &templateName, int count,
                                       const QMap<QString, QString> &further = {});
    std::vector<WaitRow> rowsOf(const std::vector<ExecutionId> &ids);
    std::unique_ptr<BulkViewModel> begin(const std::vector<ExecutionId> &ids,
                                         Act act = Act::Approve);
    std::size_t sentCount() const
    {
        return m_sandbox->receipts(QStringLiteral("NotifyExecution")).size();
    }
    QString stateOf(const BulkViewModel &bulk, int row) const
    {
        return bulk.model()->index(row, BulkModel::StateColumn).data().toString();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SandboxProcess> m_sandbox;
    std::unique_ptr<Person> m_person;
    std::unique_ptr<Person> m_colleague;
    std::unique_ptr<DecisionsViewModel> m_decisions;
    int m_mostAtOnce = 0; //!< records that stood between intent and outcome at the same time
};

void tst_BulkViewModel::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_sandbox = std::make_unique<SandboxProcess>(QStringLiteral(PROGRAMS));
    m_sandbox->addTemplate(QStringLiteral("ask-one"), testtemplates::approval(1));
    m_sandbox->addTemplate(QStringLiteral("ask-two"), testtemplates::approval(2));
    m_sandbox->addTemplate(QStringLiteral("ask-others"),
                           testtemplates::approval(1, {QStringLiteral("nobody-here")}));
    m_sandbox->addTemplate(QStringLiteral("sized"), sized());
    m_sandbox->addTemplate(QStringLiteral("risky"), testtemplates::highRisk());
    m_sandbox->addTemplate(QStringLiteral("fails"), failing());
    QVERIFY2(m_sandbox->start({QStringLiteral("--scenario"), QStringLiteral("empty")}),
             qPrintable(m_sandbox->problem()));
    m_person = std::make_unique<Person>(m_sandbox->announcement(), 0,
                                        m_folder->filePath(QStringLiteral("a")));
    m_colleague = std::make_unique<Person>(m_sandbox->announcement(), 1,
                                           m_folder->filePath(QStringLiteral("b")));
    m_decisions = std::make_unique<DecisionsViewModel>();
    m_mostAtOnce = 0;
    connect(&m_person->world.journal, &DecisionJournal::changed, this, [this] {
        const std::vector<JournalEntry> entries = m_person->world.journal.entries();
        const auto onTheirWay =
            std::count_if(entries.begin(), entries.end(), [](const auto &entry) {
                return entry.state() == DecisionState::IntentRecorded ||
                       entry.state() == DecisionState::Sending ||
                       entry.state() == DecisionState::Sent;
            });
        m_mostAtOnce = std::max(m_mostAtOnce, static_cast<int>(onTheirWay));
    });
}

void tst_BulkViewModel::cleanup()
{
    m_decisions.reset();
    m_colleague.reset();
    m_person.reset();
    m_sandbox.reset();
}

std::vector<ExecutionId> tst_BulkViewModel::startRuns(const QString &templateName, int count,
                                                      const QMap<QString, QString> &further)
{
    std::vector<ExecutionId> ids;
    for (int i = 0; i < count; ++i)
        ids.push_back(m_person->world.startExecution(templateName, further));
    for (const ExecutionId &id : ids)
        m_person->world.waitForStatus(id, RunStatus::Waiting);
    return ids;
}

//! As the list has them, in the order of `ids`.
std::vector<WaitRow> tst_BulkViewModel::rowsOf(const std::vector<ExecutionId> &ids)
{
    std::vector<WaitRow> rows;
    m_person->watch.start();
    for (const ExecutionId &id : ids) {
        if (!QTest::qWaitFor([&] { return m_person->row(id).has_value(); }, 10'000))
            qWarning("%s is not listed", qPrintable(id.text()));
        rows.push_back(m_person->row(id).value_or(m_person->foundRow(id)));
    }
    return rows;
}

std::unique_ptr<BulkViewModel> tst_BulkViewModel::begin(const std::vector<ExecutionId> &ids,
                                                        Act act)
{
    auto bulk = std::make_unique<BulkViewModel>(
        act, rowsOf(ids),
        [this] {
            return std::make_unique<ReviewViewModel>(
                std::make_unique<ReviewFlow>(m_person->world.services()), m_person->files);
        },
        *m_decisions);
    if (!QTest::qWaitFor([&bulk] { return bulk->stage() == Stage::Composing; }, longWait))
        qWarning("not everything was read");
    return bulk;
}

void tst_BulkViewModel::thirtyTwoApproverRows_oneDecidedByAColleague()
{
    const std::vector<ExecutionId> ids = startRuns(QStringLiteral("ask-two"), 30);
    const auto bulk = begin(ids);
    QCOMPARE(bulk->includedCount(), 30);
    QVERIFY(m_colleague->world.call(QStringLiteral("NotifyExecution"),
                                    {{QStringLiteral("ExecutionId"), ids[11].text()},
                                     {QStringLiteral("NotifyType"), QStringLiteral("Reject")}}));
    m_colleague->world.waitForStatus(ids[11], RunStatus::Cancelled);
    bulk->setNote(QStringLiteral("agreed in the change meeting"));
    bulk->setCountText(QString::fromUtf8(" ３０ "));
    QVERIFY(bulk->canConfirm());
    bulk->confirm();
    bulk->confirm();
    QTRY_COMPARE_WITH_TIMEOUT(bulk->stage(), Stage::Done, longWait);

    const std::vector<BulkResult> results = bulk->results();
    QCOMPARE(std::count_if(results.begin(), results.end(),
                           [](const BulkResult &result) { return result.state == u"Accepted"; }),
             29);
    QCOMPARE(results[11].state, QStringLiteral("Changed"));
    QVERIFY2(results[11].result.contains(QStringLiteral("already decided")),
             qPrintable(results[11].result));
    QVERIFY(results[11].sentence.startsWith(QStringLiteral("Nothing was sent.")));
    const QString words = bulk->progressText();
    QVERIFY2(words.contains(QStringLiteral("29 accepted")), qPrintable(words));
    QVERIFY2(words.contains(QStringLiteral("already decided")), qPrintable(words));
    QVERIFY(!bulk->isClean());
    QCOMPARE(bulk->unfinished().size(), std::size_t(1));
    QCOMPARE(bulk->unfinished().front().executionId, ids[11]);
    QCOMPARE(sentCount(), std::size_t(30)); // with the colleague's one
    QCOMPARE(m_mostAtOnce, 1);
    QCOMPARE(m_decisions->all().size(), std::size_t(30));
    // Each goes to its own task, once.
    QSet<QString> tasks;
    for (const QJsonObject &receipt : m_sandbox->receipts(QStringLiteral("NotifyExecution")))
        tasks.insert(receipt.value(QLatin1String("params"))
                         .toObject()
                         .value(QLatin1String("TaskExecutionId"))
                         .toString());
    tasks.remove(QString());
    QCOMPARE(tasks.size(), 29);
}

void tst_BulkViewModel::tenItems_nothingFollowsAnUnclearOutcomeUnasked()
{
    std::vector<ExecutionId> ids = startRuns(QStringLiteral("ask-others"), 3);
    const std::vector<ExecutionId> plain = startRuns(QStringLiteral("ask-one"), 7);
    ids.insert(ids.end(), plain.begin(), plain.end());
    const auto bulk = begin(ids);
    QCOMPARE(bulk->includedCount(), 10);
    QVERIFY(m_colleague->approveElsewhere(ids[4]));
    m_colleague->world.waitForStatus(ids[4], RunStatus::Success);
    const std::size_t before = sentCount();
    // Three are forbidden and one is plain; the fifth is throttled, the seventh never answered.
    m_sandbox->setFaults(R"([{"fault":"delay","ms":1,"action":"NotifyExecution","times":4},
        {"fault":"throttle","action":"NotifyExecution","times":1},
        {"fault":"delay","ms":1,"action":"NotifyExecution","times":1},
        {"fault":"hang","action":"NotifyExecution","times":1}])");
    bulk->setCountText(QStringLiteral("10"));
    bulk->confirm();
    QTRY_COMPARE_WITH_TIMEOUT(bulk->stage(), Stage::Stopped, longWait);
    for (int row = 0; row < 3; ++row)
        QVERIFY2(stateOf(*bulk, row).contains(QStringLiteral("you may not decide this")),
                 qPrintable(stateOf(*bulk, row)));
    QVERIFY(stateOf(*bulk, 4).contains(QStringLiteral("already decided")));
    QVERIFY2(stateOf(*bulk, 5).contains(QStringLiteral("too many calls")),
             qPrintable(stateOf(*bulk, 5)));
    QCOMPARE(sentCount() - before, std::size_t(5));
    QCOMPARE(bulk->goOnText(), QStringLiteral("Go on with the remaining 4"));
    QTest::qWait(1'500);
    QCOMPARE(sentCount() - before, std::size_t(5));

    bulk->goOn();
    QTRY_COMPARE_WITH_TIMEOUT(bulk->stage(), Stage::Stopped, longWait);
    QVERIFY(bulk->isUnclear());
    QVERIFY2(stateOf(*bulk, 7).contains(QStringLiteral("outcome unknown")),
             qPrintable(stateOf(*bulk, 7)));
    QVERIFY(bulk->progressText().contains(QStringLiteral("Outcome unknown.")));
    QCOMPARE(m_decisions->loud().size(), std::size_t(1));
    const std::size_t afterHang = sentCount();
    QTest::qWait(1'500);
    QCOMPARE(sentCount(), afterHang);
    QCOMPARE(stateOf(*bulk, 8), QStringLiteral("not sent yet"));

    bulk->goOn();
    QTRY_COMPARE_WITH_TIMEOUT(bulk->stage(), Stage::Done, longWait);
    QCOMPARE(sentCount(), afterHang + 2);
    QCOMPARE(m_mostAtOnce, 1);
    // Never a second request for the same wait.
    QCOMPARE(m_decisions->all().size(), std::size_t(10));
    QVERIFY(!bulk->isClean());
}

void tst_BulkViewModel::stop_nothingFollowsTheOneOnItsWay()
{
    const auto bulk = begin(startRuns(QStringLiteral("ask-one"), 3));
    m_sandbox->setFaults(R"([{"fault":"delay","ms":700,"action":"NotifyExecution"}])");
    bulk->setCountText(QStringLiteral("3"));
    bulk->confirm();
    QTRY_VERIFY_WITH_TIMEOUT(!m_person->world.journal.entries().empty(), longWait);
    bulk->stop();
    QCOMPARE(bulk->stage(), Stage::Stopping);
    QTRY_COMPARE_WITH_TIMEOUT(bulk->stage(), Stage::Stopped, longWait);
    QCOMPARE(sentCount(), std::size_t(1));
    QVERIFY(bulk->progressText().startsWith(QStringLiteral("Stopped by you: 2 ")));
    QCOMPARE(bulk->unfinished().size(), std::size_t(2));
    m_sandbox->setFaults("[]");
    bulk->goOn();
    QTRY_COMPARE_WITH_TIMEOUT(bulk->stage(), Stage::Done, longWait);
    QTRY_VERIFY(bulk->isClean());
    QCOMPARE(sentCount(), std::size_t(3));
}

void tst_BulkViewModel::differences_areShownAndSecretsAreNot()
{
    const auto with = [](const char *parameters) {
        return QMap<QString, QString>{
            {QStringLiteral("Parameters"), QString::fromLatin1(parameters)}};
    };
    std::vector<ExecutionId> ids =
        startRuns(QStringLiteral("sized"), 1, with(R"({"size":"3","password":"canary-one"})"));
    const auto second =
        startRuns(QStringLiteral("sized"), 1, with(R"({"size":"30","password":"canary-two"})"));
    ids.push_back(second.front());
    const auto bulk = begin(ids);
    QAbstractItemModelTester tester(bulk->model(),
                                    QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY2(bulk->differenceText().contains(QStringLiteral("Parameter size")),
             qPrintable(bulk->differenceText()));
    QString all = bulk->differenceText();
    QStringList titles;
    for (int column = 0; column < bulk->model()->columnCount(); ++column) {
        titles += bulk->model()->headerData(column, Qt::Horizontal).toString();
        for (int row = 0; row < 2; ++row)
            all += bulk->model()->index(row, column).data(Qt::AccessibleTextRole).toString();
    }
    const auto size = static_cast<int>(titles.indexOf(QStringLiteral("Parameter size")));
    QVERIFY(size > 0);
    QCOMPARE(bulk->model()->index(0, size).data().toString(), QStringLiteral("3"));
    QCOMPARE(bulk->model()->index(1, size).data().toString(), QStringLiteral("30"));
    // The template, the region and the task are the same: said once, and not beside each.
    QStringList same;
    for (const LabelledFact &fact : bulk->sameFacts()) {
        same += fact.label;
        all += fact.value;
    }
    for (const char *label : {"Account", "Region", "Template", "Task", "Started by"}) {
        QVERIFY2(same.contains(QLatin1String(label)), label);
        QVERIFY2(!titles.contains(QLatin1String(label)), label);
    }
    QVERIFY(!all.contains(QStringLiteral("canary")));
}

void tst_BulkViewModel::decidedBeforeReading_isLeftOutAndNamed()
{
    const std::vector<ExecutionId> ids = startRuns(QStringLiteral("ask-one"), 3);
    rowsOf(ids);
    QVERIFY(m_colleague->approveElsewhere(ids[1]));
    m_colleague->world.waitForStatus(ids[1], RunStatus::Success);
    std::vector<WaitRow> rows;
    for (const ExecutionId &id : ids)
        rows.push_back(m_person->foundRow(id));
    BulkViewModel bulk(
        Act::Approve, rows,
        [this] {
            return std::make_unique<ReviewViewModel>(
                std::make_unique<ReviewFlow>(m_person->world.services()), m_person->files);
        },
        *m_decisions);
    QTRY_COMPARE_WITH_TIMEOUT(bulk.stage(), Stage::Composing, longWait);
    QCOMPARE(bulk.includedCount(), 2);
    QVERIFY(bulk.leftOutText().startsWith(QStringLiteral("1 ")));
    QVERIFY2(stateOf(bulk, 1).startsWith(QStringLiteral("left out: This run has ended: Success")),
             qPrintable(stateOf(bulk, 1)));
    QVERIFY(bulk.confirmText().startsWith(QStringLiteral("Approve 2 ")));
    bulk.setCountText(QStringLiteral("3"));
    QVERIFY(!bulk.canConfirm());
    bulk.setCountText(QStringLiteral("2"));
    bulk.confirm();
    QTRY_COMPARE_WITH_TIMEOUT(bulk.stage(), Stage::Done, longWait);
    QCOMPARE(sentCount(), std::size_t(3)); // with the colleague's one
    QCOMPARE(bulk.results()[1].state, QStringLiteral("LeftOut"));
    QCOMPARE(bulk.unfinished().size(), std::size_t(1));
}

void tst_BulkViewModel::templateUnreadable_isLeftOutUnlessTicked()
{
    const std::vector<ExecutionId> ids = startRuns(QStringLiteral("ask-one"), 2);
    m_sandbox->setFaults(R"([{"fault":"garbage","action":"GetExecutionTemplate"}])");
    const auto bulk = begin(ids);
    QCOMPARE(bulk->includedCount(), 0);
    for (int row = 0; row < 2; ++row)
        QVERIFY2(stateOf(*bulk, row).contains(QStringLiteral("The template could not be read.")),
                 qPrintable(stateOf(*bulk, row)));
    bulk->setCountText(QStringLiteral("0"));
    QVERIFY(!bulk->canConfirm());
    bulk->confirm();
    QCOMPARE(bulk->stage(), Stage::Composing);
    QCOMPARE(sentCount(), std::size_t(0));

    const QModelIndex second = bulk->model()->index(1, BulkModel::StateColumn);
    QCOMPARE(second.data(Qt::CheckStateRole).toInt(), static_cast<int>(Qt::Unchecked));
    QVERIFY(bulk->model()->setData(second, Qt::Checked, Qt::CheckStateRole));
    QCOMPARE(second.data(Qt::CheckStateRole).toInt(), static_cast<int>(Qt::Checked));
    QCOMPARE(bulk->includedCount(), 1);
    bulk->setCountText(QStringLiteral("1"));
    QVERIFY(!bulk->canConfirm()); // the sentence has to be ticked as well
    QCOMPARE(bulk->tickTexts().size(), std::size_t(1));
    QVERIFY(bulk->tickTexts()[0].contains(QStringLiteral("without having seen")));
    bulk->setTicked(0, true);
    bulk->confirm();
    QTRY_COMPARE_WITH_TIMEOUT(bulk->stage(), Stage::Done, longWait);
    QCOMPARE(sentCount(), std::size_t(1));
    m_person->world.waitForStatus(ids[1], RunStatus::Success);
    const std::vector<QString> notRead = bulk->results()[1].record.notRead;
    QVERIFY(std::find(notRead.begin(), notRead.end(), QStringLiteral("GetExecutionTemplate")) !=
            notRead.end());
    QCOMPARE(bulk->results()[0].state, QStringLiteral("LeftOut"));
}

void tst_BulkViewModel::failurePauses_skipAllThatFailed()
{
    const std::vector<ExecutionId> ids = startRuns(
        QStringLiteral("fails"), 2, {{QStringLiteral("Mode"), QStringLiteral("FailurePause")}});
    const auto bulk = begin(ids, Act::SkipTask);
    QVERIFY2(bulk->includedCount() == 2, qPrintable(stateOf(*bulk, 0)));
    bulk->setCountText(QStringLiteral("2"));
    for (std::size_t tick = 0; tick < bulk->tickTexts().size(); ++tick)
        bulk->setTicked(tick, true);
    QVERIFY(bulk->canConfirm());
    bulk->confirm();
    QTRY_COMPARE_WITH_TIMEOUT(bulk->stage(), Stage::Done, longWait);
    QCOMPARE(sentCount(), std::size_t(2));
    for (const QJsonObject &receipt : m_sandbox->receipts(QStringLiteral("NotifyExecution"))) {
        const QJsonObject params = receipt.value(QLatin1String("params")).toObject();
        QCOMPARE(params.value(QLatin1String("NotifyType")).toString(), QStringLiteral("SkipTask"));
        QVERIFY(params.contains(QLatin1String("TaskExecutionId")) ||
                params.contains(QLatin1String("TaskExecutionIds")));
    }
    for (const ExecutionId &id : ids)
        m_person->world.waitForStatus(id, RunStatus::Success);
}

void tst_BulkViewModel::highRiskInProduction_takesTheNumber()
{
    Profile profile = m_sandbox->announcement().profile;
    profile.environment = {};
    profile.environment.isProduction = true;
    m_person->world.profiles.setProfile(profile);
    const std::vector<ExecutionId> ids =
        startRuns(QStringLiteral("risky"), 2,
                  {{QStringLiteral("SafetyCheck"), QStringLiteral("ConfirmEveryHighRiskAction")}});
    const auto bulk = begin(ids);
    QVERIFY2(bulk->includedCount() == 2, qPrintable(stateOf(*bulk, 0)));
    QVERIFY(bulk->isDanger());
    QVERIFY(bulk->environment().isProduction);
    QVERIFY(bulk->consequences().front().startsWith(QStringLiteral("2 of these waits")));
    for (std::size_t tick = 0; tick < bulk->tickTexts().size(); ++tick)
        bulk->setTicked(tick, true);
    QVERIFY(!bulk->canConfirm());
    bulk->setCountText(QStringLiteral("2"));
    QVERIFY(bulk->canConfirm());
    bulk->confirm();
    QTRY_COMPARE_WITH_TIMEOUT(bulk->stage(), Stage::Done, longWait);
    QCOMPARE(sentCount(), std::size_t(2));
}

void tst_BulkViewModel::confirm_needsTheNumber()
{
    const auto bulk = begin(startRuns(QStringLiteral("ask-one"), 2), Act::Reject);
    QVERIFY(!bulk->canConfirm());
    bulk->confirm();
    QCOMPARE(bulk->stage(), Stage::Composing);
    bulk->setCountText(QStringLiteral("20"));
    QVERIFY(!bulk->canConfirm());
    QVERIFY(!bulk->countProblemText().isEmpty());
    bulk->setCountText(QString::fromUtf8(" ２"));
    QVERIFY(bulk->countProblemText().isEmpty());
    QVERIFY(bulk->canConfirm());
    bulk->confirm();
    QTRY_COMPARE_WITH_TIMEOUT(bulk->stage(), Stage::Done, longWait);
    for (const QJsonObject &receipt : m_sandbox->receipts(QStringLiteral("NotifyExecution")))
        QCOMPARE(receipt.value(QLatin1String("params"))
                     .toObject()
                     .value(QLatin1String("NotifyType"))
                     .toString(),
                 QStringLiteral("Reject"));
    QCOMPARE(sentCount(), std::size_t(2));
}

void tst_BulkViewModel::note_isOneForAllWithATagOfItsOwn()
{
    const auto bulk = begin(startRuns(QStringLiteral("ask-one"), 2));
    bulk->setNote(QStringLiteral("ok"));
    QVERIFY2(bulk->noteTagText().contains(QStringLiteral(", such as [cs ")),
             qPrintable(bulk->noteTagText()));
    bulk->setNote(QString(600, u'x'));
    QVERIFY(!bulk->noteProblemText().isEmpty());
    bulk->setCountText(QStringLiteral("2"));
    QVERIFY(!bulk->canConfirm());
    bulk->setNote(QStringLiteral("ok"));
    bulk->confirm();
    QTRY_COMPARE_WITH_TIMEOUT(bulk->stage(), Stage::Done, longWait);
    QSet<QString> notes;
    for (const QJsonObject &receipt : m_sandbox->receipts(QStringLiteral("NotifyExecution")))
        notes.insert(receipt.value(QLatin1String("params"))
                         .toObject()
                         .value(QLatin1String("NotifyNote"))
                         .toString());
    QCOMPARE(notes.size(), 2);
    for (const QString &note : std::as_const(notes))
        QVERIFY2(note.startsWith(QStringLiteral("ok [cs ")), qPrintable(note));
}

void tst_BulkViewModel::closedWithoutSending_leavesNoDraft()
{
    const std::vector<ExecutionId> ids = startRuns(QStringLiteral("ask-one"), 2);
    auto bulk = begin(ids);
    bulk->setNote(QStringLiteral("half a thou"));
    bulk.reset();
    for (const WaitRow &row : rowsOf(ids))
        QCOMPARE(m_person->files.drafts.note(row.id), QString());
    QCOMPARE(sentCount(), std::size_t(0));
    QVERIFY(m_decisions->all().empty());
}

void tst_BulkViewModel::closedWhileSending_nothingElseIsSent()
{
    auto bulk = begin(startRuns(QStringLiteral("ask-one"), 3));
    m_sandbox->setFaults(R"([{"fault":"delay","ms":500,"action":"NotifyExecution"}])");
    bulk->setCountText(QStringLiteral("3"));
    bulk->confirm();
    QTRY_VERIFY_WITH_TIMEOUT(m_decisions->isSending(), longWait);
    bulk.reset();
    QTRY_VERIFY_WITH_TIMEOUT(!m_decisions->isSending(), longWait);
    QTest::qWait(800);
    QCOMPARE(sentCount(), std::size_t(1));
    QCOMPARE(m_decisions->all().size(), std::size_t(1));
}

QTEST_GUILESS_MAIN(tst_BulkViewModel)
#include "tst_bulkviewmodel.moc"
