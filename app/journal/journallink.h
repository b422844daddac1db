// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/journalentry.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <utility>
#include <vector>

namespace countersign {

//! What a link of the chain records.
enum class LinkKind {
    Intent,     //!< a decision's frozen record and intent: its first link
    Step,       //!< it moved from one state to another
    OthersWait, //!< accepted, and waits for others
    Overridden, //!< another decision took its place
    Closed,     //!< closed by the person
    Removal,    //!< the content of settled decisions was taken off; belongs to no decision
};
QString linkWord(LinkKind kind);

//! SHA-256 of what the chain begins with: 32 zero bytes.
QByteArray chainBeginning();
//! SHA-256 over the 32 bytes of the previous hash and the 32 bytes of the content's hash.
QByteArray chainHash(const QByteArray &previous, const QByteArray &contentSha256);

//! One link as it is stored. Hashes are raw bytes.
struct JournalLink
{
    qint64 number = 0; //!< from 1, without gaps
    //! Canonical JSON; null: it was taken off, and its hash is all that is left.
    QByteArray content;
    QByteArray contentSha256;
    QByteArray previous;
    QByteArray hash;

    //! The link after `previousHash`.
    static JournalLink made(qint64 number, const QByteArray &content,
                            const QByteArray &previousHash);
    //! Its hashes are those of its content and of what stands before it.
    bool holds() const;
};

// Contents of links. `number` is the link's own; `at` is the journal's clock.
QByteArray intentContent(qint64 number, const DecisionRecord &record, const DecisionIntent &intent,
                         const JournalStep &step);
QByteArray stepContent(qint64 number, const DecisionId &id, DecisionState from,
                       const JournalStep &step);
QByteArray othersWaitContent(qint64 number, const DecisionId &id, const QDateTime &at);
QByteArray overriddenContent(qint64 number, const DecisionId &id, const DecisionId &by,
                             const QDateTime &at);
QByteArray closedContent(qint64 number, const DecisionId &id, const QDateTime &at,
                         const QString &note);

//! Links whose content was taken off, first and last of each run of numbers, ascending.
using LinkRanges = std::vector<std::pair<qint64, qint64>>;
//! `before`: what was asked for.
QByteArray removalContent(qint64 number, const QDateTime &at, const QDateTime &before,
                          const LinkRanges &removed);
//! Nothing: the content is no removal, or not that of this number.
std::optional<LinkRanges> readRemoval(qint64 number, const QByteArray &content);
//! `before` of a removal's content; invalid: it is none.
QDateTime readRemovalLimit(const QByteArray &content);

//! Puts an entry together from its links, in the order of their numbers.
class EntryBuilder
{
public:
    EntryBuilder() = default;
    //! Goes on with an entry that was put together before.
    explicit EntryBuilder(JournalEntry entry)
        : m_entry(std::move(entry))
    {
    }

    //! False: the link holds not, cannot be read, or must not follow; the entry is then unusable.
    [[nodiscard]] bool add(const JournalLink &link);
    bool isEmpty() const { return m_entry.steps.empty(); }
    const JournalEntry &entry() const { return m_entry; }
    JournalEntry take() { return std::move(m_entry); }
    //! Time of the newest link.
    QDateTime lastAt() const { return m_lastAt; }
    //! linkWord() of the newest link.
    QString lastLink() const { return m_lastLink; }

private:
    bool addContent(qint64 number, const QByteArray &content);

    JournalEntry m_entry;
    QDateTime m_lastAt;
    QString m_lastLink;
};

} // namespace countersign
