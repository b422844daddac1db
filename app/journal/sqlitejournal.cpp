// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/sqlitejournal.h"

#include "app/journal/journalfile.h"
#include "app/journal/journalschema.h"

#include <QHash>
#include <QPair>

#include <map>

namespace countersign {

namespace {

using Problem = std::optional<JournalProblem>;
using Failure = std::optional<Error>;

const QString linkColumns =
    QStringLiteral("decision, number, content, content_sha256, previous, hash");

Error refusal(const QString &reason)
{
    Error error;
    error.kind = Error::Kind::LocalFault;
    error.detail = reason;
    return error;
}

Error refusal(const char *reason)
{
    return refusal(QString::fromLatin1(reason));
}

} // namespace

class SqliteJournal::Private
{
public:
    Private(SqliteJournal &owner, const QString &folder, const Clock &usedClock)
        : q(owner)
        , clock(usedClock)
        , file(folder, usedClock)
    {
    }

    void open();
    void setProblem(const Problem &found);
    void endCheck();
    void refresh();
    void loadUnsettled();
    std::vector<std::pair<qint64, JournalEntry>> load(const QString &where,
                                                      const QVariantList &values) const;

    std::vector<TaskExecutionId> approvedBy(const QString &accountId, const QString &actor) const;

    Failure record(bool needsCheck, const std::function<Failure()> &write);
    Failure inTheWay(const DecisionRecord &record, std::vector<qint64> &overridden);
    Failure insert(const DecisionRecord &record, const DecisionIntent &intent);
    //! Adds a link to a decision that is unsettled, and moves its columns.
    Failure extend(qint64 sequence, LinkKind kind, const QByteArray &content);
    Failure remove(const QDateTime &before);
    Failure broken() const { return refusal(file.writer().lastReason()); }
    //! Of an unsettled decision; end: there is none of that id.
    std::map<qint64, JournalEntry>::const_iterator find(const DecisionId &id) const;
    Failure notFound(const DecisionId &id) const;

    SqliteJournal &q;
    const Clock &clock;
    JournalFile file;
    std::unique_ptr<ChainCheck> check;
    Problem problem;
    bool isChecked = false;
    std::map<qint64, JournalEntry> unsettled;
    //! What a transaction will make of them once it is committed.
    std::map<qint64, JournalEntry> touched;
    mutable QHash<QPair<QString, QString>, std::vector<TaskExecutionId>> approvals;
    qint64 foreignWrites = 0;
};

void SqliteJournal::Private::open()
{
    check.reset();
    isChecked = false;
    problem = file.open(shortChain);
    loadUnsettled();
    if (problem || !file.needsCheck()) {
        isChecked = !problem;
        return;
    }
    check = file.newCheck();
    QObject::connect(check.get(), &ChainCheck::finished, &q, [this] { endCheck(); });
    check->start();
}

//! Takes over what the check on the thread has found.
void SqliteJournal::Private::endCheck()
{
    if (!check)
        return;
    check->wait();
    const Problem found = check->problem();
    // The signal of this very check may be what calls.
    check->disconnect(&q);
    check.release()->deleteLater();
    isChecked = !found;
    if (found)
        setProblem(found);
    else if (!problem)
        setProblem(file.endCheck());
}

void SqliteJournal::Private::setProblem(const Problem &found)
{
    if (!found || found == problem)
        return;
    problem = found;
    if (problem->path.isEmpty())
        problem->path = file.path();
    if (problem->kind == JournalProblem::Kind::Damaged)
        file.stopWriting();
    Q_EMIT q.problemChanged();
}

std::vector<std::pair<qint64, JournalEntry>>
SqliteJournal::Private::load(const QString &where, const QVariantList &values) const
{
    std::vector<std::pair<qint64, JournalEntry>> found;
    if (!file.isReadable())
        return found;
    EntryBuilder builder;
    qint64 current = 0;
    bool isGood = true;
    const auto end = [&] {
        if (isGood && !builder.isEmpty())
            found.emplace_back(current, builder.take());
        builder = {};
        isGood = true;
    };
    const bool isRead = file.reader().rows(
        QStringLiteral("SELECT %1 FROM links WHERE %2 ORDER BY decision, number")
            .arg(linkColumns, where),
        values, [&](const QSqlQuery &row) {
            const qint64 decision = row.value(0).toLongLong();
            if (decision != current)
                end();
            current = decision;
            isGood = isGood && builder.add({row.value(1).toLongLong(), row.value(2).toByteArray(),
                                            row.value(3).toByteArray(), row.value(4).toByteArray(),
                                            row.value(5).toByteArray()});
            return true;
        });
    // Where reading broke off, the entry may lack its last links.
    isGood = isGood && isRead;
    end();
    return found;
}

void SqliteJournal::Private::loadUnsettled()
{
    unsettled.clear();
    approvals.clear();
    if (!file.isReadable())
        return;
    foreignWrites = file.foreignWrites();
    qint64 expected = 0;
    const QString chosen =
        QStringLiteral("decision IN (SELECT sequence FROM decisions WHERE unsettled = 1)");
    for (auto &[sequence, entry] : load(chosen, {})) {
        if (entry.isUnsettled())
            unsettled.emplace(sequence, std::move(entry));
    }
    expected = file.reader()
                   .value(QStringLiteral("SELECT count(*) FROM decisions WHERE unsettled = 1"))
                   .toLongLong();
    if (!problem && expected != qint64(unsettled.size()))
        setProblem(JournalProblem{JournalProblem::Kind::Damaged,
                                  {},
                                  {},
                                  QStringLiteral("an unsettled decision cannot be read")});
}

//! From what is listed, because putting thousands of entries together takes its time.
std::vector<TaskExecutionId> SqliteJournal::Private::approvedBy(const QString &accountId,
                                                                const QString &actor) const
{
    std::vector<TaskExecutionId> found;
    if (!file.isReadable())
        return found;
    if (file.version() < journalVersion) {
        // An older file that may not be written to lists no approvals.
        for (const auto &item : load(QStringLiteral("decision IS NOT NULL"), {})) {
            const DecisionRecord &record = item.second.record;
            if (item.second.isTakenApproval() && record.where.accountId == accountId &&
                record.where.actor == actor)
                found.push_back(record.taskExecutionId);
        }
        return found;
    }
    const bool isRead = file.reader().rows(
        QStringLiteral("SELECT task FROM decisions WHERE account = ? AND actor = ?"
                       " AND approval = 1 ORDER BY sequence"),
        {columnText(accountId), columnText(actor)}, [&found](const QSqlQuery &row) {
            found.emplace_back(textOfColumn(row.value(0).toByteArray()));
            return true;
        });
    return isRead ? found : std::vector<TaskExecutionId>();
}

//! Another program may write while this one only reads.
void SqliteJournal::Private::refresh()
{
    if (problem && file.isReadable() && file.foreignWrites() != foreignWrites)
        loadUnsettled();
}

Failure SqliteJournal::Private::record(bool needsCheck, const std::function<Failure()> &write)
{
    if (needsCheck)
        endCheck();
    if (problem)
        return refusal(problem->finding.isEmpty() ? problem->reason : problem->finding);
    touched.clear();
    Problem found;
    const Failure error = file.transact(write, found);
    if (error) {
        setProblem(found);
        return error;
    }
    std::vector<DecisionId> moved;
    for (auto &[sequence, entry] : touched) {
        moved.push_back(entry.record.id);
        const auto before = unsettled.find(sequence);
        if (entry.isTakenApproval() ||
            (before != unsettled.end() && before->second.isTakenApproval()))
            approvals.clear();
        if (entry.isUnsettled())
            unsettled.insert_or_assign(sequence, std::move(entry));
        else
            unsettled.erase(sequence);
    }
    touched.clear();
    for (const DecisionId &id : moved)
        Q_EMIT q.moved(id);
    Q_EMIT q.changed();
    return std::nullopt;
}

std::map<qint64, JournalEntry>::const_iterator
SqliteJournal::Private::find(const DecisionId &id) const
{
    return std::find_if(unsettled.begin(), unsettled.end(),
                        [&id](const auto &item) { return item.second.record.id == id; });
}

Failure SqliteJournal::Private::notFound(const DecisionId &id) const
{
    return q.entry(id) ? refusal("the decision stands elsewhere")
                       : refusal("the decision is not recorded");
}

//! Which open decisions a new one takes the place of.
Failure SqliteJournal::Private::inTheWay(const DecisionRecord &record,
                                         std::vector<qint64> &overridden)
{
    const QByteArray task = columnText(record.taskExecutionId.text());
    std::vector<qint64> found;
    const bool isRead = file.writer().rows(
        QStringLiteral("SELECT sequence FROM decisions WHERE open = 1 AND account = ?"
                       " AND region = ? AND execution = ? AND (task = ? OR task = x'' OR ? = x'')"
                       " ORDER BY sequence"),
        {columnText(record.where.accountId), columnText(record.where.place.region.text()),
         columnText(record.executionId.text()), task, task},
        [&found](const QSqlQuery &row) {
            found.push_back(row.value(0).toLongLong());
            return true;
        });
    if (!isRead)
        return broken();
    for (const qint64 sequence : found) {
        const auto entry = unsettled.find(sequence);
        if (entry == unsettled.end() || entry->second.record.id != record.predecessor)
            return refusal("another decision for the same wait is open");
        const DecisionState state = entry->second.state();
        if (state == DecisionState::IntentRecorded || state == DecisionState::Sending)
            return refusal("another decision for the same wait is on its way");
    }
    overridden = found;
    return std::nullopt;
}

Failure SqliteJournal::Private::insert(const DecisionRecord &record, const DecisionIntent &intent)
{
    const JournalStep step = {DecisionState::IntentRecorded, clock.now(), clock.monotonic(), {}};
    const QByteArray content = intentContent(file.nextNumber(), record, intent, step);
    const JournalLink link = file.linkOf(content);
    EntryBuilder builder;
    if (!builder.add(link))
        return refusal("the decision cannot be written down");
    const JournalEntry entry = builder.take();
    const DerivedColumns columns = derivedColumns(entry);
    qint64 sequence = 0;
    const bool isInserted =
        file.writer().run(
            QStringLiteral("INSERT INTO decisions (id, account, region, execution, task, actor,"
                           " state, open, unsettled, approval, moved)"
                           " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
            {record.id.hex, columnText(record.where.accountId),
             columnText(record.where.place.region.text()), columnText(record.executionId.text()),
             columnText(record.taskExecutionId.text()), columnText(record.where.actor),
             columns.state, qint64(columns.isOpen), qint64(columns.isUnsettled),
             qint64(columns.isApproval), builder.lastAt().toMSecsSinceEpoch()}) &&
        (sequence = file.writer().value(QStringLiteral("SELECT last_insert_rowid()")).toLongLong());
    if (!isInserted || !file.add(link, LinkKind::Intent, sequence))
        return broken();
    touched.insert_or_assign(sequence, entry);
    return std::nullopt;
}

Failure SqliteJournal::Private::extend(qint64 sequence, LinkKind kind, const QByteArray &content)
{
    const JournalEntry &before = unsettled.at(sequence);
    const JournalLink link = file.linkOf(content);
    EntryBuilder builder(before);
    if (!builder.add(link))
        return refusal("the step cannot be written down");
    const QDateTime at = builder.lastAt();
    const JournalEntry after = builder.take();
    const DerivedColumns from = derivedColumns(before);
    const DerivedColumns to = derivedColumns(after);
    if (!file.writer().run(
            QStringLiteral("UPDATE decisions SET state = ?, open = ?, unsettled = ?, approval = ?,"
                           " moved = ? WHERE sequence = ? AND state = ? AND open = ?"),
            {to.state, qint64(to.isOpen), qint64(to.isUnsettled), qint64(to.isApproval),
             at.toMSecsSinceEpoch(), sequence, from.state, qint64(from.isOpen)}))
        return broken();
    if (file.writer().changedRows() != 1)
        return refusal("the decision stands elsewhere");
    if (!file.add(link, kind, sequence))
        return broken();
    touched.insert_or_assign(sequence, after);
    return std::nullopt;
}

Failure SqliteJournal::Private::remove(const QDateTime &before)
{
    const QString chosen =
        QStringLiteral("(SELECT sequence FROM decisions WHERE unsettled = 0 AND moved < ?)");
    const qint64 limit = before.toMSecsSinceEpoch();
    LinkRanges ranges;
    const bool isRead = file.writer().rows(
        QStringLiteral("SELECT number FROM links WHERE decision IN %1 ORDER BY number").arg(chosen),
        {limit}, [&ranges](const QSqlQuery &row) {
            const qint64 number = row.value(0).toLongLong();
            if (!ranges.empty() && ranges.back().second + 1 == number)
                ranges.back().second = number;
            else
                ranges.emplace_back(number, number);
            return true;
        });
    if (!isRead)
        return broken();
    const QByteArray content = removalContent(file.nextNumber(), clock.now(), before, ranges);
    const bool isDone =
        file.add(file.linkOf(content), LinkKind::Removal, std::nullopt) &&
        file.writer().run(
            QStringLiteral("UPDATE links SET content = NULL, decision = NULL WHERE decision IN %1")
                .arg(chosen),
            {limit}) &&
        file.writer().run(QStringLiteral("DELETE FROM decisions WHERE unsettled = 0 AND moved < ?"),
                          {limit});
    return isDone ? Failure() : broken();
}

SqliteJournal::SqliteJournal(const QString &folder, const Clock &clock, QObject *parent)
    : DecisionJournal(parent)
    , d(std::make_unique<Private>(*this, folder, clock))
{
    d->open();
}

SqliteJournal::~SqliteJournal() = default;

Failure SqliteJournal::append(const DecisionRecord &record, const DecisionIntent &intent)
{
    return d->record(true, [&]() -> Failure {
        const QVariant known = d->file.writer().value(
            QStringLiteral("SELECT count(*) FROM decisions WHERE id = ?"), {record.id.hex});
        if (!known.isValid())
            return d->broken();
        if (known.toLongLong() != 0)
            return refusal("the decision is already recorded");
        std::vector<qint64> overridden;
        if (Failure error = d->inTheWay(record, overridden))
            return error;
        for (const qint64 sequence : overridden) {
            const DecisionId &id = d->unsettled.at(sequence).record.id;
            if (Failure error = d->extend(
                    sequence, LinkKind::Overridden,
                    overriddenContent(d->file.nextNumber(), id, record.id, d->clock.now())))
                return error;
        }
        return d->insert(record, intent);
    });
}

Failure SqliteJournal::transition(const DecisionId &id, DecisionState from, DecisionState to,
                                  const StepFacts &facts)
{
    return d->record(false, [&]() -> Failure {
        const auto found = d->find(id);
        if (found == d->unsettled.end())
            return d->notFound(id);
        if (found->second.state() != from)
            return refusal("the decision stands elsewhere");
        if (!mayFollow(from, to))
            return refusal("the states do not follow each other");
        const JournalStep step = {to, d->clock.now(), d->clock.monotonic(), facts};
        return d->extend(found->first, LinkKind::Step,
                         stepContent(d->file.nextNumber(), id, from, step));
    });
}

Failure SqliteJournal::markWaitsForOthers(const DecisionId &id)
{
    return d->record(false, [&]() -> Failure {
        const auto found = d->find(id);
        if (found == d->unsettled.end() || found->second.state() != DecisionState::Accepted)
            return refusal("only an accepted decision waits for others");
        return d->extend(found->first, LinkKind::OthersWait,
                         othersWaitContent(d->file.nextNumber(), id, d->clock.now()));
    });
}

Failure SqliteJournal::close(const DecisionId &id, const QString &note)
{
    return d->record(false, [&]() -> Failure {
        const auto found = d->find(id);
        if (found == d->unsettled.end() || !found->second.isUnresolved())
            return refusal("only an unresolved decision can be closed");
        return d->extend(found->first, LinkKind::Closed,
                         closedContent(d->file.nextNumber(), id, d->clock.now(), note));
    });
}

Failure SqliteJournal::removeEndedBefore(const QDateTime &before)
{
    // The chain is checked first: what is taken off can never be checked again.
    d->endCheck();
    if (!d->problem && endedBefore(before) == 0)
        return std::nullopt;
    const Failure error = d->record(true, [&] { return d->remove(before); });
    if (!error) {
        d->approvals.clear();
        d->file.emptyLog();
    }
    return error;
}

qint64 SqliteJournal::endedBefore(const QDateTime &before) const
{
    if (!d->file.isReadable())
        return 0;
    const QVariant ended = d->file.reader().value(
        QStringLiteral("SELECT count(*) FROM decisions WHERE unsettled = 0 AND moved < ?"),
        {before.toMSecsSinceEpoch()});
    return ended.toLongLong();
}

std::vector<JournalEntry> SqliteJournal::entries() const
{
    std::vector<JournalEntry> found;
    for (auto &item : d->load(QStringLiteral("decision IS NOT NULL"), {}))
        found.push_back(std::move(item.second));
    return found;
}

qint64 SqliteJournal::entryCount() const
{
    return d->file.isReadable() ? d->file.reader()
                                      .value(QStringLiteral("SELECT count(*) FROM decisions"))
                                      .toLongLong()
                                : 0;
}

std::vector<JournalEntry> SqliteJournal::entriesBefore(qint64 newest, int most) const
{
    std::vector<JournalEntry> found;
    const QString chosen = QStringLiteral(
        "decision IN (SELECT sequence FROM decisions ORDER BY sequence DESC LIMIT ? OFFSET ?)");
    for (auto &item : d->load(chosen, {qint64(most), newest}))
        found.push_back(std::move(item.second));
    return found;
}

std::optional<JournalEntry> SqliteJournal::entry(const DecisionId &id) const
{
    const QString chosen =
        QStringLiteral("decision = (SELECT sequence FROM decisions WHERE id = ?)");
    auto found = d->load(chosen, {id.hex});
    return found.empty() ? std::nullopt : std::optional(std::move(found.front().second));
}

std::vector<JournalEntry> SqliteJournal::entriesFor(const ExecutionId &execution) const
{
    std::vector<JournalEntry> found;
    const QString chosen =
        QStringLiteral("decision IN (SELECT sequence FROM decisions WHERE execution = ?)");
    for (auto &item : d->load(chosen, {columnText(execution.text())}))
        found.push_back(std::move(item.second));
    return found;
}

std::vector<JournalEntry> SqliteJournal::unsettledEntries() const
{
    d->refresh();
    std::vector<JournalEntry> found;
    found.reserve(d->unsettled.size());
    for (const auto &item : d->unsettled)
        found.push_back(item.second);
    return found;
}

std::vector<TaskExecutionId> SqliteJournal::approvedTasks(const QString &accountId,
                                                          const QString &actor) const
{
    d->refresh();
    const auto key = qMakePair(accountId, actor);
    const auto known = d->approvals.constFind(key);
    if (known != d->approvals.constEnd())
        return *known;
    const std::vector<TaskExecutionId> found = d->approvedBy(accountId, actor);
    d->approvals.insert(key, found);
    return found;
}

std::optional<JournalProblem> SqliteJournal::problem() const
{
    return d->problem;
}

void SqliteJournal::tryAgain()
{
    if (!d->problem)
        return;
    const auto before = d->problem;
    d->open();
    if (d->problem != before)
        Q_EMIT problemChanged();
    Q_EMIT changed();
}

QByteArray SqliteJournal::head() const
{
    const HeadMark &head = d->file.head();
    return head.links == 0 ? QByteArray() : head.hash.toHex();
}

qint64 SqliteJournal::links() const
{
    return d->file.head().links;
}

std::optional<JournalProblem> SqliteJournal::checkedChain() const
{
    return d->file.check();
}

Failure SqliteJournal::keepAndStartAnew()
{
    if (!d->problem || d->problem->kind != JournalProblem::Kind::Damaged)
        return DecisionJournal::keepAndStartAnew();
    d->check.reset();
    if (const Problem failed = d->file.setAside()) {
        d->setProblem(failed);
        return refusal(failed->reason);
    }
    tryAgain();
    return std::nullopt;
}

bool SqliteJournal::isChecked() const
{
    return d->isChecked;
}

} // namespace countersign
