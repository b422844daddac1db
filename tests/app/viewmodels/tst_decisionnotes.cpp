// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "person.h"

#include <QTemporaryDir>
#include <QTest>

using namespace countersign;

//! What becomes of a note when its decision arrives or does not, on the real sandbox.
class tst_DecisionNotes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void accepted_isNoDraftAndIsOfferedAgain();
    void recentNotes_areOfferedByChoice();
    void notSent_draftIsThereNextTime();
    void draft_belongsToItsTask();
    void secondApproval_needsTheTick();
    void ruleOfTheProfile_isAsked();
    void colleaguesNote_isNoDraft();

private:
    void approve(const ExecutionId &id, const QString &note);

    std::unique_ptr<SandboxProcess> m_sandbox;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Person> m_person;
};

void tst_DecisionNotes::init()
{
    m_sandbox = std::make_unique<SandboxProcess>(QStringLiteral(PROGRAMS));
    m_sandbox->addTemplate(QStringLiteral("ask-one"), testtemplates::approval(1));
    m_sandbox->addTemplate(QStringLiteral("ask-two"), testtemplates::approval(2));
    QVERIFY2(m_sandbox->start({QStringLiteral("--scenario"), QStringLiteral("empty")}),
             qPrintable(m_sandbox->problem()));
    m_folder = std::make_unique<QTemporaryDir>();
    m_person = std::make_unique<Person>(m_sandbox->announcement(), 0, m_folder->path());
}

void tst_DecisionNotes::cleanup()
{
    m_person.reset();
    m_sandbox.reset();
}

void tst_DecisionNotes::approve(const ExecutionId &id, const QString &note)
{
    const auto decision = m_person->begin(id, Act::Approve);
    QVERIFY(decision);
    decision->setNote(note);
    QCOMPARE(m_person->files.drafts.count(), 1);
    decision->confirm();
    QTRY_COMPARE_WITH_TIMEOUT(decision->stage(), DecisionViewModel::Stage::Settled, 10'000);
    QVERIFY(decision->decisionState() == DecisionState::Accepted ||
            decision->decisionState() == DecisionState::ReconciledApplied);
}

void tst_DecisionNotes::accepted_isNoDraftAndIsOfferedAgain()
{
    const QString note = QStringLiteral("checked with the web team");
    approve(m_person->startWaiting(QStringLiteral("ask-one")), note);
    QCOMPARE(m_person->files.drafts.count(), 0);
    QCOMPARE(m_person->files.notes.recent(Act::Approve), QStringList{note});
    QVERIFY(m_person->files.notes.recent(Act::Reject).isEmpty());
    const auto next =
        m_person->begin(m_person->startWaiting(QStringLiteral("ask-one")), Act::Approve);
    QVERIFY(next);
    QCOMPARE(next->recentNotes(), QStringList{note});
    QCOMPARE(next->note(), QString());
    QVERIFY(!next->isDraft());
}

void tst_DecisionNotes::recentNotes_areOfferedByChoice()
{
    approve(m_person->startWaiting(QStringLiteral("ask-one")), QStringLiteral("kept from before"));
    m_person->files.settings.setOn(Switch::RecentNotes, false);
    const ExecutionId id = m_person->startWaiting(QStringLiteral("ask-one"));
    QVERIFY(m_person->begin(id, Act::Approve)->recentNotes().isEmpty());
    approve(id, QStringLiteral("not to be kept at all"));
    QCOMPARE(m_person->files.notes.recent(Act::Approve),
             QStringList{QStringLiteral("kept from before")});
}

void tst_DecisionNotes::notSent_draftIsThereNextTime()
{
    const ExecutionId id = m_person->startWaiting(QStringLiteral("ask-one"));
    const QString note = QStringLiteral("a note of many words");
    const auto decision = m_person->begin(id, Act::Approve);
    decision->setNote(note);
    const ProfileId profile = m_person->world.place().profile;
    m_person->world.profiles.setCredentials(profile, nullptr);
    decision->confirm();
    QTRY_COMPARE(decision->decisionState(), DecisionState::NotSent);
    QCOMPARE(m_person->files.drafts.count(), 1);
    QVERIFY(m_person->files.notes.recent(Act::Approve).isEmpty());
    m_person->world.profiles.setCredentials(profile,
                                            m_sandbox->announcement().users.front().credentials);
    const auto again = m_person->begin(id, Act::Approve);
    QVERIFY(again);
    QCOMPARE(again->note(), note);
    QVERIFY(again->isDraft());
    again->setNote(QStringLiteral("other words"));
    QVERIFY(!again->isDraft());
}

void tst_DecisionNotes::draft_belongsToItsTask()
{
    const ExecutionId first = m_person->startWaiting(QStringLiteral("ask-one"));
    const ExecutionId second = m_person->startWaiting(QStringLiteral("ask-one"));
    m_person->begin(first, Act::Approve)->setNote(QStringLiteral("for the first"));
    QCOMPARE(m_person->begin(second, Act::Approve)->note(), QString());
    // The same words whichever act is taken after all, and after a restart.
    QCOMPARE(m_person->begin(first, Act::Reject)->note(), QStringLiteral("for the first"));
    m_person.reset();
    m_person = std::make_unique<Person>(m_sandbox->announcement(), 0, m_folder->path());
    QCOMPARE(m_person->begin(first, Act::Approve)->note(), QStringLiteral("for the first"));
}

void tst_DecisionNotes::secondApproval_needsTheTick()
{
    m_person->watch.start();
    const ExecutionId id = m_person->startWaiting(QStringLiteral("ask-two"));
    const ProfileId profile = m_person->world.place().profile;
    QTRY_VERIFY_WITH_TIMEOUT(m_person->world.profiles.identity(profile), 10'000);
    QVERIFY(m_person->begin(id, Act::Approve)->tickText().isEmpty());
    approve(id, QStringLiteral("the first approval of it"));
    const auto second = m_person->begin(id, Act::Approve);
    QVERIFY(second);
    second->setNote(QStringLiteral("once more, on purpose"));
    QVERIFY(second->tickText().contains(QStringLiteral("second approval")));
    QVERIFY(!second->canConfirm());
    second->confirm();
    QCOMPARE(second->stage(), DecisionViewModel::Stage::Composing);
    second->setTicked(true);
    QVERIFY(second->isTicked());
    QVERIFY(second->canConfirm());
    second->setTicked(false);
    QVERIFY(!second->canConfirm());
    // To reject what one has approved is another thing.
    QVERIFY(m_person->begin(id, Act::Reject)->tickText().isEmpty());
    QCOMPARE(m_sandbox->receipts(QStringLiteral("NotifyExecution")).size(), std::size_t(1));
}

void tst_DecisionNotes::ruleOfTheProfile_isAsked()
{
    Profile profile = m_sandbox->announcement().profile;
    profile.noteRule = {true, QStringLiteral("OPS-\\d+"), QStringLiteral("OPS-1234")};
    m_person->world.profiles.setProfile(profile);
    const ExecutionId id = m_person->startWaiting(QStringLiteral("ask-one"));
    const auto decision = m_person->begin(id, Act::Approve);
    QVERIFY(decision);
    QVERIFY(!decision->canConfirm());
    QVERIFY(decision->noteProblemText().contains(QStringLiteral("“OPS-1234”")));
    decision->setNote(QStringLiteral("for OPS-77, see there"));
    QVERIFY(decision->canConfirm());
    QCOMPARE(decision->noteProblemText(), QString());
}

void tst_DecisionNotes::colleaguesNote_isNoDraft()
{
    const ExecutionId id = m_person->startWaiting(QStringLiteral("ask-two"));
    const QTemporaryDir annasFolder;
    Person anna(m_sandbox->announcement(), 1, annasFolder.path());
    QVERIFY(anna.approveElsewhere(id, QStringLiteral("said by anna")));
    const auto decision = m_person->begin(id, Act::Approve);
    QVERIFY(decision);
    QCOMPARE(decision->note(), QString());
    QVERIFY(decision->recentNotes().isEmpty());
}

QTEST_GUILESS_MAIN(tst_DecisionNotes)
#include "tst_decisionnotes.moc"
