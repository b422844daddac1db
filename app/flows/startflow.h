// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/operations.h"
#include "app/domain/error.h"
#include "app/flows/decisionprogress.h"
#include "app/flows/flowservices.h"

#include <QDateTime>
#include <QObject>

#include <chrono>
#include <memory>
#include <optional>

namespace countersign {

//! What starting a run has come to.
struct StartProgress
{
    enum class State {
        Ready,
        Starting,
        Started, //!< the service told the new run
        NotSent, //!< nothing left; nothing was started
        Refused, //!< the service refused; nothing was started
        Unclear  //!< a run may have been started; the same request may be sent again
    };
    //! Why nothing was sent.
    enum class Stop {
        None,
        Locked,
        Identity, //!< whose the credentials are could not be read
        WrongAccount,
        WrongActor, //!< they are another user's or role's than was shown, or nobody was shown
        WrongHost,
        Bytes,
        Transport
    };

    State state = State::Ready;
    Stop stop = Stop::None;
    std::optional<Error> error;   //!< behind a refusal, a stop or an unclear outcome
    std::optional<Execution> run; //!< once started
    QString code;                 //!< the service's; empty: none
    QString requestId;            //!< the service's; empty: none
    //! An answer was unclear before: only the very same request is sent from then on.
    bool wasUnclear = false;
    QDateTime deadline; //!< UTC, of the answer; invalid: none is awaited
};

//! Starts one run: checks who acts, and where, sends once, reads the answer. After anything but
//! Started it may be asked again; after an unclear answer only with the same request and its
//! ClientToken, which makes the service give the run it started before instead of another one.
//! Owned by the view-model of the dialog; when it goes, nothing leaves any more, and what has begun
//! to leave does. Main thread.
class StartFlow : public QObject
{
    Q_OBJECT

public:
    //! `where` is what was shown: account, who acts and host are compared with it at the beginning,
    //! when it is signed and before the first byte. `identityWait`: how long to wait for the word
    //! whose the credentials are, where it is not known yet.
    StartFlow(const FlowServices &services, const DecisionPlace &where,
              std::chrono::milliseconds identityWait = DecideTimes().identityWait,
              QObject *parent = nullptr);
    ~StartFlow() override;

    //! Does nothing while one is on its way, once a run was started, and for another request after
    //! an unclear answer.
    void start(const StartExecutionRequest &request);

    const StartProgress &progress() const;

Q_SIGNALS:
    void changed();

private:
    class Private;
    std::unique_ptr<Private> d;
};

//! 128 random bits in hex, for ClientToken.
QString newClientToken();

} // namespace countersign
