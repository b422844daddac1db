// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/json.h"

#include <QTest>

using namespace countersign;
using namespace Qt::StringLiterals;

namespace {

Json read(const QByteArray &text)
{
    const Json::ParseResult result = Json::parse(text);
    if (!result)
        qFatal("not read: %s", text.constData());
    return *result.json;
}

} // namespace

class TestJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsDigitsOrderAndSource();
    void findsMembers();
    void unescapesText_data();
    void unescapesText();
    void secretText_isTheSameInUtf8_data();
    void secretText_isTheSameInUtf8();
    void secretText_isWipedWithTheLastHandle();
    void secretText_unreadableIsWipedAtOnce();
    void readsIntegers_data();
    void readsIntegers();
    void knowsPositions();
    void comparesValues_data();
    void comparesValues();
    void laysOut();
    void writes();
    void buildsValues();
    void decodesEmbeddedText_data();
    void decodesEmbeddedText();
    void detachedValueIsTheSameAlone();
    void keepsByteOrderMarkInsideText();
    void isFastOnListPages();
};

void TestJson::keepsDigitsOrderAndSource()
{
    const QByteArray text =
        "{ \"z\" : 1.0e+2, \"a\":12345678901234567890,\"m\":[ 1 ,\"\\u0041\"] }";
    const Json json = read(text);
    QCOMPARE(json.source(), text);
    QCOMPARE(json.compact(),
             QByteArray("{\"z\":1.0e+2,\"a\":12345678901234567890,\"m\":[1,\"\\u0041\"]}"));
    QCOMPARE(json.nameAt(0), QStringLiteral("z"));
    QCOMPARE(json.nameAt(2), QStringLiteral("m"));
    QCOMPARE(json[u"z"].numberText(), QByteArray("1.0e+2"));
    QCOMPARE(json.at(1).numberText(), QByteArray("12345678901234567890"));
    QCOMPARE(json[u"m"].at(1).toString(), QStringLiteral("A"));
    QCOMPARE(json[u"m"].source(), QByteArray("[ 1 ,\"\\u0041\"]"));
    QCOMPARE(*json[u"z"].toDouble(), 100.0);
}

void TestJson::findsMembers()
{
    const Json json =
        read("{\"Name\":1,\"n\\u0061me\":2,\"\xE5\x90\x8D\":3,\"\\ud800\":4,\"\xEF\xBF\xBD\":5}");
    QCOMPARE(json.size(), 5);
    QCOMPARE(json[u"Name"].toInteger(), 1);
    QCOMPARE(json[u"name"].toInteger(), 2);
    QCOMPARE(json[u"名"].toInteger(), 3);
    QCOMPARE(json[QString(QChar(0xD800))].toInteger(), 4);
    QCOMPARE(json[u"\uFFFD"].toInteger(), 5);
    QVERIFY(!json.find(u"NAME"));
    QVERIFY(!json.find(u""));
    QVERIFY(json[u"absent"].isNull());
    QVERIFY(json.at(5).isNull());
    QVERIFY(!read("[1]").find(u"0"));
}

void TestJson::unescapesText_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("simple") << QByteArray("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"")
                            << QStringLiteral("\"\\/\b\f\n\r\t");
    QTest::newRow("nul") << QByteArray("\"a\\u0000b\"")
                         << QString(QChar(u'a')) + QChar(0) + QChar(u'b');
    QTest::newRow("pair") << QByteArray("\"\\ud83d\\ude00\"")
                          << QString::fromUtf8("\xF0\x9F\x98\x80");
    QTest::newRow("lone high") << QByteArray("\"x\\uD83Dy\"")
                               << QStringLiteral("x") + QChar(0xD83D) + u'y';
    QTest::newRow("lone low") << QByteArray("\"\\udc00\"") << QString(QChar(0xDC00));
    QTest::newRow("mixed") << QByteArray("\"\xE5\x90\x8C\\n\xE6\x84\x8F\"")
                           << QString::fromUtf8("同\n意");
}

void TestJson::unescapesText()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, expected);
    QCOMPARE(read(text).toString(), expected);
    QCOMPARE(Json::fromString(expected).toString(), expected);
}

void TestJson::secretText_isTheSameInUtf8_data()
{
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<bool>("isText");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("plain") << QByteArray("\"CAIS+plus/slash==\"") << true
                           << QByteArray("CAIS+plus/slash==");
    QTest::newRow("empty") << QByteArray("\"\"") << true << QByteArray();
    QTest::newRow("escapes") << QByteArray(R"("a\/b\u002bc\n\"\\")") << true
                             << QByteArray("a/b+c\n\"\\");
    QTest::newRow("two bytes") << QByteArray(R"("\u00e9")") << true << QByteArray("\xC3\xA9");
    QTest::newRow("three bytes") << QByteArray(R"("\u540c")") << true << QByteArray("\xE5\x90\x8C");
    QTest::newRow("four bytes") << QByteArray(R"("\ud83d\ude00!")") << true
                                << QByteArray("\xF0\x9F\x98\x80!");
    QTest::newRow("raw bytes") << QByteArray("\"\xC3\xA9\\u0041\"") << true
                               << QByteArray("\xC3\xA9"
                                             "A");
    QTest::newRow("NUL") << QByteArray(R"("a\u0000b")") << true << QByteArray("a\0b", 3);
    QTest::newRow("high surrogate alone") << QByteArray(R"("a\ud83d")") << false << QByteArray();
    QTest::newRow("high surrogate before a letter")
        << QByteArray(R"("\ud83dabcdefgh")") << false << QByteArray();
    QTest::newRow("two high surrogates")
        << QByteArray(R"("\ud83d\ud83d")") << false << QByteArray();
    QTest::newRow("low surrogate alone") << QByteArray(R"("\ude00")") << false << QByteArray();
    QTest::newRow("a number") << QByteArray("12") << false << QByteArray();
    QTest::newRow("null") << QByteArray("null") << false << QByteArray();
}

void TestJson::secretText_isTheSameInUtf8()
{
    QFETCH(QByteArray, source);
    QFETCH(bool, isText);
    QFETCH(QByteArray, bytes);
    const Json::ParseResult parsed = Json::parse(source);
    QVERIFY(parsed);
    const std::optional<SecretBytes> secret = parsed.json->toSecret();
    QCOMPARE(secret.has_value(), isText);
    if (isText)
        QCOMPARE(secret->view().toByteArray(), bytes);
}

void TestJson::secretText_isWipedWithTheLastHandle()
{
    const QByteArray text("{\"secret\":\"example\",\"list\":[1,2]}");
    const QByteArray shared = text; // the same bytes in memory
    QByteArray untouched(text.constData(), text.size());
    Json handle;
    {
        const Json::ParseResult parsed = Json::parseSecret(text);
        QVERIFY(parsed);
        handle = (*parsed.json)[u"list"];
    }
    QCOMPARE(shared, untouched);
    QCOMPARE(handle.size(), 2);
    handle = {};
    QCOMPARE(shared, QByteArray(untouched.size(), '\0'));
}

void TestJson::secretText_unreadableIsWipedAtOnce()
{
    const QByteArray text("{\"secret\":\"example\"");
    const qsizetype size = text.size();
    QVERIFY(!Json::parseSecret(text));
    QCOMPARE(text, QByteArray(size, '\0'));
}

void TestJson::readsIntegers_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isInteger");
    QTest::addColumn<qint64>("expected");
    QTest::newRow("zero") << QByteArray("0") << true << qint64{0};
    QTest::newRow("smallest") << QByteArray("-9223372036854775808") << true
                              << std::numeric_limits<qint64>::min();
    QTest::newRow("largest") << QByteArray("9223372036854775807") << true
                             << std::numeric_limits<qint64>::max();
    QTest::newRow("too large") << QByteArray("9223372036854775808") << false << qint64{0};
    QTest::newRow("fraction") << QByteArray("1.0") << false << qint64{0};
    QTest::newRow("exponent") << QByteArray("1e2") << false << qint64{0};
    QTest::newRow("text") << QByteArray("\"1\"") << false << qint64{0};
}

void TestJson::readsIntegers()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, isInteger);
    QFETCH(qint64, expected);
    const std::optional<qint64> number = read(text).toInteger();
    QCOMPARE(number.has_value(), isInteger);
    if (number)
        QCOMPARE(*number, expected);
}

void TestJson::knowsPositions()
{
    const Json json = read("\xEF\xBB\xBF{\n \"a\": 1,\r\n \"b\": [\n  true]}");
    QCOMPARE(json.offset(), 3);
    QCOMPARE(json[u"a"].line(), 2);
    QCOMPARE(json[u"b"].line(), 3);
    QCOMPARE(json[u"b"].at(0).line(), 4);
    QVERIFY(json[u"b"].at(0).toBool());
}

void TestJson::comparesValues_data()
{
    QTest::addColumn<QByteArray>("a");
    QTest::addColumn<QByteArray>("b");
    QTest::addColumn<bool>("areEqual");
    QTest::newRow("fraction") << QByteArray("1.0") << QByteArray("1") << true;
    QTest::newRow("exponent") << QByteArray("1e2") << QByteArray("100") << true;
    QTest::newRow("small") << QByteArray("0.0120") << QByteArray("12e-3") << true;
    QTest::newRow("minus zero") << QByteArray("-0.0") << QByteArray("0") << true;
    QTest::newRow("sign") << QByteArray("-1") << QByteArray("1") << false;
    QTest::newRow("same double") << QByteArray("9007199254740993") << QByteArray("9007199254740992")
                                 << false;
    QTest::newRow("last digit") << QByteArray("0.10000000000000000001") << QByteArray("0.1")
                                << false;
    QTest::newRow("huge exponent")
        << QByteArray("1e99999999999999999999") << QByteArray("1E+99999999999999999999") << true;
    QTest::newRow("huge differs") << QByteArray("1e99999999999999999999")
                                  << QByteArray("1e-99999999999999999999") << false;
    QTest::newRow("escapes") << QByteArray("\"\\u0041\"") << QByteArray("\"A\"") << true;
    QTest::newRow("member order") << QByteArray("{\"a\":1,\"b\":[2]}")
                                  << QByteArray("{ \"b\":[ 2.0 ],\"a\":1}") << true;
    QTest::newRow("member name") << QByteArray("{\"a\":1}") << QByteArray("{\"b\":1}") << false;
    QTest::newRow("item order") << QByteArray("[1,2]") << QByteArray("[2,1]") << false;
    QTest::newRow("type") << QByteArray("1") << QByteArray("\"1\"") << false;
    QTest::newRow("truth") << QByteArray("true") << QByteArray("false") << false;
    QTest::newRow("blank") << QByteArray("[]") << QByteArray("[ ]") << true;
}

void TestJson::comparesValues()
{
    QFETCH(QByteArray, a);
    QFETCH(QByteArray, b);
    QFETCH(bool, areEqual);
    QCOMPARE(read(a) == read(b), areEqual);
    QCOMPARE(read(b) == read(a), areEqual);
}

void TestJson::laysOut()
{
    const Json json = read("{\"a\":[ ],\"b\":{\"c\":\"x , y\",\"d\":[1,2.50]}}");
    QCOMPARE(json.indented(),
             QByteArray("{\n  \"a\": [],\n  \"b\": {\n    \"c\": \"x , y\",\n    \"d\": [\n"
                        "      1,\n      2.50\n    ]\n  }\n}"));
    QCOMPARE(read(json.indented()).compact(), json.compact());
}

void TestJson::writes()
{
    JsonWriter writer;
    writer.beginObject()
        .member(u"n", 1)
        .member(u"t", true)
        .member(u"s", u"a\"b")
        .name(u"list")
        .beginArray();
    writer.value(u"x")
        .value(read("[1.50, 2]"))
        .null()
        .beginObject()
        .endObject()
        .endArray()
        .member(u"z", qint64{-5});
    QCOMPARE(
        writer.endObject().bytes(),
        QByteArray(
            "{\"n\":1,\"t\":true,\"s\":\"a\\\"b\",\"list\":[\"x\",[1.50,2],null,{}],\"z\":-5}"));
    QCOMPARE(JsonWriter::quoted(QString(QString(QChar(0xDC01)) + QChar(1))),
             QByteArray("\"\\udc01\\u0001\""));
    QCOMPARE(JsonWriter::quoted(u"同意😀"), QByteArray("\"同意😀\""));
}

void TestJson::buildsValues()
{
    const Json json =
        Json::fromMembers({{u"b"_qs, Json::fromInteger(-7)},
                           {u"a"_qs, Json::fromItems({Json(), Json::fromBool(false)})}});
    QCOMPARE(json.compact(), QByteArray("{\"b\":-7,\"a\":[null,false]}"));
    QVERIFY(Json().isNull());
}

void TestJson::decodesEmbeddedText_data()
{
    QTest::addColumn<QByteArray>("received");
    QTest::addColumn<int>("decodings");
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("text");
    QTest::newRow("object") << QByteArray("{\"a\":1}") << 1 << QByteArray("{\"a\":1}") << QString();
    QTest::newRow("text") << QByteArray("\"{\\\"a\\\":1.0}\"") << 1 << QByteArray("{\"a\":1.0}")
                          << QString();
    QTest::newRow("plain") << QByteArray("\"hello {\"") << 1 << QByteArray()
                           << QStringLiteral("hello {");
    QTest::newRow("empty") << QByteArray("\"\"") << 1 << QByteArray() << QString();
    QTest::newRow("null") << QByteArray("null") << 1 << QByteArray() << QString();
    QTest::newRow("once") << QByteArray(R"("\"{\\\"a\\\":1}\"")") << 1
                          << QByteArray(R"("{\"a\":1}")") << QString();
    QTest::newRow("twice") << QByteArray(R"("\"{\\\"a\\\":1}\"")") << 2 << QByteArray("{\"a\":1}")
                           << QString();
    QTest::newRow("duplicate") << QByteArray(R"("{\"a\":1,\"a\":2}")") << 1 << QByteArray()
                               << QStringLiteral("{\"a\":1,\"a\":2}");
}

void TestJson::decodesEmbeddedText()
{
    QFETCH(QByteArray, received);
    QFETCH(int, decodings);
    QFETCH(QByteArray, json);
    QFETCH(QString, text);
    const EmbeddedJson embedded = EmbeddedJson::from(read(received), decodings);
    QCOMPARE(embedded.json ? embedded.json->compact() : QByteArray(), json);
    QCOMPARE(embedded.text, text);
    QCOMPARE(embedded.isEmpty(), json.isEmpty() && text.isEmpty());
}

void TestJson::detachedValueIsTheSameAlone()
{
    const Json whole = read(" {\"x\": [1, {\"b\\u0041\": \"\\n\", \"c\": [1.0]}, 2],\n \"y\": {}}");
    const Json inner = whole[u"x"].at(1);
    const Json alone = inner.detached();
    QCOMPARE(alone.source(), inner.source());
    QCOMPARE(alone, inner);
    QCOMPARE(alone.offset(), qsizetype(0));
    QCOMPARE(alone.nameAt(0), QStringLiteral("bA"));
    QCOMPARE(alone[u"bA"].toString(), QStringLiteral("\n"));
    QCOMPARE(alone[u"c"].at(0).numberText(), QByteArray("1.0"));
    QCOMPARE(alone.size(), qsizetype(2));
    QCOMPARE(whole[u"y"].detached().compact(), QByteArray("{}"));
    QCOMPARE(whole.detached(), whole);
}

void TestJson::keepsByteOrderMarkInsideText()
{
    QCOMPARE(read("\"\xEF\xBB\xBFx\"").toString(), QString(QChar(0xFEFF)) + u'x');
}

void TestJson::isFastOnListPages()
{
    JsonWriter writer;
    writer.beginObject().name(u"Executions").beginArray();
    for (int i = 0; i < 100; ++i) {
        writer.beginObject();
        for (int field = 0; field < 30; ++field)
            writer.member(u"FieldOfARow%1"_qs.arg(field),
                          u"value of about forty characters, number %1"_qs.arg(i));
        writer.endObject();
    }
    const QByteArray page = writer.endArray().endObject().bytes();
    QBENCHMARK
    {
        QVERIFY(Json::parse(page));
    }
}

QTEST_APPLESS_MAIN(TestJson)
#include "tst_json.moc"
