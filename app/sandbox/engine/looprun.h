// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/engine/ratecontrol.h"
#include "app/sandbox/engine/taskrun.h"

namespace countersign::sandbox {

//! A task with Loop, or ACS::Loop: the loop's own row, and below it a row for each item that was
//! begun. An item that failed and waits for a person (FailurePause) leaves its place to the next
//! item; it counts as an error only when nobody is asked.
class LoopRun : public StepRun
{
    Q_OBJECT

public:
    LoopRun(Run &run, const TaskStep &step, const Json &overlay, QObject *parent);
    ~LoopRun() override;

    void begin() override;
    //! Runs only the item with this text (a row's LoopItem); again when it has run before, with
    //! `overlay` instead of what the loop began with.
    void runItem(const QString &loopItem, const Json &overlay);
    //! An item with this text exists; nothing while the items are not known.
    std::optional<bool> hasItem(const QString &loopItem) const;
    //! Cancels one row that is under way; the others go on.
    void cancelItem(StepRun &item);
    void cancel(const QString &message) override;
    void retry() override;
    std::optional<Refusal> decide(const NotifyRequest &request) override;
    void addWaiting(std::vector<StepRun *> &steps) override;
    void addFailed(std::vector<StepRun *> &steps) override;
    void addCurrent(std::vector<StepRun *> &steps) override;
    void fail(const QString &message) override;

private:
    void resolve();
    Json keys() const;
    void showProperties();
    void advance();
    void advanceSoon();
    void startNext();
    void startItem(size_t index);
    bool isUnderWay(const TaskRun &item) const;
    int endOfBatch() const;
    bool pausesAfterBatch() const;
    void complete();

    std::vector<Json> m_items;
    RateControl m_rates;
    std::vector<std::unique_ptr<TaskRun>> m_runs; //!< by item; the newest of each
    std::vector<std::unique_ptr<TaskRun>> m_left; //!< replaced, until their calls have returned
    std::optional<QString> m_only;                //!< the one item that is run
    size_t m_next = 0;                            //!< item that is started next
    size_t m_batch = 0;
    bool m_isResolved = false;
    bool m_isAtPause = false;
    bool m_isAdvancing = false;
};

} // namespace countersign::sandbox
