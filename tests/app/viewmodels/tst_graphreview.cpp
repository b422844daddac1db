// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/graphviewmodel.h"
#include "person.h"

#include <QTemporaryDir>
#include <QTest>

using namespace countersign;

namespace {

QByteArray threeSteps()
{
    return "FormatVersion: OOS-2019-06-01\n"
           "Tasks:\n"
           "  - {Name: first, Action: 'ACS::Sleep', Properties: {Duration: PT1S}}\n"
           "  - {Name: second, Action: 'ACS::Sleep', OnSuccess: last, Properties: {Duration: "
           "PT1S}}\n"
           "  - {Name: last, Action: 'ACS::Sleep', Properties: {Duration: PT1S}}\n";
}

QStringList marked(const GraphViewModel &graph)
{
    QStringList names;
    for (std::size_t i = 0; i < graph.states().size(); ++i) {
        if (graph.states()[i].isNext)
            names += graph.picture().nodes[i].name;
    }
    return names;
}

} // namespace

//! The picture of a review on the real sandbox.
class tst_GraphReview : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void approval_isTheMainTask();
    void debugRun_marksTheNextTask();

private:
    void show(const ExecutionId &run);
    std::unique_ptr<SandboxProcess> m_sandbox;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Person> m_person;
    std::unique_ptr<ReviewViewModel> m_review;
};

void tst_GraphReview::init()
{
    m_sandbox = std::make_unique<SandboxProcess>(QStringLiteral(PROGRAMS));
    m_sandbox->addTemplate(QStringLiteral("ask-one"), testtemplates::approval(1));
    m_sandbox->addTemplate(QStringLiteral("three-steps"), threeSteps());
    QVERIFY2(m_sandbox->start({QStringLiteral("--scenario"), QStringLiteral("empty")}),
             qPrintable(m_sandbox->problem()));
    m_folder = std::make_unique<QTemporaryDir>();
    m_person = std::make_unique<Person>(m_sandbox->announcement(), 0, m_folder->path());
    m_review = std::make_unique<ReviewViewModel>(
        std::make_unique<ReviewFlow>(m_person->world.services()), m_person->files);
}

void tst_GraphReview::cleanup()
{
    m_review.reset();
    m_person.reset();
    m_sandbox.reset();
}

void tst_GraphReview::show(const ExecutionId &run)
{
    m_review->show(m_person->foundRow(run));
    QTRY_COMPARE_WITH_TIMEOUT(m_review->state(), ReviewViewModel::State::Ready, 10'000);
}

void tst_GraphReview::approval_isTheMainTask()
{
    GraphViewModel &graph = *m_review->graph();
    graph.setWatched(true);
    show(m_person->startWaiting(QStringLiteral("ask-one")));
    QTRY_COMPARE_WITH_TIMEOUT(graph.state(), GraphViewModel::State::Ready, 10'000);
    QVERIFY(graph.mainNode());
    const GraphNodeState &main = graph.states()[*graph.mainNode()];
    QCOMPARE(main.row, m_review->taskExecutionId());
    QCOMPARE(main.status, RunStatus::Waiting);
    QVERIFY(main.isSubject);
    QCOMPARE(marked(graph), QStringList());
    m_review->show(std::nullopt);
    QTRY_COMPARE(graph.state(), GraphViewModel::State::Nothing);
}

void tst_GraphReview::debugRun_marksTheNextTask()
{
    const ExecutionId run = m_person->startWaiting(
        QStringLiteral("three-steps"), {{QStringLiteral("Mode"), QStringLiteral("Debug")}});
    show(run);
    GraphViewModel &graph = *m_review->graph();
    QTRY_COMPARE(marked(graph), QStringList{QStringLiteral("first")});
    QVERIFY(m_person->world.call(QStringLiteral("NotifyExecution"),
                                 {{QStringLiteral("ExecutionId"), run.text()},
                                  {QStringLiteral("NotifyType"), QStringLiteral("ExecuteTask")},
                                  {QStringLiteral("TaskName"), QStringLiteral("second")},
                                  {QStringLiteral("Parameters"), QStringLiteral("{}")}}));
    const auto isAtLast = [&] {
        m_review->refresh();
        return marked(graph) == QStringList{QStringLiteral("last")};
    };
    QTRY_VERIFY_WITH_TIMEOUT(isAtLast(), 20'000);
    QCOMPARE(graph.states()[1].status, RunStatus::Success);
}

QTEST_GUILESS_MAIN(tst_GraphReview)
#include "tst_graphreview.moc"
