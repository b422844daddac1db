// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/keyrenewal.h"
#include "app/viewmodels/decisionviewmodel.h"
#include "app/viewmodels/expiredkeys.h"
#include "tests/app/flows/decidefixture.h"
#include "tests/fakes/fakeissuer.h"

#include <QSignalSpy>
#include <QTest>

using namespace countersign;
using namespace std::chrono_literals;

//! The road from a decision whose keys had ended to the same one with other keys, on the sandbox.
class tst_ExpiredKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void areBehind_data();
    void areBehind();
    void issuedKeys_areHadAndTheDecisionIsConfirmedAnew();
    void issuedKeys_sourceFails_saysWhy();
    void issuedKeys_ownerMayGoMeanwhile();
    void enteredKeys_areAskedFor();
    void otherStops_offerNothing();

private:
    FlowServices services();
    void issue(std::chrono::seconds left);
    IssuedKeys keys(std::chrono::seconds left);
    std::unique_ptr<DecisionViewModel> decision();
    int sent();

    DecideFixture m_fixture;
    SystemClock m_clock;
    FakeIssuer m_issuer;
    std::unique_ptr<KeyRenewal> m_renewal;
    const QString m_note = QStringLiteral("a note that is typed once");
};

void tst_ExpiredKeys::initTestCase()
{
    const QString problem = m_fixture.start();
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
}

void tst_ExpiredKeys::init()
{
    m_issuer.asked.clear();
    m_issuer.always = nullptr;
    m_renewal = std::make_unique<KeyRenewal>(m_fixture.world().client(), m_fixture.world().profiles,
                                             m_clock, m_issuer, [] { return 0.0; });
}

void tst_ExpiredKeys::cleanup()
{
    m_renewal.reset();
    ProfileRegistry &profiles = m_fixture.world().profiles;
    profiles.setProfile(m_fixture.sandbox().announcement().profile);
    profiles.setCredentials(m_fixture.world().place().profile,
                            m_fixture.sandbox().announcement().users.front().credentials);
}

FlowServices tst_ExpiredKeys::services()
{
    FlowServices all = m_fixture.world().services();
    all.renewal = m_renewal.get();
    return all;
}

IssuedKeys tst_ExpiredKeys::keys(std::chrono::seconds left)
{
    const SandboxAnnouncement announcement = m_fixture.sandbox().announcement();
    IssuedKeys made;
    made.credentials =
        std::make_shared<const Credentials>(announcement.users.front().credentials->clone());
    made.issuedAt = m_clock.now();
    made.expiresAt = m_clock.now().addSecs(left.count());
    CallerIdentity caller;
    caller.accountId = announcement.profile.accountId;
    caller.principalId = QStringLiteral("300000000000000077:li.wei");
    made.caller = caller;
    return made;
}

void tst_ExpiredKeys::issue(std::chrono::seconds left)
{
    ProfileRegistry &profiles = m_fixture.world().profiles;
    Profile profile = *profiles.profile(m_fixture.world().place().profile);
    profile.source.kind = KeyKind::Program;
    profile.source.command = QStringLiteral("/usr/bin/print-keys");
    profile.source = confirmed(profile.source);
    profiles.setProfile(profile);
    QVERIFY(profiles.renewCredentials(profile.id, keys(left)));
}

std::unique_ptr<DecisionViewModel> tst_ExpiredKeys::decision()
{
    const ExecutionId id =
        m_fixture.startRun(QStringLiteral("ask-one"), QStringLiteral("Automatic"));
    DecisionRecord record = m_fixture.world().recordFor(id, Act::Approve, {});
    DecideTimes times = quickTimes();
    times.secondReadAge = 60s;
    auto flow = std::make_unique<DecideFlow>(services(), oneApproval(), times);
    auto made = std::make_unique<DecisionViewModel>(record, std::move(flow));
    made->setNote(m_note);
    return made;
}

int tst_ExpiredKeys::sent()
{
    return static_cast<int>(m_fixture.sandbox().receipts(QStringLiteral("NotifyExecution")).size());
}

void tst_ExpiredKeys::areBehind_data()
{
    using Stop = DecisionProgress::Stop;
    QTest::addColumn<DecisionState>("state");
    QTest::addColumn<Stop>("stop");
    QTest::addColumn<QString>("code");
    QTest::addColumn<bool>("areBehind");
    const QString ended = QStringLiteral("InvalidSecurityToken.Expired");
    QTest::newRow("not sent") << DecisionState::NotSent << Stop::Expired << QString() << true;
    QTest::newRow("locked") << DecisionState::NotSent << Stop::Locked << QString() << false;
    QTest::newRow("refused") << DecisionState::Refused << Stop::None << ended << true;
    QTest::newRow("refused for another reason")
        << DecisionState::Refused << Stop::None << QStringLiteral("User.NoPermission") << false;
    // What may have arrived is never offered again.
    QTest::newRow("unclear") << DecisionState::Ambiguous << Stop::None << ended << false;
    QTest::newRow("code unknown") << DecisionState::RefusedCodeUnknown << Stop::None << ended
                                  << false;
    QTest::newRow("accepted") << DecisionState::Accepted << Stop::None << QString() << false;
}

void tst_ExpiredKeys::areBehind()
{
    QFETCH(DecisionState, state);
    QFETCH(DecisionProgress::Stop, stop);
    QFETCH(QString, code);
    DecisionProgress progress;
    progress.isStarted = true;
    progress.state = state;
    progress.stop = stop;
    progress.report.code = code;
    QTEST(ExpiredKeys::areBehind(progress), "areBehind");
}

void tst_ExpiredKeys::issuedKeys_areHadAndTheDecisionIsConfirmedAnew()
{
    const auto decided = decision();
    issue(30s);
    const int before = sent();
    m_issuer.always = [](const FakeIssuer::Asked &) { return errorNamed(Error::Kind::Offline); };
    const DecisionId first = decided->record().id;
    const QString shown = decided->heading() + decided->consequence() + decided->confirmText();
    QVERIFY(!decided->areKeysWanted());
    decided->confirm();
    QTRY_COMPARE(decided->decisionState(), DecisionState::NotSent);
    QVERIFY(decided->areKeysWanted());
    QVERIFY(decided->outcomeText().startsWith(QStringLiteral("Not sent. Nothing happened.")));
    QVERIFY(decided->outcomeDetail().contains(QStringLiteral("Your note is kept.")));
    QCOMPARE(decided->keysText(), QStringLiteral("Get new credentials"));

    QSignalSpy anew(decided.get(), &DecisionViewModel::composedAnew);
    m_issuer.always = nullptr;
    decided->getKeys();
    QCOMPARE(decided->keysText(), QString());
    decided->getKeys(); // one asking is enough
    QTRY_COMPARE(m_issuer.count(), 2);
    m_issuer.answerLast(keys(3600s));
    QTRY_COMPARE(anew.count(), 1);
    QCOMPARE(decided->stage(), DecisionViewModel::Stage::Composing);
    QVERIFY(!decided->areKeysWanted());
    QVERIFY(decided->record().id.hex != first.hex);
    QVERIFY(decided->record().frozenSha256.isEmpty());
    QCOMPARE(decided->note(), m_note);
    QCOMPARE(QString(decided->heading() + decided->consequence() + decided->confirmText()), shown);
    QVERIFY(decided->canConfirm());
    QTest::qWait(200);
    QCOMPARE(sent(), before); // nothing by itself

    decided->confirm();
    QTRY_COMPARE_WITH_TIMEOUT(decided->decisionState(), DecisionState::ReconciledApplied, 20'000);
    QCOMPARE(sent(), before + 1);
    QVERIFY(m_fixture.world().journal.entry(decided->record().id));
    QVERIFY(!m_fixture.world().journal.entry(first));
}

void tst_ExpiredKeys::issuedKeys_sourceFails_saysWhy()
{
    const auto decided = decision();
    issue(30s);
    m_issuer.always = [](const FakeIssuer::Asked &) { return errorNamed(Error::Kind::Offline); };
    decided->confirm();
    QTRY_COMPARE(decided->decisionState(), DecisionState::NotSent);
    QSignalSpy told(decided.get(), &DecisionViewModel::stageChanged);
    decided->getKeys();
    QTRY_COMPARE(m_issuer.count(), 2);
    QTRY_VERIFY(told.count() >= 2);
    QTRY_VERIFY(
        decided->outcomeDetail().contains(QStringLiteral("Other credentials could not be had:")));
    QCOMPARE(decided->keysText(), QStringLiteral("Get new credentials"));
    QCOMPARE(decided->stage(), DecisionViewModel::Stage::Settled);
}

void tst_ExpiredKeys::issuedKeys_ownerMayGoMeanwhile()
{
    auto decided = decision();
    issue(30s);
    m_issuer.always = [](const FakeIssuer::Asked &) { return errorNamed(Error::Kind::Offline); };
    decided->confirm();
    QTRY_COMPARE(decided->decisionState(), DecisionState::NotSent);
    m_issuer.always = nullptr;
    decided->getKeys();
    connect(decided.get(), &DecisionViewModel::composedAnew, this, [&decided] { decided.reset(); });
    m_issuer.answerLast(keys(3600s));
    QTRY_VERIFY(!decided);
    decided = decision();
    issue(30s);
    m_issuer.always = [](const FakeIssuer::Asked &) { return errorNamed(Error::Kind::Offline); };
    decided->confirm();
    QTRY_COMPARE(decided->decisionState(), DecisionState::NotSent);
    m_issuer.always = nullptr;
    decided->getKeys();
    decided.reset();
    m_issuer.answerLast(keys(3600s));
    QTest::qWait(50);
}

void tst_ExpiredKeys::enteredKeys_areAskedFor()
{
    const auto decided = decision();
    ProfileRegistry &profiles = m_fixture.world().profiles;
    const ProfileId id = m_fixture.world().place().profile;
    const auto key = m_fixture.sandbox().announcement().users.front().credentials;
    const int before = sent();
    profiles.setCredentials(id, key, m_clock.now().addSecs(20));
    decided->confirm();
    QTRY_COMPARE(decided->decisionState(), DecisionState::NotSent);
    QCOMPARE(decided->keysText(), QStringLiteral("Enter other credentials…"));
    QSignalSpy wanted(decided.get(), &DecisionViewModel::keyEntryWanted);
    decided->getKeys();
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(wanted.front().front().value<ProfileId>(), id);
    // The same ones with another end are none.
    profiles.setCredentials(id, key, m_clock.now().addSecs(25));
    QCOMPARE(decided->keysText(), QStringLiteral("Enter other credentials…"));
    profiles.setCredentials(id, std::make_shared<const Credentials>(key->clone()),
                            m_clock.now().addSecs(3'600));
    QCOMPARE(decided->stage(), DecisionViewModel::Stage::Settled);
    QCOMPARE(decided->keysText(), QStringLiteral("Approve with the new credentials…"));
    decided->getKeys();
    QCOMPARE(decided->stage(), DecisionViewModel::Stage::Composing);
    QCOMPARE(decided->note(), m_note);
    decided->confirm();
    QTRY_COMPARE_WITH_TIMEOUT(decided->decisionState(), DecisionState::ReconciledApplied, 20'000);
    QCOMPARE(sent(), before + 1);
}

void tst_ExpiredKeys::otherStops_offerNothing()
{
    const auto decided = decision();
    m_fixture.world().profiles.setCredentials(m_fixture.world().place().profile, nullptr);
    decided->confirm();
    QTRY_COMPARE(decided->decisionState(), DecisionState::NotSent);
    QVERIFY(!decided->areKeysWanted());
    QCOMPARE(decided->keysText(), QString());
    QSignalSpy wanted(decided.get(), &DecisionViewModel::keyEntryWanted);
    decided->getKeys();
    QCOMPARE(wanted.count(), 0);
}

QTEST_GUILESS_MAIN(tst_ExpiredKeys)
#include "tst_expiredkeys.moc"
