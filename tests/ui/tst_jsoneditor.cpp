// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hostiletexts.h"
#include "ui/editor/jsoneditor.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace countersign;

namespace {

//! The editor between two fields, in an active window that takes what the editor leaves alone.
class Bench final : public QWidget
{
public:
    Bench()
        : before(new QLineEdit(this))
        , editor(new JsonEditor(this))
        , after(new QLineEdit(this))
    {
        auto *column = new QVBoxLayout(this);
        for (QWidget *widget : {static_cast<QWidget *>(before), static_cast<QWidget *>(editor),
                                static_cast<QWidget *>(after)})
            column->addWidget(widget);
        resize(500, 300);
        show();
        activateWindow();
        area = editor->findChild<QWidget *>(QStringLiteral("parametersEditor"));
        area->setFocus();
    }

    QLineEdit *before;
    JsonEditor *editor;
    QLineEdit *after;
    QWidget *area;
    QList<int> keys; //!< that reached the window

protected:
    void keyPressEvent(QKeyEvent *event) override
    {
        if (event->key() != Qt::Key_Control)
            keys += event->key();
    }
};

} // namespace

class TestJsonEditor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textIsExact_data();
    void textIsExact();
    void typingIsTold_settingIsNot();
    void setText_keepsCaretAndUndo();
    void forgottenUndo_bringsNothingBack();
    void tabLeaves();
    void escapeAndCtrlEnter_areTheDialogs();
    void leaving_isTold();
    void problem_isMarked();
    void offers_areInserted();
    void hugePaste_isRefusedWhole();
    void longAndHostileTexts_areBounded();
    void assistiveTechnology_readsAndWrites();
};

void TestJsonEditor::textIsExact_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("layout") << QStringLiteral("{\n\t\"a\" : [1 ,2.50],\r\n \"b\":\"\\u0041\" }\n");
    QTest::newRow("languages") << QStringLiteral("{\"名\": \"\U0001F600\u00a0\u202e\"}");
    QTest::newRow("empty") << QString();
}

void TestJsonEditor::textIsExact()
{
    QFETCH(const QString, text);
    JsonEditor editor;
    editor.setText(QStringLiteral("{\"before\": \"名\"}"));
    editor.setText(text);
    QCOMPARE(editor.text(), text);
}

void TestJsonEditor::typingIsTold_settingIsNot()
{
    Bench bench;
    QTRY_VERIFY(bench.area->hasFocus());
    const QSignalSpy edited(bench.editor, &JsonEditor::textEdited);
    bench.editor->setText(QStringLiteral("{}"));
    QCOMPARE(edited.count(), 0);
    QTest::keyClicks(bench.area, QStringLiteral(" "));
    QCOMPARE(edited.count(), 1);
    QCOMPARE(edited.last().first().toString(), bench.editor->text());
    QCOMPARE(bench.editor->text().size(), 3);
}

void TestJsonEditor::setText_keepsCaretAndUndo()
{
    Bench bench;
    QTRY_VERIFY(bench.area->hasFocus());
    bench.editor->setText(QStringLiteral("{\"a\": 1, \"名\": 2}"));
    bench.editor->goTo(1, 3); // behind the first quote
    bench.editor->setText(QStringLiteral("{\"a\": 1, \"名\": 25}"));
    QTest::keyClicks(bench.area, QStringLiteral("x"));
    QCOMPARE(bench.editor->text(), QStringLiteral("{\"xa\": 1, \"名\": 25}"));
    QTest::keyClick(bench.area, Qt::Key_Z, Qt::ControlModifier);
    QTest::keyClick(bench.area, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(bench.editor->text(), QStringLiteral("{\"a\": 1, \"名\": 2}"));
}

void TestJsonEditor::forgottenUndo_bringsNothingBack()
{
    Bench bench;
    QTRY_VERIFY(bench.area->hasFocus());
    bench.editor->setText(QStringLiteral("{\"password\": \"typed\"}"));
    bench.editor->setText(QStringLiteral("{\"password\": \"****\"}"));
    bench.editor->forgetUndo();
    QTest::keyClick(bench.area, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(bench.editor->text(), QStringLiteral("{\"password\": \"****\"}"));
}

void TestJsonEditor::tabLeaves()
{
    Bench bench;
    QTRY_VERIFY(bench.area->hasFocus());
    bench.editor->setText(QStringLiteral("{}"));
    QTest::keyClick(bench.area, Qt::Key_Tab);
    QVERIFY(bench.after->hasFocus());
    QTest::keyClick(bench.after, Qt::Key_Backtab, Qt::ShiftModifier);
    QVERIFY(bench.area->hasFocus());
    QTest::keyClick(bench.area, Qt::Key_Backtab, Qt::ShiftModifier);
    QVERIFY(bench.before->hasFocus());
    QCOMPARE(bench.editor->text(), QStringLiteral("{}"));
}

void TestJsonEditor::escapeAndCtrlEnter_areTheDialogs()
{
    Bench bench;
    QTRY_VERIFY(bench.area->hasFocus());
    bench.editor->setText(QStringLiteral("{}"));
    QTest::keyClick(bench.area, Qt::Key_Escape);
    QTest::keyClick(bench.area, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(bench.keys, (QList<int>{Qt::Key_Escape, Qt::Key_Return}));
    QCOMPARE(bench.editor->text(), QStringLiteral("{}"));
    QTest::keyClick(bench.area, Qt::Key_Return);
    QCOMPARE(bench.editor->text().count(QLatin1Char('\n')), 1);
}

void TestJsonEditor::leaving_isTold()
{
    Bench bench;
    QTRY_VERIFY(bench.area->hasFocus());
    const QSignalSpy left(bench.editor, &JsonEditor::left);
    bench.after->setFocus();
    QCOMPARE(left.count(), 1);
}

void TestJsonEditor::problem_isMarked()
{
    JsonEditor editor;
    auto *area = editor.findChild<QWidget *>(QStringLiteral("parametersEditor"));
    editor.setText(QStringLiteral("{\n  \"a\": x\n"));
    editor.setProblem(2, 8, QStringLiteral("expected a value"));
    QCOMPARE(editor.markedLine(), 2);
    QCOMPARE(area->accessibleDescription(), QStringLiteral("expected a value"));
    // Behind the end, and behind the last line.
    editor.setProblem(3, 1, QStringLiteral("the text ends too early"));
    QCOMPARE(editor.markedLine(), 3);
    editor.setProblem(9, 1, QStringLiteral("nowhere"));
    QCOMPARE(editor.markedLine(), 0);
    editor.setProblem(0, 0, {});
    QCOMPARE(editor.markedLine(), 0);
    QVERIFY(area->accessibleDescription().isEmpty());
}

void TestJsonEditor::offers_areInserted()
{
    Bench bench;
    QTRY_VERIFY(bench.area->hasFocus());
    bench.editor->setOffers({{QStringLiteral("stop.id"), QStringLiteral("\"i-9\"")},
                             {QStringLiteral("run.list"), QStringLiteral("[1,\n 2]")}});
    bench.editor->setText(QStringLiteral("{\"名\": }"));
    bench.editor->goTo(1, 7);
    QTest::keyClick(bench.area, Qt::Key_Space, Qt::ControlModifier);
    // What is typed finds the offer and does not stay.
    QTest::keyClicks(bench.area, QStringLiteral("st"));
    QTest::keyClick(bench.area, Qt::Key_Return);
    QTRY_COMPARE(bench.editor->text(), QStringLiteral("{\"名\": \"i-9\"}"));
    bench.editor->goTo(1, 7);
    QTest::keyClick(bench.area, Qt::Key_Space, Qt::ControlModifier);
    QTest::keyClick(bench.area, Qt::Key_Escape);
    QVERIFY(bench.keys.isEmpty());
    QCOMPARE(bench.editor->text(), QStringLiteral("{\"名\": \"i-9\"}"));
    bench.editor->insert(QStringLiteral("[]"));
    QCOMPARE(bench.editor->text(), QStringLiteral("{\"名\": []\"i-9\"}"));
}

void TestJsonEditor::hugePaste_isRefusedWhole()
{
    Bench bench;
    QTRY_VERIFY(bench.area->hasFocus());
    bench.editor->setText(QStringLiteral("{}"));
    const QSignalSpy refused(bench.editor, &JsonEditor::pasteRefused);
    QApplication::clipboard()->setText(QString(JsonEditor::pasteLimit + 1, QLatin1Char('x')));
    QTest::keyClick(bench.area, Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(bench.editor->text(), QStringLiteral("{}"));
    QCOMPARE(refused.count(), 1);
    QApplication::clipboard()->setText(QStringLiteral("[1]"));
    QTest::keyClick(bench.area, Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(bench.editor->text(), QStringLiteral("[1]{}"));
}

void TestJsonEditor::longAndHostileTexts_areBounded()
{
    Bench bench;
    QTRY_VERIFY(bench.area->hasFocus());
    for (const QString &text : hostileTexts()) {
        QElapsedTimer clock;
        clock.start();
        bench.editor->setText(text);
        bench.editor->setProblem(1, 5, text.left(10));
        QCoreApplication::processEvents();
        QVERIFY2(clock.elapsed() < 2'000, qPrintable(text.left(40)));
    }
}

void TestJsonEditor::assistiveTechnology_readsAndWrites()
{
    Bench bench;
    bench.editor->setName(QStringLiteral("Parameters"));
    bench.editor->setText(QStringLiteral("{}"));
    QAccessibleInterface *area = QAccessible::queryAccessibleInterface(bench.area);
    QVERIFY(area != nullptr);
    QCOMPARE(area->text(QAccessible::Name), QStringLiteral("Parameters"));
    QVERIFY(area->textInterface() != nullptr);
    QCOMPARE(area->textInterface()->text(0, 2), QStringLiteral("{}"));
    QVERIFY(area->editableTextInterface() != nullptr);
    const QSignalSpy edited(bench.editor, &JsonEditor::textEdited);
    area->editableTextInterface()->insertText(1, QStringLiteral("\"a\": 1"));
    QCOMPARE(bench.editor->text(), QStringLiteral("{\"a\": 1}"));
    QVERIFY(edited.count() > 0);
    area->editableTextInterface()->replaceText(1, 7, QString());
    QCOMPARE(bench.editor->text(), QStringLiteral("{}"));
}

QTEST_MAIN(TestJsonEditor)
#include "tst_jsoneditor.moc"
