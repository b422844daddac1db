// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/waitrow.h"
#include "app/storage/documentkeeper.h"

#include <QSet>

#include <utility>
#include <vector>

namespace countersign {

//! Approvals of this computer that the service has taken, so that a wait which asks for several of
//! them is still known as approved after a restart. The latest 500 are kept.
class OwnApprovals : public QObject
{
    Q_OBJECT

public:
    static constexpr std::size_t mostKept = 500;

    //! Reads `path`; `clock` must outlive this.
    OwnApprovals(const QString &path, const Clock &clock, QObject *parent = nullptr);
    ~OwnApprovals() override;

    //! `actor` is the name the caller's identity had; another user's approval is not one's own. A
    //! wait without a task is not kept.
    void add(const WaitRowId &wait, const QString &actor);
    bool holds(const WaitRowId &wait, const QString &actor) const;
    bool isEmpty() const { return m_entries.empty(); }
    std::optional<DocumentProblem> problem() const { return m_keeper.problem(); }

Q_SIGNALS:
    void changed();
    void problemChanged();

private:
    using Entry = std::pair<WaitRowId, QString>;

    void load();
    void trim();
    QByteArray content() const;

    std::vector<Entry> m_entries; //!< oldest first
    QSet<Entry> m_known;
    DocumentKeeper m_keeper;
};

} // namespace countersign
