// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/actorwords.h"

#include <QTest>

using namespace countersign;

namespace {

QDateTime at(int day, int hour)
{
    return QDateTime(QDate(2026, 11, day), QTime(hour, 14), Qt::UTC);
}

} // namespace

//! Who acts, in words; the time zone of tests is eight hours ahead of UTC.
class tst_ActorWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void kinds_data();
    void kinds();
    void foreignText_isMadeSafe();
    void notVerified_saysSinceWhen();
    void record_saysBoth();
};

void tst_ActorWords::kinds_data()
{
    QTest::addColumn<QString>("actor");
    QTest::addColumn<ActorKind>("kind");
    QTest::addColumn<QString>("words");
    QTest::newRow("user") << QStringLiteral("li.wei") << ActorKind::User
                          << QStringLiteral("user li.wei");
    QTest::newRow("role") << QStringLiteral("oos-operator/li.wei") << ActorKind::Role
                          << QStringLiteral("role oos-operator, session li.wei");
    QTest::newRow("root") << QStringLiteral("Account") << ActorKind::Account
                          << QStringLiteral("the account itself (root)");
    QTest::newRow("a user called Account")
        << QStringLiteral("Account") << ActorKind::User << QStringLiteral("user Account");
    QTest::newRow("of an earlier version")
        << QStringLiteral("li.wei") << ActorKind::Unknown << QStringLiteral("li.wei");
    QTest::newRow("nobody") << QString() << ActorKind::User << QString();
}

void tst_ActorWords::kinds()
{
    QFETCH(QString, actor);
    QFETCH(ActorKind, kind);
    QTEST(actorText(actor, kind), "words");
}

void tst_ActorWords::foreignText_isMadeSafe()
{
    const QString trap = QStringLiteral(u"a\u202Eb\n<b>/s\u200B");
    for (const ActorKind kind : {ActorKind::User, ActorKind::Role, ActorKind::Unknown}) {
        const QString words = actorText(trap, kind);
        for (const char16_t character : {u'\u202E', u'\n', u'\u200B'})
            QVERIFY2(!words.contains(QChar(character)), qPrintable(words));
    }
    QVERIFY(actorText(QString(5'000, u'x'), ActorKind::User).size() < 200);
}

void tst_ActorWords::notVerified_saysSinceWhen()
{
    QCOMPARE(notVerifiedText({}, at(25, 10)), QString());
    QCOMPARE(notVerifiedText(at(24, 9), at(25, 10)),
             QStringLiteral("not verified today, last on 2026-11-24 17:14 +08:00"));
    QCOMPARE(notVerifiedText(at(25, 9), at(25, 10)),
             QStringLiteral("not verified today after 17:14 +08:00"));
}

void tst_ActorWords::record_saysBoth()
{
    DecisionRecord record;
    record.frozenAt = at(25, 10);
    record.where.actor = QStringLiteral("oos-reader/anna.k");
    record.where.actorKind = ActorKind::Role;
    QCOMPARE(actorText(record), QStringLiteral("role oos-reader, session anna.k"));
    record.where.actorVerifiedAt = at(23, 8);
    QCOMPARE(actorText(record),
             QStringLiteral("role oos-reader, session anna.k (not verified today, last on "
                            "2026-11-23 16:14 +08:00)"));
    record.where.actor.clear();
    QCOMPARE(actorText(record), QString());
}

QTEST_GUILESS_MAIN(tst_ActorWords)
#include "tst_actorwords.moc"
