// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/journalexport.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace countersign;

namespace {

JournalEntry entryWith(const QString &note)
{
    JournalEntry entry;
    entry.record.id = {QByteArray("00112233445566778899aabbccddeeff")};
    entry.record.act = Act::ExecuteTask;
    entry.record.where.accountId = QStringLiteral("2000000000000042");
    entry.record.where.place.region = RegionId(QStringLiteral("cn-hangzhou"));
    entry.record.executionId = ExecutionId(QStringLiteral("exec-1"));
    entry.record.note = note;
    entry.record.frozenAt = QDateTime(QDate(2026, 11, 25), QTime(2, 30, 5), Qt::UTC);
    entry.parametersSha256 = "ab12";
    entry.parametersBytes = 29;
    entry.hash = "cd34";
    JournalStep intent;
    intent.at = QDateTime(QDate(2026, 11, 25), QTime(2, 30, 6, 250), Qt::UTC);
    JournalStep sending = intent;
    sending.state = DecisionState::Sending;
    sending.at = intent.at.addSecs(1);
    sending.facts.request = RequestFacts{
        QStringLiteral("x9Zq"), QStringLiteral("HMAC-SHA1"), "nonce-1", sending.at, {}, "ef56"};
    JournalStep refused = sending;
    refused.state = DecisionState::Refused;
    refused.at = sending.at.addSecs(1);
    refused.facts = {};
    refused.facts.code = QStringLiteral("Forbidden.RAM");
    refused.facts.requestId = QStringLiteral("8C1F2B7E");
    refused.facts.httpStatus = 403;
    entry.steps = {intent, sending, refused};
    return entry;
}

const ChainStamp good = {"99aa", 7, {}};

} // namespace

class tst_JournalExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void jsonLines_oneForEachAndTheChain();
    void jsonLines_hostileNote_isExactAndEscaped();
    void jsonLines_brokenChain_saysSo();
    void csv_fieldsUnderTheirNames();
    void csv_everyLineHasAsManyFields();
    void whatFewRecordsHave_isWritten();
};

void tst_JournalExport::jsonLines_oneForEachAndTheChain()
{
    const QByteArray bytes =
        decisionsAsJsonLines({entryWith(QStringLiteral("ok")), entryWith({})}, good);
    const QByteArrayList lines = bytes.split('\n');
    QCOMPARE(lines.size(), 4);
    QCOMPARE(lines.last(), QByteArray());
    const QJsonObject first = QJsonDocument::fromJson(lines[0]).object();
    // The first 50 bits of 00112233445566…, by hand: 00000 00000 01000 10010 …
    QVERIFY(first[QStringLiteral("decision")].toString().startsWith(QStringLiteral("aais")));
    QCOMPARE(first[QStringLiteral("state")].toString(), QStringLiteral("refused"));
    const QJsonObject record = first[QStringLiteral("record")].toObject();
    QCOMPARE(record[QStringLiteral("note")].toString(), QStringLiteral("ok"));
    QCOMPARE(record[QStringLiteral("frozenAt")].toString(),
             QStringLiteral("2026-11-25T02:30:05.000Z"));
    const QJsonObject parameters = record[QStringLiteral("parameters")].toObject();
    QCOMPARE(parameters[QStringLiteral("sha256")].toString(), QStringLiteral("ab12"));
    QCOMPARE(parameters[QStringLiteral("bytes")].toInt(), 29);
    const QJsonArray steps = first[QStringLiteral("steps")].toArray();
    QCOMPARE(steps.size(), 3);
    const QJsonObject at = steps[0].toObject()[QStringLiteral("at")].toObject();
    QCOMPARE(at[QStringLiteral("utc")].toString(), QStringLiteral("2026-11-25T02:30:06.250Z"));
    QCOMPARE(at[QStringLiteral("local")].toString(), QStringLiteral("2026-11-25T10:30:06+08:00"));
    const QJsonObject facts = steps[2].toObject()[QStringLiteral("facts")].toObject();
    QCOMPARE(facts[QStringLiteral("code")].toString(), QStringLiteral("Forbidden.RAM"));
    const QJsonObject chain =
        QJsonDocument::fromJson(lines[2]).object()[QStringLiteral("chain")].toObject();
    QCOMPARE(chain[QStringLiteral("head")].toString(), QStringLiteral("99aa"));
    QCOMPARE(chain[QStringLiteral("links")].toInt(), 7);
    QCOMPARE(chain[QStringLiteral("decisions")].toInt(), 2);
    QCOMPARE(chain[QStringLiteral("holds")].toBool(), true);
}

void tst_JournalExport::jsonLines_hostileNote_isExactAndEscaped()
{
    const QString note = QStringLiteral(u"a\u202Eb\u009Bc\u001B[1m\n\"=\u540C");
    const QByteArray bytes = decisionsAsJsonLines({entryWith(note)}, good);
    for (const char32_t character : QString::fromUtf8(bytes).toUcs4()) {
        QVERIFY(character == U'\n' || (character >= 0x20 && character != 0x7F &&
                                       !(character >= 0x80 && character < 0xA0)));
        QVERIFY(character != 0x202E);
    }
    const QJsonObject object = QJsonDocument::fromJson(bytes.split('\n')[0]).object();
    QCOMPARE(object[QStringLiteral("record")].toObject()[QStringLiteral("note")].toString(), note);
}

void tst_JournalExport::jsonLines_brokenChain_saysSo()
{
    ChainStamp broken = good;
    broken.problem = JournalProblem{
        JournalProblem::Kind::Damaged, {}, {}, QStringLiteral("record 3 is missing")};
    const QByteArrayList lines = decisionsAsJsonLines({}, broken).split('\n');
    const QJsonObject chain =
        QJsonDocument::fromJson(lines[0]).object()[QStringLiteral("chain")].toObject();
    QCOMPARE(chain[QStringLiteral("holds")].toBool(true), false);
    QCOMPARE(chain[QStringLiteral("finding")].toString(), QStringLiteral("record 3 is missing"));
    QVERIFY(decisionsAsCsv({}, broken).contains("\"record 3 is missing\""));
}

void tst_JournalExport::csv_fieldsUnderTheirNames()
{
    const QByteArrayList lines =
        decisionsAsCsv({entryWith(QStringLiteral("=cmd, \"x\""))}, good).split('\n');
    const QByteArrayList names = lines[0].chopped(1).split(',');
    // No field of this entry but the note holds a comma.
    const QByteArray values = QByteArray(lines[1].chopped(1)).replace("'=cmd, \"\"x\"\"", "NOTE");
    const QByteArrayList cells = values.split(',');
    QCOMPARE(cells.size(), names.size());
    const auto cell = [&](const char *name) {
        return cells.value(names.indexOf(QByteArray(QByteArray("\"") + name + '"')));
    };
    QCOMPARE(cell("note"), QByteArray("\"NOTE\""));
    QCOMPARE(cell("act"), QByteArray("\"ExecuteTask\""));
    QCOMPARE(cell("recordedAt"), QByteArray("\"2026-11-25T02:30:06Z\""));
    QCOMPARE(cell("recordedAtLocal"), QByteArray("\"2026-11-25T10:30:06+08:00\""));
    QCOMPARE(cell("sendingAt"), QByteArray("\"2026-11-25T02:30:07Z\""));
    QCOMPARE(cell("httpStatus"), QByteArray("\"403\""));
    QCOMPARE(cell("requestSha256"), QByteArray("\"ef56\""));
    QCOMPARE(cell("closedAt"), QByteArray("\"\""));
    QCOMPARE(cell("hash"), QByteArray("\"cd34\""));
}

void tst_JournalExport::csv_everyLineHasAsManyFields()
{
    const QByteArray bytes = decisionsAsCsv({entryWith(QStringLiteral("a")), entryWith({})}, good);
    QVERIFY(bytes.endsWith("\r\n"));
    const QByteArrayList lines = bytes.chopped(2).split('\n');
    QCOMPARE(lines.size(), 4);
    for (const QByteArray &line : lines)
        QCOMPARE(line.count(','), lines[0].count(','));
    QVERIFY(lines[3].startsWith("\"chain\",\"99aa\",\"7\",\"holds\",\"\""));
}

void tst_JournalExport::whatFewRecordsHave_isWritten()
{
    JournalEntry entry = entryWith({});
    entry.record.where.environment.isProduction = true;
    entry.record.taskExecutionId = TaskExecutionId(QStringLiteral("exec-1.t1"));
    entry.record.predecessor = DecisionId{QByteArray(32, 'f')};
    entry.intent.requiredApprovals = 2;
    entry.waitsForOthers = true;
    entry.overriddenBy = DecisionId{QByteArray(32, '0')};
    // A reading after the answer has an answer of its own.
    JournalStep checked = entry.steps.back();
    checked.facts.httpStatus = 200;
    checked.facts.requestId = QStringLiteral("of-a-reading");
    entry.steps.push_back(checked);
    const QJsonObject line =
        QJsonDocument::fromJson(decisionsAsJsonLines({entry}, good).split('\n')[0]).object();
    QCOMPARE(line[QStringLiteral("requiredApprovals")].toInt(), 2);
    QCOMPARE(line[QStringLiteral("waitsForOthers")].toBool(), true);
    QCOMPARE(line[QStringLiteral("overriddenBy")].toString(), QString(32, u'0'));
    const QByteArrayList lines = decisionsAsCsv({entry}, good).split('\n');
    const QByteArrayList names = lines[0].chopped(1).split(',');
    const QByteArrayList cells = lines[1].chopped(1).split(',');
    const auto cell = [&](const char *name) {
        return cells.value(names.indexOf(QByteArray(QByteArray("\"") + name + '"')));
    };
    QCOMPARE(cell("production"), QByteArray("\"true\""));
    QCOMPARE(cell("taskExecutions"), QByteArray("\"exec-1.t1\""));
    QCOMPARE(cell("waitsForOthers"), QByteArray("\"true\""));
    QCOMPARE(cell("httpStatus"), QByteArray("\"403\""));
    QCOMPARE(cell("requestId"), QByteArray("\"8C1F2B7E\""));
    // 50 bits: all ones, and all zeros, as the ten letters of a short form.
    QCOMPARE(cell("overriddenBy"), QByteArray("\"aaaaaaaaaa\""));
    QCOMPARE(cell("predecessor"), QByteArray("\"7777777777\""));
}

QTEST_GUILESS_MAIN(tst_JournalExport)
#include "tst_journalexport.moc"
