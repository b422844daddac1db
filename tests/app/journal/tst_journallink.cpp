// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/journallink.h"
#include "app/journal/jsonfields.h"
#include "tests/app/journal/journalcases.h"

#include <QTest>

using namespace countersign;
using namespace countersign::journalcases;

// A link whose hashes hold may still say what no journal says.

namespace {

using State = DecisionState;

QDateTime noon()
{
    return {QDate(2026, 3, 2), QTime(12, 0), Qt::UTC};
}

DecisionId own()
{
    return {idOf(1)};
}

QByteArray intent()
{
    return intentContent(1, record(idOf(1), QStringLiteral("t1")), {},
                         {State::IntentRecorded, noon(), std::chrono::milliseconds(5), {}});
}

QByteArray step(State from, State to)
{
    return stepContent(2, own(), from, {to, noon(), std::chrono::milliseconds(6), {}});
}

//! An entry that has come to `state`.
EntryBuilder builderIn(State state)
{
    JournalEntry entry;
    entry.record = record(idOf(1), QStringLiteral("t1"));
    entry.steps.push_back({state, noon(), std::chrono::milliseconds(5), {}});
    return EntryBuilder(entry);
}

bool takes(EntryBuilder builder, const QByteArray &content, qint64 number = 2)
{
    return builder.add(JournalLink::made(number, content, chainBeginning()));
}

QByteArray with(QByteArray content, const char *before, const char *after)
{
    const QByteArray changed = content.replace(before, after);
    return changed;
}

JsonFields fieldsOf(const char *text)
{
    return JsonFields(*Json::parse(text).json);
}

} // namespace

class TestJournalLink : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void soundLinks_areTaken();
    void otherLinks_areRefused_data();
    void otherLinks_areRefused();
    void firstLink_mustBeReadable_data();
    void firstLink_mustBeReadable();
    void removal_isReadStrictly_data();
    void removal_isReadStrictly();
    void fields_ofAnotherKind_areUnreadable();
    void fields_thatMayBeNull();
};

void TestJournalLink::soundLinks_areTaken()
{
    QVERIFY(takes({}, intent(), 1));
    QVERIFY(takes(builderIn(State::Sending), step(State::Sending, State::Accepted)));
    QVERIFY(takes(builderIn(State::Ambiguous), overriddenContent(2, own(), {idOf(2)}, noon())));
    QVERIFY(takes(builderIn(State::Unresolved), closedContent(2, own(), noon(), {})));
    QVERIFY(takes(builderIn(State::Accepted), othersWaitContent(2, own(), noon())));
}

void TestJournalLink::otherLinks_areRefused_data()
{
    QTest::addColumn<State>("state");
    QTest::addColumn<QByteArray>("content");
    const QByteArray accepted = step(State::Sending, State::Accepted);
    QTest::newRow("no JSON") << State::Sending << QByteArray("step");
    QTest::newRow("no object") << State::Sending << QByteArray("[]");
    QTest::newRow("of another number")
        << State::Sending << with(accepted, R"("number":2)", R"("number":3)");
    QTest::newRow("without a time") << State::Sending << with(accepted, R"("at":)", R"("then":)");
    QTest::newRow("of another decision")
        << State::Sending << with(accepted, idOf(1).constData(), idOf(2).constData());
    QTest::newRow("a word nobody knows")
        << State::Accepted << with(accepted, R"("link":"step")", R"("link":"stop")");
    QTest::newRow("a second intent")
        << State::IntentRecorded << intent().replace(R"("number":1)", R"("number":2)");
    QTest::newRow("step from another state")
        << State::IntentRecorded << step(State::Sending, State::Accepted);
    QTest::newRow("step that is not drawn")
        << State::Sending << step(State::Sending, State::ReconciledApplied);
    QTest::newRow("step without its clock")
        << State::Sending << with(accepted, R"("monotonic")", R"("mono")");
    QTest::newRow("step without readable facts")
        << State::Sending << with(accepted, R"("facts":{)", R"("facts":{"x":1},"others":{)");
    QTest::newRow("overridden when settled")
        << State::Refused << overriddenContent(2, own(), {idOf(2)}, noon());
    QTest::newRow("overridden by nothing")
        << State::Ambiguous
        << with(overriddenContent(2, own(), {idOf(2)}, noon()), R"("by")", R"("from")");
    QTest::newRow("closed while open")
        << State::Ambiguous << closedContent(2, own(), noon(), QStringLiteral("seen"));
    QTest::newRow("closed without its note")
        << State::Unresolved << with(closedContent(2, own(), noon(), {}), R"("note")", R"("n")");
    QTest::newRow("waits for others before it was accepted")
        << State::Sending << othersWaitContent(2, own(), noon());
    QTest::newRow("a removal") << State::Accepted << removalContent(2, noon(), noon(), {});
}

void TestJournalLink::otherLinks_areRefused()
{
    QFETCH(State, state);
    QFETCH(QByteArray, content);
    QVERIFY(!takes(builderIn(state), content));
}

void TestJournalLink::firstLink_mustBeReadable_data()
{
    QTest::addColumn<QByteArray>("content");
    const QByteArray whole = intent();
    QTest::newRow("a step") << with(step(State::IntentRecorded, State::Sending), R"("number":2)",
                                    R"("number":1)");
    QTest::newRow("without its clock") << with(whole, R"("monotonic")", R"("mono")");
    QTest::newRow("without intent") << with(whole, R"("intent":{)", R"("intent":{},"other":{)");
    QTest::newRow("without record") << with(whole, R"("record":{)", R"("record":{},"other":{)");
    // The name of the decision in the link and in its record.
    QByteArray two = whole;
    two.replace(whole.indexOf(idOf(1)), idOf(1).size(), idOf(2));
    QTest::newRow("of two decisions") << two;
}

void TestJournalLink::firstLink_mustBeReadable()
{
    QFETCH(QByteArray, content);
    QVERIFY(!takes({}, content, 1));
}

void TestJournalLink::removal_isReadStrictly_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<bool>("isRead");
    const QByteArray whole = removalContent(9, noon(), noon(), {{1, 3}, {5, 5}});
    QTest::newRow("whole") << whole << true;
    QTest::newRow("no JSON") << QByteArray("removal") << false;
    QTest::newRow("of another number") << with(whole, R"("number":9)", R"("number":8)") << false;
    QTest::newRow("another link") << with(whole, R"("removal")", R"("step")") << false;
    QTest::newRow("without ranges") << with(whole, R"("removed")", R"("x")") << false;
    QTest::newRow("a range without an end") << with(whole, "[5,5]", "[5]") << false;
    QTest::newRow("a range of words") << with(whole, "[5,5]", R"(["a",5])") << false;
}

void TestJournalLink::removal_isReadStrictly()
{
    QFETCH(QByteArray, content);
    const auto ranges = readRemoval(9, content);
    QTEST(ranges.has_value(), "isRead");
    if (ranges)
        QCOMPARE(*ranges, (LinkRanges{{1, 3}, {5, 5}}));
}

void TestJournalLink::fields_ofAnotherKind_areUnreadable()
{
    using Read = std::function<void(JsonFields &)>;
    const std::vector<std::pair<const char *, Read>> reads = {
        {R"({"a":1})", [](JsonFields &fields) { fields.text(u"a"); }},
        {R"({"b":1})", [](JsonFields &fields) { fields.text(u"a"); }},
        {R"({"a":"1"})", [](JsonFields &fields) { fields.integer(u"a"); }},
        {R"({"a":1.5})", [](JsonFields &fields) { fields.integer(u"a"); }},
        {R"({"a":"noon"})", [](JsonFields &fields) { fields.time(u"a"); }},
        {R"({"a":{"base":"YQ=="}})", [](JsonFields &fields) { fields.bytes(u"a"); }},
        {R"({"a":["x",1]})", [](JsonFields &fields) { fields.texts(u"a"); }},
        {R"({"a":"x"})", [](JsonFields &fields) { fields.texts(u"a"); }},
        {R"({"b":1})", [](JsonFields &fields) { fields.integerOrNull(u"a"); }},
        {R"({"b":1})", [](JsonFields &fields) { fields.objectOrNull(u"a"); }},
        {R"({"a":"no state"})", [](JsonFields &fields) { fields.word<State>(u"a"); }},
    };
    for (const auto &[text, read] : reads) {
        JsonFields fields = fieldsOf(text);
        QVERIFY(fields.isGood());
        read(fields);
        QVERIFY2(!fields.isGood(), text);
        // It stays unreadable, whatever else is there.
        fields = fieldsOf(R"({"n":1,"w":"accepted","t":"2026-03-02T12:00:00.000Z","l":["x"],)"
                          R"("b":{"base64":"YQ=="}})");
        fields.fail();
        QCOMPARE(fields.integer(u"n"), 1);
        QCOMPARE(fields.word<State>(u"w"), State::Accepted);
        QCOMPARE(fields.time(u"t"), noon());
        QCOMPARE(fields.texts(u"l").size(), std::size_t(1));
        QCOMPARE(fields.bytes(u"b"), QByteArray("a"));
        QVERIFY(!fields.isGood());
    }
    QVERIFY(!fieldsOf("[]").isGood());
}

void TestJournalLink::fields_thatMayBeNull()
{
    JsonFields fields = fieldsOf(R"({"a":null,"b":7,"c":{}})");
    QVERIFY(!fields.integerOrNull(u"a"));
    QCOMPARE(fields.integerOrNull(u"b"), 7);
    QVERIFY(fields.objectOrNull(u"a").isNull());
    QVERIFY(fields.objectOrNull(u"c").isObject());
    QVERIFY(fields.isGood());
}

QTEST_GUILESS_MAIN(TestJournalLink)
#include "tst_journallink.moc"
