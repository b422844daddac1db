// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windows/actions.h"

#include <QAction>
#include <QMenu>
#include <QMenuBar>
#include <QTest>
#include <QWidget>

using namespace countersign;

class TestActions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shortcutsDiffer();
    void mnemonicsDiffer();
    void everyCommandIsInAMenu();
    void decidingOpensDialogs();
};

void TestActions::shortcutsDiffer()
{
    QHash<QKeySequence, int> uses;
    for (const ActionSpec &line : actionTable()) {
        for (const QKeySequence &key : line.shortcuts)
            ++uses[key];
    }
    for (auto use = uses.cbegin(); use != uses.cend(); ++use)
        QVERIFY2(use.value() == 1, qPrintable(use.key().toString()));
    QVERIFY(uses.size() >= 10);
}

void TestActions::mnemonicsDiffer()
{
    QWidget window;
    QMenuBar bar;
    ActionSet actions(&window);
    actions.fillMenus(&bar);
    const auto check = [](const QList<QAction *> &entries) {
        QSet<QChar> seen;
        for (const QAction *entry : entries) {
            if (entry->isSeparator())
                continue;
            const qsizetype mark = entry->text().indexOf(QLatin1Char('&'));
            QVERIFY2(mark >= 0, qPrintable(entry->text()));
            const QChar letter = entry->text().at(mark + 1).toUpper();
            QVERIFY2(!seen.contains(letter), qPrintable(entry->text()));
            seen.insert(letter);
        }
    };
    check(bar.actions());
    for (const QAction *menu : bar.actions())
        check(menu->menu()->actions());
}

void TestActions::everyCommandIsInAMenu()
{
    QWidget window;
    QMenuBar bar;
    ActionSet actions(&window);
    actions.fillMenus(&bar);
    QList<QAction *> listed;
    for (const QAction *menu : bar.actions())
        listed += menu->menu()->actions();
    for (const ActionSpec &line : actionTable())
        QVERIFY2(listed.contains(actions.action(line.command)), line.text);
    QCOMPARE(bar.actions().size(), 5);
}

void TestActions::decidingOpensDialogs()
{
    // What opens a dialog ends in an ellipsis, and a held key never repeats it.
    QWidget window;
    ActionSet actions(&window);
    int deciding = 0;
    for (const ActionSpec &line : actionTable()) {
        QVERIFY(!actions.action(line.command)->autoRepeat());
        if (!line.act)
            continue;
        ++deciding;
        QVERIFY(QString::fromUtf8(line.text).endsWith(QStringLiteral("…")));
        QVERIFY(line.needs == Needs::Act);
    }
    // Every act of the service, each by one command.
    QCOMPARE(deciding, 8);
}

QTEST_MAIN(TestActions)
#include "tst_actions.moc"
