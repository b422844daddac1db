// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/logmodel.h"
#include "ui/windows/logview.h"

#include <QPlainTextEdit>
#include <QTest>
#include <QTreeView>

using namespace countersign;

namespace {

LogLine line(const QString &message)
{
    LogLine made;
    made.logType = QStringLiteral("ERROR");
    made.message = message;
    made.timestamp = QDateTime({2026, 11, 25}, {3, 0}, Qt::UTC);
    return made;
}

} // namespace

class TestLogView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void chosenLine_isReadWhole();
    void newLines_keepTextAndSelection();
    void foreignText_isNeverMarkup();
};

void TestLogView::chosenLine_isReadWhole()
{
    LogModel model;
    const QString whole =
        QStringLiteral("first\n") + QString(3'000, u'x') + QStringLiteral("\nlast");
    model.apply({line(QStringLiteral("short")), line(whole)});
    LogView view(&model);
    view.show();
    auto *tree = view.findChild<QTreeView *>();
    auto *message = view.findChild<QPlainTextEdit *>();
    QVERIFY(!message->isVisible());
    tree->setCurrentIndex(model.index(1, 0));
    QVERIFY(message->isVisible());
    QCOMPARE(message->toPlainText(), whole);
    QVERIFY(message->isReadOnly());
    QVERIFY(!message->accessibleName().isEmpty());
    tree->setCurrentIndex(model.index(0, 0));
    QCOMPARE(message->toPlainText(), QStringLiteral("short"));
    model.apply({});
    QVERIFY(!message->isVisible());
}

void TestLogView::newLines_keepTextAndSelection()
{
    LogModel model;
    model.apply({line(QStringLiteral("one two three"))});
    LogView view(&model);
    view.show();
    view.findChild<QTreeView *>()->setCurrentIndex(model.index(0, 0));
    auto *message = view.findChild<QPlainTextEdit *>();
    QTextCursor cursor = message->textCursor();
    cursor.setPosition(4);
    cursor.setPosition(7, QTextCursor::KeepAnchor);
    message->setTextCursor(cursor);
    model.apply({line(QStringLiteral("one two three")), line(QStringLiteral("four"))});
    QCOMPARE(message->textCursor().selectedText(), QStringLiteral("two"));
}

void TestLogView::foreignText_isNeverMarkup()
{
    LogModel model;
    model.apply({line(QStringLiteral("<b>bold</b> \u202Eevil\u202C"))});
    LogView view(&model);
    view.show();
    view.findChild<QTreeView *>()->setCurrentIndex(model.index(0, 0));
    QCOMPARE(view.findChild<QPlainTextEdit *>()->toPlainText(),
             QStringLiteral("<b>bold</b> ⟨U+202E⟩evil⟨U+202C⟩"));
}

QTEST_MAIN(TestLogView)
#include "tst_logview.moc"
