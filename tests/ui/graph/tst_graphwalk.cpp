// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/graphwalk.h"

#include <QTest>

using namespace countersign;

namespace {

using Found = std::optional<std::size_t>;

//! 0 → 1 → 2 below each other; on an error of 1, 3 at its right, which goes on to 2.
GraphPicture picture()
{
    GraphPicture picture;
    picture.nodes.resize(4);
    picture.edges = {{GraphEdge::Kind::OnError, 0, 2},  {GraphEdge::Kind::Next, 0, 1},
                     {GraphEdge::Kind::Next, 1, 2},     {GraphEdge::Kind::OnError, 1, 3},
                     {GraphEdge::Kind::OnCancel, 2, 0}, {GraphEdge::Kind::OnSuccess, 3, 2}};
    return picture;
}

GraphLayout layout()
{
    GraphLayout layout;
    layout.nodes = {QRectF(0, 0, 100, 40), QRectF(0, 100, 100, 40), QRectF(0, 200, 100, 40),
                    QRectF(200, 110, 100, 40)};
    return layout;
}

} // namespace

class tst_GraphWalk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void forwardAndBack_takeTheUsualWayFirst();
    void forward_withoutUsualWay_takesAnother();
    void sideways_goesToTheNeighbour();
    void sideways_withoutNeighbour_followsJumps();
    void ontoItself_isNoStep();
    void outOfRange_isNoStep();
};

void tst_GraphWalk::forwardAndBack_takeTheUsualWayFirst()
{
    QCOMPARE(stepFrom(picture(), layout(), 0, Step::Forward), Found(1));
    QCOMPARE(stepFrom(picture(), layout(), 1, Step::Forward), Found(2));
    QCOMPARE(stepFrom(picture(), layout(), 2, Step::Back), Found(1));
    QCOMPARE(stepFrom(picture(), layout(), 1, Step::Back), Found(0));
}

void tst_GraphWalk::forward_withoutUsualWay_takesAnother()
{
    QCOMPARE(stepFrom(picture(), layout(), 2, Step::Forward), Found(0));
    QCOMPARE(stepFrom(picture(), layout(), 3, Step::Back), Found(1));
}

void tst_GraphWalk::sideways_goesToTheNeighbour()
{
    QCOMPARE(stepFrom(picture(), layout(), 1, Step::Right), Found(3));
    QCOMPARE(stepFrom(picture(), layout(), 3, Step::Left), Found(1));
}

void tst_GraphWalk::sideways_withoutNeighbour_followsJumps()
{
    // Nothing stands at the sides of 0: to the right its error way, to the left what jumps here.
    QCOMPARE(stepFrom(picture(), layout(), 0, Step::Right), Found(2));
    QCOMPARE(stepFrom(picture(), layout(), 0, Step::Left), Found(2));
    QCOMPARE(stepFrom(picture(), layout(), 3, Step::Right), Found());
}

void tst_GraphWalk::ontoItself_isNoStep()
{
    GraphPicture own;
    own.nodes.resize(1);
    own.edges = {{GraphEdge::Kind::OnError, 0, 0}};
    GraphLayout place;
    place.nodes = {QRectF(0, 0, 100, 40)};
    for (const Step step : {Step::Forward, Step::Back, Step::Left, Step::Right})
        QCOMPARE(stepFrom(own, place, 0, step), Found());
}

void tst_GraphWalk::outOfRange_isNoStep()
{
    QCOMPARE(stepFrom({}, {}, 0, Step::Forward), Found());
    QCOMPARE(stepFrom(picture(), {}, 0, Step::Right), Found());
}

QTEST_GUILESS_MAIN(tst_GraphWalk)
#include "tst_graphwalk.moc"
