// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/executionlink.h"
#include "person.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace countersign;

namespace {

QByteArray sleeping()
{
    return "FormatVersion: OOS-2019-06-01\n"
           "Tasks:\n"
           "  - Name: rest\n"
           "    Action: ACS::Sleep\n"
           "    Properties:\n"
           "      Duration: PT1H\n";
}

QString factOf(const ReviewViewModel &review, const QString &label)
{
    for (const LabelledFact &fact : review.facts()) {
        if (fact.label == label)
            return fact.value;
    }
    return {};
}

} // namespace

//! What a review says of a run that waits, goes on, has ended or is not there, on the real sandbox.
class tst_ReviewViewModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void finished_isReadOnlyAndShowsTheNotes();
    void cancelled_hasNoNote();
    void running_doesNotWait();
    void missing_isNotKnown();
    void anotherWait_isOver();
    void waiting_isNotOver();
    void forYou_saysWhoseTurnItIs();
    void chatText_namesEverythingAndLinksBack();
    void nothingShown_saysNothing();

private:
    //! Shows the run alone and waits until everything was read.
    void show(const ExecutionId &id);

    std::unique_ptr<SandboxProcess> m_sandbox;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Person> m_person;
    std::unique_ptr<ReviewViewModel> m_review;
};

void tst_ReviewViewModel::init()
{
    m_sandbox = std::make_unique<SandboxProcess>(QStringLiteral(PROGRAMS));
    m_sandbox->addTemplate(QStringLiteral("ask-one"), testtemplates::approval(1));
    m_sandbox->addTemplate(QStringLiteral("for-anna"),
                           testtemplates::approval(1, {sandboxUser(1)}));
    m_sandbox->addTemplate(QStringLiteral("two-gates"), testtemplates::twoGates());
    m_sandbox->addTemplate(QStringLiteral("sleeping"), sleeping());
    QVERIFY2(m_sandbox->start({QStringLiteral("--scenario"), QStringLiteral("empty")}),
             qPrintable(m_sandbox->problem()));
    m_folder = std::make_unique<QTemporaryDir>();
    m_person = std::make_unique<Person>(m_sandbox->announcement(), 0, m_folder->path());
    m_review = std::make_unique<ReviewViewModel>(
        std::make_unique<ReviewFlow>(m_person->world.services()), m_person->files);
}

void tst_ReviewViewModel::cleanup()
{
    m_review.reset();
    m_person.reset();
    m_sandbox.reset();
}

void tst_ReviewViewModel::show(const ExecutionId &id)
{
    m_review->show(m_person->foundRow(id));
    QTRY_VERIFY_WITH_TIMEOUT(!m_review->isReading(), 10'000);
}

void tst_ReviewViewModel::finished_isReadOnlyAndShowsTheNotes()
{
    const ExecutionId id = m_person->startWaiting(QStringLiteral("ask-one"));
    QVERIFY(m_person->approveElsewhere(id, QStringLiteral("agreed <b>with</b> zhang")));
    m_person->world.waitForStatus(id, RunStatus::Success);
    const QStringList sent = changingActions(*m_sandbox);
    show(id);
    QCOMPARE(m_review->state(), ReviewViewModel::State::Gone);
    QCOMPARE(m_review->overText(),
             QStringLiteral("This run has ended: Success. It is shown for reading only."));
    QCOMPARE(m_review->heading(), QStringLiteral("Run: ask-one v1"));
    for (const Act act : allActs()) {
        QVERIFY2(!m_review->capability(act).isEnabled, qPrintable(QString::number(int(act))));
        QVERIFY(!m_review->beginDecision(act));
    }
    QCOMPARE(m_review->capability(Act::CancelExecution).reason,
             QStringLiteral("There is nothing to decide: this wait is over."));
    QCOMPARE(factOf(*m_review, QStringLiteral("Decided")),
             QStringLiteral("askFirst: “agreed <b>with</b> zhang” (the service does not say by "
                            "whom)"));
    QVERIFY(!factOf(*m_review, QStringLiteral("Ended")).isEmpty());
    QCOMPARE(factOf(*m_review, QStringLiteral("For you")), QString());
    QCOMPARE(factOf(*m_review, QStringLiteral("Waiting since")), QString());
    QCOMPARE(changingActions(*m_sandbox), sent);
}

void tst_ReviewViewModel::cancelled_hasNoNote()
{
    const ExecutionId id = m_person->startWaiting(QStringLiteral("ask-one"));
    QVERIFY(m_person->world.call(QStringLiteral("CancelExecution"),
                                 {{QStringLiteral("ExecutionId"), id.text()}}));
    m_person->world.waitForStatus(id, RunStatus::Cancelled);
    show(id);
    QVERIFY(m_review->overText().startsWith(QStringLiteral("This run has ended: Cancelled.")));
    QCOMPARE(factOf(*m_review, QStringLiteral("Decided")),
             QStringLiteral("no note was left; the service does not say by whom"));
}

void tst_ReviewViewModel::running_doesNotWait()
{
    const ExecutionId id = m_person->world.startExecution(QStringLiteral("sleeping"));
    m_person->world.waitForStatus(id, RunStatus::Running);
    show(id);
    QCOMPARE(m_review->state(), ReviewViewModel::State::Gone);
    QCOMPARE(m_review->overText(),
             QStringLiteral("This run does not wait for a person now: Running."));
    QCOMPARE(m_review->heading(), QStringLiteral("Run: sleeping v1"));
    QVERIFY(!m_review->capability(Act::Approve).isEnabled);
    // What has not ended can still be cancelled as a whole.
    QVERIFY(m_review->capability(Act::CancelExecution).isEnabled);
}

void tst_ReviewViewModel::missing_isNotKnown()
{
    show(ExecutionId(QStringLiteral("exec-0000000000000000ff")));
    QCOMPARE(m_review->state(), ReviewViewModel::State::Gone);
    QCOMPARE(m_review->overText(), QStringLiteral("The service does not know this run."));
    for (const Act act : allActs())
        QVERIFY(!m_review->capability(act).isEnabled);
}

void tst_ReviewViewModel::anotherWait_isOver()
{
    const ExecutionId id = m_person->startWaiting(QStringLiteral("two-gates"));
    m_person->watch.start();
    QTRY_VERIFY_WITH_TIMEOUT(m_person->row(id), 10'000);
    const WaitRow first = *m_person->row(id);
    QVERIFY(m_person->approveElsewhere(id));
    m_person->world.waitFor(id, [&first](const Execution &run) {
        return run.status == RunStatus::Waiting && !run.currentTasks.empty() &&
               run.currentTasks.front().id != first.id.taskExecutionId;
    });
    m_review->show(first);
    QTRY_VERIFY_WITH_TIMEOUT(!m_review->isReading(), 10'000);
    QCOMPARE(m_review->state(), ReviewViewModel::State::Gone);
    QCOMPARE(m_review->overText(),
             QStringLiteral("This wait is over; the run waits for something else."));
    QVERIFY(!m_review->beginDecision(Act::Approve));
}

void tst_ReviewViewModel::waiting_isNotOver()
{
    show(m_person->startWaiting(QStringLiteral("ask-one")));
    QTRY_COMPARE(m_review->state(), ReviewViewModel::State::Ready);
    QCOMPARE(m_review->overText(), QString());
    QCOMPARE(m_review->heading(), QStringLiteral("Task “askFirst” waits for approval"));
    QCOMPARE(m_review->taskName(), QStringLiteral("askFirst"));
}

void tst_ReviewViewModel::forYou_saysWhoseTurnItIs()
{
    const QString label = QStringLiteral("For you");
    const ExecutionId id = m_person->startWaiting(QStringLiteral("for-anna"));
    ProfileRegistry &profiles = m_person->world.profiles;
    const Place place = m_person->world.place();
    profiles.setCredentials(place.profile, profiles.targetFor(place)->credentials());
    show(id);
    QVERIFY(factOf(*m_review, label).contains(QStringLiteral("cannot be told")));
    // The watch asks who the key belongs to.
    m_person->watch.start();
    QTRY_COMPARE(factOf(*m_review, label),
                 QStringLiteral("It names approvers, and you are not one of them."));
    // Told from what may be wrong, it stands in nobody's way.
    QVERIFY(m_review->capability(Act::Approve).isEnabled);
    show(m_person->startWaiting(QStringLiteral("ask-one")));
    QCOMPARE(factOf(*m_review, label),
             QStringLiteral("It names no approvers: whoever has the right may decide."));
}

void tst_ReviewViewModel::chatText_namesEverythingAndLinksBack()
{
    const ExecutionId id = m_person->startWaiting(QStringLiteral("ask-one"));
    show(id);
    const Profile &profile = m_sandbox->announcement().profile;
    const Place place = m_person->world.place();
    const QStringList lines = m_review->chatText().split(QLatin1Char('\n'));
    QCOMPARE(lines.front(), QStringLiteral("Task “askFirst” waits for approval"));
    QVERIFY(lines.at(1).contains(profile.alias));
    QVERIFY(QString(lines.at(1)).remove(QLatin1Char(' ')).contains(profile.accountId));
    QVERIFY(lines.at(1).contains(place.region.text()));
    QVERIFY(lines.contains(QStringLiteral("Template: ask-one v1")));
    QVERIFY(lines.contains(QStringLiteral("Task: askFirst")));
    QVERIFY(lines.contains(QStringLiteral("Started by: ") + sandboxUser(0)));
    std::vector<ExecutionLink> links;
    for (const QString &line : lines) {
        if (const auto link = executionLinkFrom(line))
            links.push_back(*link);
    }
    QCOMPARE(links.size(), std::size_t(2));
    const ExecutionLink own{ExecutionLink::Form::Link, id, place.region, profile.accountId};
    QVERIFY(links[0] == own);
    const ExecutionLink console{ExecutionLink::Form::WebConsole, id, place.region, {}};
    QVERIFY(links[1] == console);
}

void tst_ReviewViewModel::nothingShown_saysNothing()
{
    QCOMPARE(m_review->state(), ReviewViewModel::State::Empty);
    for (const QString &text : {m_review->chatText(), m_review->overText(), m_review->heading(),
                                m_review->placeText(), m_review->webConsoleUrl().toString()})
        QCOMPARE(text, QString());
    QVERIFY(m_review->facts().empty());
    for (const Act act : allActs())
        QVERIFY(!m_review->capability(act).isOffered);
    show(m_person->startWaiting(QStringLiteral("ask-one")));
    const QSignalSpy changed(m_review.get(), &ReviewViewModel::changed);
    m_review->show(std::nullopt);
    QTRY_VERIFY(changed.count() > 0);
    QCOMPARE(m_review->state(), ReviewViewModel::State::Empty);
    QCOMPARE(m_review->chatText(), QString());
}

QTEST_GUILESS_MAIN(tst_ReviewViewModel)
#include "tst_reviewviewmodel.moc"
