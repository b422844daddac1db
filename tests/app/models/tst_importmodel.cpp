// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/importmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace countersign;

namespace {

ImportRow row(int number, const char *name, bool isChoosable = true, bool isChosen = false)
{
    ImportRow made;
    made.number = number;
    made.name = QString::fromLatin1(name);
    made.result = QStringLiteral("Will work");
    made.alias = QStringLiteral("here");
    made.kind = QStringLiteral("Access key");
    made.account = QStringLiteral("1000000000000001");
    made.region = QStringLiteral("cn-hangzhou");
    made.key = QStringLiteral("…0001");
    made.secret = QStringLiteral("keychain");
    made.isChoosable = isChoosable;
    made.isChosen = isChosen;
    return made;
}

} // namespace

class tst_ImportModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cells_haveTheirTexts();
    void ticks_areWhereTheyCanBeSet();
    void tick_asksAndFollows();
    void markup_isPlainInHints();
    void change_keepsTheOtherRows();

private:
    QVariant data(int number, int column, int role = Qt::DisplayRole) const
    {
        return m_model->index(number, column).data(role);
    }
    std::unique_ptr<ImportModel> m_model;
};

void tst_ImportModel::init()
{
    m_model = std::make_unique<ImportModel>();
    new QAbstractItemModelTester(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest, m_model.get());
}

void tst_ImportModel::cells_haveTheirTexts()
{
    m_model->apply({row(0, "first")});
    QCOMPARE(m_model->columnCount(), 8);
    const QStringList titles{QStringLiteral("In the file"), QStringLiteral("What comes of it"),
                             QStringLiteral("Name here"),   QStringLiteral("Kind"),
                             QStringLiteral("Account"),     QStringLiteral("Region"),
                             QStringLiteral("Key id"),      QStringLiteral("Its secret")};
    const QStringList texts{QStringLiteral("first"),
                            QStringLiteral("Will work"),
                            QStringLiteral("here"),
                            QStringLiteral("Access key"),
                            QStringLiteral("1000000000000001"),
                            QStringLiteral("cn-hangzhou"),
                            QStringLiteral("…0001"),
                            QStringLiteral("keychain")};
    for (int column = 0; column < 8; ++column) {
        QCOMPARE(m_model->headerData(column, Qt::Horizontal).toString(), titles[column]);
        QCOMPARE(data(0, column).toString(), texts[column]);
        QCOMPARE(data(0, column, Qt::AccessibleTextRole).toString(),
                 QString(titles[column] + QStringLiteral(": ") + texts[column]));
    }
    QCOMPARE(data(0, 0, ImportModel::VerdictRole).value<ImportVerdict>(), ImportVerdict::Works);
    QVERIFY(!m_model->headerData(0, Qt::Vertical).isValid());
}

void tst_ImportModel::ticks_areWhereTheyCanBeSet()
{
    m_model->apply({row(0, "chosen", true, true), row(1, "left out"), row(2, "cannot", false)});
    QCOMPARE(data(0, 0, Qt::CheckStateRole).toInt(), int(Qt::Checked));
    QCOMPARE(data(1, 0, Qt::CheckStateRole).toInt(), int(Qt::Unchecked));
    QVERIFY(!data(2, 0, Qt::CheckStateRole).isValid());
    QVERIFY(!data(0, 1, Qt::CheckStateRole).isValid());
    QVERIFY(m_model->flags(m_model->index(0, 0)) & Qt::ItemIsUserCheckable);
    QVERIFY(!(m_model->flags(m_model->index(0, 1)) & Qt::ItemIsUserCheckable));
    QVERIFY(!(m_model->flags(m_model->index(2, 0)) & Qt::ItemIsUserCheckable));
}

//! The tick itself changes with the rows alone.
void tst_ImportModel::tick_asksAndFollows()
{
    m_model->apply({row(0, "a"), row(1, "b", false)});
    QSignalSpy wanted(m_model.get(), &ImportModel::choiceWanted);
    QVERIFY(m_model->setData(m_model->index(0, 0), Qt::Checked, Qt::CheckStateRole));
    QCOMPARE(wanted.takeFirst(), (QVariantList{0, true}));
    QCOMPARE(data(0, 0, Qt::CheckStateRole).toInt(), int(Qt::Unchecked));
    QVERIFY(!m_model->setData(m_model->index(1, 0), Qt::Checked, Qt::CheckStateRole));
    QVERIFY(!m_model->setData(m_model->index(0, 1), Qt::Checked, Qt::CheckStateRole));
    QVERIFY(!m_model->setData(m_model->index(0, 0), QStringLiteral("x"), Qt::EditRole));
    QVERIFY(!m_model->setData({}, Qt::Checked, Qt::CheckStateRole));
    QVERIFY(wanted.isEmpty());
    m_model->apply({row(0, "a", true, true), row(1, "b", false)});
    QCOMPARE(data(0, 0, Qt::CheckStateRole).toInt(), int(Qt::Checked));
    QVERIFY(m_model->setData(m_model->index(0, 0), Qt::Unchecked, Qt::CheckStateRole));
    QCOMPARE(wanted.takeFirst(), (QVariantList{0, false}));
}

void tst_ImportModel::markup_isPlainInHints()
{
    m_model->apply({row(0, "<b>bold</b><img src='x'>")});
    const QString hint = data(0, 0, Qt::ToolTipRole).toString();
    QVERIFY2(!hint.contains(QStringLiteral("<b>bold")) && !hint.contains(QStringLiteral("<img")),
             qPrintable(hint));
    QVERIFY(hint.contains(QStringLiteral("bold")));
}

void tst_ImportModel::change_keepsTheOtherRows()
{
    m_model->apply({row(0, "a"), row(1, "b"), row(2, "c")});
    const QPersistentModelIndex last = m_model->index(2, 0);
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    QSignalSpy resets(m_model.get(), &QAbstractItemModel::modelReset);
    m_model->apply({row(0, "a"), row(1, "b", true, true), row(2, "c")});
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.front()[0].toModelIndex().row(), 1);
    QVERIFY(resets.isEmpty());
    QVERIFY(last.isValid() && last.row() == 2);
    m_model->apply({});
    QCOMPARE(m_model->rowCount(), 0);
}

QTEST_GUILESS_MAIN(tst_ImportModel)
#include "tst_importmodel.moc"
