// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/followedrun.h"
#include "app/storage/documentkeeper.h"

#include <vector>

namespace countersign {

//! What this person has decided about, newest decision first, kept between starts. Ended runs stay
//! for a day, so that an end is not missed; at most 200 runs are kept, ended and old ones go first.
class FollowedRuns : public QObject
{
    Q_OBJECT

public:
    static constexpr int mostRuns = 200;

    //! Reads `path`; `clock` must outlive this.
    FollowedRuns(const QString &path, const Clock &clock, QObject *parent = nullptr);
    ~FollowedRuns() override;

    const std::vector<FollowedRun> &runs() const { return m_runs; }
    //! Adds the run, or brings the one with the same place and id up to date.
    void keep(const FollowedRun &run);
    void remove(const Place &place, const ExecutionId &id);
    std::optional<DocumentProblem> problem() const { return m_keeper.problem(); }

Q_SIGNALS:
    void changed();
    void problemChanged();

private:
    void load();
    void tidy();
    QByteArray content() const;

    const Clock &m_clock;
    std::vector<FollowedRun> m_runs;
    DocumentKeeper m_keeper;
};

} // namespace countersign
