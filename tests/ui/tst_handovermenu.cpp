// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/decideflow.h"
#include "app/viewmodels/decisionsviewmodel.h"
#include "app/viewmodels/decisionviewmodel.h"
#include "quietworld.h"
#include "ui/dialogs/decisiondialog.h"
#include "ui/dialogs/handovermenu.h"
#include "ui/dialogs/noteedit.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace countersign;

namespace {

DecisionRecord recordOf(Act act)
{
    DecisionRecord record;
    record.id = newDecisionId();
    record.act = act;
    record.where.place.region = RegionId(QStringLiteral("cn-hangzhou"));
    record.executionId = ExecutionId(QStringLiteral("exec-1"));
    record.taskExecutionId = TaskExecutionId(QStringLiteral("t1"));
    return record;
}

} // namespace

class tst_HandOverMenu : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void shells_copyWhatTheyRead();
    void lineBreak_cmdCopiesNothingAndSaysSo();
    void goneDecision_copiesNothing();
    void dialog_copiesWithTheNoteAsTypedAndWithoutTheTag();
    void dialog_thatCannotBeConfirmed_copiesNothing();
};

void tst_HandOverMenu::init()
{
    QGuiApplication::clipboard()->setText(QStringLiteral("before"));
}

void tst_HandOverMenu::shells_copyWhatTheyRead()
{
    HandOverMenu menu(
        QStringLiteral("Copy"), [] { return std::optional(recordOf(Act::Approve)); }, nullptr);
    QSignalSpy told(&menu, &HandOverMenu::told);
    QCOMPARE(menu.actions().size(), 3);
    menu.actions()[0]->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(),
             QStringLiteral("aliyun oos NotifyExecution --region=cn-hangzhou --ExecutionId=exec-1 "
                            "--NotifyType=Approve --RegionId=cn-hangzhou --TaskExecutionId=t1"));
    menu.actions()[1]->trigger();
    QVERIFY(
        QGuiApplication::clipboard()->text().contains(QStringLiteral("'--NotifyType=Approve'")));
    menu.actions()[2]->trigger();
    QVERIFY(
        QGuiApplication::clipboard()->text().contains(QStringLiteral(" --NotifyType=Approve ")));
    QCOMPARE(told.size(), 3);
}

void tst_HandOverMenu::lineBreak_cmdCopiesNothingAndSaysSo()
{
    DecisionRecord record = recordOf(Act::Reject);
    record.note = QStringLiteral("one\ntwo");
    HandOverMenu menu(
        QStringLiteral("Copy"), [&] { return std::optional(record); }, nullptr);
    QSignalSpy told(&menu, &HandOverMenu::told);
    menu.actions()[2]->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("before"));
    QVERIFY(told.front().front().toString().startsWith(QStringLiteral("Nothing was copied")));
}

void tst_HandOverMenu::goneDecision_copiesNothing()
{
    HandOverMenu menu(
        QStringLiteral("Copy"), [] { return std::optional<DecisionRecord>(); }, nullptr);
    QSignalSpy told(&menu, &HandOverMenu::told);
    menu.actions()[0]->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("before"));
    QCOMPARE(told.size(), 1);
}

void tst_HandOverMenu::dialog_copiesWithTheNoteAsTypedAndWithoutTheTag()
{
    QuietWorld world;
    DecisionsViewModel decisions;
    auto decision = std::make_unique<DecisionViewModel>(
        recordOf(Act::Approve), std::make_unique<DecideFlow>(world.services, DecisionBasis()));
    const DecisionViewModel &shown = *decision;
    DecisionDialog dialog(std::move(decision), decisions);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    dialog.noteEdit()->setPlainText(QStringLiteral("it's fine"));
    auto *button = dialog.findChild<QPushButton *>(QStringLiteral("handOverButton"));
    QVERIFY(button && button->isVisible());
    button->menu()->actions().front()->trigger();
    QVERIFY2(QGuiApplication::clipboard()->text().contains(
                 QStringLiteral("'--NotifyNote=it'\\''s fine'")),
             qPrintable(QGuiApplication::clipboard()->text()));
    QVERIFY(shown.noteTag().isEmpty() ||
            !QGuiApplication::clipboard()->text().contains(shown.noteTag()));
    const auto *answer = dialog.findChild<QLabel *>(QStringLiteral("answerLabel"));
    QVERIFY(answer->text().contains(QStringLiteral("Countersign will not know of it")));
    // Nothing was sent by it.
    QCOMPARE(shown.stage(), DecisionViewModel::Stage::Composing);
}

void tst_HandOverMenu::dialog_thatCannotBeConfirmed_copiesNothing()
{
    QuietWorld world;
    DecisionsViewModel decisions;
    auto decision = std::make_unique<DecisionViewModel>(
        recordOf(Act::Approve), std::make_unique<DecideFlow>(world.services, DecisionBasis()));
    DecisionDialog dialog(std::move(decision), decisions);
    dialog.noteEdit()->setPlainText(QString(4'000, u'x'));
    QVERIFY(!dialog.decision().canConfirm());
    auto *button = dialog.findChild<QPushButton *>(QStringLiteral("handOverButton"));
    button->menu()->actions().front()->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("before"));
    QVERIFY(dialog.findChild<QLabel *>(QStringLiteral("answerLabel"))
                ->text()
                .startsWith(QStringLiteral("Nothing was copied")));
}

QTEST_MAIN(tst_HandOverMenu)
#include "tst_handovermenu.moc"
