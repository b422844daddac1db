// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/credentials/sourcekeyissuer.h"

#include <QObject>
#include <QPointer>

namespace countersign {

//! One question for keys, from what forbids it to its end: the source first, then the role where
//! there is one. Deletes itself after the callback, and takes with it what it has started.
class KeyRequest final : public QObject
{
    Q_OBJECT

public:
    KeyRequest(ReadClient &client, const Clock &clock, const KeySurroundings &surroundings,
               EnvironmentKeys &environmentKeys, Profile profile,
               std::shared_ptr<const Credentials> base, QObject *context,
               KeyIssuer::Callback callback, QObject *parent);

    //! Begins from the event loop.
    void start();
    //! Ends with Cancelled from the event loop; nothing when it has ended.
    void cancel();

private:
    enum class State { Waiting, AskingSource, TakingRole, Ended };

    void begin();
    std::optional<Error> obstacle() const;
    QDateTime serviceNow() const;
    void askSource();
    void runProgram();
    void onSource(Result<IssuedKeys> keys);
    bool isTimeToCorrect(const Result<IssuedKeys> &keys);
    void end(Result<IssuedKeys> result);

    ReadClient &m_client;
    const Clock &m_clock;
    const KeySurroundings &m_surroundings;
    EnvironmentKeys &m_environmentKeys;
    const Profile m_profile;
    std::shared_ptr<const Credentials> m_base;
    QPointer<QObject> m_context;
    KeyIssuer::Callback m_callback;
    State m_state = State::Waiting;
    bool m_hasCorrectedTime = false;
    CallHandle m_call;
};

} // namespace countersign
