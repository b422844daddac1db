// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/outputmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace countersign;

namespace {

OutputRow row(const QString &task, const QString &name, const QByteArray &value)
{
    return {{TaskExecutionId(task), name, 0}, task, *Json::parse(value).json, false};
}

QString text(const OutputModel &model, int line, int column, int role = Qt::DisplayRole)
{
    return model.index(line, column).data(role).toString();
}

const QString find = QStringLiteral("find");
const QString ids = QStringLiteral("ids");

} // namespace

class tst_OutputModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cells_giveTaskNameAndValue();
    void values_keepTheirDigits();
    void textThatIsJson_isIndentedOnDemand();
    void maskedValue_neverLeaves();
    void apply_again_keepsRows();
    void hostileTexts_areSafe();
    void hugeValue_isBounded();
};

void tst_OutputModel::cells_giveTaskNameAndValue()
{
    OutputModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.apply({row({}, QStringLiteral("count"), "3"), row(find, ids, R"(["i-1", "i-2"])"),
                 row(find, {}, R"("plain words")")});
    QCOMPARE(text(model, 0, OutputModel::TaskColumn), QStringLiteral("the whole run"));
    QCOMPARE(text(model, 0, OutputModel::ValueColumn), QStringLiteral("3"));
    QCOMPARE(text(model, 1, OutputModel::TaskColumn), find);
    QCOMPARE(text(model, 1, OutputModel::NameColumn), ids);
    QCOMPARE(text(model, 1, OutputModel::ValueColumn), QStringLiteral(R"(["i-1","i-2"])"));
    QCOMPARE(text(model, 2, OutputModel::NameColumn), QStringLiteral("(without a name)"));
    QCOMPARE(text(model, 2, OutputModel::ValueColumn), QStringLiteral("plain words"));
    QCOMPARE(text(model, 1, OutputModel::TaskColumn, Qt::AccessibleTextRole),
             QStringLiteral(R"(find, ids: ["i-1","i-2"])"));
    QCOMPARE(model.columnCount(), int(OutputModel::ColumnCount));
}

void tst_OutputModel::values_keepTheirDigits()
{
    OutputModel model;
    model.apply({row(find, ids, R"({"n":12345678901234567890,"m":1.0e+2})")});
    QCOMPARE(text(model, 0, 0, OutputModel::ValueRole),
             QStringLiteral(R"({"n":12345678901234567890,"m":1.0e+2})"));
    QCOMPARE(text(model, 0, 0, OutputModel::IndentedRole),
             QStringLiteral("{\n  \"n\": 12345678901234567890,\n  \"m\": 1.0e+2\n}"));
    QCOMPARE(text(model, 0, OutputModel::ValueColumn, OutputModel::CopyRole),
             QStringLiteral(R"({"n":12345678901234567890,"m":1.0e+2})"));
}

void tst_OutputModel::textThatIsJson_isIndentedOnDemand()
{
    OutputModel model;
    model.apply({row(find, ids, R"("[1, 2]")"), row(find, QStringLiteral("b"), R"("{broken")")});
    QCOMPARE(text(model, 0, 0, OutputModel::ValueRole), QStringLiteral("[1, 2]"));
    QCOMPARE(text(model, 0, 0, OutputModel::IndentedRole), QStringLiteral("[\n  1,\n  2\n]"));
    QCOMPARE(text(model, 1, 0, OutputModel::IndentedRole), QStringLiteral("{broken"));
}

void tst_OutputModel::maskedValue_neverLeaves()
{
    OutputModel model;
    OutputRow secret = row(find, QStringLiteral("password"), R"("hunter2")");
    secret.isMasked = true;
    model.apply({secret});
    QCOMPARE(text(model, 0, OutputModel::ValueColumn), QStringLiteral("••••"));
    for (int column = 0; column < OutputModel::ColumnCount; ++column) {
        for (int role = 0; role < Qt::UserRole + 20; ++role)
            QVERIFY(!text(model, 0, column, role).contains(QStringLiteral("hunter")));
    }
}

void tst_OutputModel::apply_again_keepsRows()
{
    OutputModel model;
    QSignalSpy reset(&model, &OutputModel::modelReset);
    model.apply({row(find, ids, "1"), row(find, QStringLiteral("b"), "2")});
    const QPersistentModelIndex held = model.index(1, 0);
    QSignalSpy changed(&model, &OutputModel::dataChanged);
    model.apply({row({}, ids, "0"), row(find, ids, "1"), row(find, QStringLiteral("b"), "3")});
    QCOMPARE(held.row(), 2);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(text(model, 2, OutputModel::ValueColumn), QStringLiteral("3"));
    QCOMPARE(reset.count(), 0);
}

void tst_OutputModel::hostileTexts_areSafe()
{
    OutputModel model;
    model.apply(
        {row(QStringLiteral("<b>\u202E"), QStringLiteral("n\n"), R"("<img>\u0000\u202e")")});
    QCOMPARE(text(model, 0, OutputModel::TaskColumn), QStringLiteral("<b>⟨U+202E⟩"));
    QCOMPARE(text(model, 0, OutputModel::NameColumn), QStringLiteral("n⏎"));
    QCOMPARE(text(model, 0, OutputModel::ValueColumn), QStringLiteral("<img>⟨U+0000⟩⟨U+202E⟩"));
    QVERIFY(!text(model, 0, OutputModel::ValueColumn, Qt::ToolTipRole)
                 .contains(QStringLiteral("<img")));
}

void tst_OutputModel::hugeValue_isBounded()
{
    OutputModel model;
    model.apply({row(find, ids, '"' + QByteArray(1'000'000, 'x') + '"')});
    QVERIFY(text(model, 0, OutputModel::ValueColumn).size() < 1'000);
    const QString shown = text(model, 0, 0, OutputModel::ValueRole);
    QVERIFY(shown.count(u'x') >= 200'000 && shown.size() < 300'000);
    QCOMPARE(text(model, 0, OutputModel::ValueColumn, OutputModel::CopyRole).size(), 1'000'000);
}

QTEST_GUILESS_MAIN(tst_OutputModel)
#include "tst_outputmodel.moc"
