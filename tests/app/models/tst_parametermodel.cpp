// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/parametermodel.h"

#include <QAbstractItemModelTester>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace countersign;

namespace {

EmbeddedJson parameters(const QByteArray &text)
{
    return EmbeddedJson::from(*Json::parse(text).json);
}

QStringList printed(const ParameterModel &model)
{
    QStringList rows;
    for (int row = 0; row < model.rowCount(); ++row)
        rows << QString(model.index(row, 0).data().toString() + QLatin1Char('=') +
                        model.index(row, 1).data().toString());
    return rows;
}

} // namespace

class tst_ParameterModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); }
    void apply_showsValuesAsReceived();
    void apply_again_keepsRows();
    void apply_notAnObject_isOneRow();
    void masked_valueNeverLeaves();
    void changes_standBesideTheValues();
    void changes_ofSecrets_hideBothValues();
    void hugeValue_isCutAndSaysSo();
    void fiveHundred_areAllThere();
};

void tst_ParameterModel::apply_showsValuesAsReceived()
{
    ParameterModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.apply(parameters(R"({"vpc":"vpc-web","days":3,"big":12345678901234567890,"dry":false,)"
                           R"("none":null,"ids":["i-1", "i-2"],"tag":{"a": 1}})"));
    QCOMPARE(printed(model),
             (QStringList{QStringLiteral("vpc=vpc-web"), QStringLiteral("days=3"),
                          QStringLiteral("big=12345678901234567890"), QStringLiteral("dry=false"),
                          QStringLiteral("none=null"), QStringLiteral("ids=[\"i-1\",\"i-2\"]"),
                          QStringLiteral("tag={\"a\":1}")}));
    QCOMPARE(model.columnCount(), int(ParameterModel::ColumnCount));
}

void tst_ParameterModel::apply_again_keepsRows()
{
    ParameterModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy reset(&model, &ParameterModel::modelReset);
    model.apply(parameters(R"({"a":1,"b":2,"c":3})"));
    const QPersistentModelIndex held = model.index(2, 0);
    QSignalSpy changed(&model, &ParameterModel::dataChanged);
    model.apply(parameters(R"({"c":3,"a":5,"d":4})"));
    QCOMPARE(printed(model),
             (QStringList{QStringLiteral("c=3"), QStringLiteral("a=5"), QStringLiteral("d=4")}));
    QCOMPARE(held.row(), 0);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(reset.count(), 0);
}

void tst_ParameterModel::apply_notAnObject_isOneRow()
{
    ParameterModel model;
    model.apply(EmbeddedJson::from(Json::fromString(u"plain words")));
    QCOMPARE(printed(model), QStringList{QStringLiteral("(without a name)=plain words")});
    model.apply(parameters("[1,2]"));
    QCOMPARE(printed(model), QStringList{QStringLiteral("(without a name)=[1,2]")});
    model.apply({});
    QCOMPARE(model.rowCount(), 0);
}

void tst_ParameterModel::masked_valueNeverLeaves()
{
    ParameterModel model;
    model.apply(parameters(R"({"user":"ops","password":"hunter2"})"));
    QSignalSpy changed(&model, &ParameterModel::dataChanged);
    model.setMaskedNames({QStringLiteral("password")});
    QCOMPARE(changed.count(), 1);
    model.apply(parameters(R"({"user":"ops","password":"hunter3"})"));
    QCOMPARE(model.index(1, 1).data().toString(), QStringLiteral("••••"));
    QVERIFY(model.index(1, 1).data(ParameterModel::IsMaskedRole).toBool());
    for (int column = 0; column < ParameterModel::ColumnCount; ++column) {
        for (int role = 0; role < Qt::UserRole + 20; ++role)
            QVERIFY(
                !model.index(1, column).data(role).toString().contains(QStringLiteral("hunter")));
    }
    QCOMPARE(model.index(0, 1).data(ParameterModel::RawValueRole).toString(),
             QStringLiteral("ops"));
}

void tst_ParameterModel::changes_standBesideTheValues()
{
    using Kind = ParameterChange::Kind;
    const auto name = [](const char *text) { return QString::fromLatin1(text); };
    ParameterModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy reset(&model, &ParameterModel::modelReset);
    model.apply(parameters(R"({"idleDays":3,"vpc":"vpc-web","dry":false})"));
    QVERIFY(!model.isCompared());
    QCOMPARE(model.index(0, ParameterModel::EarlierColumn).data().toString(), QString());
    model.setChanges(std::vector<ParameterChange>{
        {name("idleDays"), Kind::Changed, name("30"), name("3"), false},
        {name("vpc"), Kind::New, {}, name("vpc-web"), false},
        {name("zone"), Kind::Gone, name("b"), {}, false}});
    QCOMPARE(
        printed(model),
        (QStringList{QStringLiteral("idleDays · changed=3"), QStringLiteral("vpc · new=vpc-web"),
                     QStringLiteral("dry=false"), QStringLiteral("zone · gone=—")}));
    const auto earlier = [&](int row) {
        return model.index(row, ParameterModel::EarlierColumn).data().toString();
    };
    QCOMPARE(earlier(0), QStringLiteral("30"));
    QCOMPARE(earlier(1), QStringLiteral("—"));
    QCOMPARE(earlier(2), QStringLiteral("the same"));
    QCOMPARE(earlier(3), QStringLiteral("b"));
    QVERIFY(model.index(0, 0).data(ParameterModel::IsChangedRole).toBool());
    QVERIFY(!model.index(2, 0).data(ParameterModel::IsChangedRole).toBool());
    QCOMPARE(model.index(0, 0).data(Qt::AccessibleTextRole).toString(),
             QStringLiteral("idleDays · changed: 3, in the last run 30"));
    // The run is read again, then another one is shown that cannot be compared.
    model.apply(parameters(R"({"idleDays":3,"vpc":"vpc-web","dry":false})"));
    QCOMPARE(model.rowCount(), 4);
    model.setChanges({});
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(earlier(2), QString());
    QCOMPARE(reset.count(), 0);
}

void tst_ParameterModel::changes_ofSecrets_hideBothValues()
{
    ParameterModel model;
    const QString secret = QStringLiteral("password");
    model.setMaskedNames({secret});
    model.apply(parameters(R"({"password":"hunter2"})"));
    // Whatever comes along with the change stays inside.
    model.setChanges(
        std::vector<ParameterChange>{{secret, ParameterChange::Kind::Changed,
                                      QStringLiteral("hunter1"), QStringLiteral("hunter2"), true}});
    for (int column = 0; column < ParameterModel::ColumnCount; ++column) {
        for (int role = 0; role < Qt::UserRole + 20; ++role)
            QVERIFY(
                !model.index(0, column).data(role).toString().contains(QStringLiteral("hunter")));
    }
    QCOMPARE(model.index(0, ParameterModel::EarlierColumn).data().toString(),
             QStringLiteral("••••"));
}

void tst_ParameterModel::hugeValue_isCutAndSaysSo()
{
    ParameterModel model;
    model.apply(parameters("{\"text\":\"" + QByteArray(1'000'000, 'x') + "\"}"));
    const QString shown = model.index(0, 1).data().toString();
    QCOMPARE(shown.count(u'x'), 2'000);
    QVERIFY(shown.contains(QStringLiteral("998000 more character")));
    QVERIFY(model.index(0, 1).data(Qt::ToolTipRole).toString().size() < 50'000);
    model.apply(parameters(R"({"<b>\u202e":"<img src=x>\u0000"})"));
    QCOMPARE(printed(model), QStringList{QStringLiteral("<b>⟨U+202E⟩=<img src=x>⟨U+0000⟩")});
    QVERIFY(!model.index(0, 1).data(Qt::ToolTipRole).toString().contains(QStringLiteral("<img")));
}

void tst_ParameterModel::fiveHundred_areAllThere()
{
    QByteArray text = "{";
    for (int i = 0; i < 500; ++i)
        text += (i ? ",\"p" : "\"p") + QByteArray::number(i) + "\":" + QByteArray::number(i * i);
    ParameterModel model;
    model.apply(parameters(text + "}"));
    QCOMPARE(model.rowCount(), 500);
    QCOMPARE(model.index(499, 1).data().toString(), QStringLiteral("249001"));
}

QTEST_GUILESS_MAIN(tst_ParameterModel)
#include "tst_parametermodel.moc"
