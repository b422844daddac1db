// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/chaincheck.h"

#include "app/journal/journallink.h"
#include "app/journal/journalschema.h"

#include <QThread>

namespace countersign {

namespace {

using Problem = std::optional<JournalProblem>;

JournalProblem damage(const QString &finding)
{
    return {JournalProblem::Kind::Damaged, {}, {}, finding};
}

JournalProblem damageAt(qint64 number, const char *what)
{
    return damage(QStringLiteral("record %1 %2").arg(number).arg(QLatin1String(what)));
}

//! A row of the chain and the columns of its decision.
struct StoredLink
{
    JournalLink link;
    QString kind;
    std::optional<qint64> decision;
};

class Checker
{
public:
    Checker(SqlConnection &connection, int version, const std::atomic_bool &isStopped)
        : m_connection(connection)
        , m_version(version)
        , m_isStopped(isStopped)
    {
    }

    Problem check(const std::optional<HeadMark> &mark)
    {
        // One transaction, so that what is recorded meanwhile is not half seen.
        if (!m_connection.run(QStringLiteral("BEGIN")))
            return unreadable(0);
        Problem problem = checkLinks(mark);
        if (!problem && !m_isStopped)
            problem = checkDecisions();
        if (!problem && !m_isStopped)
            problem = checkStructure();
        if (!m_connection.run(QStringLiteral("COMMIT")) && !problem)
            problem = unreadable(0);
        return m_isStopped ? Problem() : problem;
    }

private:
    Problem unreadable(qint64 number) const
    {
        JournalProblem problem;
        const bool isDamaged = m_connection.lastProblem() == JournalProblem::Kind::Damaged;
        problem.kind =
            isDamaged ? JournalProblem::Kind::Damaged : JournalProblem::Kind::NotReadable;
        problem.reason = m_connection.lastReason();
        if (isDamaged && number > 0)
            problem.finding = QStringLiteral("record %1 cannot be read").arg(number);
        else if (isDamaged)
            problem.finding = QStringLiteral("the file cannot be read");
        return problem;
    }

    Problem checkLinks(const std::optional<HeadMark> &mark)
    {
        m_markedHash = mark && mark->links == 0 ? chainBeginning() : QByteArray();
        Problem problem;
        const bool isRead = m_connection.rows(
            QStringLiteral("SELECT number, content, content_sha256, previous, hash, kind, decision"
                           " FROM links ORDER BY number"),
            {}, [&](const QSqlQuery &row) {
                const StoredLink stored = {{row.value(0).toLongLong(), row.value(1).toByteArray(),
                                            row.value(2).toByteArray(), row.value(3).toByteArray(),
                                            row.value(4).toByteArray()},
                                           row.value(5).toString(),
                                           row.isNull(6) ? std::optional<qint64>()
                                                         : row.value(6).toLongLong()};
                problem = checkLink(stored);
                if (mark && stored.link.number == mark->links)
                    m_markedHash = stored.link.hash;
                return !problem && !m_isStopped;
            });
        if (!isRead)
            return unreadable(m_links + 1);
        if (problem || m_isStopped)
            return problem;
        problem = checkMark(mark);
        return problem ? problem : checkRemoved();
    }

    Problem checkLink(const StoredLink &stored)
    {
        const JournalLink &link = stored.link;
        if (link.number != m_links + 1)
            return damageAt(m_links + 1, "is missing");
        if (link.previous != m_hash)
            return damageAt(link.number, "does not follow the one before it");
        if (!link.holds())
            return damageAt(link.number, "is not what was written");
        const bool isRemoval = stored.kind == linkWord(LinkKind::Removal);
        if (link.content.isNull()) {
            m_blank.push_back(link.number);
        } else if (isRemoval != !stored.decision) {
            return damageAt(link.number, "belongs to no decision");
        } else if (isRemoval) {
            const auto ranges = readRemoval(link.number, link.content);
            if (!ranges)
                return damageAt(link.number, "cannot be understood");
            m_removed.insert(m_removed.end(), ranges->begin(), ranges->end());
        }
        m_links = link.number;
        m_hash = link.hash;
        return std::nullopt;
    }

    Problem checkMark(const std::optional<HeadMark> &mark) const
    {
        if (!mark)
            return m_links == 0 ? Problem() : damage(QStringLiteral("decisions.head is missing"));
        if (mark->hash.isEmpty())
            return damage(QStringLiteral("decisions.head cannot be understood"));
        if (mark->links > m_links)
            return damage(QStringLiteral("records %1 to %2 are missing at the end")
                              .arg(m_links + 1)
                              .arg(mark->links));
        if (mark->hash != m_markedHash)
            return damageAt(mark->links, "is another one than decisions.head names");
        return std::nullopt;
    }

    //! Content is missing where a removal says so, and nowhere else.
    Problem checkRemoved()
    {
        std::sort(m_removed.begin(), m_removed.end());
        auto blank = m_blank.begin();
        for (const auto &[first, last] : m_removed) {
            if (blank != m_blank.end() && *blank < first)
                return damageAt(*blank, "has lost its content");
            for (qint64 number = first; number <= last; ++number, ++blank) {
                if (blank == m_blank.end() || *blank != number)
                    return damageAt(number, "has content that was removed");
            }
        }
        if (blank != m_blank.end())
            return damageAt(*blank, "has lost its content");
        return std::nullopt;
    }

    Problem checkDecisions()
    {
        const QString further =
            m_version >= 2 ? QStringLiteral(", d.actor, d.approval") : QString();
        Problem problem;
        const bool isRead = m_connection.rows(
            QStringLiteral(
                "SELECT l.decision, l.number, l.content, l.content_sha256, l.previous, l.hash,"
                " l.kind, d.id, d.account, d.region, d.execution, d.task, d.state, d.open,"
                " d.unsettled, d.moved%1 FROM links l LEFT JOIN decisions d"
                " ON d.sequence = l.decision WHERE l.decision IS NOT NULL"
                " ORDER BY l.decision, l.number")
                .arg(further),
            {}, [&](const QSqlQuery &row) {
                problem = checkRow(row);
                return !problem && !m_isStopped;
            });
        if (!isRead)
            return unreadable(0);
        if (!problem && !m_isStopped)
            problem = endDecision();
        if (problem || m_isStopped)
            return problem;
        const QVariant count = m_connection.value(QStringLiteral("SELECT count(*) FROM decisions"));
        if (!count.isValid())
            return unreadable(0);
        if (count.toLongLong() != m_decisions)
            return damage(QStringLiteral("%1 decisions are listed, and %2 are recorded")
                              .arg(count.toLongLong())
                              .arg(m_decisions));
        return std::nullopt;
    }

    Problem checkRow(const QSqlQuery &row)
    {
        const qint64 sequence = row.value(0).toLongLong();
        const qint64 number = row.value(1).toLongLong();
        if (sequence != m_sequence) {
            const Problem problem = endDecision();
            if (problem)
                return problem;
            if (number < m_firstNumber)
                return damageAt(number, "stands out of order");
            m_sequence = sequence;
            m_firstNumber = number;
            m_builder = {};
            m_columns.clear();
            for (int i = 7; i < (m_version >= 2 ? 18 : 16); ++i)
                m_columns.push_back(row.value(i));
        }
        m_number = number;
        if (!m_builder.add({number, row.value(2).toByteArray(), row.value(3).toByteArray(),
                            row.value(4).toByteArray(), row.value(5).toByteArray()}) ||
            row.value(6).toString() != m_builder.lastLink())
            return damageAt(number, "does not fit the ones before it");
        return std::nullopt;
    }

    //! The columns of the decision that was read last against its links.
    Problem endDecision()
    {
        if (m_builder.isEmpty())
            return std::nullopt;
        ++m_decisions;
        const JournalEntry &entry = m_builder.entry();
        const DecisionRecord &record = entry.record;
        const DerivedColumns derived = derivedColumns(entry);
        QVariantList expected = {record.id.hex,
                                 columnText(record.where.accountId),
                                 columnText(record.where.place.region.text()),
                                 columnText(record.executionId.text()),
                                 columnText(record.taskExecutionId.text()),
                                 derived.state,
                                 qint64(derived.isOpen),
                                 qint64(derived.isUnsettled),
                                 m_builder.lastAt().toMSecsSinceEpoch()};
        if (m_version >= 2)
            expected << columnText(record.where.actor) << qint64(derived.isApproval);
        if (m_columns == expected)
            return std::nullopt;
        return damage(QStringLiteral("decision %1 (record %2) is listed otherwise than recorded")
                          .arg(record.id.shortForm())
                          .arg(m_firstNumber));
    }

    Problem checkStructure()
    {
        QString finding;
        const bool isRead = m_connection.rows(QStringLiteral("PRAGMA integrity_check(1)"), {},
                                              [&finding](const QSqlQuery &row) {
                                                  finding = row.value(0).toString();
                                                  return false;
                                              });
        if (!isRead)
            return unreadable(0);
        if (finding == u"ok")
            return std::nullopt;
        JournalProblem problem = damage(QStringLiteral("the structure of the file is broken"));
        problem.reason = finding;
        return problem;
    }

    SqlConnection &m_connection;
    const int m_version;
    const std::atomic_bool &m_isStopped;

    qint64 m_links = 0;
    QByteArray m_hash = chainBeginning();
    QByteArray m_markedHash;
    std::vector<qint64> m_blank;
    LinkRanges m_removed;

    EntryBuilder m_builder;
    QVariantList m_columns;
    qint64 m_sequence = 0;
    qint64 m_firstNumber = 0;
    qint64 m_number = 0;
    qint64 m_decisions = 0;
};

} // namespace

std::optional<JournalProblem> chainProblem(SqlConnection &connection, int version,
                                           const std::optional<HeadMark> &mark,
                                           const std::atomic_bool &isStopped)
{
    return Checker(connection, version, isStopped).check(mark);
}

std::optional<JournalProblem> fileProblem(const QString &databasePath, SqlConnection::Mode mode,
                                          int version, const std::optional<HeadMark> &mark,
                                          const std::atomic_bool &isStopped)
{
    SqlConnection connection;
    if (connection.open(databasePath, mode)) {
        auto found = chainProblem(connection, version, mark, isStopped);
        if (found)
            found->path = databasePath;
        return found;
    }
    JournalProblem problem;
    problem.kind = connection.lastProblem().value_or(JournalProblem::Kind::NotReadable);
    problem.reason = connection.lastReason();
    problem.path = databasePath;
    return problem;
}

ChainCheck::ChainCheck(const QString &databasePath, SqlConnection::Mode mode, int version,
                       const std::optional<HeadMark> &mark, QObject *parent)
    : QObject(parent)
    , m_thread(QThread::create([this, databasePath, mode, version, mark] {
        m_problem = fileProblem(databasePath, mode, version, mark, m_isStopped);
    }))
{
    connect(m_thread.get(), &QThread::finished, this, &ChainCheck::finished);
}

ChainCheck::~ChainCheck()
{
    m_isStopped = true;
    m_thread->wait();
}

void ChainCheck::start()
{
    m_thread->start(QThread::LowPriority);
}

void ChainCheck::wait()
{
    m_thread->wait();
}

} // namespace countersign
