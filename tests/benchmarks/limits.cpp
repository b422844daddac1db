// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Row 4 of the table: how long one event keeps the event loop when the input is as large as it may
// be.
#include "app/models/inboxfilter.h"
#include "app/models/logmodel.h"
#include "app/models/parametermodel.h"
#include "app/models/tasktreemodel.h"
#include "tests/benchmarks/measuring.h"
#include "ui/views/inboxdelegate.h"
#include "ui/windows/inboxlist.h"
#include "ui/windows/tables.h"

#include <QTimer>
#include <QTreeView>

using namespace countersign;

namespace {

constexpr qsizetype mebibyte = 1024 * 1024;

//! Does the work in an event of its own and goes on until everything that follows is painted.
void measure(TimedApplication &application, const char *what, const std::function<void()> &work)
{
    application.forget();
    QTimer::singleShot(0, &application, work);
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < 700)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
    std::printf("4 longest event-loop block: %s | %.1f ms\n", what,
                application.longestMilliseconds());
}

void showTree(QTreeView *view)
{
    view->resize(900, 500);
    view->show();
}

void measureInbox(TimedApplication &application)
{
    std::vector<WaitRow> rows;
    for (int number = 0; number < 20'000; ++number)
        rows.push_back(waitRow(number));
    std::vector<WaitRow> half;
    for (std::size_t i = 0; i < rows.size(); i += 2)
        half.push_back(rows[i]);
    std::vector<WaitRow> hostile;
    for (WaitRow row : half) {
        row.taskName = QString(512, QChar(0x202E));
        row.templateName = QString(512, u'<');
        row.templateVersion = QString(512, QChar(0x0301));
        hostile.push_back(row);
    }
    InboxModel model;
    InboxFilter filter(model);
    InboxDelegate delegate;
    InboxList list;
    list.setItemDelegate(&delegate);
    list.setModel(&filter);
    list.resize(500, 700);
    list.show();
    model.setNow(QDateTime({2026, 11, 25}, {10, 0}, Qt::UTC));
    // Fonts and icons are read when the first row is painted.
    model.apply({{waitRow(0)}});
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < 300)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
    // As the program does it: the next rows in the next turn.
    std::function<void(const WaitSnapshot &)> applyInTurns = [&](const WaitSnapshot &snapshot) {
        if (!model.apply(snapshot, InboxModel::newRowsPerTurn))
            QTimer::singleShot(0, &model, [&applyInTurns, snapshot] { applyInTurns(snapshot); });
    };
    measure(application, "first 10,000 rows", [&] { applyInTurns({half}); });
    measure(application, "10,000 more between them", [&] { applyInTurns({rows}); });
    measure(application, "a minute later", [&] { model.setNow(model.now().addSecs(60)); });
    measure(application, "another order of 20,000 rows", [&] {
        model.apply({{rows.rbegin(), rows.rend()}});
    });
    measure(application, "hostile texts in 10,000 rows", [&] { model.apply({hostile}); });
    measure(application, "a key over them", [&] { filter.setText(QStringLiteral("zhang")); });
    measure(application, "all gone", [&] { model.apply({}); });
}

void measureReview(TimedApplication &application)
{
    std::vector<LogLine> log(20'000);
    for (std::size_t i = 0; i < log.size(); ++i)
        log[i].message = QStringLiteral("line %1 ").arg(i).repeated(80).left(800);
    std::vector<LogLine> heavy(2'048);
    for (LogLine &line : heavy)
        line.message = QString(mebibyte, QChar(0x0301));
    LogModel lines;
    showTree(newTree(&lines, QStringLiteral("Log"), nullptr));
    measure(application, "log of 20,000 lines", [&] { lines.apply(log); });
    measure(application, "log of 2,048 lines of 1 MiB", [&] { lines.apply(heavy); });

    QByteArray text = "{\"a\":\"" + QByteArray(mebibyte - 64, 'x') + '"';
    for (int i = 0; i < 499; ++i)
        text += ",\"p" + QByteArray::number(i) + "\":{\"value\": [" + QByteArray::number(i) + "]}";
    const EmbeddedJson values = EmbeddedJson::from(*Json::parse(text + '}').json);
    ParameterModel parameters;
    showTree(newTree(&parameters, QStringLiteral("Parameters"), nullptr));
    measure(application, "500 parameters, one of 1 MiB", [&] { parameters.apply(values); });

    std::vector<TaskExecution> tasks(20'000);
    for (std::size_t i = 0; i < tasks.size(); ++i) {
        tasks[i].id = TaskExecutionId(QString::number(i));
        tasks[i].taskName = QStringLiteral("task%1").arg(i);
        tasks[i].taskAction = QStringLiteral("ACS::ExecuteAPI");
        if (i % 100)
            tasks[i].parentTaskExecutionId = TaskExecutionId(QString::number(i - i % 100));
    }
    TaskTreeModel tree;
    showTree(newTree(&tree, QStringLiteral("Tasks"), nullptr));
    measure(application, "20,000 tasks in loops of 100", [&] { tree.apply(tasks); });
}

} // namespace

int main(int argc, char **argv)
{
    TimedApplication application(argc, argv);
    measureInbox(application);
    measureReview(application);
    std::fflush(stdout);
    std::_Exit(0); // the trees have no owner
}
