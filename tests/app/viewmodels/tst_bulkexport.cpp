// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/bulkexport.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace countersign;

namespace {

BulkResult accepted(const QString &note)
{
    BulkResult result;
    result.row.id = {{ProfileId(QStringLiteral("p")), RegionId(QStringLiteral("cn-hangzhou"))},
                     ExecutionId(QStringLiteral("exec-7f3a#1.2")),
                     TaskExecutionId(QStringLiteral("exec-7f3a#1.2.t0002"))};
    result.row.profileAlias = QStringLiteral("acme, prod");
    result.row.taskName = QStringLiteral("ask \"first\"");
    result.record.id = {QByteArray("00112233445566778899aabbccddeeff")};
    result.record.act = Act::Approve;
    result.record.taskExecutionId = result.row.id.taskExecutionId;
    result.record.note = note;
    result.state = QStringLiteral("Accepted");
    result.result = QStringLiteral("accepted");
    result.requestId = QStringLiteral("8C1F2B7E");
    result.sentAt = QDateTime(QDate(2026, 11, 25), QTime(2, 30, 5), Qt::UTC);
    return result;
}

//! A reader of RFC 4180 written for this test: records of fields.
QList<QStringList> readCsv(const QString &text)
{
    QList<QStringList> records;
    QStringList record;
    QString field;
    bool isQuoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (isQuoted && c == u'"' && i + 1 < text.size() && text[i + 1] == u'"') {
            field += c;
            ++i;
        } else if (c == u'"') {
            isQuoted = !isQuoted;
        } else if (!isQuoted && c == u',') {
            record += std::exchange(field, {});
        } else if (!isQuoted && c == u'\r' && i + 1 < text.size() && text[i + 1] == u'\n') {
            record += std::exchange(field, {});
            records += std::exchange(record, {});
            ++i;
        } else {
            field += c;
        }
    }
    return records;
}

QString csvField(const std::vector<BulkResult> &results, const QString &name)
{
    const QList<QStringList> records = readCsv(QString::fromUtf8(bulkResultsAsCsv(results)));
    return records.value(1).value(records.value(0).indexOf(name));
}

} // namespace

class tst_BulkExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void csv_recordsAndFields();
    void csv_formulasAreText_data();
    void csv_formulasAreText();
    void csv_controlsAreVisible();
    void json_isExact();
    void json_nothingSent_isNull();
    void json_controlsAreEscaped();
};

void tst_BulkExport::csv_recordsAndFields()
{
    const QByteArray csv = bulkResultsAsCsv({accepted(QStringLiteral("two\nlines")), accepted({})});
    QVERIFY(csv.startsWith("\"executionId\",\"taskExecutionId\","));
    QVERIFY(csv.endsWith("\"\r\n"));
    const QList<QStringList> records = readCsv(QString::fromUtf8(csv));
    QCOMPARE(records.size(), 3);
    QCOMPARE(records[1].size(), records[0].size());
    QCOMPARE(csvField({accepted({})}, QStringLiteral("executionId")),
             QStringLiteral("exec-7f3a#1.2"));
    QCOMPARE(csvField({accepted({})}, QStringLiteral("profile")), QStringLiteral("acme, prod"));
    QCOMPARE(csvField({accepted({})}, QStringLiteral("task")), QStringLiteral("ask \"first\""));
    QCOMPARE(csvField({accepted(QStringLiteral("two\nlines"))}, QStringLiteral("note")),
             QStringLiteral("two\nlines"));
}

//! security.md D16: = + - @, tab and CR.
void tst_BulkExport::csv_formulasAreText_data()
{
    QTest::addColumn<QString>("note");
    for (const char *start : {"=", "+", "-", "@"})
        QTest::newRow(start) << QString(QLatin1String(start) + QLatin1String("HYPERLINK(1)"));
    QTest::newRow("tab") << QStringLiteral("\t=1+1");
    QTest::newRow("CR") << QStringLiteral("\r=1+1");
    QTest::newRow("full-width") << QString::fromUtf8("＝1+1");
}

void tst_BulkExport::csv_formulasAreText()
{
    QFETCH(QString, note);
    QVERIFY(csvField({accepted(note)}, QStringLiteral("note")).startsWith(u'\''));
}

void tst_BulkExport::csv_controlsAreVisible()
{
    const QString note = QString(QStringLiteral("a") + QChar(0x1B) + QStringLiteral("[31mb") +
                                 QChar(0x9B) + QStringLiteral("c") + QChar(0x202E));
    const QString field = csvField({accepted(note)}, QStringLiteral("note"));
    for (const char16_t hidden : {u'\x1B', u'\x9B', u'\x202E'})
        QVERIFY2(!field.contains(QChar(hidden)), qPrintable(field));
    QVERIFY(field.contains(QStringLiteral("U+202E")));
}

void tst_BulkExport::json_isExact()
{
    const QString note = QStringLiteral("=1+1 \"quoted\"\nnext");
    const QJsonArray array =
        QJsonDocument::fromJson(bulkResultsAsJson({accepted(note), accepted({})})).array();
    QCOMPARE(array.size(), 2);
    const QJsonObject first = array[0].toObject();
    QCOMPARE(first.value(QLatin1String("executionId")).toString(), QStringLiteral("exec-7f3a#1.2"));
    QCOMPARE(first.value(QLatin1String("taskExecutionId")).toString(),
             QStringLiteral("exec-7f3a#1.2.t0002"));
    QCOMPARE(first.value(QLatin1String("note")).toString(), note);
    QCOMPARE(first.value(QLatin1String("act")).toString(), QStringLiteral("Approve"));
    QCOMPARE(first.value(QLatin1String("requestId")).toString(), QStringLiteral("8C1F2B7E"));
    // Tests run in Asia/Shanghai.
    QCOMPARE(first.value(QLatin1String("sentAt")).toString(),
             QStringLiteral("2026-11-25T10:30:05+08:00"));
    QCOMPARE(first.value(QLatin1String("sentAtUtc")).toString(),
             QStringLiteral("2026-11-25T02:30:05Z"));
}

void tst_BulkExport::json_nothingSent_isNull()
{
    BulkResult leftOut;
    leftOut.row.id.executionId = ExecutionId(QStringLiteral("exec-9"));
    leftOut.state = QStringLiteral("LeftOut");
    const QJsonObject only =
        QJsonDocument::fromJson(bulkResultsAsJson({leftOut})).array()[0].toObject();
    QVERIFY(only.value(QLatin1String("sentAt")).isNull());
    QVERIFY(only.value(QLatin1String("decisionId")).isNull());
    QCOMPARE(only.value(QLatin1String("state")).toString(), QStringLiteral("LeftOut"));
}

void tst_BulkExport::json_controlsAreEscaped()
{
    const QString note = QString(QStringLiteral("a") + QChar(0x9B) + QChar(0x202E) + QChar(0x2028));
    const QByteArray json = bulkResultsAsJson({accepted(note)});
    QVERIFY(json.contains("a\\u009b\\u202e\\u2028"));
    QCOMPARE(
        QJsonDocument::fromJson(json).array()[0].toObject().value(QLatin1String("note")).toString(),
        note);
}

QTEST_GUILESS_MAIN(tst_BulkExport)
#include "tst_bulkexport.moc"
