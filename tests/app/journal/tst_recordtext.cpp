// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/journallink.h"
#include "app/journal/journalwords.h"
#include "app/journal/recordtext.h"

#include <QRandomGenerator>
#include <QTest>

using namespace countersign;

namespace {

//! Makes values of all kinds, the same for one seed.
class Maker
{
public:
    explicit Maker(quint32 seed)
        : m_random(seed)
    {
    }

    int below(int bound) { return m_random.bounded(bound); }
    bool coin() { return below(2) == 0; }

    QString text()
    {
        // What SQL, JSON, terminals and Unicode have traps for.
        static const std::vector<QString> pieces = {
            QStringLiteral("a"),
            QStringLiteral("'; DROP TABLE links; --"),
            QStringLiteral("/*"),
            QStringLiteral("\"\\"),
            QString(QChar(u'\0')),
            QStringLiteral("\n\r\t"),
            QStringLiteral(u"\u202E\u0085\u2028"),
            QStringLiteral("同意"),
            QStringLiteral("😀"),
            QString(QChar(0xD800)),
            QString(QChar(0xDC01)),
            QStringLiteral("\uFFFD\uFEFF"),
            QStringLiteral("e\u0301"),
        };
        QString made;
        for (int i = below(5); i > 0; --i)
            made += pieces[static_cast<std::size_t>(below(int(pieces.size())))];
        return made;
    }

    QByteArray bytes()
    {
        QByteArray made;
        for (int i = below(20); i > 0; --i)
            made += static_cast<char>(below(256));
        return coin() ? made : made.toHex();
    }

    QDateTime time()
    {
        if (below(5) == 0)
            return {};
        return QDateTime::fromMSecsSinceEpoch(qint64(m_random.generate()) * 900, Qt::UTC);
    }

    template <class Enum>
    Enum of(Enum last)
    {
        return static_cast<Enum>(below(static_cast<int>(last) + 1));
    }

    template <class Make>
    auto several(Make make)
    {
        std::vector<decltype(make())> made;
        for (int i = below(4); i > 0; --i)
            made.push_back(make());
        return made;
    }

    DecisionRecord record()
    {
        DecisionRecord made;
        made.id = {bytes()};
        made.where = {
            {ProfileId(text()), RegionId(text())},
            text(),
            text(),
            text(),
            text(),
            {text(), of(EnvironmentColor::Violet), of(EnvironmentPattern::Checks), coin(), coin()}};
        if (coin())
            made.where.actorKind = of(ActorKind::Account);
        if (coin())
            made.where.actorVerifiedAt = time();
        made.act = of(Act::CancelExecution);
        made.executionId = ExecutionId(text());
        made.taskExecutionId = TaskExecutionId(text());
        made.taskExecutionIds = several([this] { return TaskExecutionId(text()); });
        made.taskName = text();
        made.kind = of(WaitKind::Unknown);
        made.confidence = of(Confidence::Probable);
        made.nextTaskName = text();
        made.parameters = text();
        made.loopItem = text();
        made.executionStatus = text();
        made.omitsTaskId = coin();
        made.note = text();
        made.fingerprint.facts = several([this] { return std::pair(text(), text()); });
        made.fingerprint.sha256 = bytes();
        made.reads = several([this] { return ReadReceipt{text(), text(), time()}; });
        made.notRead = several([this] { return text(); });
        if (coin())
            made.predecessor = DecisionId{bytes()};
        made.drawnSha256 = bytes();
        made.frozenAt = time();
        return made;
    }

    DecisionIntent intent()
    {
        return {bytes(), coin() ? std::optional<qint64>(below(1000)) : std::nullopt};
    }

    StepFacts facts()
    {
        StepFacts made;
        made.code = text();
        made.requestId = text();
        made.httpStatus = below(600);
        made.bytesOut = m_random.generate();
        made.bytesIn = m_random.generate();
        for (int i = below(3); i > 0; --i)
            made.evidence += text();
        if (coin()) {
            made.request = RequestFacts{text(), text(), bytes(), time(), {}, bytes()};
            if (coin())
                made.request->skew = std::chrono::seconds(below(1000) - 500);
        }
        return made;
    }

private:
    QRandomGenerator m_random;
};

} // namespace

class tst_RecordText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void record_readsBackEqual();
    void facts_readBackEqual();
    void record_parametersAreOnlyDigested();
    void record_aMemberLess_isNotRead();
    void words_areThoseOfTheFiles();
};

void tst_RecordText::record_readsBackEqual()
{
    for (quint32 seed = 0; seed < 1000; ++seed) {
        Maker maker(seed);
        DecisionRecord record = maker.record();
        const DecisionIntent intent = maker.intent();
        const JournalStep step = {DecisionState::IntentRecorded,
                                  QDateTime(QDate(2026, 11, 27), QTime(10, 0), Qt::UTC),
                                  std::chrono::milliseconds(seed),
                                  {}};
        const QByteArray content = intentContent(7, record, intent, step);
        EntryBuilder builder;
        QVERIFY2(builder.add(JournalLink::made(7, content, chainBeginning())),
                 qPrintable(QStringLiteral("seed %1: ").arg(seed) + QString::fromUtf8(content)));
        const JournalEntry entry = builder.take();
        QCOMPARE(entry.parametersBytes, qint64(record.parameters.toUtf8().size()));
        QCOMPARE(entry.parametersSha256.isEmpty(), record.parameters.isEmpty());
        record.parameters.clear();
        QVERIFY2(entry.record == record, qPrintable(QStringLiteral("seed %1").arg(seed)));
        QCOMPARE(entry.intent, intent);
        QCOMPARE(entry.steps, std::vector<JournalStep>{step});
    }
}

void tst_RecordText::facts_readBackEqual()
{
    for (quint32 seed = 0; seed < 1000; ++seed) {
        const StepFacts facts = Maker(seed).facts();
        JsonWriter writer;
        writeFacts(writer, facts);
        const auto parsed = Json::parse(writer.bytes());
        QVERIFY(parsed);
        QVERIFY2(readFacts(*parsed.json) == facts, qPrintable(QStringLiteral("seed %1").arg(seed)));
    }
}

void tst_RecordText::record_parametersAreOnlyDigested()
{
    DecisionRecord record;
    record.parameters = QStringLiteral(R"({"Password":"hunter2-canary"})");
    JsonWriter writer;
    writeRecord(writer, record, digestOf(record.parameters));
    QVERIFY(!writer.bytes().contains("hunter2"));
    // printf '{"Password":"hunter2-canary"}' | sha256sum
    QVERIFY(writer.bytes().contains(
        R"("parameters":{"sha256":"9d02d866cde2bd8990091f981b9895b74f4315082632bbda6acf90a8056affd4","bytes":29})"));
}

void tst_RecordText::record_aMemberLess_isNotRead()
{
    JsonWriter writer;
    writeRecord(writer, DecisionRecord(), {});
    const Json whole = *Json::parse(writer.bytes()).json;
    JournalEntry entry;
    QVERIFY(readRecord(whole, entry));
    for (qsizetype left = 0; left < whole.size(); ++left) {
        std::vector<std::pair<QString, Json>> members = whole.members();
        const QString name = members[static_cast<std::size_t>(left)].first;
        members.erase(members.begin() + left);
        JournalEntry other;
        // No predecessor and none named are the same.
        QVERIFY2(readRecord(Json::fromMembers(members), other) == (name == u"predecessor"),
                 qPrintable(name));
    }
}

void tst_RecordText::words_areThoseOfTheFiles()
{
    // security.md 4.3, first column; a file of any version holds them.
    const std::vector<std::pair<DecisionState, const char *>> states = {
        {DecisionState::IntentRecorded, "intent-recorded"},
        {DecisionState::Sending, "sending"},
        {DecisionState::NotSent, "not-sent"},
        {DecisionState::Refused, "refused"},
        {DecisionState::RefusedCodeUnknown, "refused-code-unknown"},
        {DecisionState::Accepted, "accepted"},
        {DecisionState::Ambiguous, "ambiguous"},
        {DecisionState::ReconciledApplied, "reconciled-applied"},
        {DecisionState::ReconciledOtherActor, "reconciled-other-actor"},
        {DecisionState::ReconciledNotApplied, "reconciled-not-applied"},
        {DecisionState::Unresolved, "unresolved"},
    };
    for (const auto &[state, word] : states) {
        QCOMPARE(journalWord(state), QString::fromLatin1(word));
        QCOMPARE(fromJournalWord<DecisionState>(QString::fromLatin1(word)), state);
    }
    QVERIFY(!fromJournalWord<DecisionState>(u"done"));
    QVERIFY(!fromJournalWord<Act>(u""));
    QCOMPARE(fromJournalWord<Act>(u"CancelExecution"), Act::CancelExecution);
}

QTEST_GUILESS_MAIN(tst_RecordText)
#include "tst_recordtext.moc"
