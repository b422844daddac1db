// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/json.h"

#include <nlohmann/json.hpp>

#include <QJsonDocument>
#include <QJsonValue>
#include <QTest>

#include <random>

using namespace countersign;

namespace {

// Deterministic, so that a failure can be repeated.
class Generator
{
public:
    QByteArray value(int depth)
    {
        switch (pick(depth > 0 ? 7 : 5)) {
        case 0:
            return "null";
        case 1:
            return pick(2) ? "true" : "false";
        case 2:
            return QByteArray::number(pick(100'000) - 50'000);
        case 3:
            return QByteArray::number(pick(1000)) + '.' + QByteArray::number(pick(1000)) + 'e' +
                   (pick(2) ? "-" : "+") + QByteArray::number(pick(20));
        case 4:
            return text();
        case 5:
            return list(depth, '[', ']', false);
        default:
            return list(depth, '{', '}', true);
        }
    }

    QByteArray mutated(QByteArray text)
    {
        const int changes = 1 + pick(3);
        for (int i = 0; i < changes && !text.isEmpty(); ++i) {
            const qsizetype place = pick(static_cast<int>(text.size()));
            switch (pick(4)) {
            case 0:
                text.remove(place, 1 + pick(3));
                break;
            case 1:
                text.insert(place, interesting());
                break;
            case 2:
                text[place] = static_cast<char>(pick(256));
                break;
            default:
                text.truncate(place);
            }
        }
        return text;
    }

private:
    int pick(int below) { return std::uniform_int_distribution<int>(0, below - 1)(m_engine); }

    QByteArray interesting()
    {
        constexpr std::array words = {
            "\"",   "\\",   "{",   "}", "[",  "]",       ",",       ":",        "0",
            "-",    ".",    "e",   " ", "\n", "\\u00e9", "\\ud800", "\xC3\xA9", "\xED\xA0\x80",
            "\xFF", "null", "true"};
        return words.at(static_cast<std::size_t>(pick(static_cast<int>(words.size()))));
    }

    QByteArray text()
    {
        constexpr std::array pieces = {
            "abc",  "Zustand",          "\\n",  "\\u0041", "\\ud83d\\ude00",
            "同意", "\xF0\x9F\x98\x80", "\\\"", " ",       "a longer piece of plain text"};
        QByteArray result = "\"";
        for (int i = pick(5); i > 0; --i)
            result += pieces.at(static_cast<std::size_t>(pick(static_cast<int>(pieces.size()))));
        return result + '"';
    }

    QByteArray list(int depth, char open, char close, bool withNames)
    {
        QByteArray result(1, open);
        const int count = pick(6);
        for (int i = 0; i < count; ++i) {
            if (i > 0)
                result += pick(3) ? "," : " ,\n";
            if (withNames)
                result += "\"k" + QByteArray::number(i) + (pick(2) ? "\":" : "\\u0061\" : ");
            result += value(depth - 1);
        }
        return result + close;
    }

    std::mt19937 m_engine{20261125};
};

enum class Verdict { Accepted, Refused, NumberTooLarge };

Verdict verdictOfNlohmann(const QByteArray &text)
{
    try {
        [[maybe_unused]] const auto value = nlohmann::json::parse(text.begin(), text.end());
        return Verdict::Accepted;
    } catch (const nlohmann::json::out_of_range &) {
        return Verdict::NumberTooLarge;
    } catch (const nlohmann::json::exception &) {
        return Verdict::Refused;
    }
}

// A text that differs from the grammar's verdict only by what we are stricter or laxer in.
bool isKnownDifference(const QByteArray &text, const Json::ParseResult &ours)
{
    const bool isStricter = !ours && ours.error.kind == JsonError::Kind::DuplicateName;
    // nlohmann wants surrogate escapes in pairs; its verdict cannot be used with them.
    return isStricter || text.toLower().contains("\\ud");
}

QByteArray wrapped(const QByteArray &value)
{
    return '[' + value + ']';
}

} // namespace

class TestJsonPeers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesOnGeneratedText();
    void agreesOnMutatedText();
    void statesItsDifferences();
};

void TestJsonPeers::agreesOnGeneratedText()
{
    Generator generator;
    for (int i = 0; i < 4'000; ++i) {
        const QByteArray text = wrapped(generator.value(5));
        const Json::ParseResult ours = Json::parse(text);
        QVERIFY2(ours, text.constData());
        QCOMPARE(ours.json->source(), text);
        QCOMPARE(verdictOfNlohmann(text), Verdict::Accepted);
        const QJsonDocument qt = QJsonDocument::fromJson(text);
        QVERIFY2(!qt.isNull(), text.constData());
        const QJsonDocument again = QJsonDocument::fromJson(ours.json->compact());
        QCOMPARE(again, qt);
        QCOMPARE(QJsonDocument::fromJson(ours.json->indented()), qt);
        const auto theirs = nlohmann::json::parse(text.begin(), text.end());
        const QByteArray compact = ours.json->compact();
        QVERIFY(theirs == nlohmann::json::parse(compact.begin(), compact.end()));
        const std::string dumped = theirs.dump();
        // A dump sorts members, writes other escapes and rounds digits only beyond 15 of them.
        const Json::ParseResult back = Json::parse(QByteArray::fromStdString(dumped));
        QVERIFY(back);
        QCOMPARE(back.json->at(0).size(), ours.json->at(0).size());
        QCOMPARE(back.json->at(0).toString(), ours.json->at(0).toString());
    }
}

void TestJsonPeers::agreesOnMutatedText()
{
    Generator generator;
    int accepted = 0;
    int refused = 0;
    for (int i = 0; i < 20'000; ++i) {
        const QByteArray text = generator.mutated(wrapped(generator.value(4)));
        const Json::ParseResult ours = Json::parse(text);
        ++(ours ? accepted : refused);
        if (ours) {
            const Json::ParseResult again = Json::parse(ours.json->compact());
            QVERIFY(again && *again.json == *ours.json);
        }
        if (isKnownDifference(text, ours))
            continue;
        // A number beyond double ends nlohmann's reading, whatever stands behind it.
        const Verdict verdict = verdictOfNlohmann(text);
        if (verdict == Verdict::NumberTooLarge)
            continue;
        QVERIFY2(bool(ours) == (verdict == Verdict::Accepted), text.toHex().constData());
        if (verdict == Verdict::Accepted)
            QVERIFY2(!QJsonDocument::fromJson(text).isNull() || !ours.json->isArray(),
                     text.constData());
    }
    QVERIFY2(accepted > 1'000 && refused > 1'000, "the mutations must give both kinds");
}

void TestJsonPeers::statesItsDifferences()
{
    const QByteArray twice = "{\"a\":1,\"a\":2}";
    QCOMPARE(verdictOfNlohmann(twice), Verdict::Accepted);
    QVERIFY(!QJsonDocument::fromJson(twice).isNull());
    QVERIFY(!Json::parse(twice));

    const QByteArray loneSurrogate = "[\"\\ud800\"]";
    QCOMPARE(verdictOfNlohmann(loneSurrogate), Verdict::Refused);
    QVERIFY(Json::parse(loneSurrogate));

    const QByteArray deep = QByteArray(65, '[') + QByteArray(65, ']');
    QCOMPARE(verdictOfNlohmann(deep), Verdict::Accepted);
    QVERIFY(!QJsonDocument::fromJson(deep).isNull());
    QVERIFY(!Json::parse(deep));

    const QByteArray large = "[1e9999]";
    QCOMPARE(verdictOfNlohmann(large), Verdict::NumberTooLarge);
    QVERIFY(QJsonDocument::fromJson(large).isNull());
    QCOMPARE(Json::parse(large).json->at(0).numberText(), QByteArray("1e9999"));
}

QTEST_APPLESS_MAIN(TestJsonPeers)
#include "tst_jsonpeers.moc"
