// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/inboxfilter.h"
#include "waitrows.h"

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QSignalSpy>
#include <QTest>

using namespace countersign;

namespace {

//! What a person would find by reading each row: slow and plain. The waits of waitrows.h are ASCII.
bool fits(const WaitRow &row, const InboxFilterSpec &spec, const QDateTime &now)
{
    const QStringList facts{row.taskName,
                            row.templateName + QLatin1Char(' ') + row.templateVersion,
                            row.profileAlias,
                            row.accountId,
                            row.id.place.region.text(),
                            row.starter.section(u'(', 0, 0),
                            row.id.executionId.text(),
                            row.id.taskExecutionId.text()};
    for (const QString &word : spec.text.split(u' ', Qt::SkipEmptyParts)) {
        const bool isFound = std::any_of(facts.begin(), facts.end(), [&](const QString &fact) {
            return fact.contains(word, Qt::CaseInsensitive);
        });
        if (!isFound)
            return false;
    }
    return (spec.regions.isEmpty() || spec.regions.contains(row.id.place.region)) &&
           (spec.profiles.isEmpty() || spec.profiles.contains(row.id.place.profile)) &&
           (spec.kinds.isEmpty() || spec.kinds.contains(row.kind)) &&
           (spec.groups.isEmpty() || spec.groups.contains(row.group)) &&
           (spec.starter.isEmpty() ||
            row.starter.section(u'(', 0, 0).compare(spec.starter, Qt::CaseInsensitive) == 0) &&
           (!spec.olderThan || row.waitingSince.secsTo(now) >= spec.olderThan->count());
}

//! Words that are in no heading or kind, so that the plain search need not know those.
InboxFilterSpec randomSpec(QRandomGenerator &random)
{
    static const QStringList words{
        QStringLiteral("acme-1"),       QStringLiteral("WEB-fleet-1"), QStringLiteral("hangzhou"),
        QStringLiteral("retitled"),     QStringLiteral("zhang.wei3"),  QStringLiteral("golden"),
        QStringLiteral("exec-0000000"), QStringLiteral("0001 eu-"),    QStringLiteral("nowhere")};
    InboxFilterSpec spec;
    if (random.bounded(3) > 0)
        spec.text = words[random.bounded(int(words.size()))];
    if (random.bounded(4) == 0)
        spec.text += QString(QLatin1Char(' ') + words[random.bounded(int(words.size()))]);
    if (random.bounded(5) == 0)
        spec.regions = {RegionId(QStringLiteral("cn-hangzhou"))};
    if (random.bounded(5) == 0)
        spec.profiles = {ProfileId(QStringLiteral("p0")), ProfileId(QStringLiteral("p2"))};
    if (random.bounded(5) == 0)
        spec.kinds = {WaitKind::HighRisk};
    if (random.bounded(4) == 0)
        spec.groups = {WaitGroup::NeedsYou, static_cast<WaitGroup>(random.bounded(4))};
    if (random.bounded(6) == 0)
        spec.starter = QStringLiteral("ZHANG.wei2");
    if (random.bounded(6) == 0)
        spec.olderThan = std::chrono::hours(random.bounded(100));
    return spec;
}

} // namespace

class tst_InboxFilter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); }
    void random_agreesWithAPlainSearch();
    void setText_oneLayoutChangeAndNoOtherSignal();
    void selection_staysOnItsWait();
    void moves_areForwarded();
    void dataChanged_bringsHidesAndForwards();
    void setNow_bringsRowsThatBecomeOldEnough();
    void text_data();
    void text();
    void rowOf_andWaitRow_agree();
};

void tst_InboxFilter::random_agreesWithAPlainSearch()
{
    InboxModel model;
    InboxFilter filter(model);
    QAbstractItemModelTester tester(&filter,
                                    QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy reset(&filter, &InboxFilter::modelAboutToBeReset);
    QVERIFY(reset.isValid());
    QRandomGenerator random(23);
    std::vector<std::pair<QPersistentModelIndex, WaitRowId>> held;
    QDateTime now({2026, 11, 25}, {10, 0}, Qt::UTC);
    model.setNow(now);
    for (int round = 0; round < 500; ++round) {
        const std::vector<WaitRow> rows = someWaits(random, round % 3 ? 60 : 300);
        if (random.bounded(2))
            model.apply({rows});
        else
            filter.setSpec(randomSpec(random));
        if (random.bounded(10) == 0) {
            now = now.addSecs(random.bounded(9'000));
            model.setNow(now);
        }
        QList<ExecutionId> expected;
        for (int row = 0; row < model.rowCount(); ++row) {
            if (fits(*model.rowAt(row), filter.spec(), now))
                expected.append(model.rowAt(row)->id.executionId);
        }
        QList<ExecutionId> shown;
        for (int row = 0; row < filter.rowCount(); ++row)
            shown.append(filter.waitRow(row).id.executionId);
        QCOMPARE(shown, expected);
        for (const auto &[index, id] : held) {
            if (index.isValid())
                QVERIFY(filter.waitRow(index.row()).id == id);
            else
                QCOMPARE(filter.rowOf(id) < 0 || reset.count() > 0, filter.rowOf(id) < 0);
        }
        held.clear();
        for (int row = 0; row < filter.rowCount(); row += 3)
            held.emplace_back(filter.index(row, 0), filter.waitRow(row).id);
    }
    QCOMPARE(reset.count(), 0);
}

void tst_InboxFilter::setText_oneLayoutChangeAndNoOtherSignal()
{
    InboxModel model;
    std::vector<WaitRow> rows;
    for (int number = 0; number < 300; ++number)
        rows.push_back(waitRow(number));
    model.apply({rows});
    InboxFilter filter(model);
    QSignalSpy layout(&filter, &InboxFilter::layoutChanged);
    QSignalSpy inserted(&filter, &InboxFilter::rowsInserted);
    QSignalSpy removed(&filter, &InboxFilter::rowsRemoved);
    filter.setText(QStringLiteral("zhang.wei3"));
    QCOMPARE(layout.count(), 1);
    QCOMPARE(filter.rowCount(), 43); // numbers below 300 that leave 3 when divided by 7
    filter.setText(QStringLiteral("ZHANG.WEI3 "));
    QCOMPARE(layout.count(), 1);
    filter.setText({});
    QCOMPARE(layout.count(), 2);
    QCOMPARE(filter.rowCount(), 300);
    QCOMPARE(inserted.count() + removed.count(), 0);
}

void tst_InboxFilter::selection_staysOnItsWait()
{
    InboxModel model;
    std::vector<WaitRow> rows;
    for (int number = 0; number < 100; ++number)
        rows.push_back(waitRow(number));
    model.apply({rows});
    InboxFilter filter(model);
    QItemSelectionModel selection(&filter);
    selection.setCurrentIndex(filter.index(59, 0), QItemSelectionModel::ClearAndSelect);
    filter.setText(QStringLiteral("zhang.wei3"));
    QCOMPARE(selection.selectedIndexes().size(), 1);
    QVERIFY(filter.waitRow(selection.selectedIndexes()[0].row()).id == waitRow(59).id);
    QVERIFY(filter.waitRow(selection.currentIndex().row()).id == waitRow(59).id);
    rows.erase(rows.begin(), rows.begin() + 20);
    model.apply({rows});
    filter.setText({});
    QCOMPARE(selection.currentIndex().row(), 39);
    QVERIFY(filter.waitRow(39).id == waitRow(59).id);
}

void tst_InboxFilter::moves_areForwarded()
{
    InboxModel model;
    model.apply({{waitRow(3), waitRow(4), waitRow(10), waitRow(5), waitRow(17)}});
    InboxFilter filter(model);
    filter.setText(QStringLiteral("zhang.wei3"));
    QCOMPARE(filter.rowCount(), 3);
    QSignalSpy moved(&filter, &InboxFilter::rowsMoved);
    model.apply({{waitRow(4), waitRow(10), waitRow(5), waitRow(17), waitRow(3)}});
    QCOMPARE(moved.count(), 1);
    QVERIFY(filter.waitRow(2).id == waitRow(3).id);
    // A hidden row that moves changes nothing that is shown.
    model.apply({{waitRow(10), waitRow(5), waitRow(17), waitRow(3), waitRow(4)}});
    QCOMPARE(moved.count(), 1);
    QVERIFY(filter.waitRow(0).id == waitRow(10).id);
}

void tst_InboxFilter::dataChanged_bringsHidesAndForwards()
{
    InboxModel model;
    std::vector<WaitRow> rows{waitRow(1), waitRow(2), waitRow(3)};
    model.apply({rows});
    InboxFilter filter(model);
    filter.setText(QStringLiteral("wanted"));
    QCOMPARE(filter.rowCount(), 0);
    QSignalSpy inserted(&filter, &InboxFilter::rowsInserted);
    QSignalSpy removed(&filter, &InboxFilter::rowsRemoved);
    QSignalSpy changed(&filter, &InboxFilter::dataChanged);
    rows[0].taskName = QStringLiteral("wanted");
    rows[1].taskName = QStringLiteral("wanted");
    model.apply({rows});
    QCOMPARE(inserted.count(), 1);
    QCOMPARE(filter.rowCount(), 2);
    rows[0].taskName = QStringLiteral("other");
    rows[1].templateVersion = QStringLiteral("v77");
    model.apply({rows});
    QCOMPARE(removed.count(), 1);
    QCOMPARE(filter.rowCount(), 1);
    QCOMPARE(changed.count(), 1);
    QVERIFY(filter.waitRow(0).id == rows[1].id);
}

void tst_InboxFilter::setNow_bringsRowsThatBecomeOldEnough()
{
    InboxModel model;
    const QDateTime start({2026, 11, 25}, {10, 0}, Qt::UTC);
    WaitRow row = waitRow(1);
    row.waitingSince = start.addSecs(-3'500);
    WaitRow unknown = waitRow(2);
    unknown.waitingSince = {};
    model.apply({{row, unknown}});
    model.setNow(start);
    InboxFilter filter(model);
    InboxFilterSpec spec;
    spec.olderThan = std::chrono::hours(1);
    filter.setSpec(spec);
    QCOMPARE(filter.rowCount(), 0);
    model.setNow(start.addSecs(120));
    QCOMPARE(filter.rowCount(), 1);
}

void tst_InboxFilter::text_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<bool>("isFound");
    QTest::newRow("empty") << QString() << true;
    QTest::newRow("blanks") << QStringLiteral("   ") << true;
    QTest::newRow("heading") << QStringLiteral("approval “重启") << true;
    QTest::newRow("full width") << QStringLiteral("ｅｃｓ") << true;
    QTest::newRow("ideographic space") << QStringLiteral("重启　ecs") << true;
    QTest::newRow("other case") << QStringLiteral("HAUPTSTRAßE") << true;
    QTest::newRow("all words") << QStringLiteral("straße hangzhou 2000") << true;
    QTest::newRow("one word missing") << QStringLiteral("straße beijing") << false;
    QTest::newRow("not across facts") << QStringLiteral("hangzhouzhang") << false;
    QTest::newRow("execution id") << QStringLiteral("exec-00000001") << true;
    QTest::newRow("description is not a fact of the list") << QStringLiteral("weekly") << false;
    QTest::newRow("pattern letters are letters") << QStringLiteral(".*") << false;
    QTest::newRow("only 256 characters are looked at")
        << QString(QStringLiteral("straße") + QString(300, u' ') + QStringLiteral("nowhere"))
        << true;
}

void tst_InboxFilter::text()
{
    QFETCH(QString, typed);
    QFETCH(bool, isFound);
    WaitRow row = waitRow(1);
    row.taskName = QStringLiteral("重启ECS");
    row.profileAlias = QStringLiteral("Hauptstraße");
    InboxModel model;
    model.apply({{row}});
    InboxFilter filter(model);
    filter.setText(typed);
    QCOMPARE(filter.rowCount() == 1, isFound);
}

void tst_InboxFilter::rowOf_andWaitRow_agree()
{
    InboxModel model;
    model.apply({{waitRow(3), waitRow(4), waitRow(10)}});
    InboxFilter filter(model);
    filter.setText(QStringLiteral("zhang.wei3"));
    QCOMPARE(filter.rowOf(waitRow(10).id), 1);
    QVERIFY(filter.waitRow(1).id == waitRow(10).id);
    QCOMPARE(filter.rowOf(waitRow(4).id), -1);
    QCOMPARE(filter.rowOf(waitRow(99).id), -1);
    QCOMPARE(filter.columnCount(), 1);
}

QTEST_GUILESS_MAIN(tst_InboxFilter)
#include "tst_inboxfilter.moc"
