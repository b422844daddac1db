// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/decisionfriction.h"

#include <QTest>

using namespace countersign;

namespace {

DecisionObject deleting(int targets)
{
    DecisionObject object;
    object.subject.kind = WaitKind::HighRisk;
    object.subject.taskName = QStringLiteral("removeNodes");
    object.subject.call = {QStringLiteral("ECS"), QStringLiteral("DeleteInstances")};
    for (int i = 0; i < targets; ++i)
        object.subject.targets.push_back(QStringLiteral("i-%1").arg(i));
    object.call = object.subject.call;
    object.targets = object.subject.targets;
    object.isDanger = true;
    return object;
}

DecisionObject quiet()
{
    DecisionObject object;
    object.subject.taskName = QStringLiteral("askFirst");
    TaskExecution row;
    row.taskName = QStringLiteral("restart");
    object.rows.push_back(row);
    object.endState = QStringLiteral("Failed");
    return object;
}

FrictionFacts production()
{
    FrictionFacts facts;
    facts.isProduction = true;
    facts.alias = QStringLiteral("Acme-Prod");
    return facts;
}

} // namespace

//! Rule F7 of security.md, act by act.
class tst_DecisionFriction : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void productionAlone_asksNothing_data();
    void productionAlone_asksNothing();
    void releaseInProduction_isTyped();
    void releaseElsewhere_isTicked();
    void skipAndEnd_areTicked();
    void namedKindAndUnreadRow_areTicked();
    void ownRequest_isOneMoreStep();
    void unseen_isTypedAndTicked_data();
    void unseen_isTypedAndTicked();
    void override_isConfirmedOnceMore();
    void typed_isForgiving_data();
    void typed_isForgiving();
};

void tst_DecisionFriction::productionAlone_asksNothing_data()
{
    QTest::addColumn<Act>("act");
    QTest::newRow("approve") << Act::Approve;
    QTest::newRow("reject") << Act::Reject;
    QTest::newRow("retry") << Act::RetryTask;
    QTest::newRow("run") << Act::ExecuteTask;
    QTest::newRow("cancel task") << Act::CancelTask;
    QTest::newRow("cancel execution") << Act::CancelExecution;
}

void tst_DecisionFriction::productionAlone_asksNothing()
{
    QFETCH(Act, act);
    QCOMPARE(frictionFor(quiet(), act, production()), Friction());
}

void tst_DecisionFriction::releaseInProduction_isTyped()
{
    const Friction counted = frictionFor(deleting(3), Act::Approve, production());
    QVERIFY(counted.ticks.isEmpty());
    QVERIFY(counted.typedQuestion.contains(QStringLiteral("How many")));
    QCOMPARE(counted.typedAnswer, QStringLiteral("3"));
    // On how many is not known: the account's alias.
    const Friction named = frictionFor(deleting(0), Act::Approve, production());
    QVERIFY(named.typedQuestion.contains(QStringLiteral("Acme-Prod")));
    QCOMPARE(named.typedAnswer, QStringLiteral("Acme-Prod"));
    QCOMPARE(frictionFor(deleting(2), Act::RetryTask, production()).typedAnswer,
             QStringLiteral("2"));
}

void tst_DecisionFriction::releaseElsewhere_isTicked()
{
    const Friction friction = frictionFor(deleting(3), Act::Approve, {});
    QVERIFY(friction.typedQuestion.isEmpty());
    QCOMPARE(friction.ticks.size(), 1);
    QVERIFY2(friction.ticks.first().contains(QStringLiteral("ECS DeleteInstances on 3 target")),
             qPrintable(friction.ticks.first()));
}

void tst_DecisionFriction::skipAndEnd_areTicked()
{
    const Friction skip = frictionFor(quiet(), Act::SkipTask, {});
    QCOMPARE(skip.ticks.size(), 1);
    QVERIFY(skip.ticks.first().contains(QStringLiteral("restart")));
    DecisionObject several = quiet();
    several.rows.push_back(several.rows.front());
    QVERIFY(
        frictionFor(several, Act::SkipTask, {}).ticks.first().contains(QStringLiteral("2 task")));
    const Friction end = frictionFor(quiet(), Act::CompleteExecution, {});
    QCOMPARE(end.ticks.size(), 1);
    QVERIFY(end.ticks.first().contains(QStringLiteral("Failed")));
}

void tst_DecisionFriction::namedKindAndUnreadRow_areTicked()
{
    FrictionFacts facts;
    facts.namedKind = WaitKind::Approval;
    facts.isRowUnread = true;
    facts.isSecondApproval = true;
    const Friction friction = frictionFor(quiet(), Act::Approve, facts);
    QCOMPARE(friction.ticks.size(), 3);
    QVERIFY(friction.ticks[0].contains(QStringLiteral("not recognised by the program")));
    QVERIFY(friction.ticks[1].contains(QStringLiteral("whole run")));
    QVERIFY(friction.ticks[2].contains(QStringLiteral("second approval")));
}

//! O14: a tick that names the fact, and in production something typed.
void tst_DecisionFriction::ownRequest_isOneMoreStep()
{
    FrictionFacts facts;
    facts.alias = QStringLiteral("Acme-Test");
    facts.isOwnRequest = true;
    const Friction test = frictionFor(quiet(), Act::Approve, facts);
    QCOMPARE(test.ticks.size(), 1);
    QVERIFY(test.ticks[0].contains(QStringLiteral("I started this run")));
    QVERIFY(test.typedQuestion.isEmpty());
    facts = production();
    facts.isOwnRequest = true;
    const Friction here = frictionFor(quiet(), Act::Approve, facts);
    QCOMPARE(here.ticks, test.ticks);
    QCOMPARE(here.typedAnswer, QStringLiteral("Acme-Prod"));
    // What is typed for a dangerous call stays that: the tick names the other fact.
    const Friction danger = frictionFor(deleting(3), Act::Approve, facts);
    QCOMPARE(danger.ticks, test.ticks);
    QCOMPARE(danger.typedAnswer, QStringLiteral("3"));
}

void tst_DecisionFriction::unseen_isTypedAndTicked_data()
{
    QTest::addColumn<bool>("isProduction");
    QTest::newRow("production") << true;
    QTest::newRow("elsewhere") << false;
}

//! D10: the strongest there is, wherever it is.
void tst_DecisionFriction::unseen_isTypedAndTicked()
{
    QFETCH(bool, isProduction);
    FrictionFacts facts = production();
    facts.isProduction = isProduction;
    facts.unseen = {Unseen::Template};
    const Friction one = frictionFor(quiet(), Act::Approve, facts);
    QCOMPARE(one.ticks.size(), 1);
    QVERIFY(one.ticks[0].contains(QStringLiteral("without having seen the template")));
    QCOMPARE(one.typedAnswer, QStringLiteral("Acme-Prod"));
    QVERIFY(one.typedQuestion.contains(QStringLiteral("Acme-Prod")));
    facts.unseen = {Unseen::Template, Unseen::Call};
    const Friction two = frictionFor(deleting(0), Act::Approve, facts);
    QCOMPARE(two.ticks.filter(QStringLiteral("which call")).size(), 1);
    QVERIFY(two.ticks.size() >= 2 && !two.typedAnswer.isEmpty());
}

void tst_DecisionFriction::override_isConfirmedOnceMore()
{
    using Overrides = FrictionFacts::Overrides;
    FrictionFacts facts;
    facts.alias = QStringLiteral("acme-dev");
    facts.overrides = Overrides::Plain;
    const Friction plain = frictionFor(quiet(), Act::Approve, facts);
    QCOMPARE(plain.ticks.size(), 1);
    QVERIFY2(plain.ticks.front().contains(QStringLiteral("both requests may count")),
             qPrintable(plain.ticks.front()));
    QVERIFY(plain.typedQuestion.isEmpty());
    facts.overrides = Overrides::Typed;
    const Friction typed = frictionFor(quiet(), Act::RetryTask, facts);
    QCOMPARE(typed.ticks, plain.ticks);
    QVERIFY2(typed.typedQuestion.contains(QStringLiteral("Both requests may count")),
             qPrintable(typed.typedQuestion));
    QCOMPARE(typed.typedAnswer, QStringLiteral("acme-dev"));
    // What is typed for a dangerous call stays.
    FrictionFacts dangerous = production();
    dangerous.overrides = Overrides::Typed;
    const Friction both = frictionFor(deleting(3), Act::Approve, dangerous);
    QCOMPARE(both.typedAnswer, QStringLiteral("3"));
    QVERIFY(both.ticks.contains(plain.ticks.front()));
}

void tst_DecisionFriction::typed_isForgiving_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("answer");
    QTest::addColumn<bool>("isRight");
    const QString alias = QStringLiteral("Acme-Prod");
    QTest::newRow("exact") << alias << alias << true;
    QTest::newRow("case") << QStringLiteral("ACME-prod") << alias << true;
    QTest::newRow("blanks") << QStringLiteral("  acme - prod ") << alias << true;
    QTest::newRow("full width") << QString::fromUtf8("Ａｃｍｅ－Ｐｒｏｄ") << alias << true;
    QTest::newRow("full-width digit") << QString::fromUtf8("３") << QStringLiteral("3") << true;
    QTest::newRow("ideographic blank")
        << QString::fromUtf8("　12　") << QStringLiteral("12") << true;
    QTest::newRow("another number") << QStringLiteral("30") << QStringLiteral("3") << false;
    QTest::newRow("another name") << QStringLiteral("acme-dev") << alias << false;
    QTest::newRow("nothing") << QString() << alias << false;
    QTest::newRow("nothing for nothing") << QString() << QString() << false;
}

void tst_DecisionFriction::typed_isForgiving()
{
    QFETCH(QString, typed);
    QFETCH(QString, answer);
    QFETCH(bool, isRight);
    QCOMPARE(isTypedRight(typed, answer), isRight);
}

QTEST_GUILESS_MAIN(tst_DecisionFriction)
#include "tst_decisionfriction.moc"
