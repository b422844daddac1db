// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/followedmodel.h"
#include "hostiletexts.h"
#include "quietscreens.h"
#include "ui/windows/followpane.h"

#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace countersign;

class TestFollowPane : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hiddenWhileThereIsNothing();
    void headingOpensTheList();
    void enterOpensTheRun();
    void hostileNamesStayText();

private:
    static FollowedRun run(const QString &id, RunStatus status);
};

FollowedRun TestFollowPane::run(const QString &id, RunStatus status)
{
    FollowedRun followed;
    followed.place = {ProfileId(QStringLiteral("p")), RegionId(QStringLiteral("cn-hangzhou"))};
    followed.executionId = ExecutionId(id);
    followed.templateName = QStringLiteral("restart");
    followed.decidedAt = QDateTime::currentDateTimeUtc();
    followed.readAt = followed.decidedAt;
    followed.status = status;
    followed.statusText = runStatusText(status);
    if (followed.hasEnded())
        followed.endedAt = followed.decidedAt;
    return followed;
}

void TestFollowPane::hiddenWhileThereIsNothing()
{
    QuietScreens screens;
    QWidget window;
    FollowPane pane(screens.follow, &window);
    window.show();
    QVERIFY(!pane.isVisible());
    screens.personal.files.followed.keep(run(QStringLiteral("exec-1"), RunStatus::Running));
    QVERIFY(pane.isVisible());
    QVERIFY(!pane.list()->isVisible());
}

void TestFollowPane::headingOpensTheList()
{
    QuietScreens screens;
    screens.personal.files.followed.keep(run(QStringLiteral("exec-1"), RunStatus::Running));
    screens.personal.files.followed.keep(run(QStringLiteral("exec-2"), RunStatus::Failed));
    FollowPane pane(screens.follow);
    pane.show();
    auto *heading = pane.findChild<QToolButton *>(QStringLiteral("followHeading"));
    QVERIFY(heading->text().startsWith(QStringLiteral("Decided by me")));
    QTest::mouseClick(heading, Qt::LeftButton);
    QVERIFY(pane.list()->isVisible());
    for (QToolButton *button : pane.findChildren<QToolButton *>()) {
        if (button != heading)
            button->click();
    }
    QCOMPARE(screens.follow.model()->rowCount(), 1);
    QCOMPARE(screens.follow.openCount(), 1);
}

void TestFollowPane::enterOpensTheRun()
{
    QuietScreens screens;
    screens.personal.files.followed.keep(run(QStringLiteral("exec-1"), RunStatus::Running));
    FollowPane pane(screens.follow);
    pane.show();
    pane.setOpen(true);
    pane.focusList();
    int opened = 0;
    connect(&pane, &FollowPane::runWanted, this, [&opened](const FollowedRun &wanted) {
        opened += wanted.executionId.text() == QStringLiteral("exec-1") ? 1 : 0;
    });
    QTest::keyClick(pane.list(), Qt::Key_Return);
    QCOMPARE(opened, 1);
}

void TestFollowPane::hostileNamesStayText()
{
    QuietScreens screens;
    for (const QString &text : hostileTexts()) {
        FollowedRun hostile = run(QStringLiteral("exec-1"), RunStatus::Failed);
        hostile.templateName = text;
        hostile.profileAlias = text;
        hostile.failedTask = text;
        hostile.statusText = text;
        screens.personal.files.followed.keep(hostile);
        FollowPane pane(screens.follow);
        pane.setOpen(true);
        pane.show();
        QCOMPARE(unsafePlaces(pane), QStringList());
        for (int column = 0; column < FollowedModel::ColumnCount; ++column) {
            const QModelIndex index = screens.follow.model()->index(0, column);
            QVERIFY(!index.data().toString().contains(QChar(0x202E)));
            QVERIFY(!index.data(Qt::ToolTipRole).toString().contains(QStringLiteral("<img")));
        }
    }
}

QTEST_MAIN(TestFollowPane)
#include "tst_followpane.moc"
