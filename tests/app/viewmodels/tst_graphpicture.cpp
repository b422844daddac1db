// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/graphpicture.h"
#include "app/viewmodels/graphwords.h"
#include "graphfacts.h"

#include <QTest>

using namespace countersign;

namespace {

//! "from kind to", one a way.
QStringList waysOf(const GraphPicture &picture)
{
    const QStringList kinds{QStringLiteral("next"),   QStringLiteral("success"),
                            QStringLiteral("error"),  QStringLiteral("cancel"),
                            QStringLiteral("choice"), QStringLiteral("default"),
                            QStringLiteral("inside")};
    const auto nameOf = [&](int index) {
        const GraphNode &node = picture.nodes[static_cast<size_t>(index)];
        return node.kind == GraphNode::Kind::End       ? QStringLiteral("END")
               : node.kind == GraphNode::Kind::Missing ? QString(u'?' + node.name)
                                                       : node.name;
    };
    QStringList ways;
    for (const GraphEdge &edge : picture.edges)
        ways += QStringLiteral("%1 %2 %3")
                    .arg(nameOf(edge.from), kinds.at(static_cast<int>(edge.kind)), nameOf(edge.to));
    return ways;
}

const GraphNode *node(const GraphPicture &picture, const QString &name)
{
    for (const GraphNode &candidate : picture.nodes) {
        if (candidate.name == name)
            return &candidate;
    }
    return nullptr;
}

} // namespace

class tst_GraphPicture : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyWay_isDrawn();
    void nodes_sayWhatTheTextSays();
    void sameWayTwice_isDrawnOnce();
    void layoutGraph_holdsEveryNodeAndWay();
    void empty_hasNothing();
    void sentence_tellsEverything();
    void hostileName_isMadeSafe();
};

void tst_GraphPicture::everyWay_isDrawn()
{
    const GraphPicture picture = graphPictureOf(*outlineOfText(everyWayTemplate()));
    QCOMPARE(waysOf(picture), (QStringList{
                                  QStringLiteral("checkImage next decide"),
                                  QStringLiteral("checkImage error END"),
                                  QStringLiteral("decide choice restart"),
                                  QStringLiteral("decide default waitReady"),
                                  QStringLiteral("waitReady next restart"),
                                  QStringLiteral("waitReady error cleanUp"),
                                  QStringLiteral("waitReady cancel cleanUp"),
                                  QStringLiteral("restart next notifyOwner"),
                                  // Skipped, it goes on with the next one of the text.
                                  QStringLiteral("notifyOwner next unreached"),
                                  QStringLiteral("notifyOwner success deploy"),
                                  QStringLiteral("unreached success ?nowhere"),
                                  QStringLiteral("deploy next each"),
                                  QStringLiteral("each inside stopOne"),
                                  QStringLiteral("each success END"),
                                  QStringLiteral("stopOne next startOne"),
                                  QStringLiteral("cleanUp next END"),
                              }));
}

void tst_GraphPicture::nodes_sayWhatTheTextSays()
{
    const GraphPicture picture = graphPictureOf(*outlineOfText(everyWayTemplate()));
    const GraphNode *check = node(picture, QStringLiteral("checkImage"));
    QCOMPARE(check->number, 1);
    QCOMPARE(check->line, 3);
    QCOMPARE(check->call, (ProductCall{QStringLiteral("ECS"), QStringLiteral("DescribeImages")}));
    QVERIFY(!check->hasWhen && !check->hasLoop && check->isReachable);
    QVERIFY(node(picture, QStringLiteral("notifyOwner"))->hasWhen);
    QVERIFY(node(picture, QStringLiteral("restart"))->hasLoop);
    QVERIFY(node(picture, QStringLiteral("each"))->hasLoop);
    QCOMPARE(node(picture, QStringLiteral("deploy"))->childTemplate,
             QStringLiteral("child-deploy"));
    const GraphNode *inner = node(picture, QStringLiteral("startOne"));
    QCOMPARE(inner->kind, GraphNode::Kind::Inner);
    QCOMPARE(inner->number, node(picture, QStringLiteral("each"))->number);
    QCOMPARE(node(picture, QStringLiteral("nowhere"))->kind, GraphNode::Kind::Missing);

    // Reached by a condition that is false alone, so it is reached; this one is not:
    const GraphPicture other = graphPictureOf(*outlineOfText(
        QStringLiteral("Tasks:\n- {Name: a, Action: ACS::Sleep, OnSuccess: c}\n"
                       "- {Name: b, Action: ACS::Sleep}\n- {Name: c, Action: ACS::Sleep}\n")));
    QVERIFY(!node(other, QStringLiteral("b"))->isReachable);
    QVERIFY(node(other, QStringLiteral("c"))->isReachable);
}

void tst_GraphPicture::sameWayTwice_isDrawnOnce()
{
    const GraphPicture picture = graphPictureOf(*outlineOfText(
        QStringLiteral("Tasks:\n- Name: a\n  Action: ACS::Choice\n  Properties:\n"
                       "    DefaultTask: b\n    Choices:\n"
                       "    - {When: x, NextTask: b}\n    - {When: y, NextTask: b}\n"
                       "    - {When: z, NextTask: gone}\n    - {When: z, NextTask: gone}\n"
                       "- {Name: b, Action: ACS::Sleep}\n")));
    QCOMPARE(waysOf(picture),
             (QStringList{QStringLiteral("a choice b"), QStringLiteral("a choice ?gone"),
                          QStringLiteral("a default b"), QStringLiteral("b next END")}));
    QCOMPARE(picture.nodes.size(), 4u);
}

void tst_GraphPicture::layoutGraph_holdsEveryNodeAndWay()
{
    const GraphPicture picture = graphPictureOf(*outlineOfText(everyWayTemplate()));
    const LayoutGraph graph = layoutGraphOf(picture);
    QCOMPARE(graph.nodes.size(), picture.nodes.size());
    QCOMPARE(graph.edges.size(), picture.edges.size());
    QVERIFY(graph.edges[0].isMain);
    QVERIFY(!graph.edges[1].isMain);
}

void tst_GraphPicture::empty_hasNothing()
{
    QCOMPARE(graphPictureOf(TemplateOutline()), GraphPicture());
}

void tst_GraphPicture::sentence_tellsEverything()
{
    const GraphPicture picture = graphPictureOf(*outlineOfText(everyWayTemplate()));
    const std::vector<TaskExecution> rows{
        taskRow(QStringLiteral("t1"), QStringLiteral("waitReady"), RunStatus::Waiting)};
    const auto states = graphStatesOf(picture, rows, TaskExecutionId(QStringLiteral("t1")), {});
    const auto sentenceOf = [&](const QString &name) {
        return graphNodeSentence(picture, states,
                                 static_cast<size_t>(node(picture, name) - picture.nodes.data()));
    };
    QCOMPARE(
        sentenceOf(QStringLiteral("waitReady")),
        QStringLiteral(
            "Task 3: “waitReady”, ACS::WaitFor · ECS DescribeInstances. State: Waiting. A decision "
            "would be about this task. Then: “restart”. On error: “cleanUp”. When "
            "it is cancelled: “cleanUp”."));
    QCOMPARE(sentenceOf(QStringLiteral("decide")),
             QStringLiteral("Task 2: “decide”, ACS::Choice. It has not run. Choice: “restart”. "
                            "Choice when no other fits: “waitReady”."));
    QCOMPARE(sentenceOf(QStringLiteral("checkImage")),
             QStringLiteral("Task 1: “checkImage”, ECS DescribeImages. It has not run. Then: "
                            "“decide”. On error: the end of the execution."));
    QCOMPARE(sentenceOf(QStringLiteral("stopOne")),
             QStringLiteral("Inside the loop of task 8: “stopOne”, ECS StopInstance. It has not "
                            "run. Then: “startOne”."));
    QCOMPARE(sentenceOf(QStringLiteral("nowhere")),
             QStringLiteral("“nowhere” is named as a target, but the template has no such task."));
}

void tst_GraphPicture::hostileName_isMadeSafe()
{
    GraphNode hostile;
    hostile.name = QStringLiteral("a\u202e\n<b>x</b>\"];n0->n1");
    const QString label = graphNodeLabel(hostile);
    QVERIFY(!label.contains(u'\u202e') && !label.contains(u'\n'));
    QVERIFY(label.contains(QStringLiteral("<b>x</b>")));
}

QTEST_GUILESS_MAIN(tst_GraphPicture)
#include "tst_graphpicture.moc"
