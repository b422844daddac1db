// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/flows/flowservices.h"

#include <QTimer>

#include <chrono>
#include <functional>
#include <optional>

namespace countersign {

//! Asks the service once whose the lent credentials are, before something is sent that changes
//! anything: right after a key was entered, or a role taken, it is not known. Main thread.
class CallerRead
{
public:
    struct Answer
    {
        enum class Kind {
            Known,           //!< the registry has the identity now
            VerifiedEarlier, //!< the service does not answer; see isVerifiedEarlier()
            Replaced,        //!< other credentials are lent than those that were asked about
            Gone,            //!< nothing is lent any more
            OtherAccount,    //!< they belong to another account than the profile
            Failed           //!< see `error`
        };
        Kind kind = Kind::Failed;
        std::optional<Error> error{}; //!< Failed
    };

    explicit CallerRead(const FlowServices &services);

    //! `onAnswer` runs once, later, unless this is gone by then. One at a time. TimedOut when there
    //! is no answer within `wait`.
    void ask(const Place &place, const ApiTarget &target, std::chrono::milliseconds wait,
             std::function<void(const Answer &)> onAnswer);

private:
    Answer answerFor(const ProfileId &profile, const Result<ApiReply> &reply) const;

    FlowServices m_services;
    QTimer m_end; //!< also what the call belongs to
    CallHandle m_call;
    std::function<std::shared_ptr<const Credentials>()> m_lent;
    std::weak_ptr<const Credentials> m_asked;
    std::function<void(const Answer &)> m_onAnswer;
};

} // namespace countersign
