// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/notebook.h"
#include "tests/support/manualclock.h"

#include <QTemporaryDir>
#include <QTest>

using namespace countersign;

class tst_NoteBook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void usual_isKeptForEachAct();
    void recent_isNewestFirstWithoutRepeats();
    void forgetRecent_leavesUsual();
};

void tst_NoteBook::usual_isKeptForEachAct()
{
    const QTemporaryDir folder;
    const ManualClock clock;
    const QString path = folder.filePath(QStringLiteral("n.json"));
    {
        NoteBook notes(path, clock);
        notes.setUsual(Act::Reject, {QStringLiteral("frozen"), QString(), QStringLiteral("frozen"),
                                     QStringLiteral(" wrong window ")});
    }
    const NoteBook notes(path, clock);
    QCOMPARE(notes.usual(Act::Reject),
             (QStringList{QStringLiteral("frozen"), QStringLiteral("wrong window")}));
    QVERIFY(notes.usual(Act::Approve).isEmpty());
}

void tst_NoteBook::recent_isNewestFirstWithoutRepeats()
{
    const QTemporaryDir folder;
    const ManualClock clock;
    const QString path = folder.filePath(QStringLiteral("n.json"));
    {
        NoteBook notes(path, clock);
        for (int i = 0; i < 15; ++i)
            notes.addRecent(Act::Approve, QStringLiteral("note %1").arg(i));
        notes.addRecent(Act::Approve, QStringLiteral("note 10"));
        notes.addRecent(Act::Approve, QStringLiteral("  "));
    }
    const NoteBook notes(path, clock);
    QCOMPARE(notes.recent(Act::Approve).size(), NoteBook::mostRecent);
    QCOMPARE(notes.recent(Act::Approve).constFirst(), QStringLiteral("note 10"));
    QCOMPARE(notes.recent(Act::Approve).at(1), QStringLiteral("note 14"));
}

void tst_NoteBook::forgetRecent_leavesUsual()
{
    const QTemporaryDir folder;
    const ManualClock clock;
    NoteBook notes(folder.filePath(QStringLiteral("n.json")), clock);
    notes.setUsual(Act::Approve, {QStringLiteral("checked")});
    notes.addRecent(Act::Approve, QStringLiteral("INC-1"));
    notes.forgetRecent();
    QVERIFY(notes.recent(Act::Approve).isEmpty());
    QCOMPARE(notes.usual(Act::Approve).size(), 1);
}

QTEST_GUILESS_MAIN(tst_NoteBook)
#include "tst_notebook.moc"
