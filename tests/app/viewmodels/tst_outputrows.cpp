// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/outputrows.h"
#include "reviewfacts.h"

#include <QTest>

using namespace countersign;
using namespace countersign::reviewtest;

namespace {

QStringList printed(const std::vector<OutputRow> &rows)
{
    QStringList lines;
    for (const OutputRow &row : rows)
        lines += QStringLiteral("%1/%2=%3")
                     .arg(row.task, row.key.name,
                          row.isMasked ? QStringLiteral("(masked)")
                                       : QString::fromUtf8(row.value.compact()));
    return lines;
}

} // namespace

class tst_OutputRows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rows_ofTheRunComeFirst();
    void secrets_areMasked();
    void nothingThere_saysWhy();
};

void tst_OutputRows::rows_ofTheRunComeFirst()
{
    TaskExecution find = row(QStringLiteral("t1"), QStringLiteral("find"), RunStatus::Success);
    find.outputs = embedded(R"("{\"ids\":[\"i-1\"],\"n\":1.0}")"); // JSON inside text, as received
    TaskExecution item = row(QStringLiteral("t2"), QStringLiteral("stop"), RunStatus::Success);
    item.loopItem = QStringLiteral("i-1");
    item.outputs = EmbeddedJson::from(Json::fromString(u"done"));
    ReviewFacts facts = waitingRun(
        {find, item, row(QStringLiteral("t3"), QStringLiteral("none"), RunStatus::Running)});
    facts.execution.value->outputs = embedded(R"({"count":12345678901234567890})");
    QCOMPARE(printed(outputRowsOf(facts)),
             (QStringList{QStringLiteral("/count=12345678901234567890"),
                          QStringLiteral(R"(find/ids=["i-1"])"), QStringLiteral("find/n=1.0"),
                          QStringLiteral(R"(stop · i-1/="done")")}));
    QVERIFY(noOutputsText(facts).isEmpty());
}

void tst_OutputRows::secrets_areMasked()
{
    TaskExecution task = row(QStringLiteral("t1"), QStringLiteral("find"), RunStatus::Success);
    task.outputs = embedded(R"({"password":"hunter2","user":{"name":"x","token":"hunter2"}})");
    const auto rows = outputRowsOf(waitingRun({task}));
    QCOMPARE(printed(rows),
             (QStringList{QStringLiteral("find/password=(masked)"),
                          QStringLiteral(R"(find/user={"name":"x","token":"••••"})")}));
    QVERIFY(rows[0].value.isNull());
}

void tst_OutputRows::nothingThere_saysWhy()
{
    ReviewFacts facts = waitingRun({});
    QCOMPARE(noOutputsText(facts),
             QStringLiteral("No task of this run has put anything out so far."));
    facts.tasks.value.reset();
    QCOMPARE(noOutputsText(facts), QStringLiteral("The outputs are being read."));
    Error error;
    error.kind = Error::Kind::Forbidden;
    facts.tasks.error = error;
    QVERIFY(noOutputsText(facts).startsWith(QStringLiteral("The outputs could not be read. ")));
}

QTEST_GUILESS_MAIN(tst_OutputRows)
#include "tst_outputrows.moc"
