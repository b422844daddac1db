// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hostiletexts.h"
#include "ui/editor/templateview.h"

#include <QAccessible>
#include <QElapsedTimer>
#include <QTest>

using namespace countersign;

namespace {

QString numberedLines(int count)
{
    QString text;
    for (int line = 1; line <= count; ++line)
        text += QStringLiteral("line%1: value\n").arg(line);
    return text;
}

} // namespace

class TestTemplateView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void marksTheLinesOfTheTask();
    void longLinesMoveTheMark();
    void linesOutsideTheTextAreNotMarked();
    void hostileTextIsBounded();
    void isNamedForAssistiveTechnology();
};

void TestTemplateView::marksTheLinesOfTheTask()
{
    TemplateView view;
    view.setContent(numberedLines(20), {5, 8});
    QCOMPARE(view.markedLines(), std::pair(5, 8));
    view.setContent(numberedLines(20), {0, 0});
    QCOMPARE(view.markedLines(), std::pair(0, 0));
}

void TestTemplateView::longLinesMoveTheMark()
{
    // 5,000 characters are shown on two lines of at most 4,096.
    const QString text =
        QString(QString(5'000, QLatin1Char('a')) + QStringLiteral("\nsecond\nthird"));
    TemplateView view;
    view.setContent(text, {2, 2});
    QCOMPARE(view.markedLines(), std::pair(3, 3));
    view.setContent(text, {3, 3});
    QCOMPARE(view.markedLines(), std::pair(4, 4));
}

void TestTemplateView::linesOutsideTheTextAreNotMarked()
{
    TemplateView view;
    view.setContent(numberedLines(3), {90, 95});
    QCOMPARE(view.markedLines(), std::pair(0, 0));
    view.setContent(numberedLines(3), {3, 2});
    QCOMPARE(view.markedLines(), std::pair(0, 0));
}

void TestTemplateView::hostileTextIsBounded()
{
    TemplateView view;
    view.resize(600, 400);
    view.show();
    for (const QString &text : hostileTexts()) {
        QElapsedTimer clock;
        clock.start();
        view.setContent(text, {1, 1});
        QCoreApplication::processEvents();
        QVERIFY(clock.elapsed() < 2'000);
        for (const QString &line : view.shownText().split(QLatin1Char('\n')))
            QVERIFY(line.size() <= 4'200);
        QVERIFY(!view.shownText().contains(QChar(0x202E)));
        QVERIFY(!view.shownText().contains(QChar(0)));
    }
}

void TestTemplateView::isNamedForAssistiveTechnology()
{
    TemplateView view;
    auto *editor = view.findChild<QWidget *>(QStringLiteral("templateEditor"));
    QVERIFY(editor != nullptr);
    QCOMPARE(editor->accessibleName(), QStringLiteral("Template text"));
}

QTEST_MAIN(TestTemplateView)
#include "tst_templateview.moc"
