// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/dotlayouter.h"
#include "tests/fakes/heartbeat.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace countersign;
using namespace std::chrono_literals;

namespace {

//! Tasks in a row, every third with a way on errors to a task further down.
LayoutGraph chain(int length, int jump)
{
    LayoutGraph graph;
    graph.nodes.assign(static_cast<std::size_t>(length), QSizeF(220, 62));
    for (int i = 0; i + 1 < length; ++i)
        graph.edges.push_back({i, i + 1, true});
    for (int i = 0; i < length; i += 3)
        graph.edges.push_back({i, std::min(length - 1, i + jump), false});
    return graph;
}

bool isNear(const QRectF &box, const QPointF &point)
{
    return box.adjusted(-4, -4, 4, 4).contains(point);
}

} // namespace

//! With the program dot as it is installed, and with programs that misbehave.
class tst_DotLayouter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void small_isLayered();
    void everyEdgeBeginsAndEndsAtItsNodes();
    void thousandTasks_areLaidOutWithoutBlocking();
    void tooLarge_standsInTextOrderAtOnce();
    void program_misbehaves_data();
    void program_misbehaves();
    void program_isMissing();
    void again_theFirstIsGivenUp();
    void contextGone_nothingRuns();
    void cancelled_nothingRuns();

private:
    //! Lays out and waits.
    GraphLayout laidOut(DotLayouter &layouter, const LayoutGraph &graph);
    QString script(const QByteArray &text);
    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_DotLayouter::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

GraphLayout tst_DotLayouter::laidOut(DotLayouter &layouter, const LayoutGraph &graph)
{
    std::optional<GraphLayout> result;
    bool isInside = true;
    layouter.layOut(graph, this, [&](const GraphLayout &layout) {
        if (isInside)
            qCritical("the callback ran inside of the call");
        result = layout;
    });
    isInside = false;
    [&] { QTRY_VERIFY_WITH_TIMEOUT(result, 60'000); }();
    return result.value_or(GraphLayout());
}

QString tst_DotLayouter::script(const QByteArray &text)
{
    const QString path = m_folder->filePath(QStringLiteral("program"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return {};
    file.write("#!/bin/sh\n" + text + "\n");
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return path;
}

void tst_DotLayouter::small_isLayered()
{
    DotLayouter layouter;
    LayoutGraph graph = chain(6, 3);
    const GraphLayout layout = laidOut(layouter, graph);
    QCOMPARE(layout.arrangement, GraphLayout::Arrangement::Layered);
    QCOMPARE(layout.reason, GraphLayout::Reason::None);
    for (std::size_t i = 1; i < graph.nodes.size(); ++i)
        QVERIFY(layout.nodes[i - 1].bottom() < layout.nodes[i].top());
    for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j)
            QVERIFY(!layout.nodes[i].intersects(layout.nodes[j]));
    }
}

void tst_DotLayouter::everyEdgeBeginsAndEndsAtItsNodes()
{
    // A way back, two between the same nodes, one onto itself, a node without any.
    LayoutGraph graph;
    graph.nodes.assign(5, QSizeF(220, 62));
    graph.edges = {{0, 1, true},  {1, 2, true},  {2, 0, false}, {0, 1, false},
                   {2, 2, false}, {0, 3, false}, {3, 2, false}};
    DotLayouter layouter;
    const GraphLayout layout = laidOut(layouter, graph);
    QCOMPARE(layout.arrangement, GraphLayout::Arrangement::Layered);
    QCOMPARE(layout.edges.size(), graph.edges.size());
    for (std::size_t i = 0; i < graph.edges.size(); ++i) {
        const auto from = static_cast<std::size_t>(graph.edges[i].from);
        const auto to = static_cast<std::size_t>(graph.edges[i].to);
        QVERIFY2(isNear(layout.nodes[from], layout.edges[i].front()),
                 qPrintable(QString::number(i)));
        QVERIFY2(isNear(layout.nodes[to], layout.edges[i].back()), qPrintable(QString::number(i)));
    }
}

void tst_DotLayouter::thousandTasks_areLaidOutWithoutBlocking()
{
    DotLayouter layouter({}, 60s);
    const LayoutGraph graph = chain(1'000, 20);
    Heartbeat heartbeat;
    const GraphLayout layout = laidOut(layouter, graph);
    QVERIFY2(heartbeat.longestMilliseconds() < 50,
             qPrintable(QString::number(heartbeat.longestMilliseconds())));
    QCOMPARE(layout.arrangement, GraphLayout::Arrangement::Layered);
    QCOMPARE(layout.nodes.size(), 1'000u);
}

void tst_DotLayouter::tooLarge_standsInTextOrderAtOnce()
{
    // A program that would write down that it was started.
    const QString mark = m_folder->filePath(QStringLiteral("started"));
    DotLayouter layouter(script("touch " + mark.toUtf8()));
    Heartbeat heartbeat;
    const GraphLayout layout = laidOut(layouter, chain(1'000, 1'000));
    QVERIFY(heartbeat.longestMilliseconds() < 50);
    QCOMPARE(layout.arrangement, GraphLayout::Arrangement::TextOrder);
    QCOMPARE(layout.reason, GraphLayout::Reason::TooLarge);
    QVERIFY(!QFile::exists(mark));
}

void tst_DotLayouter::program_misbehaves_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<GraphLayout::Reason>("reason");
    QTest::newRow("fails") << QByteArray("exit 1") << GraphLayout::Reason::Failed;
    QTest::newRow("crashes") << QByteArray("kill -SEGV $$") << GraphLayout::Reason::Failed;
    QTest::newRow("says nothing") << QByteArray("exit 0") << GraphLayout::Reason::Failed;
    QTest::newRow("says something else") << QByteArray("echo hello") << GraphLayout::Reason::Failed;
    QTest::newRow("never ends") << QByteArray("exec sleep 600") << GraphLayout::Reason::TimeLimit;
    QTest::newRow("does not read")
        << QByteArray("exec sleep 600 <&-") << GraphLayout::Reason::TimeLimit;
    QTest::newRow("never stops talking") << QByteArray("exec yes") << GraphLayout::Reason::Failed;
}

void tst_DotLayouter::program_misbehaves()
{
    QFETCH(QByteArray, text);
    QFETCH(GraphLayout::Reason, reason);
    DotLayouter layouter(script(text), reason == GraphLayout::Reason::TimeLimit ? 300ms : 30s);
    const GraphLayout layout = laidOut(layouter, chain(4, 2));
    QCOMPARE(layout.reason, reason);
    QCOMPARE(layout.arrangement, GraphLayout::Arrangement::TextOrder);
    QCOMPARE(layout.nodes.size(), 4u);
}

void tst_DotLayouter::program_isMissing()
{
    DotLayouter layouter(QStringLiteral("/nonexistent/dot"));
    const GraphLayout layout = laidOut(layouter, chain(4, 2));
    QCOMPARE(layout.reason, GraphLayout::Reason::NoProgram);
    QCOMPARE(layout.nodes.size(), 4u);
}

void tst_DotLayouter::again_theFirstIsGivenUp()
{
    DotLayouter layouter;
    bool hasFirst = false;
    layouter.layOut(chain(300, 20), this, [&](const GraphLayout &) { hasFirst = true; });
    QTest::qWait(20);
    const GraphLayout layout = laidOut(layouter, chain(5, 2));
    QCOMPARE(layout.nodes.size(), 5u);
    QTest::qWait(200);
    QVERIFY(!hasFirst);
}

void tst_DotLayouter::contextGone_nothingRuns()
{
    DotLayouter layouter;
    bool hasRun = false;
    {
        QObject context;
        layouter.layOut(chain(5, 2), &context, [&](const GraphLayout &) { hasRun = true; });
    }
    QTest::qWait(500);
    QVERIFY(!hasRun);
}

void tst_DotLayouter::cancelled_nothingRuns()
{
    bool hasRun = false;
    {
        DotLayouter layouter(script("exec sleep 600"));
        layouter.layOut(chain(5, 2), this, [&](const GraphLayout &) { hasRun = true; });
        QTest::qWait(100);
        layouter.cancel();
        layouter.layOut(chain(5, 2), this, [&](const GraphLayout &) { hasRun = true; });
        QTest::qWait(100);
    }
    QTest::qWait(50);
    QVERIFY(!hasRun);
}

QTEST_GUILESS_MAIN(tst_DotLayouter)
#include "tst_dotlayouter.moc"
