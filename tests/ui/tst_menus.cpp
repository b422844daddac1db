// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/inboxfilterspec.h"
#include "quietscreens.h"
#include "ui/windows/filtermenu.h"
#include "ui/windows/latermenu.h"

#include <QSignalSpy>
#include <QTest>

using namespace countersign;

//! The menus that put a wait off and that choose what the list shows.
class TestMenus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void later_offersTimesToCome();
    void later_untilItChanges_hasNoTime();
    void filter_ticksBecomeTheFilter();
    void filter_orderIsKept();
    void filter_viewsComeAndGo();

private:
    static QAction *actionOf(const QMenu &menu, const QString &text);
};

QAction *TestMenus::actionOf(const QMenu &menu, const QString &text)
{
    for (QAction *action : menu.actions()) {
        if (action->text().startsWith(text))
            return action;
    }
    qWarning("no entry %s", qPrintable(text));
    return nullptr;
}

void TestMenus::later_offersTimesToCome()
{
    LaterMenu menu;
    QSignalSpy chosen(&menu, &LaterMenu::chosen);
    int timed = 0;
    for (QAction *action : menu.actions()) {
        if (action->isSeparator() || action->text() == QStringLiteral("Until it changes"))
            continue;
        action->trigger();
        const QDateTime until = chosen.takeLast().first().toDateTime();
        QVERIFY(until > QDateTime::currentDateTimeUtc());
        QVERIFY(until < QDateTime::currentDateTimeUtc().addDays(8));
        QCOMPARE(until.timeSpec(), Qt::UTC);
        ++timed;
    }
    QVERIFY(timed >= 4);
    actionOf(menu, QStringLiteral("Tomorrow"))->trigger();
    const QDateTime tomorrow = chosen.takeLast().first().toDateTime().toLocalTime();
    QCOMPARE(tomorrow.date(), QDate::currentDate().addDays(1));
    QCOMPARE(tomorrow.time(), QTime(9, 0));
}

void TestMenus::later_untilItChanges_hasNoTime()
{
    LaterMenu menu;
    QSignalSpy chosen(&menu, &LaterMenu::chosen);
    actionOf(menu, QStringLiteral("Until it changes"))->trigger();
    QCOMPARE(chosen.size(), 1);
    QVERIFY(!chosen.first().first().toDateTime().isValid());
}

void TestMenus::filter_ticksBecomeTheFilter()
{
    QuietScreens screens;
    FilterMenu menu(screens.inbox);
    actionOf(menu, QStringLiteral("Later"))->trigger();
    actionOf(*actionOf(menu, QStringLiteral("Kinds"))->menu(), QStringLiteral("High risk"))
        ->trigger();
    QCOMPARE(screens.inbox.filterSpec().groups, QSet<WaitGroup>{WaitGroup::Later});
    QCOMPARE(screens.inbox.filterSpec().kinds, QSet<WaitKind>{WaitKind::HighRisk});
    QSignalSpy taken(&menu, &FilterMenu::viewTaken);
    Q_EMIT menu.aboutToShow();
    QVERIFY(actionOf(menu, QStringLiteral("Later"))->isChecked());
    actionOf(menu, QStringLiteral("Show everything"))->trigger();
    QVERIFY(screens.inbox.filterSpec().isEmpty());
    QCOMPARE(taken.size(), 1);
}

void TestMenus::filter_orderIsKept()
{
    QuietScreens screens;
    FilterMenu menu(screens.inbox);
    actionOf(*actionOf(menu, QStringLiteral("Order"))->menu(), QStringLiteral("Newest"))->trigger();
    QCOMPARE(screens.inbox.order(), InboxOrder::NewestFirst);
    QCOMPARE(screens.personal.files.settings.inboxOrder(), InboxOrder::NewestFirst);
}

void TestMenus::filter_viewsComeAndGo()
{
    QuietScreens screens;
    FilterMenu menu(screens.inbox);
    InboxFilterSpec spec;
    spec.text = QStringLiteral("restart");
    screens.inbox.setFilterSpec(spec);
    QVERIFY(screens.inbox.saveView(QStringLiteral("R&D")));
    screens.inbox.setFilterSpec({});
    Q_EMIT menu.aboutToShow();
    QSignalSpy taken(&menu, &FilterMenu::viewTaken);
    QMenu *views = actionOf(menu, QStringLiteral("Views"))->menu();
    actionOf(*views, QStringLiteral("R&&D"))->trigger();
    QCOMPARE(screens.inbox.filterSpec().text, QStringLiteral("restart"));
    QCOMPARE(taken.first().first().toString(), QStringLiteral("restart"));
    actionOf(*actionOf(*views, QStringLiteral("Remove"))->menu(), QStringLiteral("R&&D"))
        ->trigger();
    QVERIFY(screens.inbox.namedViews().empty());
}

QTEST_MAIN(TestMenus)
#include "tst_menus.moc"
