// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/inboxmodel.h"
#include "waitrows.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace countersign;

namespace {

QStringList idsOf(const InboxModel &model)
{
    QStringList ids;
    for (int row = 0; row < model.rowCount(); ++row)
        ids << model.rowAt(row)->id.executionId.text();
    return ids;
}

} // namespace

class tst_InboxModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); }
    void apply_randomSnapshots_neverResetsAndKeepsPersistentIndexes();
    void apply_changedFields_tellsTheirRoles();
    void apply_sameSnapshot_saysNothing();
    void apply_repeatedId_isLeftOut();
    void apply_scatteredGrowth_isFewSignals();
    void apply_inTurns_endsWithTheSame();
    void counts_runsAndWaits();
    void indexOf_findsRowsAfterMoves();
    void setNow_tellsOnlyOfChangedAges();
    void setPlaceState_tellsTheRowsOfThePlace();
    void roles_giveTheFacts();
    void texts_ofHostileRow_haveNoControlOrMarkup();
};

void tst_InboxModel::apply_randomSnapshots_neverResetsAndKeepsPersistentIndexes()
{
    InboxModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy aboutToReset(&model, &InboxModel::modelAboutToBeReset);
    QSignalSpy reset(&model, &InboxModel::modelReset);
    QVERIFY(aboutToReset.isValid() && reset.isValid());
    QRandomGenerator random(11);
    std::vector<std::pair<QPersistentModelIndex, WaitRowId>> held;
    for (int round = 0; round < 500; ++round) {
        const std::vector<WaitRow> rows = someWaits(random, round % 3 ? 40 : 400);
        model.apply({rows});
        QCOMPARE(model.rowCount(), static_cast<int>(rows.size()));
        for (int row = 0; row < model.rowCount(); ++row)
            QVERIFY(*model.rowAt(row) == rows[static_cast<std::size_t>(row)]);
        for (const auto &[index, id] : held) {
            QCOMPARE(QModelIndex(index), model.indexOf(id));
            if (index.isValid())
                QVERIFY(model.rowAt(index.row())->id == id);
        }
        held.clear();
        for (int row = 0; row < model.rowCount(); row += 3)
            held.emplace_back(model.index(row, 0), model.rowAt(row)->id);
    }
    QCOMPARE(aboutToReset.count(), 0);
    QCOMPARE(reset.count(), 0);
}

void tst_InboxModel::apply_changedFields_tellsTheirRoles()
{
    InboxModel model;
    std::vector<WaitRow> rows{waitRow(1), waitRow(2), waitRow(3), waitRow(4)};
    model.apply({rows});
    QSignalSpy changed(&model, &InboxModel::dataChanged);
    rows[1].starter = QStringLiteral("li.na(77)");
    rows[2].starter = QStringLiteral("li.na(77)");
    model.apply({rows});
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed[0][0].toModelIndex().row(), 1);
    QCOMPARE(changed[0][1].toModelIndex().row(), 2);
    const auto roles = changed[0][2].value<QList<int>>();
    QVERIFY(roles.contains(InboxModel::StarterRole));
    QVERIFY(roles.contains(Qt::AccessibleTextRole));
    QVERIFY(!roles.contains(InboxModel::HeadingRole));
    QVERIFY(!roles.contains(InboxModel::TemplateRole));
    QCOMPARE(model.index(1, 0).data(InboxModel::StarterRole).toString(), QStringLiteral("li.na"));
}

void tst_InboxModel::apply_inTurns_endsWithTheSame()
{
    InboxModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.apply({{waitRow(40), waitRow(90)}});
    WaitSnapshot snapshot;
    for (int number = 0; number < 50; ++number)
        snapshot.rows.push_back(waitRow(number));
    // Rows that are known or gone do not count; new ones come in their order.
    QVERIFY(!model.apply(snapshot, 20));
    QCOMPARE(model.waitCount(), 21);
    QVERIFY(model.rowAt(19)->id == waitRow(19).id);
    QVERIFY(model.rowAt(20)->id == waitRow(40).id);
    QVERIFY(!model.apply(snapshot, 20));
    QVERIFY(model.apply(snapshot, 20));
    QCOMPARE(model.waitCount(), 50);
    for (int row = 0; row < 50; ++row)
        QVERIFY(model.rowAt(row)->id == snapshot.rows[std::size_t(row)].id);
    QVERIFY(model.apply({}, 0));
    QCOMPARE(model.waitCount(), 0);
}

void tst_InboxModel::apply_sameSnapshot_saysNothing()
{
    InboxModel model;
    const WaitSnapshot snapshot{{waitRow(1), waitRow(2)}};
    model.apply(snapshot);
    QSignalSpy changed(&model, &InboxModel::dataChanged);
    QSignalSpy inserted(&model, &InboxModel::rowsInserted);
    QSignalSpy removed(&model, &InboxModel::rowsRemoved);
    QSignalSpy counts(&model, &InboxModel::countsChanged);
    model.apply(snapshot);
    QCOMPARE(changed.count() + inserted.count() + removed.count() + counts.count(), 0);
}

void tst_InboxModel::apply_repeatedId_isLeftOut()
{
    InboxModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    WaitRow again = waitRow(1);
    again.taskName = QStringLiteral("other");
    const QStringList expected{waitRow(1).id.executionId.text(), waitRow(2).id.executionId.text()};
    model.apply({{waitRow(1), waitRow(2), again, waitRow(2)}});
    QCOMPARE(idsOf(model), expected);
    model.apply({{waitRow(1), waitRow(2), again, waitRow(2)}});
    QCOMPARE(idsOf(model), expected);
    QCOMPARE(model.rowAt(0)->taskName, waitRow(1).taskName);
}

void tst_InboxModel::apply_scatteredGrowth_isFewSignals()
{
    InboxModel model;
    std::vector<WaitRow> half;
    std::vector<WaitRow> whole;
    for (int number = 0; number < 4'000; ++number) {
        whole.push_back(waitRow(number));
        if (number % 2)
            half.push_back(waitRow(number));
    }
    model.apply({half});
    const QPersistentModelIndex held = model.index(100, 0);
    const WaitRowId id = model.rowAt(100)->id;
    QSignalSpy inserted(&model, &InboxModel::rowsInserted);
    QSignalSpy layout(&model, &InboxModel::layoutChanged);
    model.apply({whole});
    QCOMPARE(inserted.count(), 1);
    QCOMPARE(layout.count(), 1);
    QCOMPARE(held.row(), 201);
    QVERIFY(model.rowAt(held.row())->id == id);
}

void tst_InboxModel::counts_runsAndWaits()
{
    InboxModel model;
    QSignalSpy counts(&model, &InboxModel::countsChanged);
    WaitRow second = waitRow(1);
    second.id.taskExecutionId = TaskExecutionId(QStringLiteral("t-other"));
    model.apply({{waitRow(1), second, waitRow(2)}});
    QCOMPARE(model.runCount(), 2);
    QCOMPARE(model.waitCount(), 3);
    QCOMPARE(counts.count(), 1);
    model.apply({{second, waitRow(2)}});
    QCOMPARE(model.runCount(), 2);
    model.apply({{waitRow(2)}});
    QCOMPARE(model.runCount(), 1);
    model.apply({});
    QCOMPARE(model.runCount(), 0);
    QCOMPARE(model.rowCount(), 0);
}

void tst_InboxModel::indexOf_findsRowsAfterMoves()
{
    InboxModel model;
    model.apply({{waitRow(1), waitRow(2), waitRow(3)}});
    model.apply({{waitRow(3), waitRow(1), waitRow(9), waitRow(2)}});
    QCOMPARE(model.indexOf(waitRow(3).id).row(), 0);
    QCOMPARE(model.indexOf(waitRow(9).id).row(), 2);
    QVERIFY(!model.indexOf(waitRow(8).id).isValid());
    QVERIFY(model.rowAt(-1) == nullptr);
    QVERIFY(model.rowAt(4) == nullptr);
}

void tst_InboxModel::setNow_tellsOnlyOfChangedAges()
{
    InboxModel model;
    const QDateTime start({2026, 11, 25}, {10, 0}, Qt::UTC);
    std::vector<WaitRow> rows{waitRow(1), waitRow(2), waitRow(3), waitRow(4)};
    rows[0].waitingSince = start.addSecs(-30);
    rows[1].waitingSince = start.addSecs(-5 * 60);
    rows[2].waitingSince = {};
    rows[3].waitingSince = start.addDays(-3);
    model.apply({rows});
    QCOMPARE(model.index(1, 0).data(InboxModel::AgeRole).toString(), QString());
    model.setNow(start);
    const auto ages = [&model] {
        QStringList texts;
        for (int row = 0; row < model.rowCount(); ++row)
            texts << model.index(row, 0).data(InboxModel::AgeRole).toString();
        return texts;
    };
    const QStringList atStart = ages();
    QVERIFY(atStart[2].isEmpty());
    QVERIFY(atStart[1].contains(u'5'));
    QVERIFY(atStart[3].contains(u'3'));
    QSignalSpy changed(&model, &InboxModel::dataChanged);
    model.setNow(start.addSecs(20));
    QCOMPARE(changed.count(), 0);
    QCOMPARE(ages(), atStart);
    model.setNow(start.addSecs(40));
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed[0][0].toModelIndex().row(), 0);
    QCOMPARE(changed[0][1].toModelIndex().row(), 0);
    QVERIFY(changed[0][2].value<QList<int>>().contains(InboxModel::AgeRole));
    // Every age that differs from the one before was told of, however the time jumps.
    for (const int seconds : {60, 3'600, 7 * 3'600, 26 * 3'600, 5, 90 * 3'600}) {
        const QStringList before = ages();
        changed.clear();
        model.setNow(start.addSecs(seconds));
        const QStringList after = ages();
        for (int row = 0; row < model.rowCount(); ++row) {
            const bool isTold = std::any_of(changed.begin(), changed.end(), [row](const auto &one) {
                return one[0].toModelIndex().row() <= row && row <= one[1].toModelIndex().row();
            });
            QCOMPARE(isTold, before[row] != after[row]);
        }
    }
}

void tst_InboxModel::setPlaceState_tellsTheRowsOfThePlace()
{
    InboxModel model;
    model.apply({{waitRow(0), waitRow(6), waitRow(1), waitRow(12)}});
    const Place place = waitRow(0).id.place;
    const QDateTime readAt({2026, 11, 25}, {10, 0}, Qt::UTC);
    QSignalSpy changed(&model, &InboxModel::dataChanged);
    model.setPlaceState(place, readAt, true);
    QCOMPARE(changed.count(), 2);
    QCOMPARE(changed[0][1].toModelIndex().row(), 1);
    QCOMPARE(changed[1][0].toModelIndex().row(), 3);
    QCOMPARE(model.index(0, 0).data(InboxModel::ReadAtRole).toDateTime(), readAt);
    QCOMPARE(model.index(0, 0).data(InboxModel::IsStaleRole).toBool(), true);
    QCOMPARE(model.index(2, 0).data(InboxModel::IsStaleRole).toBool(), false);
    model.setPlaceState(place, readAt, true);
    QCOMPARE(changed.count(), 2);
}

void tst_InboxModel::roles_giveTheFacts()
{
    InboxModel model;
    WaitRow row = waitRow(1);
    row.waitingSince = QDateTime({2026, 11, 25}, {9, 55}, Qt::UTC);
    model.apply({{row}});
    model.setNow(QDateTime({2026, 11, 25}, {10, 0}, Qt::UTC));
    const QModelIndex index = model.index(0, 0);
    QVERIFY(index.data(InboxModel::RowIdRole).value<WaitRowId>() == row.id);
    QCOMPARE(index.data(InboxModel::KindRole).value<WaitKind>(), WaitKind::Approval);
    QCOMPARE(index.data(InboxModel::ConfidenceRole).value<Confidence>(), Confidence::Certain);
    QCOMPARE(index.data().toString(), QStringLiteral("Approval “approve1”"));
    QCOMPARE(index.data(InboxModel::KindTextRole).toString(), QStringLiteral("Approval"));
    QCOMPARE(index.data(InboxModel::DetailRole).toString(),
             QStringLiteral("restart-web-fleet-1 v1"));
    QCOMPARE(index.data(InboxModel::TaskRole).toString(), QStringLiteral("approve1"));
    QCOMPARE(index.data(InboxModel::AccountRole).toString(), QStringLiteral("acme-1"));
    QCOMPARE(index.data(InboxModel::AccountIdRole).toString(), QStringLiteral("2000000000000001"));
    QCOMPARE(index.data(InboxModel::RegionRole).toString(), QStringLiteral("cn-hangzhou"));
    QCOMPARE(index.data(InboxModel::StarterRole).toString(), QStringLiteral("zhang.wei1"));
    QCOMPARE(index.data(InboxModel::WaitingSinceRole).toDateTime(), row.waitingSince);
    QCOMPARE(
        index.data(Qt::AccessibleTextRole).toString(),
        QStringLiteral("Approval “approve1”; Approval, template restart-web-fleet-1 v1, account "
                       "acme-1, region cn-hangzhou, started by zhang.wei1, waiting for 5 min. "
                       "Needs you"));
    QVERIFY(index.data(Qt::ToolTipRole).toString().contains(row.id.executionId.text()));
}

void tst_InboxModel::texts_ofHostileRow_haveNoControlOrMarkup()
{
    const QString hostile = QStringLiteral("<img src='file:///etc/passwd'>%1%2\u202E\u200B") +
                            QChar(0) + QChar(0xD800) + QStringLiteral("\n\t") +
                            QString(1'000'000, u'x');
    WaitRow row = waitRow(1);
    row.id.executionId = ExecutionId(hostile);
    row.id.place.region = RegionId(hostile);
    for (QString *text : {&row.profileAlias, &row.accountId, &row.taskName, &row.templateName,
                          &row.templateVersion, &row.starter, &row.description})
        *text = hostile;
    row.call = {hostile, hostile};
    InboxModel model;
    for (const WaitKind kind : {WaitKind::Approval, WaitKind::HighRisk, WaitKind::BatchPause}) {
        row.kind = kind;
        model.apply({{row}});
        for (int role = 0; role <= InboxModel::GroupCountRole; ++role) {
            const QVariant value = model.index(0, 0).data(role);
            if (value.metaType() != QMetaType::fromType<QString>())
                continue;
            const QString text = value.toString();
            QVERIFY2(text.size() < 20'000, qPrintable(QString::number(role)));
            for (const QChar character : text) {
                QVERIFY2(character == u'\n' || character.isPrint(),
                         qPrintable(QString::number(character.unicode(), 16)));
                QVERIFY(!character.isSurrogate());
            }
            if (role == Qt::ToolTipRole)
                QVERIFY(!text.contains(QStringLiteral("<img")));
        }
    }
}

QTEST_GUILESS_MAIN(tst_InboxModel)
#include "tst_inboxmodel.moc"
