// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/displaytext.h"
#include "app/domain/format.h"
#include "app/viewmodels/decisionsviewmodel.h"
#include "app/viewmodels/decisionviewmodel.h"
#include "app/viewmodels/decisionwords.h"
#include "hostiletexts.h"
#include "quietworld.h"
#include "ui/dialogs/confirmbutton.h"
#include "ui/dialogs/decisiondialog.h"
#include "ui/dialogs/noteedit.h"

#include <QAccessible>
#include <QCryptographicHash>
#include <QPointer>
#include <QTest>

using namespace countersign;

namespace {

constexpr Act acts[] = {Act::Approve,           Act::Reject,         Act::RetryTask,
                        Act::SkipTask,          Act::ExecuteTask,    Act::CancelTask,
                        Act::CompleteExecution, Act::CancelExecution};

//! Every place of a record that somebody else can write, filled with `text`.
DecisionRecord record(Act act, const QString &text)
{
    DecisionRecord made;
    made.id = newDecisionId();
    made.act = act;
    made.where.place = {ProfileId(QStringLiteral("p")), RegionId(QStringLiteral("cn-hangzhou"))};
    made.where.profileAlias = text;
    made.where.accountId = QStringLiteral("2000000000000042");
    made.where.actor = text;
    made.executionId = ExecutionId(QStringLiteral("exec-7f3a9c20b1d84e5f93"));
    made.kind = WaitKind::Approval;
    if (act == Act::ExecuteTask) {
        made.nextTaskName = text;
        made.loopItem = text;
        made.parameters = QStringLiteral("{}");
    } else if (act == Act::CompleteExecution) {
        made.executionStatus = QStringLiteral("Failed");
    } else if (act != Act::CancelExecution) {
        made.taskExecutionId = TaskExecutionId(QStringLiteral("exec-7f3a9c20b1d84e5f93.t0002"));
        made.taskName = text;
    }
    return made;
}

//! Everything that assistive technology reads of the dialog.
QStringList accessibleTexts(const QWidget &dialog)
{
    QStringList texts;
    for (QWidget *widget : dialog.findChildren<QWidget *>()) {
        if (!widget->isVisible())
            continue;
        if (QAccessibleInterface *item = QAccessible::queryAccessibleInterface(widget)) {
            texts += item->text(QAccessible::Name);
            texts += item->text(QAccessible::Value);
            if (const QAccessibleTextInterface *words = item->textInterface())
                texts += words->text(0, words->characterCount());
        }
    }
    return texts;
}

QString withoutBlanks(QString text)
{
    text.removeIf([](QChar character) { return character.isSpace(); });
    return text;
}

} // namespace

//! D09 and I6 of security.md: the accessible text of the dialog says what the request would.
class TestDrawnRecord : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup();
    void dialogSaysWhatIsSent_data();
    void dialogSaysWhatIsSent();
    void hashIsOfWhatIsDrawn_data();
    void hashIsOfWhatIsDrawn();
    void recordThatIsNotDrawn_isNotSent();

private:
    void open(const DecisionRecord &made);
    void open(std::unique_ptr<DecisionViewModel> decision);

    QuietWorld m_world;
    DecisionsViewModel m_decisions;
    QPointer<DecisionDialog> m_dialog;
};

void TestDrawnRecord::cleanup()
{
    delete m_dialog;
}

void TestDrawnRecord::open(std::unique_ptr<DecisionViewModel> decision)
{
    m_dialog = new DecisionDialog(std::move(decision), m_decisions);
    m_dialog->open();
    QVERIFY(QTest::qWaitForWindowExposed(m_dialog));
}

void TestDrawnRecord::open(const DecisionRecord &made)
{
    open(std::make_unique<DecisionViewModel>(
        made, std::make_unique<DecideFlow>(m_world.services, DecisionBasis{})));
}

void TestDrawnRecord::dialogSaysWhatIsSent_data()
{
    QTest::addColumn<Act>("act");
    QTest::addColumn<QString>("text");
    QStringList texts = hostileTexts();
    texts += QStringLiteral("restart-db");
    for (const Act act : acts) {
        int number = 0;
        for (const QString &text : std::as_const(texts))
            QTest::addRow("act %d, text %d", static_cast<int>(act), number++) << act << text;
    }
}

void TestDrawnRecord::dialogSaysWhatIsSent()
{
    QFETCH(Act, act);
    QFETCH(QString, text);
    DecisionRecord made = record(act, text);
    open(made);
    const DecisionViewModel &decision = m_dialog->decision();
    if (decision.takesNote())
        m_dialog->noteEdit()->insertPlainText(QStringLiteral("go on"));
    made.note = QString(decision.note() + decision.noteTag());
    const QStringList texts = accessibleTexts(*m_dialog);
    const QString all = texts.join(QLatin1Char('\n'));
    const QString dense = withoutBlanks(all);
    const QMap<QString, QString> sent = requestParameters(made);
    for (auto parameter = sent.cbegin(); parameter != sent.cend(); ++parameter) {
        const QString &name = parameter.key();
        const QString &value = parameter.value();
        bool isSaid = false;
        if (name == QStringLiteral("NotifyType"))
            isSaid = m_dialog->confirmButton()->accessibleName().contains(actLabel(act));
        else if (name == QStringLiteral("ExecutionStatus"))
            isSaid = all.contains(endStateLabel(value));
        else if (name == QStringLiteral("NotifyNote"))
            isSaid = all.contains(decision.note()) && all.contains(decision.noteTag().trimmed());
        else if (name == QStringLiteral("Parameters"))
            isSaid = value.contains(QStringLiteral("{}")) || dense.contains(withoutBlanks(value));
        else
            isSaid = dense.contains(withoutBlanks(safeLine(value, 200)));
        QVERIFY2(isSaid, qPrintable(QString(name + QStringLiteral(": ") + value)));
    }
    for (const QString &line : decision.drawnText().split(QLatin1Char('\n'))) {
        const QString fact = withoutBlanks(line.section(QStringLiteral(": "), 1));
        QVERIFY2(dense.contains(withoutBlanks(line)) || (!fact.isEmpty() && dense.contains(fact)) ||
                     line.contains(QStringLiteral("[cs ")),
                 qPrintable(line));
    }
    QCOMPARE(firstDifference(made, sent), std::nullopt);
}

void TestDrawnRecord::hashIsOfWhatIsDrawn_data()
{
    QTest::addColumn<Act>("act");
    for (const Act act : acts)
        QTest::addRow("act %d", static_cast<int>(act)) << act;
}

void TestDrawnRecord::hashIsOfWhatIsDrawn()
{
    QFETCH(Act, act);
    DecisionRecord made = record(act, QStringLiteral("restart-db"));
    auto decision = std::make_unique<DecisionViewModel>(
        made, std::make_unique<DecideFlow>(m_world.services, DecisionBasis{}));
    QVERIFY(decision->record().drawnSha256.isEmpty());
    decision->setTicked(true);
    decision->setNote(QStringLiteral("go on"));
    const QString drawn = decision->drawnText();
    if (decision->takesNote())
        QVERIFY(drawn.contains(QString(QStringLiteral("go on") + decision->noteTag())));
    QVERIFY2(decision->canConfirm(), qPrintable(decision->obstacleText()));
    decision->confirm();
    QCOMPARE(decision->record().drawnSha256,
             QCryptographicHash::hash(drawn.toUtf8(), QCryptographicHash::Sha256).toHex());
}

//! Whatever swaps the record under the words: nothing leaves, and it is said.
void TestDrawnRecord::recordThatIsNotDrawn_isNotSent()
{
    const DecisionRecord made = record(Act::Approve, QStringLiteral("restart-db"));
    DecisionRecord other = made;
    other.executionId = ExecutionId(QStringLiteral("exec-7f3a9c20b1d84e5f94"));
    open(std::make_unique<DecisionViewModel>(
        other, summaryOf(made, subjectOf(made)), TagInNote::WhenNeeded,
        std::make_unique<DecideFlow>(m_world.services, DecisionBasis{})));
    QVERIFY(!m_dialog->decision().canConfirm());
    QVERIFY(m_dialog->decision().obstacleText().startsWith(QStringLiteral("Nothing was sent")));
    QTRY_VERIFY(!m_dialog->confirmButton()->isResting());
    QTest::mouseClick(m_dialog->confirmButton(), Qt::LeftButton);
    QTest::keyClick(m_dialog, Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(m_dialog->isComposing());
    QVERIFY(m_world.services.journal.entries().empty());
}

QTEST_MAIN(TestDrawnRecord)
#include "tst_drawnrecord.moc"
