// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/log/logentry.h"

#include <QTest>

#include <type_traits>

using namespace countersign;

namespace {

const QDateTime when(QDate(2026, 2, 3), QTime(4, 5, 6, 789), Qt::UTC);

QString lineOf(const LogEntry &entry)
{
    return logLine(entry, when);
}

template <class Field>
constexpr bool takesText =
    std::is_convertible_v<QString, Field> || std::is_convertible_v<const char *, Field> ||
    std::is_convertible_v<QByteArray, Field>;

} // namespace

class tst_LogEntry : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void text_isNoField();
    void line_hasEveryFieldThatIsSet();
    void line_hasNothingElse();
    void foreignText_isNotKept_data();
    void foreignText_isNotKept();
    void codes_data();
    void codes();
    void execution_ofAnotherShape_data();
    void execution_ofAnotherShape();
};

void tst_LogEntry::text_isNoField()
{
    static_assert(!takesText<decltype(LogEntry::event)>);
    static_assert(!takesText<decltype(LogEntry::profile)>);
    static_assert(!takesText<decltype(LogEntry::region)>);
    static_assert(!takesText<decltype(LogEntry::operation)>);
    static_assert(!takesText<decltype(LogEntry::execution)>);
    static_assert(!takesText<decltype(LogEntry::decision)>);
    static_assert(!takesText<decltype(LogEntry::code)>);
    static_assert(!takesText<decltype(LogEntry::requestId)>);
    static_assert(!takesText<decltype(LogEntry::count)>);
    // One more field is one more line here.
    const auto &[event, profile, region, operation, execution, decision, state, failure, status,
                 code, request, duration, bytesOut, bytesIn, keychain, trouble, count] =
        LogEntry{.event = LogEvent::Read};
    QCOMPARE(event, LogEvent::Read);
    QVERIFY(profile.isEmpty() && region.isEmpty() && operation.text().isEmpty());
    QVERIFY(execution.isEmpty() && code.text().isEmpty() && request.text().isEmpty());
    QVERIFY(!decision && !state && !failure && status == 0 && !duration && !bytesOut && !bytesIn);
    QVERIFY(!keychain && !trouble && !count);
}

void tst_LogEntry::line_hasEveryFieldThatIsSet()
{
    LogEntry entry{.event = LogEvent::Send};
    entry.profile = ProfileId(QStringLiteral("1a2b3c4d-0000-4000-8000-000000000000"));
    entry.region = RegionId(QStringLiteral("ap-southeast-1"));
    entry.operation = OperationName(QStringLiteral("NotifyExecution"));
    entry.execution = ExecutionId(QStringLiteral("exec-9f8e7d6c5b4a39281706"));
    const DecisionId decision{"00000000000000000000000000000000"};
    entry.decision = decision;
    entry.state = DecisionState::Ambiguous;
    entry.failure = Error::Kind::TimedOut;
    entry.httpStatus = 503;
    entry.code = ServiceCode(QStringLiteral("Throttling.User"));
    entry.requestId = ServiceRequestId(QStringLiteral("C8B26B44-0189-443E-9816-D951F59623A9"));
    entry.duration = std::chrono::milliseconds(1'234);
    entry.bytesOut = 0;
    entry.bytesIn = 56;
    entry.keychain = KeychainState::Slow;
    entry.trouble = KeychainProblem::Locked;
    entry.count = 7;
    QCOMPARE(lineOf(entry),
             QStringLiteral("2026-02-03T04:05:06.789Z Send profile=1a2b3c4d region=ap-southeast-1 "
                            "operation=NotifyExecution execution=exec-9f8e7d6c5b4a39281706 "
                            "decision=%1 state=Ambiguous failure=TimedOut status=503 "
                            "code=Throttling.User request=C8B26B44-0189-443E-9816-D951F59623A9 "
                            "ms=1234 out=0 in=56 keychain=Slow trouble=KeychainLocked count=7")
                 .arg(decision.shortForm()));
}

void tst_LogEntry::line_hasNothingElse()
{
    QCOMPARE(lineOf({.event = LogEvent::ProgramStarted}),
             QStringLiteral("2026-02-03T04:05:06.789Z ProgramStarted"));
    QCOMPARE(lineOf({.event = LogEvent::KeyLent, .profile = ProfileId(QStringLiteral("sandbox"))}),
             QStringLiteral("2026-02-03T04:05:06.789Z KeyLent profile=sandbox"));
}

void tst_LogEntry::foreignText_isNotKept_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"hello world", "two\nlines", "a=b", "LTAI5tQwErTy99abcdef",
                             "r7Kq2mZp9Lw4Xc8Vb1Nf6Hj3Td5Gs0", "<b>", "秘密", " ", "../../etc"})
        QTest::newRow(text) << QString::fromUtf8(text);
}

void tst_LogEntry::foreignText_isNotKept()
{
    QFETCH(const QString, text);
    LogEntry entry{.event = LogEvent::Read};
    entry.profile = ProfileId(text);
    entry.region = RegionId(text);
    entry.operation = OperationName(text);
    entry.execution = ExecutionId(text);
    entry.code = ServiceCode(text);
    entry.requestId = ServiceRequestId(text);
    QCOMPARE(lineOf(entry), QStringLiteral("2026-02-03T04:05:06.789Z Read profile=unusual "
                                           "region=unusual operation=other execution=unusual "
                                           "code=unusual request=unusual"));
}

void tst_LogEntry::codes_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<bool>("isKept");
    for (const char *code : {"Throttling", "Throttling.User", "InvalidResourceId.NotFound",
                             "SignatureDoesNotMatch", "Forbidden.RAM", "EntityNotExists.Template"})
        QTest::newRow(code) << QString::fromLatin1(code) << true;
    for (const char *code : {"throttling", ".User", "Throttling.", "A..B", "Code With Blank",
                             "STS.NT1234567890abcd", "Code:1"})
        QTest::newRow(code) << QString::fromLatin1(code) << false;
    QTest::newRow("64") << QString(QStringLiteral("A.") + QString(62, u'g')) << true;
    QTest::newRow("65") << QString(QStringLiteral("A.") + QString(63, u'g')) << false;
}

void tst_LogEntry::codes()
{
    QFETCH(const QString, code);
    QFETCH(const bool, isKept);
    QCOMPARE(ServiceCode(code).text(), isKept ? code : QStringLiteral("unusual"));
}

void tst_LogEntry::execution_ofAnotherShape_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<bool>("isKept");
    QTest::newRow("id") << QStringLiteral("exec-5b0e41d2c7a94f6e8a13") << true;
    QTest::newRow("child") << QStringLiteral("exec-5b0e41d2c7a9.t0004#2") << true;
    QTest::newRow("no id") << QStringLiteral("5b0e41d2c7a94f6e8a13") << false;
    QTest::newRow("key in its place") << QStringLiteral("exec-r7Kq2mZp9Lw4Xc8Vb1Nf6Hj3") << false;
    QTest::newRow("line feed") << QStringLiteral("exec-1\n") << false;
}

void tst_LogEntry::execution_ofAnotherShape()
{
    QFETCH(const QString, id);
    QFETCH(const bool, isKept);
    const QString line = lineOf({.event = LogEvent::Read, .execution = ExecutionId(id)});
    QVERIFY2(
        line.endsWith(QStringLiteral("execution=") + (isKept ? id : QStringLiteral("unusual"))),
        qPrintable(line));
}

QTEST_GUILESS_MAIN(tst_LogEntry)
#include "tst_logentry.moc"
