// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/bulkselection.h"

#include <QTest>

using namespace countersign;

namespace {

std::vector<WaitRow> rows(WaitKind kind, int count,
                          const QString &region = QStringLiteral("cn-hangzhou"))
{
    std::vector<WaitRow> made(static_cast<std::size_t>(count));
    for (WaitRow &row : made) {
        row.kind = kind;
        row.profileAlias = QStringLiteral("acme");
        row.id.place.region = RegionId(region);
    }
    return made;
}

std::vector<WaitRow> joined(std::vector<WaitRow> a, const std::vector<WaitRow> &b)
{
    a.insert(a.end(), b.begin(), b.end());
    return a;
}

} // namespace

class tst_BulkSelection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneKind_hasItsActs_data();
    void oneKind_hasItsActs();
    void severalKinds_saysWhyNot();
    void tooMany_saysWhyNot();
    void places_areCounted();
};

//! Acts are those of oos-api.md 5.3 that need nothing but a note.
void tst_BulkSelection::oneKind_hasItsActs_data()
{
    QTest::addColumn<WaitKind>("kind");
    QTest::addColumn<std::vector<Act>>("acts");
    const std::vector<Act> votes{Act::Approve, Act::Reject};
    QTest::newRow("approval") << WaitKind::Approval << votes;
    QTest::newRow("high risk") << WaitKind::HighRisk << votes;
    QTest::newRow("batch pause") << WaitKind::BatchPause << votes;
    QTest::newRow("manual pause") << WaitKind::ManualPause << votes;
    QTest::newRow("failed tasks") << WaitKind::FailurePause
                                  << std::vector<Act>{Act::RetryTask, Act::SkipTask};
    for (const WaitKind kind : {WaitKind::DebugStep, WaitKind::InsideChild, WaitKind::Unknown})
        QTest::addRow("none for %d", static_cast<int>(kind)) << kind << std::vector<Act>();
}

void tst_BulkSelection::oneKind_hasItsActs()
{
    QFETCH(WaitKind, kind);
    QFETCH(std::vector<Act>, acts);
    const BulkSelection selection = bulkSelectionOf(rows(kind, 3), 3);
    QCOMPARE(selection.acts, acts);
    QCOMPARE(selection.reason.isEmpty(), !acts.empty());
}

void tst_BulkSelection::severalKinds_saysWhyNot()
{
    const BulkSelection selection =
        bulkSelectionOf(joined(rows(WaitKind::Approval, 2), rows(WaitKind::DebugStep, 1)), 3);
    QVERIFY(selection.acts.empty());
    QVERIFY(selection.reason.contains(QStringLiteral("different kinds")));
    QCOMPARE(selection.kinds, QString::fromUtf8("2 × Approval, 1 × Debug step"));
}

void tst_BulkSelection::tooMany_saysWhyNot()
{
    QCOMPARE(bulkSelectionOf(rows(WaitKind::Approval, mostInBulk), mostInBulk).acts.size(),
             std::size_t(2));
    const BulkSelection selection =
        bulkSelectionOf(rows(WaitKind::Approval, mostInBulk + 1), 20'000);
    QVERIFY(selection.acts.empty());
    QVERIFY(selection.reason.contains(QStringLiteral("200")));
    QCOMPARE(selection.count, 20'000);
}

void tst_BulkSelection::places_areCounted()
{
    const BulkSelection selection =
        bulkSelectionOf(joined(rows(WaitKind::Approval, 2),
                               rows(WaitKind::Approval, 1, QStringLiteral("cn-beijing"))),
                        3);
    QCOMPARE(selection.places, (std::vector<QString>{QStringLiteral("acme / cn-hangzhou: 2"),
                                                     QStringLiteral("acme / cn-beijing: 1")}));
}

QTEST_GUILESS_MAIN(tst_BulkSelection)
#include "tst_bulkselection.moc"
