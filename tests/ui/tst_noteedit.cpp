// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/noteedit.h"

#include <QApplication>
#include <QClipboard>
#include <QInputMethodEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace countersign;

class TestNoteEdit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void composingIsNotText();
    void composingKeepsCtrlEnter();
    void tabLeaves();
    void pasteIsPlain();
    void hugePasteIsRefusedWhole();
    void textIsExact();
};

void TestNoteEdit::composingIsNotText()
{
    NoteEdit edit;
    QSignalSpy edited(&edit, &NoteEdit::noteEdited);
    QInputMethodEvent composing(QStringLiteral("ni"), {});
    QCoreApplication::sendEvent(&edit, &composing);
    QVERIFY(edit.isComposing());
    QCOMPARE(edited.count(), 0);
    QCOMPARE(edit.note(), QString());
    QInputMethodEvent commit;
    commit.setCommitString(QStringLiteral("你"));
    QCoreApplication::sendEvent(&edit, &commit);
    QVERIFY(!edit.isComposing());
    QCOMPARE(edit.note(), QStringLiteral("你"));
    QCOMPARE(edited.count(), 1);
}

void TestNoteEdit::composingKeepsCtrlEnter()
{
    NoteEdit edit;
    const auto isLeftAlone = [&edit] {
        QKeyEvent key(QEvent::KeyPress, Qt::Key_Return, Qt::ControlModifier);
        QCoreApplication::sendEvent(&edit, &key);
        return !key.isAccepted();
    };
    QVERIFY(isLeftAlone());
    QInputMethodEvent composing(QStringLiteral("ni"), {});
    QCoreApplication::sendEvent(&edit, &composing);
    QVERIFY(!isLeftAlone());
    QCOMPARE(edit.note(), QString());
}

void TestNoteEdit::tabLeaves()
{
    QWidget window;
    auto *column = new QVBoxLayout(&window);
    auto *edit = new NoteEdit;
    auto *next = new QLineEdit;
    column->addWidget(edit);
    column->addWidget(next);
    window.show();
    window.activateWindow();
    edit->setFocus();
    QTRY_VERIFY(edit->hasFocus());
    QTest::keyClick(edit, Qt::Key_Tab);
    QVERIFY(next->hasFocus());
    QCOMPARE(edit->note(), QString());
}

void TestNoteEdit::pasteIsPlain()
{
    NoteEdit edit;
    auto *data = new QMimeData;
    data->setHtml(QStringLiteral("<b>bold</b><img src='x'>"));
    data->setText(QStringLiteral("bold"));
    QApplication::clipboard()->setMimeData(data);
    edit.paste();
    QCOMPARE(edit.note(), QStringLiteral("bold"));
}

void TestNoteEdit::hugePasteIsRefusedWhole()
{
    NoteEdit edit;
    edit.setPlainText(QStringLiteral("mine"));
    QSignalSpy refused(&edit, &NoteEdit::pasteRefused);
    QApplication::clipboard()->setText(QString(1'000'000, QLatin1Char('x')));
    edit.paste();
    QCOMPARE(edit.note(), QStringLiteral("mine"));
    QCOMPARE(refused.count(), 1);
    QCOMPARE(refused.first().first().toLongLong(), 1'000'000);
}

void TestNoteEdit::textIsExact()
{
    NoteEdit edit;
    const QString text = QStringLiteral("a\u00A0b\n👍 已确认");
    edit.insertPlainText(text);
    QCOMPARE(edit.note(), text);
}

QTEST_MAIN(TestNoteEdit)
#include "tst_noteedit.moc"
