// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/decisionsviewmodel.h"
#include "app/viewmodels/decisionviewmodel.h"
#include "app/viewmodels/unknownwords.h"
#include "dialogchecks.h"
#include "leftdecisions.h"
#include "ui/dialogs/unknowndialog.h"
#include "ui/windows/unknownbar.h"

#include <QLabel>
#include <QPushButton>
#include <QTest>
#include <QVBoxLayout>

#include <memory>

using namespace countersign;

class tst_UnknownBar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void none_isHidden();
    void one_saysWhichAndSinceWhen();
    void answeredWithoutAWord_isNoSilence_data();
    void answeredWithoutAWord_isNoSilence();
    void unresolved_saysWhatEndsIt();
    void several_areOneBarWithTheirNumber();
    void many_areCut();
    void checks_leaveTheHeadline();
    void show_opensOneDialog();
    void closed_leavesTheWindow();

private:
    DecisionRecord leave(const QString &task, const std::vector<DecisionState> &states);
    void open();
    QString headline() const { return m_bar->words(); }
    QString detail() const
    {
        return m_bar->findChild<QLabel *>(QStringLiteral("outcomeDetailLabel"))->text();
    }
    QPushButton *button(const QString &text) const
    {
        const QList<QPushButton *> buttons = m_bar->findChildren<QPushButton *>();
        for (QPushButton *button : buttons) {
            if (button->text() == text && button->isVisible())
                return button;
        }
        return nullptr;
    }

    int m_left = 0;
    std::unique_ptr<QuietWorld> m_world;
    std::unique_ptr<DecisionsViewModel> m_decisions;
    std::unique_ptr<QWidget> m_window;
    UnknownBar *m_bar = nullptr;
};

void tst_UnknownBar::init()
{
    m_window.reset();
    m_decisions.reset();
    m_world = std::make_unique<QuietWorld>();
    m_decisions = std::make_unique<DecisionsViewModel>(m_world->services);
    m_left = 0;
}

DecisionRecord tst_UnknownBar::leave(const QString &task, const std::vector<DecisionState> &states)
{
    const DecisionRecord record =
        leftRecord(QStringLiteral("exec-7f3a9c20b1d84e5f9%1").arg(++m_left), task);
    leaveIn(m_world->journal, record, states);
    return record;
}

void tst_UnknownBar::open()
{
    m_decisions->resume();
    m_window = std::make_unique<QWidget>();
    auto *column = new QVBoxLayout(m_window.get());
    m_bar = new UnknownBar(*m_decisions, m_window.get());
    column->addWidget(m_bar);
    m_window->resize(1'000, 200);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void tst_UnknownBar::none_isHidden()
{
    open();
    QVERIFY(!m_bar->isVisible());
    QVERIFY(m_bar->openDialog() == nullptr);
}

void tst_UnknownBar::one_saysWhichAndSinceWhen()
{
    const DecisionRecord record = leave(QStringLiteral("approveRestart"), leftAmbiguous);
    const QString sent = m_world->journal.entry(record.id)
                             ->stepTo(DecisionState::Sending)
                             ->at.toLocalTime()
                             .toString(QStringLiteral("HH:mm:ss"));
    open();
    QVERIFY(m_bar->isVisible());
    QCOMPARE(headline(),
             QStringLiteral("Outcome unknown. The request may have been carried out. Do not repeat "
                            "it. It was: Approve task “approveRestart” in acme-prod / cn-hangzhou; "
                            "no answer since %1.")
                 .arg(sent));
    QVERIFY(button(QStringLiteral("Show…")) != nullptr);
    QCOMPARE(namelessStops(*m_window), QStringList());
}

void tst_UnknownBar::answeredWithoutAWord_isNoSilence_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {302, 400, 408, 500, 503})
        QTest::addRow("%d", status) << status;
}

//! An answer came that does not tell what became of the request.
void tst_UnknownBar::answeredWithoutAWord_isNoSilence()
{
    QFETCH(int, status);
    for (const char *task : {"approveRestart", "removeNodes"}) {
        const DecisionRecord record = leave(QString::fromLatin1(task), leftSending);
        StepFacts facts;
        facts.httpStatus = status;
        QVERIFY(!m_world->journal.transition(record.id, DecisionState::Sending,
                                             DecisionState::Ambiguous, facts));
    }
    open();
    QVERIFY2(!detail().contains(QStringLiteral("no answer")), qPrintable(detail()));
    QVERIFY2(detail().contains(QStringLiteral("outcome unknown, sent at ")), qPrintable(detail()));
    const QString one = unknownHeadline({m_decisions->loud().front()});
    QVERIFY2(!one.contains(QStringLiteral("no answer")), qPrintable(one));
    QVERIFY2(one.contains(QStringLiteral(", sent at ")), qPrintable(one));
}

void tst_UnknownBar::unresolved_saysWhatEndsIt()
{
    leave(QStringLiteral("approveRestart"), leftUnresolved);
    open();
    QVERIFY2(headline().startsWith(QStringLiteral("Could not be determined.")),
             qPrintable(headline()));
    QVERIFY2(detail().contains(QStringLiteral("closed it")), qPrintable(detail()));
    // Nothing is checked any more.
    QVERIFY(button(QStringLiteral("Check now")) == nullptr);
}

void tst_UnknownBar::several_areOneBarWithTheirNumber()
{
    leave(QStringLiteral("approveRestart"), leftAmbiguous);
    leave(QStringLiteral("removeNodes"), leftUnresolved);
    leave(QStringLiteral("rotateKeys"), leftAmbiguous);
    open();
    QVERIFY2(headline().startsWith(QStringLiteral("3 decision")), qPrintable(headline()));
    QVERIFY2(headline().contains(QStringLiteral("Do not repeat them")), qPrintable(headline()));
    const QStringList lines = detail().split(QLatin1Char('\n'));
    QCOMPARE(lines.size(), 3);
    // The oldest first.
    QVERIFY2(lines.at(0).startsWith(QStringLiteral("Approve task “approveRestart” in acme-prod / "
                                                   "cn-hangzhou: no answer since ")),
             qPrintable(lines.at(0)));
    QVERIFY2(lines.at(1).contains(QStringLiteral("removeNodes")), qPrintable(lines.at(1)));
    QVERIFY2(lines.at(2).contains(QStringLiteral("rotateKeys")), qPrintable(lines.at(2)));
}

void tst_UnknownBar::many_areCut()
{
    for (int number = 0; number < 9; ++number)
        leave(QStringLiteral("task%1").arg(number), leftAmbiguous);
    open();
    const QStringList lines = detail().split(QLatin1Char('\n'));
    QCOMPARE(lines.size(), 4);
    QVERIFY2(lines.constLast().startsWith(QStringLiteral("6 more")), qPrintable(lines.constLast()));
    m_bar->setLow(true);
    QCOMPARE(detail().count(QLatin1Char('\n')), 0);
}

//! The headline is what is announced when it changes.
void tst_UnknownBar::checks_leaveTheHeadline()
{
    leave(QStringLiteral("approveRestart"), leftAmbiguous);
    open();
    const QString before = headline();
    for (DecisionViewModel *decision : m_decisions->loud())
        Q_EMIT decision->progressChanged();
    Q_EMIT m_decisions->changed();
    m_bar->setLow(true);
    QCOMPARE(headline(), before);
}

void tst_UnknownBar::show_opensOneDialog()
{
    leave(QStringLiteral("approveRestart"), leftAmbiguous);
    open();
    QTest::mouseClick(button(QStringLiteral("Show…")), Qt::LeftButton);
    auto *dialog = m_window->findChild<UnknownDialog *>();
    QVERIFY(dialog != nullptr && dialog->isVisible());
    QCOMPARE(m_bar->openDialog(), dialog);
    dialog->close();
    // The bar goes only with the unknown.
    QVERIFY(m_bar->isVisible());
}

void tst_UnknownBar::closed_leavesTheWindow()
{
    leave(QStringLiteral("approveRestart"), leftUnresolved);
    open();
    QVERIFY(!m_decisions->close(*m_decisions->loud().front(), QString()));
    QVERIFY(!m_bar->isVisible());
    // Once is enough.
    QVERIFY(m_decisions->close(*m_decisions->all().front(), QString()).has_value());
}

QTEST_MAIN(tst_UnknownBar)
#include "tst_unknownbar.moc"
