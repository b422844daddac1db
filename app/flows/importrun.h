// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/flows/importplan.h"
#include "app/flows/profilekeeper.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <vector>

namespace countersign {

//! How an import went.
struct ImportOutcome
{
    //! Something that could not be taken back.
    struct Left
    {
        QString alias;
        bool isInList = false; //!< the profile itself is still there
        Error error;
        friend bool operator==(const Left &, const Left &) = default;
    };
    int done = 0;               //!< profiles that were imported: all of them, or none
    bool isStopped = false;     //!< stop() was called in time: none were
    QString failedAlias;        //!< of the first one that could not be
    std::optional<Error> error; //!< why; nothing: all were imported, or it was stopped
    std::vector<Left> left;     //!< stopped or with an error: what is there nevertheless
};

//! Imports profiles one after the other, all of them or none: what was done before a failure is
//! taken back. Belongs to the keeper and goes away by itself at the end, so that closing a window
//! leaves nothing half done.
class ImportRun : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void(const ImportOutcome &)>;

    //! `keeper` and what it uses stay as long as it runs. `done` is called once, from the event
    //! loop, and not at all when `context` has died.
    static QPointer<ImportRun> start(ProfileKeeper &keeper, std::vector<ImportStep> steps,
                                     QObject *context, Done done);

    //! Takes back what was done, as soon as the step under way has been answered.
    void stop();

Q_SIGNALS:
    //! So many profiles are imported by now; it sinks while they are taken back.
    void progressed(int done);

private:
    ImportRun(ProfileKeeper &keeper, std::vector<ImportStep> steps, QObject *context, Done done);

    void takeNext();
    void onTaken(const std::optional<Error> &error);
    bool takeUpChanges(ImportStep &step);
    void takeBackNext();
    void takeBackAdded(const ImportStep &step);
    void takeBackFirstKey(const ImportStep &step);
    void onTakenBack(const ImportStep &step, const std::optional<Error> &error);
    void finish();

    ProfileKeeper &m_keeper;
    std::vector<ImportStep> m_steps;
    std::size_t m_next = 0; //!< the step that is to be taken, or that was taken last
    QPointer<QObject> m_context;
    Done m_done;
    ImportOutcome m_outcome;
    bool m_isTakingBack = false;
};

} // namespace countersign
