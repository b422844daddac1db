// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/journalwords.h"

#include <QSet>
#include <QTest>

using namespace countersign;
using Kind = JournalProblem::Kind;

class tst_JournalWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKind_saysFirstWhatHappenedToTheService();
    void everyKind_hasItsOwnSentences();
    void onItsWay_claimsNothing();
    void damaged_namesFileAndFinding();
    void newer_saysWhatEndsIt();
    void details_haveTheSystemsWords();
    void passing_isLookedAtAgain_data();
    void passing_isLookedAtAgain();
    void startAnew_saysWhatIsLost();
    void hostileNames_areSafe();
};

namespace {

constexpr Kind allKinds[] = {Kind::ForeignFolder, Kind::InUse,  Kind::NotReadable,
                             Kind::NotWritable,   Kind::NoRoom, Kind::Damaged,
                             Kind::Newer};
const QString path = QStringLiteral("/home/li/journal/decisions.db");

JournalProblem problemOf(Kind kind)
{
    JournalProblem problem;
    problem.kind = kind;
    problem.path = path;
    return problem;
}

} // namespace

void tst_JournalWords::everyKind_saysFirstWhatHappenedToTheService()
{
    for (const Kind kind : allKinds) {
        const QString text = journalProblemText(problemOf(kind));
        QVERIFY2(text.startsWith(QStringLiteral("Nothing was sent. ")), qPrintable(text));
        QVERIFY2(text.contains(path), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("eciding")), qPrintable(text));
        QVERIFY2(text.endsWith(QLatin1Char('.')) && !text.contains(QLatin1Char('%')),
                 qPrintable(text));
    }
}

void tst_JournalWords::everyKind_hasItsOwnSentences()
{
    QSet<QString> texts;
    for (const Kind kind : allKinds)
        texts.insert(journalProblemText(problemOf(kind)));
    QCOMPARE(texts.size(), qsizetype(std::size(allKinds)));
}

void tst_JournalWords::onItsWay_claimsNothing()
{
    const QString text = journalProblemText(problemOf(Kind::NoRoom), true);
    QVERIFY2(text.startsWith(QStringLiteral("It may have been carried out")), qPrintable(text));
    QVERIFY2(!text.contains(QStringLiteral("Nothing was sent")), qPrintable(text));
}

void tst_JournalWords::damaged_namesFileAndFinding()
{
    JournalProblem problem = problemOf(Kind::Damaged);
    problem.finding = QStringLiteral("record 7 does not follow record 6");
    const QString text = journalProblemText(problem);
    QVERIFY2(text.contains(problem.finding) && text.contains(path), qPrintable(text));
}

void tst_JournalWords::newer_saysWhatEndsIt()
{
    const QString text = journalProblemText(problemOf(Kind::Newer));
    QVERIFY2(text.contains(QStringLiteral("newer version")), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("updated")), qPrintable(text));
}

void tst_JournalWords::details_haveTheSystemsWords()
{
    JournalProblem problem = problemOf(Kind::NotReadable);
    problem.reason = QStringLiteral("unable to open database file");
    QCOMPARE(journalProblemDetails(problem),
             QString(path + QStringLiteral("\nMessage: unable to open database file")));
}

void tst_JournalWords::passing_isLookedAtAgain_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<bool>("isPassing");
    QTest::newRow("foreign folder") << Kind::ForeignFolder << false;
    QTest::newRow("in use") << Kind::InUse << true;
    QTest::newRow("not readable") << Kind::NotReadable << false;
    QTest::newRow("not writable") << Kind::NotWritable << true;
    QTest::newRow("no room") << Kind::NoRoom << true;
    QTest::newRow("damaged") << Kind::Damaged << false;
    QTest::newRow("newer") << Kind::Newer << false;
}

void tst_JournalWords::passing_isLookedAtAgain()
{
    QFETCH(Kind, kind);
    QFETCH(bool, isPassing);
    QCOMPARE(mayPass(kind), isPassing);
}

void tst_JournalWords::startAnew_saysWhatIsLost()
{
    const QString text = startAnewText(problemOf(Kind::Damaged));
    QVERIFY2(text.contains(path), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("not looked after any more")), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("a second time")), qPrintable(text));
}

void tst_JournalWords::hostileNames_areSafe()
{
    JournalProblem problem = problemOf(Kind::Damaged);
    problem.path = QStringLiteral("/tmp/a\u202Eb\nc");
    problem.finding = QStringLiteral("x\u0000y\u200B");
    const QString text = journalProblemText(problem);
    for (const QChar character : text)
        QVERIFY2(character.category() != QChar::Other_Control &&
                     character.category() != QChar::Other_Format,
                 qPrintable(text));
    QVERIFY(text.contains(QStringLiteral("⟨U+202E⟩")));
}

QTEST_GUILESS_MAIN(tst_JournalWords)
#include "tst_journalwords.moc"
