// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/credentials/keychainrecord.h"
#include "app/credentials/keychainservice.h"
#include "app/credentials/keychainverdict.h"
#include "app/credentials/secretstore.h"
#include "app/domain/keychainproblem.h"

#include <QHash>
#include <QTimer>

#include <chrono>
#include <deque>
#include <memory>
#include <optional>

namespace countersign {

class KeychainRequest;
class KeychainWaiter;
struct KeychainOutcome;

struct KeychainLimits
{
    std::chrono::milliseconds slow{2'000};     //!< until a request counts as Slow
    std::chrono::milliseconds giveUp{120'000}; //!< until nobody waits for it any longer
    std::chrono::milliseconds question{2'000}; //!< for the service to say whether it is there
};

//! The system's keychain; one object per program, main thread, with an event loop on GLib. Requests
//! run one after another, the first one not before the event loop does; the caller asks after the
//! first window is shown. States: see KeychainState.
//! Errors of the three functions are those of keychainProblemOf(). A read that is not expected to
//! find anything (see expect()) and finds nothing is an answer; an expected entry that is not there
//! is an error that says why.
//! A request that was given up or cancelled runs on, since the library cannot cancel: after giving
//! up everything is refused as Blocked until it ends. When the service ends while it asks the
//! person, libsecret 0.20 never ends the job, and the keychain stays Blocked for this process.
//! Destroying the store answers whoever waits with Cancelled and leaves a started job to itself;
//! the process may end at any time.
class KeychainSecretStore final : public SecretStore
{
    Q_OBJECT

public:
    explicit KeychainSecretStore(QObject *parent = nullptr);
    explicit KeychainSecretStore(const KeychainLimits &limits, QObject *parent = nullptr);
    ~KeychainSecretStore() override;

    CallHandle read(const ProfileId &profile, QObject *context, ReadCallback callback) override;
    //! The entry is written, read back and compared. The account id and the end of the credentials
    //! are taken from expect(). Refused: an empty key id or secret, and what makes an entry of over
    //! 16 KiB.
    CallHandle write(const ProfileId &profile, const Credentials &credentials, QObject *context,
                     DoneCallback callback) override;
    //! Also removes what another program has put under the same name. With a locked keychain it
    //! succeeds only where nothing was expected.
    CallHandle erase(const ProfileId &profile, QObject *context, DoneCallback callback) override;

    //! What the settings know of this profile's entry; before read() and write().
    void expect(const ProfileId &profile, const KeychainRecord &record);
    //! What the settings shall know: as expected, and changed by every request that succeeded.
    std::optional<KeychainRecord> record(const ProfileId &profile) const;

    KeychainState state() const { return m_state; }
    //! The problem of the keychain as a whole that the last request met; only while Unusable.
    std::optional<KeychainProblem> trouble() const { return m_trouble; }
    //! Name of the backend for people and settings; empty until a request got that far.
    QString backend() const { return m_service.backend(); }

    //! Ends all waiting with Cancelled; later requests end the same way. Called once, on quit.
    void finishAll();

Q_SIGNALS:
    //! The state or the trouble has changed.
    void stateChanged(countersign::KeychainState state);
    //! A request that nobody waited for any longer has succeeded: a read would be answered, or the
    //! entry is written or erased after all.
    void lateAnswer(const countersign::ProfileId &profile);

private:
    struct Entry;

    CallHandle enqueue(std::unique_ptr<Entry> entry);
    void startNext();
    void onEnded(KeychainOutcome outcome);
    void onVanished();
    void stopTimers();
    void giveUp(KeychainProblem problem);
    void onAppeared();
    void remember(const Entry &entry, const KeychainOutcome &outcome);
    void setState(KeychainState state, std::optional<KeychainProblem> trouble = {});

    KeychainLimits m_limits;
    KeychainService m_service;
    KeychainState m_state = KeychainState::NotAsked;
    std::optional<KeychainProblem> m_trouble;
    QHash<ProfileId, KeychainRecord> m_records;
    std::deque<std::unique_ptr<Entry>> m_queue;
    std::unique_ptr<Entry> m_current;
    std::unique_ptr<KeychainRequest> m_request;
    QTimer m_slowTimer;
    QTimer m_giveUpTimer;
    QTimer m_vanishedTimer;
    bool m_isFinished = false;
};

} // namespace countersign
