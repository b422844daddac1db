// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/templates/templateshape.h"

#include <QRegularExpression>
#include <QTest>

using namespace countersign;

class tst_TemplateShape : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void shapeProblems_data();
    void shapeProblems();
};

void tst_TemplateShape::shapeProblems_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("problems"); // "line: words"

    const auto row = [](const char *name, const char *text, const QStringList &problems) {
        QTest::newRow(name) << QString::fromUtf8(text) << problems;
    };
    row("whole", "FormatVersion: OOS-2019-06-01\nTasks: [{Name: a, Action: ACS::Sleep}]\n", {});
    row("fragment", "Tasks:\n- {Name: a, Action: ACS::Sleep}\n", {});
    row("no map", "- a\n", {QStringLiteral("1: a template is a map")});
    row("one word", "hello", {QStringLiteral("1: a template is a map")});
    row("states", "FormatVersion: OOS-2019-06-01-State\nStates: {}\n",
        {QStringLiteral("1: FormatVersion"), QStringLiteral("2: this is a template of states")});
    row("no tasks", "\nAction: a\n", {QStringLiteral("2: there are no Tasks")});
    row("tasks are a map", "Tasks: {a: b}\n", {QStringLiteral("1: Tasks is not a list")});
    row("task without action", "Tasks:\n- Name: a\n- {Action: x, Name: b}\n",
        {QStringLiteral("2: this task has no Action")});
    row("task without name", "Tasks:\n- {Action: x}\n",
        {QStringLiteral("2: this task has no Name")});
    row("task is a word", "Tasks:\n- x\n", {QStringLiteral("2: a task is a map")});
    row("same name twice", "Tasks:\n- {Name: a, Action: x}\n- {Name: a, Action: x}\n",
        {QStringLiteral("3: two tasks are named \"a\"; the first is in line 2")});
    row("unknown target", "Tasks:\n- {Name: a, Action: x, OnError: b}\n",
        {QStringLiteral("2: this task goes on to \"b\"")});
    row("choice without a way", "Tasks:\n- {Name: a, Action: ACS::Choice}\n",
        {QStringLiteral("2: this choice has a way without a task")});
}

void tst_TemplateShape::shapeProblems()
{
    QFETCH(QString, text);
    QFETCH(QStringList, problems);
    const TemplateReading reading = readTemplateTree(text);
    QVERIFY2(reading.tree, qPrintable(reading.problem.reason));
    const std::vector<TemplateProblem> found = countersign::shapeProblems(*reading.tree);
    QCOMPARE(static_cast<qsizetype>(found.size()), problems.size());
    for (qsizetype i = 0; i < problems.size(); ++i) {
        const TemplateProblem &problem = found[static_cast<size_t>(i)];
        const QString told = QStringLiteral("%1: %2").arg(problem.line).arg(problem.reason);
        QVERIFY2(told.startsWith(problems[i]), qPrintable(told));
    }
}

QTEST_GUILESS_MAIN(tst_TemplateShape)
#include "tst_templateshape.moc"
