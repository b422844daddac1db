// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/json.h"

#include <QElapsedTimer>
#include <QTest>

using namespace countersign;
using Kind = JsonError::Kind;

class TestJsonLimits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refuses_data();
    void refuses();
    void accepts_data();
    void accepts();
    void namesTheDuplicate();
    void stopsAtLimits();
    void readsDeepTextWithoutTheStack();
    void manyNamesTakeLinearTime();
};

void TestJsonLimits::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<int>("offset");
    const auto row = [](const char *name, const QByteArray &text, Kind kind, int offset) {
        QTest::newRow(name) << text << kind << offset;
    };
    row("empty", "", Kind::Syntax, 0);
    row("blank", " \n", Kind::Syntax, 2);
    row("garbage behind", "{} x", Kind::Syntax, 3);
    row("two values", "1 2", Kind::Syntax, 2);
    row("nul behind", QByteArray("1\0", 2), Kind::Syntax, 1);
    row("trailing comma", "[1,]", Kind::Syntax, 3);
    row("trailing comma in object", "{\"a\":1,}", Kind::Syntax, 7);
    row("no comma", "[1 2]", Kind::Syntax, 3);
    row("no colon", "{\"a\" 1}", Kind::Syntax, 5);
    row("name without quotes", "{a:1}", Kind::Syntax, 1);
    row("no value", "{\"a\":}", Kind::Syntax, 5);
    row("wrong bracket", "[1}", Kind::Syntax, 2);
    row("open array", "[1", Kind::Syntax, 2);
    row("open object", "{", Kind::Syntax, 1);
    row("open string", "[\"abc", Kind::Syntax, 1);
    row("leading zero", "01", Kind::Syntax, 1);
    row("plus", "+1", Kind::Syntax, 0);
    row("bare minus", "-", Kind::Syntax, 1);
    row("bare point", "1.", Kind::Syntax, 2);
    row("point first", ".5", Kind::Syntax, 0);
    row("bare exponent", "1e+", Kind::Syntax, 3);
    row("not a number", "NaN", Kind::Syntax, 0);
    row("capital", "True", Kind::Syntax, 0);
    row("half word", "nul", Kind::Syntax, 0);
    row("line feed in string", "\"a\nb\"", Kind::Syntax, 2);
    row("unknown escape", "\"\\x41\"", Kind::Syntax, 1);
    row("short escape", "\"\\u12\"", Kind::Syntax, 1);
    row("escape at end", "\"\\", Kind::Syntax, 1);
    row("comment", "/* */1", Kind::Syntax, 0);
    row("single quotes", "'a'", Kind::Syntax, 0);
    row("overlong", "\"\xC0\xAF\"", Kind::BadUtf8, 1);
    row("raw surrogate", "\"\xED\xA0\x80\"", Kind::BadUtf8, 1);
    row("beyond Unicode", "\"\xF4\x90\x80\x80\"", Kind::BadUtf8, 1);
    row("cut sequence", "\"\xE5\x90\"", Kind::BadUtf8, 1);
    row("lone continuation", "\"abcdefgh\x80\"", Kind::BadUtf8, 9);
}

void TestJsonLimits::refuses()
{
    QFETCH(QByteArray, text);
    QFETCH(Kind, kind);
    QFETCH(int, offset);
    const Json::ParseResult result = Json::parse(text);
    QVERIFY(!result);
    QCOMPARE(result.error.kind, kind);
    QCOMPARE(result.error.offset, offset);
    QVERIFY(!result.error.reason.isEmpty());
}

void TestJsonLimits::accepts_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text :
         {"0", "-0", "1E-7", "\"\\ud800\"", "\"\x7F\"", "[[],{}]", " \t\r\n null ", "{\"\":0}",
          "\xEF\xBB\xBF[]", "\"\xF4\x8F\xBF\xBF\"", "{\"a\":1,\"A\":2}"})
        QTest::newRow(text) << QByteArray(text);
}

void TestJsonLimits::accepts()
{
    QFETCH(QByteArray, text);
    QVERIFY(Json::parse(text));
}

void TestJsonLimits::namesTheDuplicate()
{
    const Json::ParseResult result =
        Json::parse("{\n\"Status\": 1,\n\"x\": {},\n  \"St\\u0061tus\": 2}");
    QVERIFY(!result);
    QCOMPARE(result.error.kind, Kind::DuplicateName);
    QCOMPARE(result.error.name, QStringLiteral("Status"));
    QCOMPARE(result.error.firstLine, 2);
    QCOMPARE(result.error.line, 4);
    QCOMPARE(result.error.column, 3);

    QByteArray large = "{";
    for (int i = 0; i < 100; ++i)
        large += "\"n" + QByteArray::number(i) + "\":0,";
    QVERIFY(Json::parse(large + "\"last\":0}"));
    const Json::ParseResult inLarge = Json::parse(large + "\"\\u006e42\":0}");
    QCOMPARE(inLarge.error.kind, Kind::DuplicateName);
    QCOMPARE(inLarge.error.name, QStringLiteral("n42"));
}

void TestJsonLimits::stopsAtLimits()
{
    JsonLimits limits;
    limits.depth = 3;
    QVERIFY(Json::parse("[[[]]]", limits));
    QCOMPARE(Json::parse("[[[[]]]]", limits).error.kind, Kind::TooDeep);
    QCOMPARE(Json::parse("[[[[]]]]", limits).error.offset, 3);
    limits = {};
    limits.members = 4;
    QVERIFY(Json::parse("{\"a\":[1,2],\"b\":3}", limits));
    QCOMPARE(Json::parse("{\"a\":[1,2],\"b\":3,\"c\":4}", limits).error.kind, Kind::TooManyMembers);
    limits = {};
    limits.bytes = 4;
    QVERIFY(Json::parse("1234", limits));
    QCOMPARE(Json::parse("12345", limits).error.kind, Kind::TooLarge);
    limits = {};
    limits.nameBytes = 3;
    QVERIFY(Json::parse("{\"abc\":\"defgh\"}", limits));
    QCOMPARE(Json::parse("{\"abcd\":1}", limits).error.kind, Kind::NameTooLong);
    QCOMPARE(Json::parse("{\"abcd\":1}", limits).error.name, QStringLiteral("abcd"));
    limits = {};
    limits.stringBytes = 3;
    QVERIFY(Json::parse("[\"abc\"]", limits));
    QCOMPARE(Json::parse("[\"abcd\"]", limits).error.kind, Kind::StringTooLong);
}

void TestJsonLimits::readsDeepTextWithoutTheStack()
{
    constexpr int depth = 1'000'000;
    JsonLimits limits;
    limits.depth = depth;
    limits.members = depth;
    const QByteArray text = QByteArray(depth, '[') + QByteArray(depth, ']');
    const Json::ParseResult result = Json::parse(text, limits);
    QVERIFY(result);
    QCOMPARE(result.json->compact(), text);
    QVERIFY(*result.json == *Json::parse(' ' + text, limits).json);
    QCOMPARE(Json::parse(QByteArray(depth, '[')).error.kind, Kind::TooDeep);
}

void TestJsonLimits::manyNamesTakeLinearTime()
{
    QByteArray text = "{";
    for (int i = 0; i < 190'000; ++i)
        text += "\"n" + QByteArray::number(i) + "\":0,";
    text += "\"z\":0}";
    QElapsedTimer timer;
    timer.start();
    QVERIFY(Json::parse(text));
    // Pairwise comparison takes minutes; the bound leaves room for slow and busy machines.
    QVERIFY(timer.elapsed() < 10'000);
}

QTEST_APPLESS_MAIN(TestJsonLimits)
#include "tst_jsonlimits.moc"
