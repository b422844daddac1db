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
#include "ui/windows/logview.h"
#include "ui/windows/tables.h"
#include "ui/windows/taskspage.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
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

std::vector<TaskExecution> loopOf(int items, int failed)
{
    std::vector<TaskExecution> rows(static_cast<std::size_t>(items) + 1);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const bool isFailed = i > 0 && static_cast<int>(i) <= failed;
        rows[i].id = TaskExecutionId(QStringLiteral("t%1").arg(i));
        rows[i].executionId = ExecutionId(QStringLiteral("exec-1"));
        rows[i].taskName = QStringLiteral("resizeDisk");
        rows[i].taskAction = QStringLiteral("ACS::ECS::ResizeDisk");
        rows[i].status = i == 0     ? RunStatus::Waiting
                         : isFailed ? RunStatus::Failed
                                    : RunStatus::Success;
        rows[i].startDate = QDateTime({2026, 11, 25}, {10, 0}, Qt::UTC);
        if (i == 0)
            continue;
        rows[i].parentTaskExecutionId = rows[0].id;
        rows[i].loopItem = QStringLiteral(R"({"id":"d-%1","size":40})").arg(i);
        rows[i].loopBatchNumber = static_cast<int>(i) / 20 + 1;
        if (isFailed)
            rows[i].statusMessage = QStringLiteral("The disk d-%1 is attached.").arg(i);
    }
    return rows;
}

void measureTasksPage(TimedApplication &application)
{
    TaskTreeModel model;
    TasksPage page(&model);
    page.resize(820, 420);
    page.show();
    const auto applied = [&](int failed) {
        model.apply(loopOf(1'000, failed));
        page.update();
    };
    measure(application, "a loop of 1,000 items", [&] { applied(500); });
    measure(application, "the loop opened", [&] { page.view()->expandAll(); });
    measure(application, "the same read again", [&] { applied(500); });
    measure(application, "one item more has failed", [&] { applied(501); });
    measure(application, "all items have failed", [&] { applied(1'000); });
    measure(application, "back to 500", [&] { applied(500); });
    auto *box = page.findChild<QCheckBox *>(QStringLiteral("onlyTroubledBox"));
    measure(application, "only failed and waiting", [&] { box->click(); });
    measure(application, "all tasks again", [&] { box->click(); });
}

void measureLogView(TimedApplication &application)
{
    const auto linesFrom = [](int first, int count) {
        std::vector<LogLine> made(static_cast<std::size_t>(count));
        for (int i = 0; i < count; ++i) {
            LogLine &line = made[static_cast<std::size_t>(i)];
            line.taskExecutionId = TaskExecutionId(QStringLiteral("t%1").arg((first + i) % 40));
            line.message = QStringLiteral("step %1 has looked at the server").arg(first + i);
            line.timestamp = QDateTime({2026, 11, 25}, {10, 0}, Qt::UTC).addSecs(first + i);
        }
        return made;
    };
    LogModel model;
    LogView view(&model);
    view.resize(820, 420);
    view.show();
    measure(application, "log of 19,000 lines, following", [&] {
        model.append(linesFrom(0, 19'000));
        view.update({});
    });
    measure(application, "1,000 lines more, following", [&] {
        model.append(linesFrom(19'000, 1'000));
        view.update({});
    });
    measure(application, "1,000 more, the oldest go", [&] {
        model.append(linesFrom(20'000, 1'000));
        view.update({});
    });
    auto *find = view.findChild<QLineEdit *>(QStringLiteral("logFind"));
    measure(application, "search in 20,000 lines",
            [&] { find->setText(QStringLiteral("server")); });
    auto *task = view.findChild<QComboBox *>(QStringLiteral("logTask"));
    measure(application, "one task of 40", [&] { task->setCurrentIndex(3); });
    measure(application, "all tasks", [&] { task->setCurrentIndex(0); });
}

} // namespace

int main(int argc, char **argv)
{
    TimedApplication application(argc, argv);
    measureInbox(application);
    measureReview(application);
    measureTasksPage(application);
    measureLogView(application);
    std::fflush(stdout);
    std::_Exit(0); // the trees have no owner
}
