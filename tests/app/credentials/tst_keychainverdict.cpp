// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/credentials/keychainverdict.h"

#include <QTest>

using namespace countersign;

using State = KeychainAnswer::State;
using End = KeychainJobEnd::Kind;
using Problem = std::optional<KeychainProblem>;

Q_DECLARE_METATYPE(countersign::KeychainAnswer)
Q_DECLARE_METATYPE(countersign::KeychainOperation)
Q_DECLARE_METATYPE(countersign::KeychainJobEnd::Kind)
Q_DECLARE_METATYPE(std::optional<countersign::KeychainProblem>)

// The table "What the results mean" of the keychain's library, and the service's own words.

class tst_KeychainVerdict : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void before_onlyWhatCannotBeAskedStops();
    void after_data();
    void after();
};

void tst_KeychainVerdict::before_onlyWhatCannotBeAskedStops()
{
    QVERIFY(problemBefore({State::NoBus, {}, true}) == KeychainProblem::NoBus);
    QVERIFY(problemBefore({State::NoService, {}, true}) == KeychainProblem::NoService);
    QVERIFY(problemBefore({State::Hung, {}, true}) == KeychainProblem::Hung);
    // The service asks the person itself, to unlock and to make a collection.
    for (const State state : {State::NoCollection, State::Locked, State::Open})
        QVERIFY(!problemBefore({state, {}, true}));
}

void tst_KeychainVerdict::after_data()
{
    QTest::addColumn<KeychainOperation>("operation");
    QTest::addColumn<End>("end");
    QTest::addColumn<KeychainAnswer>("answer");
    QTest::addColumn<Problem>("problem");
    const QString same = QStringLiteral(":1.7");
    const KeychainAnswer open{State::Open, same, true};
    const KeychainAnswer asked{State::Locked, same, true};
    const KeychainAnswer unasked{State::Locked, same, false};
    const KeychainAnswer bare{State::NoCollection, same, true};
    const auto row = [](const char *name, KeychainOperation operation, End end,
                        const KeychainAnswer &answer, Problem problem) {
        QTest::newRow(name) << operation << end << answer << problem;
    };
    const auto read = KeychainOperation::Read;
    const auto write = KeychainOperation::Write;
    const auto erase = KeychainOperation::Erase;
    row("read, absent, open", read, End::Absent, open, KeychainProblem::EntryMissing);
    row("read, absent, asked", read, End::Absent, asked, KeychainProblem::Dismissed);
    row("read, absent, not asked", read, End::Absent, unasked, KeychainProblem::Locked);
    row("read, absent, bare", read, End::Absent, bare, KeychainProblem::NoCollection);
    row("read, failed, open", read, End::Failed, open, KeychainProblem::ReadRefused);
    row("read, denied, open", read, End::Denied, open, KeychainProblem::Dismissed);
    row("read, no bus", read, End::Failed, {State::NoBus, {}, true}, KeychainProblem::NoBus);
    row("read, gone", read, End::Failed, {State::NoService, {}, true},
        KeychainProblem::ServiceDied);
    row("read, silent", read, End::Failed, {State::Hung, {}, true}, KeychainProblem::Hung);
    row("read, another service", read, End::Absent, {State::Open, QStringLiteral(":1.9"), true},
        KeychainProblem::ServiceDied);
    row("write, denied, asked", write, End::Denied, asked, KeychainProblem::Dismissed);
    row("write, denied, not asked", write, End::Denied, unasked, KeychainProblem::Locked);
    row("write, absent, bare", write, End::Absent, bare, KeychainProblem::NoCollection);
    row("write, failed, open", write, End::Failed, open, KeychainProblem::WriteRefused);
    row("erase, done, open", erase, End::Done, open, std::nullopt);
    row("erase, done, bare", erase, End::Done, bare, std::nullopt);
    row("erase, done, not asked", erase, End::Done, unasked, KeychainProblem::Locked);
    row("erase, failed, open", erase, End::Failed, open, KeychainProblem::EraseRefused);
}

void tst_KeychainVerdict::after()
{
    QFETCH(const KeychainOperation, operation);
    QFETCH(const End, end);
    QFETCH(const KeychainAnswer, answer);
    QFETCH(const Problem, problem);
    const KeychainAnswer before{State::Locked, QStringLiteral(":1.7"), true};
    QVERIFY(problemAfter(operation, end, before, answer) == problem);
}

QTEST_GUILESS_MAIN(tst_KeychainVerdict)
#include "tst_keychainverdict.moc"
