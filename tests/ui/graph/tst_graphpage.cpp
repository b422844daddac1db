// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogchecks.h"
#include "tests/app/viewmodels/graphfacts.h"
#include "tests/fakes/heartbeat.h"
#include "ui/graph/graphpage.h"
#include "ui/graph/graphview.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace countersign;

class tst_GraphPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void notReadable_saysWhy();
    void hidden_placesNothing();
    void asText_listsEveryTaskAndKeepsTheChoice();
    void outline_enterOpensTheTask();
    void enter_wantsTheRowInTasks();
    void menu_opensTheChildAndCopies();
    void textOrder_saysWhy();
    void zoomButtons_work();
    void asText_ofAThousandTasks_blocksNothing();
    void everyStop_hasAName();

private:
    template <class T>
    T *part(const char *name) const
    {
        return m_page->findChild<T *>(QString::fromLatin1(name));
    }
    QMenu *openMenu(std::size_t node);
    void show(const ReviewFacts &facts);

    std::unique_ptr<GraphViewModel> m_graph;
    std::unique_ptr<GraphPage> m_page;
    ReviewFacts m_facts;
};

void tst_GraphPage::init()
{
    m_graph = std::make_unique<GraphViewModel>();
    m_page = std::make_unique<GraphPage>(*m_graph);
    m_page->resize(700, 500);
    m_facts = factsOf(everyWayTemplate());
    m_facts.tasks.value->push_back(
        taskRow(QStringLiteral("t1"), QStringLiteral("checkImage"), RunStatus::Success));
    TaskExecution child =
        taskRow(QStringLiteral("t2"), QStringLiteral("deploy"), RunStatus::Failed);
    child.childExecutionId = ExecutionId(QStringLiteral("exec-child"));
    m_facts.tasks.value->push_back(child);
}

void tst_GraphPage::cleanup()
{
    m_page.reset();
    m_graph.reset();
}

void tst_GraphPage::show(const ReviewFacts &facts)
{
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    m_page->activateWindow();
    m_graph->show(&facts, {});
    QTRY_COMPARE_WITH_TIMEOUT(m_graph->state(), GraphViewModel::State::Ready, 10'000);
}

QMenu *tst_GraphPage::openMenu(std::size_t node)
{
    Q_EMIT m_page->view()->menuWanted(node, QPoint(10, 10));
    return m_page->findChild<QMenu *>();
}

void tst_GraphPage::notReadable_saysWhy()
{
    m_page->show();
    const ReviewFacts broken = factsOf(QStringLiteral("Tasks: [\n"));
    m_graph->show(&broken, {});
    QStringList words;
    for (const QLabel *label : m_page->findChildren<QLabel *>()) {
        if (label->isVisible())
            words += label->text();
    }
    QVERIFY(words.contains(QStringLiteral("The template could not be read")));
    QVERIFY(words.join(u' ').contains(QStringLiteral("Line ")));
    QVERIFY(!part<QToolButton>("zoomFitButton")->isEnabled());
    QVERIFY(!part<QToolButton>("asTextButton")->isEnabled());
}

void tst_GraphPage::hidden_placesNothing()
{
    m_graph->show(&m_facts, {});
    QTest::qWait(300);
    QCOMPARE(m_graph->state(), GraphViewModel::State::Placing);
    m_page->show();
    QTRY_COMPARE_WITH_TIMEOUT(m_graph->state(), GraphViewModel::State::Ready, 10'000);
}

void tst_GraphPage::asText_listsEveryTaskAndKeepsTheChoice()
{
    show(m_facts);
    m_page->view()->setCurrent(4);
    QTest::mouseClick(part<QToolButton>("asTextButton"), Qt::LeftButton);
    auto *outline = part<QListView>("graphOutline");
    QVERIFY(outline->isVisible());
    QVERIFY(!m_page->view()->isVisible());
    QCOMPARE(outline->currentIndex().row(), 4);
    QCOMPARE(outline->model()->rowCount(), static_cast<int>(m_graph->picture().nodes.size()));
    QTest::keyClick(outline, Qt::Key_Up);
    QTest::mouseClick(part<QToolButton>("asTextButton"), Qt::LeftButton);
    QVERIFY(m_page->view()->isVisible());
    QCOMPARE(m_page->view()->current(), std::optional<std::size_t>(3));
}

void tst_GraphPage::outline_enterOpensTheTask()
{
    show(m_facts);
    part<QToolButton>("asTextButton")->click();
    auto *outline = part<QListView>("graphOutline");
    outline->setCurrentIndex(outline->model()->index(0, 0));
    QSignalSpy wanted(m_page.get(), &GraphPage::taskWanted);
    QTest::keyClick(outline, Qt::Key_Return);
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.front().front().value<TaskExecutionId>(),
             TaskExecutionId(QStringLiteral("t1")));
}

void tst_GraphPage::enter_wantsTheRowInTasks()
{
    show(m_facts);
    QSignalSpy wanted(m_page.get(), &GraphPage::taskWanted);
    m_page->view()->setCurrent(1); // has not run: there is no row to show
    QTest::keyClick(m_page->view(), Qt::Key_Return);
    QCOMPARE(wanted.size(), 0);
    m_page->view()->setCurrent(0);
    QTest::keyClick(m_page->view(), Qt::Key_Return);
    QCOMPARE(wanted.size(), 1);
}

void tst_GraphPage::menu_opensTheChildAndCopies()
{
    show(m_facts);
    QSignalSpy run(m_page.get(), &GraphPage::runWanted);
    QMenu *menu = openMenu(6);
    QVERIFY(menu);
    QStringList texts;
    for (QAction *action : menu->actions()) {
        texts += action->text();
        if (action->text() == u"&Open the child run" || action->text() == u"Copy task &name")
            action->trigger();
    }
    QVERIFY(texts.contains(QStringLiteral("Copy task e&xecution id")));
    QCOMPARE(run.size(), 1);
    QCOMPARE(run.front().front().value<ExecutionId>(), ExecutionId(QStringLiteral("exec-child")));
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("deploy"));
    menu->close();
}

void tst_GraphPage::textOrder_saysWhy()
{
    m_page.reset();
    m_graph = std::make_unique<GraphViewModel>(QStringLiteral("/nonexistent/dot"));
    m_page = std::make_unique<GraphPage>(*m_graph);
    show(m_facts);
    const auto *label = part<QLabel>("arrangementLabel");
    QVERIFY(label->isVisible());
    QVERIFY(label->text().contains(QStringLiteral("is not installed")));
}

void tst_GraphPage::zoomButtons_work()
{
    show(m_facts);
    part<QToolButton>("zoomOriginalButton")->click();
    QCOMPARE(m_page->view()->zoom(), 1.0);
    QCOMPARE(part<QToolButton>("zoomOriginalButton")->text(), QStringLiteral("100 %"));
    QVERIFY(part<QToolButton>("zoomOutButton")->toolTip().contains(QStringLiteral("Smaller (-)")));
    part<QToolButton>("zoomOutButton")->click();
    QVERIFY(m_page->view()->zoom() < 1.0);
    QCOMPARE(part<QToolButton>("zoomOriginalButton")->text(), QStringLiteral("83 %"));
    part<QToolButton>("zoomInButton")->click();
    QCOMPARE(qRound(m_page->view()->zoom() * 100), 100);
    part<QToolButton>("zoomFitButton")->click();
    QVERIFY(m_page->view()->zoom() < 1.0);
}

void tst_GraphPage::asText_ofAThousandTasks_blocksNothing()
{
    const ReviewFacts large = factsOf(longTemplate(1'000));
    show(large);
    m_page->view()->setCurrent(0);
    Heartbeat heartbeat;
    part<QToolButton>("asTextButton")->click();
    QTest::qWait(400);
    auto *outline = part<QListView>("graphOutline");
    for (int i = 0; i < 10; ++i)
        QTest::keyClick(outline, Qt::Key_Down);
    QCOMPARE(outline->currentIndex().row(), 10);
    m_page->resize(900, 500);
    QTest::qWait(400);
    QVERIFY2(heartbeat.longestMilliseconds() < 50,
             qPrintable(QString::number(heartbeat.longestMilliseconds())));
}

void tst_GraphPage::everyStop_hasAName()
{
    show(m_facts);
    QCOMPARE(namelessStops(*m_page), QStringList());
    part<QToolButton>("asTextButton")->click();
    QCOMPARE(namelessStops(*m_page), QStringList());
}

QTEST_MAIN(tst_GraphPage)
#include "tst_graphpage.moc"
