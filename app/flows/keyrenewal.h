// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/readclient.h"
#include "app/credentials/keyissuer.h"
#include "app/credentials/profileregistry.h"
#include "app/domain/clock.h"
#include "app/flows/renewalrule.h"

#include <QObject>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace countersign {

//! How a profile stands with keys that a source issues.
struct RenewalStanding
{
    enum class State {
        NotIssued,      //!< its keys are entered and used as they are, or there is no such profile
        NeedsKey,       //!< what the source begins with is not here: the entered key, or those of
                        //!< the other profile; or the profile is locked
        NeedsAgreement, //!< the person has not agreed to the source as it stands: never asked
        Loop,           //!< other profiles lead back to it, or there are too many; never asked
        Issuing,        //!< nothing is lent yet, and the source, or the other profile's, is asked
        Here,           //!< lent until `expiresAt`
        Failing,        //!< lent until `expiresAt`, and nothing new came: `error`
        Ended,          //!< nothing is lent: `error`
    };
    State state = State::NotIssued;
    QDateTime expiresAt;         //!< UTC; invalid: no end is known, or nothing is lent
    QDateTime nextTry;           //!< UTC; invalid: not tried by itself
    std::optional<Error> error;  //!< of the last try, where it failed
    bool isAsking = false;       //!< the source is asked at present
    QString keyIdEnd;            //!< last characters of the id of the key that is lent
    QString cliCommand;          //!< the command of the CLI that mends `error`; empty: none does
    std::vector<QString> chain;  //!< Loop: aliases from this profile on, each taking the next one's
    bool isChainTooLong = false; //!< Loop: it ends, but there are too many
    friend bool operator==(const RenewalStanding &, const RenewalStanding &) = default;
};

//! Keeps the keys of every profile whose source issues them alive: asks at the start and ahead of
//! the end, once at a time for each profile, and whoever needs them shares the answer. Keys are
//! replaced as a whole and only by those of the same account; what is on its way keeps the former
//! ones. A failure leaves valid keys where they are and is tried again with growing pauses, unless
//! the cause is one that only a person can mend. Ends are judged by the service's clock. Owned by
//! main; outlives every flow. Main thread.
class KeyRenewal : public QObject
{
    Q_OBJECT

public:
    //! Nothing: keys are lent that were issued just now. Cancelled: the profile has changed
    //! meanwhile, or the waiting was given up.
    using Done = std::function<void(std::optional<Error>)>;
    using Jitter = std::function<double()>; //!< a number in [0, 1)
    //! So many profiles may stand behind one, each giving its keys to the one before.
    static constexpr int longestChain = 5;

    KeyRenewal(ReadClient &client, ProfileRegistry &profiles, const Clock &clock, KeyIssuer &issuer,
               Jitter jitter, const RenewalTimes &times = {}, QObject *parent = nullptr);
    ~KeyRenewal() override;

    //! Asks every source, from now on. After the first window is shown. Later calls do nothing.
    void start();

    RenewalStanding standing(const ProfileId &id) const;
    //! The source may be asked: nothing stands in the way that a person must remove.
    bool canRenew(const ProfileId &id) const;

    //! Asks now, whatever failed before, or waits for the answer that is on its way. `done` runs
    //! once from the event loop, and not at all when `context` has died; with Cancelled on
    //! cancel(), which ends the waiting alone.
    CallHandle renew(const ProfileId &id, QObject *context, Done done);
    //! The same without waiting: the person wishes it.
    void tryNow(const ProfileId &id);
    //! Keys for one use, as for a profile that is not saved yet; nothing is lent. `entered` is the
    //! key that the source begins with where it is an entered one. Errors as of KeyIssuer.
    CallHandle issueOnce(const Profile &profile, std::shared_ptr<const Credentials> entered,
                         QObject *context, KeyIssuer::Callback callback);

    //! What issueOnce() came by is needed no more: keys that the source keeps for the next question
    //! are wiped where no profile that is open uses such a source.
    void forgetUnused(const KeySource &source);

    //! The keys that are lent turned out to be none to use, such as those of another account: they
    //! end with this cause. Whether the source is asked again by itself depends on it.
    void refuse(const ProfileId &id, const Error &error);

    //! Looks at the clock: ends what has ended and asks for what is due. After a sleep, before the
    //! first request.
    void check();
    //! The network is a different one: what failed for its sake is tried at once.
    void retryNetwork();

Q_SIGNALS:
    void standingChanged(const countersign::ProfileId &id);
    //! Nothing is lent any more, or still nothing, for this cause. Once for each cause.
    void ended(const countersign::ProfileId &id, const countersign::Error &error);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace countersign
