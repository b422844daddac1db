// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/routeprobe.h"
#include "app/credentials/profileregistry.h"
#include "app/credentials/secretstore.h"
#include "app/domain/keychainproblem.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace countersign {

class ReadClient;

//! What is known of the proxy's password.
enum class ProxyPasswordState {
    None,       //!< none was entered, and none is kept
    Reading,    //!< the keychain is asked
    Session,    //!< here until the program ends
    InKeychain, //!< here, and kept
    Failed      //!< kept, and the keychain did not give it
};

//! Brings the person's choice of ways into use: tells the routes, lets calls that wait leave again,
//! and holds the password of the manual proxy, in the keychain or for the session. Owned by main;
//! main thread. Callbacks as everywhere: once, from the event loop, not at all when `context` has
//! died.
class NetworkKeeper : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void(std::optional<Error>)>;
    //! A product's endpoint of a profile and what the way to it came to.
    struct Finding
    {
        bool isSts = false;
        RouteReport report;
    };

    //! All of them outlive this.
    NetworkKeeper(NetworkRoutes &routes, ReadClient &client, QObject *parent = nullptr);
    ~NetworkKeeper() override;

    //! Calls go this way from now on. Another host, port or user is another proxy, which does not
    //! get the password of the one before.
    void use(const NetworkChoice &choice);
    const NetworkChoice &choice() const;

    //! Where the password may be kept, and what the settings know of it; null: nowhere. The store
    //! outlives its use here: null is set before it goes. The system's keychain is listened to; see
    //! onKeychainState().
    void setKeychain(SecretStore *keychain, const KeychainRecord &record);
    //! Asks the keychain for the password when the choice needs one. After the first window is
    //! shown.
    void readPassword();
    //! A keychain that did not give the password, since it was locked or not there, is asked again
    //! when it has answered somebody or its service has come.
    void onKeychainState(KeychainState state);
    //! Takes the password into use; with `keep` the keychain gets it first, and nothing has changed
    //! when it does not take it.
    void setPassword(SecretBytes password, bool keep, QObject *context, Done done);
    //! Forgets it here and in the keychain, also when that is still about to take it.
    void forgetPassword(QObject *context, Done done);
    ProxyPasswordState passwordState() const { return m_state; }
    //! Why the keychain did not give it; with Failed.
    const std::optional<Error> &passwordError() const { return m_error; }
    //! What the settings shall know of the entry in the keychain.
    const KeychainRecord &record() const { return m_record; }

    //! Tries the ways to both endpoints of the profile, in its first region, without a request. A
    //! proxy that refused is asked once more. `found` runs twice; with an error in its report where
    //! nothing may be sent to the endpoint.
    void test(const Profile &profile, QObject *context, std::function<void(const Finding &)> found);

    //! As they were read last.
    const AuthorityFile &authorities() const;
    //! A proxy that wants another password and is left alone until then; empty: none.
    QString refusingProxy() const;

    //! The name under which the keychain keeps the password.
    static ProfileId keychainEntry();

Q_SIGNALS:
    //! The password's state, the authorities or a proxy's refusal have changed.
    void changed();
    //! See record().
    void recordChanged();

private:
    void setState(ProxyPasswordState state, const std::optional<Error> &error = {});
    void setRecord(const KeychainRecord &record);

    NetworkRoutes &m_routes;
    SecretStore *m_keychain = nullptr;
    bool m_mayAsk = false;   //!< the first window is shown
    bool m_isAsking = false; //!< the keychain, for the password
    KeychainRecord m_record;
    ProxyPasswordState m_state = ProxyPasswordState::None;
    std::optional<Error> m_error;
    //! Goes up with every wish about the password: what was asked of the keychain for one of them
    //! is not used for another.
    quint64 m_passwordWishes = 0;
    quint64 m_wishBeingKept = 0; //!< whose password the keychain is taking; 0: none
    QMetaObject::Connection m_keychainNews;
};

} // namespace countersign
