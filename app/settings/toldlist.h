// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/waitrow.h"
#include "app/storage/documentkeeper.h"

#include <vector>

namespace countersign {

//! The waits that notices were shown for, kept so that none is told again after a restart.
class ToldList : public QObject
{
    Q_OBJECT

public:
    //! Reads `path`; `clock` must outlive this.
    ToldList(const QString &path, const Clock &clock, QObject *parent = nullptr);
    ~ToldList() override;

    //! Oldest first.
    const std::vector<WaitRowId> &ids() const { return m_ids; }
    void set(const std::vector<WaitRowId> &ids);
    std::optional<DocumentProblem> problem() const { return m_keeper.problem(); }

Q_SIGNALS:
    void problemChanged();

private:
    QByteArray content() const;

    std::vector<WaitRowId> m_ids;
    DocumentKeeper m_keeper;
};

} // namespace countersign
