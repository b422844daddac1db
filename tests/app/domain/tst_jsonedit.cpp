// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/jsonedit.h"

#include <QRandomGenerator>
#include <QTest>

using namespace countersign;

namespace {

struct WrittenMember
{
    QString name;
    QByteArray value; //!< as written
    qsizetype nameBegin = 0;
    qsizetype valueBegin = 0;
};

//! An object text and where its members were put while it was written.
struct WrittenObject
{
    QByteArray text;
    std::vector<WrittenMember> members;
};

//! Writes objects with odd but valid layouts, escapes and digits.
class ObjectWriter
{
public:
    explicit ObjectWriter(quint32 seed)
        : m_random(seed)
    {
    }

    int below(int limit) { return static_cast<int>(m_random.bounded(limit)); }

    WrittenObject object()
    {
        WrittenObject result;
        result.text = blanks() + '{';
        const int count = below(9);
        for (int i = 0; i < count; ++i) {
            result.text += (i > 0 ? "," : "") + blanks();
            WrittenMember member;
            member.nameBegin = result.text.size();
            const auto [literal, name] = nameLiteral(i);
            member.name = name;
            result.text += literal + blanks() + ':' + blanks();
            member.valueBegin = result.text.size();
            member.value = value(3);
            result.text += member.value + blanks();
            result.members.push_back(member);
        }
        result.text += count == 0 ? blanks() + '}' : QByteArray("}");
        result.text += blanks();
        return result;
    }

    QByteArray value(int depth)
    {
        static const std::vector<QByteArray> scalars = {"null",
                                                        "true",
                                                        "false",
                                                        "0",
                                                        "-0",
                                                        "1.0e+2",
                                                        "12345678901234567890",
                                                        "0.10",
                                                        "1E-7",
                                                        "\"\"",
                                                        "\"a\\u0041\\/\\n\"",
                                                        "\"\\ud800\"",
                                                        "\"},{\\\"x\\\":\"",
                                                        "\"\xE9\x87\x8D\"",
                                                        "\" : , \"",
                                                        "\"\\\\\""};
        const int kind = depth > 0 ? below(6) : 0;
        if (kind < 4)
            return scalars[static_cast<std::size_t>(below(static_cast<int>(scalars.size())))];
        const bool isObject = kind == 4;
        QByteArray text = isObject ? "{" : "[";
        const int count = below(4);
        for (int i = 0; i < count; ++i) {
            text += (i > 0 ? "," : "") + blanks();
            if (isObject)
                text += "\"n" + QByteArray::number(i) + '"' + blanks() + ':';
            text += blanks() + value(depth - 1) + blanks();
        }
        return text + (isObject ? '}' : ']');
    }

private:
    QByteArray blanks()
    {
        static const std::vector<QByteArray> choices = {"",   "",     " ",      "\n  ",
                                                        "\t", "\r\n", "  \n\t "};
        return choices[static_cast<std::size_t>(below(static_cast<int>(choices.size())))];
    }

    std::pair<QByteArray, QString> nameLiteral(int index)
    {
        const QByteArray number = QByteArray::number(index);
        const QString text = QString::number(index);
        switch (below(4)) {
        case 0:
            return {"\"p\\u0061" + number + '"', QStringLiteral("pa") + text};
        case 1:
            return {"\"q\\\"{," + number + '"', QStringLiteral("q\"{,") + text};
        case 2:
            return {"\"\xE5\x90\x8D" + number + '"', QStringLiteral("名") + text};
        default:
            return {"\"name" + number + '"', QStringLiteral("name") + text};
        }
    }

    QRandomGenerator m_random;
};

//! Length of what two texts have in common at their begin.
qsizetype commonStart(const QByteArray &a, const QByteArray &b)
{
    const auto differs = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
    return differs.first - a.begin();
}

bool isBlank(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

QByteArray withoutBlanks(QByteArray text)
{
    text.removeIf(isBlank);
    return text;
}

} // namespace

class TestJsonEdit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tenThousandObjects_changeInOneMemberOnly();
    void tenThousandObjects_loseOneMemberOnly();
    void tenThousandObjects_gainOneMemberOnly();
    void layouts_data();
    void layouts();
    void nestedMembersAreReached();
    void whatIsNoObjectIsNotEdited();
    void placesOfMembers();
    void pathsOfPlaces_data();
    void pathsOfPlaces();
    void numbersAreOrderedExactly_data();
    void numbersAreOrderedExactly();
};

void TestJsonEdit::tenThousandObjects_changeInOneMemberOnly()
{
    ObjectWriter writer(20190601);
    int edited = 0;
    while (edited < 10'000) {
        const WrittenObject object = writer.object();
        if (object.members.empty())
            continue;
        const auto index =
            static_cast<std::size_t>(writer.below(static_cast<int>(object.members.size())));
        const WrittenMember &member = object.members[index];
        const QByteArray value = writer.value(3);
        const auto result = withMember(object.text, {member.name}, value);
        QVERIFY2(result, object.text.constData());
        const QByteArray expected = object.text.left(member.valueBegin) + value +
                                    object.text.mid(member.valueBegin + member.value.size());
        QCOMPARE(*result, expected);
        ++edited;
    }
}

void TestJsonEdit::tenThousandObjects_loseOneMemberOnly()
{
    ObjectWriter writer(4711);
    int edited = 0;
    while (edited < 10'000) {
        const WrittenObject object = writer.object();
        if (object.members.empty())
            continue;
        const auto index =
            static_cast<std::size_t>(writer.below(static_cast<int>(object.members.size())));
        const WrittenMember &member = object.members[index];
        const auto result = withoutMember(object.text, {member.name});
        QVERIFY2(result, object.text.constData());
        const Json::ParseResult parsed = Json::parse(*result);
        QVERIFY2(parsed, result->constData());
        QCOMPARE(parsed.json->size(), qsizetype(object.members.size() - 1));
        // The others are there with their bytes and in their order.
        qsizetype place = 0;
        for (std::size_t other = 0; other < object.members.size(); ++other) {
            if (other == index)
                continue;
            const WrittenMember &kept = object.members[other];
            QCOMPARE(parsed.json->nameAt(place), kept.name);
            QCOMPARE(parsed.json->at(place).source(), kept.value);
            ++place;
        }
        // One piece is gone: the member, one comma and blanks.
        const qsizetype length = object.text.size() - result->size();
        const qsizetype start = commonStart(object.text, *result);
        bool isOneCut = false;
        for (qsizetype begin = std::max<qsizetype>(0, start - length); begin <= start; ++begin) {
            if (object.text.left(begin) + object.text.mid(begin + length) == *result)
                isOneCut = true;
        }
        QVERIFY2(isOneCut, object.text.constData());
        const QByteArray alone = object.text.mid(
            member.nameBegin, member.valueBegin + member.value.size() - member.nameBegin);
        const qsizetype commas = object.members.size() > 1 ? 1 : 0;
        QCOMPARE(withoutBlanks(*result).size() + withoutBlanks(alone).size() + commas,
                 withoutBlanks(object.text).size());
        ++edited;
    }
}

void TestJsonEdit::tenThousandObjects_gainOneMemberOnly()
{
    ObjectWriter writer(1234);
    for (int edited = 0; edited < 10'000; ++edited) {
        const WrittenObject object = writer.object();
        const QByteArray value = writer.value(3);
        const QString name = QStringLiteral("new \"%1").arg(edited);
        const auto result = withMember(object.text, {name}, value);
        QVERIFY2(result, object.text.constData());
        const qsizetype more = result->size() - object.text.size();
        // Everything up to the new piece and everything behind it is as it was.
        const qsizetype at = object.members.empty() ? object.text.indexOf('{') + 1
                                                    : object.members.back().valueBegin +
                                                          object.members.back().value.size();
        QCOMPARE(result->left(at), object.text.left(at));
        QCOMPARE(result->mid(at + more), object.text.mid(at));
        const Json::ParseResult parsed = Json::parse(*result);
        QVERIFY2(parsed, result->constData());
        QCOMPARE(parsed.json->size(), qsizetype(object.members.size() + 1));
        QCOMPARE(parsed.json->nameAt(parsed.json->size() - 1), name);
        QCOMPARE(parsed.json->at(parsed.json->size() - 1).source(), value);
    }
}

void TestJsonEdit::layouts_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("withB");
    QTest::addColumn<QByteArray>("withoutA");
    QTest::newRow("empty") << QByteArray("{}") << QByteArray("{\n  \"b\": 2\n}")
                           << QByteArray("{}");
    QTest::newRow("one line") << QByteArray("{\"a\":1}") << QByteArray("{\"a\":1,\"b\":2}")
                              << QByteArray("{}");
    QTest::newRow("lines") << QByteArray("{\n  \"a\": 1\n}\n")
                           << QByteArray("{\n  \"a\": 1,\n  \"b\": 2\n}\n") << QByteArray("{}\n");
    QTest::newRow("there") << QByteArray("{ \"b\" : 1 , \"a\":3 }")
                           << QByteArray("{ \"b\" : 2 , \"a\":3 }") << QByteArray("{ \"b\" : 1  }");
    QTest::newRow("first of two") << QByteArray("{\n\t\"a\": 1,\n\t\"c\" :2\n}")
                                  << QByteArray("{\n\t\"a\": 1,\n\t\"c\" :2,\n\t\"b\" :2\n}")
                                  << QByteArray("{\n\t\"c\" :2\n}");
    QTest::newRow("byte order mark")
        << QByteArray("\xEF\xBB\xBF{\"a\":1}") << QByteArray("\xEF\xBB\xBF{\"a\":1,\"b\":2}")
        << QByteArray("\xEF\xBB\xBF{}");
}

void TestJsonEdit::layouts()
{
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, withB);
    QFETCH(const QByteArray, withoutA);
    QCOMPARE(withMember(before, {QStringLiteral("b")}, " 2 "), withB);
    QCOMPARE(withoutMember(before, {QStringLiteral("a")}), withoutA);
}

void TestJsonEdit::nestedMembersAreReached()
{
    const QByteArray text = "{\"a\": {\"b\" : {\"c\":[1, 2]}, \"d\": 1.50}}";
    const QStringList path = {QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")};
    QCOMPARE(withMember(text, path, "true"),
             QByteArray("{\"a\": {\"b\" : {\"c\":true}, \"d\": 1.50}}"));
    QCOMPARE(withoutMember(text, path), QByteArray("{\"a\": {\"b\" : {}, \"d\": 1.50}}"));
    QCOMPARE(withMember(text, {QStringLiteral("a"), QStringLiteral("e")}, "{}"),
             QByteArray("{\"a\": {\"b\" : {\"c\":[1, 2]}, \"d\": 1.50, \"e\": {}}}"));
    QVERIFY(!withMember(text, {QStringLiteral("x"), QStringLiteral("y")}, "1"));
}

void TestJsonEdit::whatIsNoObjectIsNotEdited()
{
    const QString name = QStringLiteral("a");
    for (const char *text : {"", "[]", "[{}]", "1", "{", "{\"a\":1,\"a\":2}", "{} {}"}) {
        QVERIFY2(!withMember(text, {name}, "1"), text);
        QVERIFY2(!withoutMember(text, {name}), text);
    }
    QVERIFY(!withMember("{}", {name}, "1,2"));
    QVERIFY(!withMember("{}", {name}, ""));
    QVERIFY(!withMember("{}", {}, "1"));
}

void TestJsonEdit::placesOfMembers()
{
    const QByteArray text = "{\"a\":1, \"b\\\"\" : [\"x\"]}";
    const auto places = memberPlaces(*Json::parse(text).json, text);
    QCOMPARE(places.size(), std::size_t(2));
    QVERIFY(places[0] == (JsonMemberPlace{QStringLiteral("a"), 1, 4, 5, 6}));
    QVERIFY(places[1] == (JsonMemberPlace{QStringLiteral("b\""), 8, 13, 16, 21}));
}

void TestJsonEdit::pathsOfPlaces_data()
{
    QTest::addColumn<QByteArray>("text"); // the place is where | stands
    QTest::addColumn<QString>("path");
    QTest::newRow("begin") << QByteArray("|{}") << QString();
    QTest::newRow("name") << QByteArray("{\"a\":1,|\"b\":2}") << QStringLiteral("b");
    QTest::newRow("value") << QByteArray("{\"a\":|x}") << QStringLiteral("a");
    QTest::newRow("nested") << QByteArray("{\"a\":{\"b\":[1,{\"c\":|")
                            << QStringLiteral("a.b[1].c");
    QTest::newRow("behind a container") << QByteArray("{\"a\":{\"b\":[1]}|") << QStringLiteral("a");
    QTest::newRow("brackets in text") << QByteArray("{\"a\":\"{[\",\"c\":|") << QStringLiteral("c");
    QTest::newRow("open string") << QByteArray("{\"a\":|\"x") << QStringLiteral("a");
    QTest::newRow("end") << QByteArray("{\"a\":1}|") << QString();
}

void TestJsonEdit::pathsOfPlaces()
{
    QFETCH(QByteArray, text);
    QFETCH(const QString, path);
    const qsizetype offset = text.indexOf('|');
    QCOMPARE(memberPathAt(text.remove(offset, 1), offset), path);
}

void TestJsonEdit::numbersAreOrderedExactly_data()
{
    QTest::addColumn<QByteArray>("less");
    QTest::addColumn<QByteArray>("more");
    QTest::newRow("digits") << QByteArray("9") << QByteArray("10");
    QTest::newRow("beyond doubles")
        << QByteArray("9007199254740992") << QByteArray("9007199254740993");
    QTest::newRow("fraction") << QByteArray("0.09") << QByteArray("0.1");
    QTest::newRow("exponent") << QByteArray("99e0") << QByteArray("1e2");
    QTest::newRow("negative") << QByteArray("-10") << QByteArray("-9.99");
    QTest::newRow("around zero") << QByteArray("-1e-400") << QByteArray("0");
    QTest::newRow("zero and little") << QByteArray("-0.0") << QByteArray("1e-9999999999999999999");
    QTest::newRow("huge") << QByteArray("1e300") << QByteArray("1e9999999999999999999");
    QTest::newRow("prefix") << QByteArray("1.2") << QByteArray("1.23");
}

void TestJsonEdit::numbersAreOrderedExactly()
{
    QFETCH(const QByteArray, less);
    QFETCH(const QByteArray, more);
    const Json first = *Json::parse(less).json;
    const Json second = *Json::parse(more).json;
    QVERIFY(compareNumbers(first, second) == std::strong_ordering::less);
    QVERIFY(compareNumbers(second, first) == std::strong_ordering::greater);
    QVERIFY(compareNumbers(first, first) == std::strong_ordering::equal);
    QVERIFY(!compareNumbers(first, Json::fromString(u"1")));
}

QTEST_GUILESS_MAIN(TestJsonEdit)
#include "tst_jsonedit.moc"
