// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/keychaintext.h"

#include <QSet>
#include <QTest>

using namespace countersign;

class tst_KeychainText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyProblem_hasItsOwnSentences();
    void everyProblem_isFoundFromItsError();
    void foreignErrors_areNoProblems();
    void backendChanged_namesBothPlaces();
    void slow_asksForAnUnlockWindow();
};

void tst_KeychainText::everyProblem_hasItsOwnSentences()
{
    QSet<QString> texts;
    QSet<QString> advices;
    for (const KeychainProblem problem : allKeychainProblems) {
        for (const QString &text : {keychainText(problem), keychainAdvice(problem)})
            QVERIFY2(text.endsWith(QLatin1Char('.')) && text.at(0).isUpper(), qPrintable(text));
        texts.insert(keychainText(problem));
        advices.insert(keychainAdvice(problem));
    }
    QCOMPARE(texts.size(), qsizetype(allKeychainProblems.size()));
    QCOMPARE(advices.size(), qsizetype(allKeychainProblems.size()));
    QSet<QString> states;
    for (const auto state : {KeychainState::NotAsked, KeychainState::Asking, KeychainState::Slow,
                             KeychainState::Blocked, KeychainState::Ready, KeychainState::Unusable})
        states.insert(keychainStateText(state));
    QCOMPARE(states.size(), 6);
}

void tst_KeychainText::everyProblem_isFoundFromItsError()
{
    QSet<QString> codes;
    for (const KeychainProblem problem : allKeychainProblems) {
        const Error error = keychainError(problem, QStringLiteral("words"));
        QCOMPARE(error.kind, Error::Kind::LocalFault);
        QCOMPARE(error.detail, QStringLiteral("words"));
        QVERIFY(error.code.startsWith(QLatin1String("Keychain")));
        QVERIFY(keychainProblemOf(error) == problem);
        codes.insert(error.code);
    }
    QCOMPARE(codes.size(), qsizetype(allKeychainProblems.size()));
}

void tst_KeychainText::foreignErrors_areNoProblems()
{
    Error error = keychainError(KeychainProblem::Locked);
    error.kind = Error::Kind::Refused; // a service may use any code
    QVERIFY(!keychainProblemOf(error));
    error.kind = Error::Kind::LocalFault;
    error.code.clear();
    QVERIFY(!keychainProblemOf(error));
}

void tst_KeychainText::backendChanged_namesBothPlaces()
{
    const KeychainPlaces places{QStringLiteral("Secret Service"), QStringLiteral("KWallet")};
    QCOMPARE(keychainText(KeychainProblem::BackendChanged, places),
             QStringLiteral("The key is not in Secret Service, the keychain of this session: it "
                            "was saved in KWallet."));
    QVERIFY(!keychainText(KeychainProblem::BackendChanged).contains(QLatin1Char('%')));
}

void tst_KeychainText::slow_asksForAnUnlockWindow()
{
    QVERIFY(keychainStateText(KeychainState::Slow).contains(QLatin1String("unlock window")));
}

QTEST_GUILESS_MAIN(tst_KeychainText)
#include "tst_keychaintext.moc"
