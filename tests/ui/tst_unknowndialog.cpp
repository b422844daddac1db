// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/decisionsviewmodel.h"
#include "app/viewmodels/decisionviewmodel.h"
#include "app/viewmodels/unknownwords.h"
#include "dialogchecks.h"
#include "leftdecisions.h"
#include "ui/dialogs/confirmbutton.h"
#include "ui/dialogs/unknowndialog.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace countersign;

class tst_UnknownDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void leftWhileSending_saysWhatIsKnown();
    void idsAreComplete();
    void unresolved_closesOnlyAfterItWasRead();
    void unresolved_pressAtOnceClosesNothing();
    void shortOne_isReadWhenItIsSeen();
    void unknown_cannotBeClosed();
    void leavingIt_closesNothing();
    void several_areChosenFromAList();
    void anotherOne_isReadAnew();
    void steps_nameTheirEvidence();
    void withoutNote_noneIsLookedFor();
    void severalApprovals_promiseNothing();
    void consoleAddress_isOursAndCopied();
    void everythingHasAName();

private:
    DecisionRecord leave(const QString &task, const std::vector<DecisionState> &states);
    void open(const QSize &size = QSize(900, 420));
    QString words() const;
    template <class Widget>
    Widget *part(const char *name) const
    {
        return m_dialog->findChild<Widget *>(QLatin1String(name));
    }
    QPushButton *button(const char *name) const { return part<QPushButton>(name); }

    int m_left = 0;
    std::unique_ptr<QuietWorld> m_world;
    std::unique_ptr<DecisionsViewModel> m_decisions;
    std::unique_ptr<UnknownDialog> m_dialog;
};

void tst_UnknownDialog::init()
{
    m_dialog.reset();
    m_decisions.reset();
    m_world = std::make_unique<QuietWorld>();
    m_decisions = std::make_unique<DecisionsViewModel>(m_world->services);
    m_left = 0;
}

DecisionRecord tst_UnknownDialog::leave(const QString &task,
                                        const std::vector<DecisionState> &states)
{
    const DecisionRecord record =
        leftRecord(QStringLiteral("exec-7f3a9c20b1d84e5f9%1").arg(++m_left), task);
    leaveIn(m_world->journal, record, states);
    return record;
}

void tst_UnknownDialog::open(const QSize &size)
{
    m_decisions->resume();
    m_dialog = std::make_unique<UnknownDialog>(*m_decisions);
    m_dialog->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get()));
    m_dialog->resize(size);
    QTest::qWait(0);
}

QString tst_UnknownDialog::words() const
{
    QStringList all;
    const QList<QLabel *> labels = m_dialog->findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (label->isVisibleTo(m_dialog.get()))
            all += label->text();
    }
    return all.join(QLatin1Char('\n'));
}

void tst_UnknownDialog::leftWhileSending_saysWhatIsKnown()
{
    leave(QStringLiteral("removeNodes"), leftSending);
    open();
    const QString said = words();
    for (const char *wanted :
         {"Outcome unknown. The request may have been carried out. Do not repeat it.",
          "Approve task “removeNodes” in acme-prod / cn-hangzhou", "agreed with the team on duty",
          "ops-reviewer", "Recorded", "Sending began", "Outcome unknown: the program ended while",
          "What would settle it", "web console"})
        QVERIFY2(said.contains(QString::fromUtf8(wanted)), qPrintable(said));
}

void tst_UnknownDialog::idsAreComplete()
{
    const DecisionRecord record = leave(QStringLiteral("removeNodes"), leftAmbiguous);
    open();
    const QString plain = words().remove(QLatin1Char(' '));
    QVERIFY(plain.contains(record.executionId.text()));
    QVERIFY(plain.contains(record.taskExecutionId.text()));
    QVERIFY(plain.contains(record.id.shortForm()));
    QVERIFY(plain.contains(QStringLiteral("2000000000000042")));
}

void tst_UnknownDialog::unresolved_closesOnlyAfterItWasRead()
{
    const DecisionRecord record = leave(QStringLiteral("removeNodes"), leftUnresolved);
    open();
    auto *bar = part<QScrollArea>("scrollArea")->verticalScrollBar();
    QVERIFY(bar->maximum() > 0);
    ConfirmButton *close = m_dialog->closeDecisionButton();
    QVERIFY(close->isVisible());
    QVERIFY(!close->isEnabled());
    QVERIFY(button("moreButton")->isEnabled());
    for (int page = 0; page < 50 && button("moreButton")->isEnabled(); ++page)
        QTest::mouseClick(button("moreButton"), Qt::LeftButton);
    QCOMPARE(bar->value(), bar->maximum());
    // The end was in view, and not for a moment only.
    QVERIFY(!close->isEnabled());
    QTRY_VERIFY(close->isEnabled());
    part<QLineEdit>("noteEdit")->setText(QStringLiteral("asked the service, it was not done"));
    QTRY_VERIFY(!close->isResting());
    QTest::mouseClick(close, Qt::LeftButton);
    const auto entry = m_world->journal.entry(record.id);
    QVERIFY(entry->closedAt.isValid());
    QCOMPARE(entry->closingNote, QStringLiteral("asked the service, it was not done"));
    QVERIFY(!entry->isOpen());
    QVERIFY(m_decisions->loud().empty());
    QVERIFY(!m_dialog->isVisible());
}

void tst_UnknownDialog::unresolved_pressAtOnceClosesNothing()
{
    const DecisionRecord record = leave(QStringLiteral("removeNodes"), leftUnresolved);
    open();
    auto *bar = part<QScrollArea>("scrollArea")->verticalScrollBar();
    bar->setValue(bar->maximum());
    ConfirmButton *close = m_dialog->closeDecisionButton();
    QTRY_VERIFY(close->isEnabled());
    close->rest(std::chrono::seconds(5));
    QTest::mouseClick(close, Qt::LeftButton);
    QTest::keyClick(close, Qt::Key_Space);
    QTest::keyClick(part<QLineEdit>("noteEdit"), Qt::Key_Return);
    QVERIFY(!m_world->journal.entry(record.id)->closedAt.isValid());
    QVERIFY(!part<QLabel>("answerLabel")->text().isEmpty());
}

void tst_UnknownDialog::shortOne_isReadWhenItIsSeen()
{
    leave(QStringLiteral("removeNodes"), leftUnresolved);
    open(QSize(1'200, 1'400));
    QTRY_COMPARE(part<QScrollArea>("scrollArea")->verticalScrollBar()->maximum(), 0);
    QTRY_VERIFY(m_dialog->closeDecisionButton()->isEnabled());
    QVERIFY(!button("moreButton")->isVisible());
}

void tst_UnknownDialog::unknown_cannotBeClosed()
{
    leave(QStringLiteral("removeNodes"), leftAmbiguous);
    open();
    QVERIFY(!m_dialog->closeDecisionButton()->isVisible());
    QVERIFY(!part<QLineEdit>("noteEdit")->isVisible());
}

void tst_UnknownDialog::leavingIt_closesNothing()
{
    const DecisionRecord record = leave(QStringLiteral("removeNodes"), leftUnresolved);
    open();
    QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
    QVERIFY(!m_dialog->isVisible());
    QVERIFY(m_world->journal.entry(record.id)->isUnresolved());
    QCOMPARE(m_decisions->loud().size(), std::size_t(1));
}

void tst_UnknownDialog::several_areChosenFromAList()
{
    leave(QStringLiteral("removeNodes"), leftAmbiguous);
    const DecisionRecord second = leave(QStringLiteral("rotateKeys"), leftUnresolved);
    open();
    auto *combo = part<QComboBox>("decisionCombo");
    QVERIFY(combo->isVisible());
    QCOMPARE(combo->count(), 2);
    QVERIFY(words().contains(QStringLiteral("removeNodes")));
    m_dialog->showDecision(second.id);
    QCOMPARE(combo->currentIndex(), 1);
    QCOMPARE(m_dialog->shown()->record().id, second.id);
    QVERIFY(part<QLabel>("headingLabel")->text().contains(QStringLiteral("rotateKeys")));
    QVERIFY(m_dialog->closeDecisionButton()->isVisible());
}

void tst_UnknownDialog::anotherOne_isReadAnew()
{
    const DecisionRecord first = leave(QStringLiteral("removeNodes"), leftUnresolved);
    const DecisionRecord second = leave(QStringLiteral("rotateKeys"), leftUnresolved);
    open();
    auto *bar = part<QScrollArea>("scrollArea")->verticalScrollBar();
    bar->setValue(bar->maximum());
    QTRY_VERIFY(m_dialog->closeDecisionButton()->isEnabled());
    m_dialog->showDecision(second.id);
    QVERIFY(!m_dialog->closeDecisionButton()->isEnabled());
    QVERIFY(m_dialog->closeDecisionButton()->isResting());
    m_dialog->showDecision(first.id);
    bar->setValue(bar->maximum());
    QTRY_VERIFY(m_dialog->closeDecisionButton()->isEnabled() &&
                !m_dialog->closeDecisionButton()->isResting());
    QTest::mouseClick(m_dialog->closeDecisionButton(), Qt::LeftButton);
    // The one that is left comes up; the dialog stays.
    QVERIFY(m_dialog->isVisible());
    QCOMPARE(m_dialog->shown()->record().id, second.id);
    QVERIFY(m_world->journal.entry(second.id)->isUnresolved());
}

void tst_UnknownDialog::steps_nameTheirEvidence()
{
    JournalEntry entry;
    entry.record = leftRecord(QStringLiteral("exec-1"), QStringLiteral("removeNodes"));
    const QDateTime at(QDate(2026, 3, 2), QTime(8, 0), Qt::UTC);
    const auto last = [&](const char *evidence) {
        StepFacts facts;
        facts.evidence = {QString::fromLatin1(evidence)};
        entry.steps = {{DecisionState::ReconciledOtherActor, at, {}, facts}};
        return stepLines(entry).constLast();
    };
    QVERIFY2(last("E2").contains(QStringLiteral("Decided, but not certainly by you")),
             qPrintable(last("E2")));
    QVERIFY2(last("E3").contains(QStringLiteral("Decided by someone else")),
             qPrintable(last("E3")));
}

void tst_UnknownDialog::withoutNote_noneIsLookedFor()
{
    DecisionRecord record =
        leftRecord(QStringLiteral("exec-7f3a9c20b1d84e5f91"), QStringLiteral("removeNodes"));
    record.note.clear();
    leaveIn(m_world->journal, record, leftAmbiguous);
    open();
    QVERIFY2(!words().contains(QStringLiteral("your note")), qPrintable(words()));
    QVERIFY(words().contains(QStringLiteral("task “removeNodes” goes on, or ends")));
}

//! With more than one, a request that was carried out may move nothing.
void tst_UnknownDialog::severalApprovals_promiseNothing()
{
    const QString promise = QStringLiteral("say that it was not carried out");
    DecisionIntent intent;
    intent.requiredApprovals = 2;
    const DecisionRecord record =
        leftRecord(QStringLiteral("exec-7f3a9c20b1d84e5f91"), QStringLiteral("removeNodes"));
    QVERIFY(!m_world->journal.append(record, intent));
    QVERIFY(!m_world->journal.transition(record.id, DecisionState::IntentRecorded,
                                         DecisionState::Sending));
    open();
    QVERIFY2(!words().contains(promise), qPrintable(words()));
    QVERIFY(words().contains(QStringLiteral("the request can still arrive.")));
    m_dialog.reset();
    init();
    intent.requiredApprovals = 1;
    QVERIFY(!m_world->journal.append(record, intent));
    QVERIFY(!m_world->journal.transition(record.id, DecisionState::IntentRecorded,
                                         DecisionState::Sending));
    open();
    QVERIFY2(words().contains(promise), qPrintable(words()));
}

void tst_UnknownDialog::consoleAddress_isOursAndCopied()
{
    const DecisionRecord record = leave(QStringLiteral("removeNodes"), leftAmbiguous);
    open();
    const QString address =
        QString(QStringLiteral("https://oos.console.aliyun.com/cn-hangzhou/execution/detail/") +
                record.executionId.text());
    QSignalSpy wanted(m_dialog.get(), &UnknownDialog::consoleWanted);
    QTest::mouseClick(button("consoleButton"), Qt::LeftButton);
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(wanted.front().front().toUrl(), QUrl(address));
    QTest::mouseClick(button("copyButton"), Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text(), address);
}

void tst_UnknownDialog::everythingHasAName()
{
    leave(QStringLiteral("removeNodes"), leftUnresolved);
    leave(QStringLiteral("rotateKeys"), leftAmbiguous);
    open();
    QCOMPARE(namelessStops(*m_dialog), QStringList());
    QCOMPARE(doubleMnemonics(*m_dialog), QStringList());
}

QTEST_MAIN(tst_UnknownDialog)
#include "tst_unknowndialog.moc"
