// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/decisionhistory.h"
#include "dialogchecks.h"
#include "hostiletexts.h"
#include "tests/app/viewmodels/journalbook.h"
#include "ui/windows/historypage.h"

#include <QFile>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTreeView>

using namespace countersign;
using namespace countersign::journaltest;

class tst_HistoryPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void nothing_saysWhy();
    void chosenDecision_isReadWhole();
    void chosenDecision_movesOn_underTheReader();
    void keysAlone_areEnough();
    void everythingHasAName_andStaysText();
    void brokenJournal_isSaid();

private:
    void show(DecisionJournal &journal);
    QString shownText() const;
    QPlainTextEdit *life() const { return m_page->findChild<QPlainTextEdit *>(); }
    QTreeView *table() const { return m_page->findChild<QTreeView *>(); }

    std::unique_ptr<Book> m_book;
    std::unique_ptr<DecisionHistory> m_history;
    std::unique_ptr<HistoryPage> m_page;
};

void tst_HistoryPage::init()
{
    m_book = std::make_unique<Book>();
}

void tst_HistoryPage::cleanup()
{
    m_page.reset();
    m_history.reset();
    m_book.reset();
}

void tst_HistoryPage::show(DecisionJournal &journal)
{
    m_history = std::make_unique<DecisionHistory>(journal);
    m_page = std::make_unique<HistoryPage>(m_history.get());
    const DecisionPlace where = record(1).where;
    const std::vector<TaskExecution> none;
    m_history->show(HistorySubject{where.place, where.accountId, record(1).executionId}, &none);
    m_page->resize(900, 500);
    m_page->show();
    m_page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
}

//! Of the labels that are to be seen.
QString tst_HistoryPage::shownText() const
{
    QString text;
    for (const QLabel *label : m_page->findChildren<QLabel *>()) {
        if (label->isVisible())
            text += label->text() + u'\n';
    }
    return text;
}

void tst_HistoryPage::nothing_saysWhy()
{
    show(m_book->journal);
    QVERIFY(!table()->isVisible());
    QVERIFY(shownText().contains(QStringLiteral("Nothing was decided about this run")));
    QVERIFY(m_book->add(record(1)));
    QTRY_VERIFY(table()->isVisible());
}

void tst_HistoryPage::chosenDecision_isReadWhole()
{
    QVERIFY(m_book->add(record(1), toDone));
    QVERIFY(m_book->add(record(2), toUnknown));
    show(m_book->journal);
    QVERIFY(table()->isColumnHidden(DecisionsTable::RunColumn));
    QVERIFY(!table()->isColumnHidden(DecisionsTable::StateColumn));
    QVERIFY(!life()->isVisible());
    table()->setCurrentIndex(table()->model()->index(0, 0));
    QVERIFY(life()->isVisible() && life()->isReadOnly());
    QVERIFY(life()->toPlainText().contains(QStringLiteral("task2")));
    QVERIFY(life()->toPlainText().contains(QStringLiteral("Outcome unknown.")));
    m_page->start();
    QVERIFY(!life()->isVisible());
}

void tst_HistoryPage::chosenDecision_movesOn_underTheReader()
{
    QVERIFY(m_book->add(record(1), toUnknown));
    show(m_book->journal);
    table()->setCurrentIndex(table()->model()->index(0, 0));
    const QString before = life()->toPlainText();
    StepFacts facts;
    facts.evidence = {QStringLiteral("E1")};
    QVERIFY(!m_book->journal.transition(record(1).id, DecisionState::Ambiguous,
                                        DecisionState::ReconciledApplied, facts));
    QTRY_VERIFY(life()->toPlainText() != before);
    QVERIFY(life()->toPlainText().contains(
        QStringLiteral("E1: the service shows the decision's note.")));
    QCOMPARE(table()->currentIndex().row(), 0);
    // Another decision comes above it; the one that is read stays.
    QVERIFY(m_book->add(record(2)));
    QTRY_COMPARE(table()->model()->rowCount(), 2);
    QVERIFY(life()->toPlainText().contains(QStringLiteral("task1")));
    QCOMPARE(table()->currentIndex().row(), 1);
}

void tst_HistoryPage::keysAlone_areEnough()
{
    QVERIFY(m_book->add(record(1), toDone));
    QVERIFY(m_book->add(record(2), toDone));
    show(m_book->journal);
    m_page->setFocus();
    QVERIFY(table()->hasFocus());
    QTest::keyClick(table(), Qt::Key_Down);
    QTest::keyClick(table(), Qt::Key_Down);
    QVERIFY(life()->toPlainText().contains(QStringLiteral("task1")));
    QTest::keyClick(table(), Qt::Key_Tab);
    QVERIFY(life()->hasFocus());
    QTest::keyClick(life(), Qt::Key_Backtab);
    QVERIFY(table()->hasFocus());
}

void tst_HistoryPage::everythingHasAName_andStaysText()
{
    int number = 0;
    for (const QString &text : hostileTexts()) {
        DecisionRecord nasty = record(++number);
        nasty.note = text.left(400);
        nasty.taskName = text.left(400);
        nasty.loopItem = text.left(400);
        QVERIFY(m_book->add(nasty));
    }
    show(m_book->journal);
    QCOMPARE(table()->model()->rowCount(), number);
    for (int row = 0; row < number; ++row) {
        table()->setCurrentIndex(table()->model()->index(row, 0));
        QVERIFY(life()->isVisible());
    }
    QVERIFY2(unsafePlaces(*m_page).isEmpty(), qPrintable(unsafePlaces(*m_page).join(u'\n')));
    QVERIFY2(namelessStops(*m_page).isEmpty(), qPrintable(namelessStops(*m_page).join(u'\n')));
}

void tst_HistoryPage::brokenJournal_isSaid()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("decisions.db")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(QByteArray(8192, 'x')) > 0);
    file.close();
    SqliteJournal journal(folder.path(), m_book->clock);
    show(journal);
    QVERIFY(shownText().contains(QStringLiteral("The decisions cannot be shown")));
}

QTEST_MAIN(tst_HistoryPage)
#include "tst_historypage.moc"
