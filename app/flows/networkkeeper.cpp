// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/networkkeeper.h"

#include "app/api/networkrequest.h"
#include "app/api/readclient.h"
#include "app/credentials/keychainsecretstore.h"

#include <QPointer>
#include <QTimer>

#include <utility>

namespace countersign {

namespace {

constexpr std::chrono::seconds probeLimit{20};

bool isSameProxy(const NetworkChoice &a, const NetworkChoice &b)
{
    return a.kind == b.kind && a.host == b.host && a.port == b.port && a.user == b.user;
}

//! For whom a kept password was entered: a user at one proxy.
QString ownerOf(const NetworkChoice &choice)
{
    return QStringLiteral("%1@%2:%3").arg(choice.user, choice.host).arg(choice.port);
}

bool needsPassword(const NetworkChoice &choice)
{
    return choice.mode == ProxyMode::Manual && !choice.user.isEmpty();
}

} // namespace

NetworkKeeper::NetworkKeeper(NetworkRoutes &routes, ReadClient &client, QObject *parent)
    : QObject(parent)
    , m_routes(routes)
{
    connect(&routes, &NetworkRoutes::changed, &client, &ReadClient::forgetConnections);
    connect(&routes, &NetworkRoutes::authoritiesChanged, this, &NetworkKeeper::changed);
    connect(&routes, &NetworkRoutes::refusingProxyChanged, this, &NetworkKeeper::changed);
}

NetworkKeeper::~NetworkKeeper() = default;

ProfileId NetworkKeeper::keychainEntry()
{
    return ProfileId(QStringLiteral("network-proxy"));
}

void NetworkKeeper::use(const NetworkChoice &choice)
{
    // What was entered for one proxy is not told to another.
    if (!isSameProxy(choice, m_routes.choice()) && m_routes.hasPassword()) {
        m_routes.setPassword(nullptr);
        setState(ProxyPasswordState::None);
    }
    m_routes.setChoice(choice);
    // A keychain that was left locked is not opened by every change of the settings.
    if (m_mayAsk && m_state != ProxyPasswordState::Failed)
        readPassword();
}

const NetworkChoice &NetworkKeeper::choice() const
{
    return m_routes.choice();
}

void NetworkKeeper::setKeychain(SecretStore *keychain, const KeychainRecord &record)
{
    disconnect(m_keychainNews);
    if (const auto *system = qobject_cast<KeychainSecretStore *>(keychain))
        m_keychainNews = connect(system, &KeychainSecretStore::stateChanged, this,
                                 &NetworkKeeper::onKeychainState);
    m_keychain = keychain;
    m_record = record;
    m_isAsking = false;
    m_wishBeingKept = 0;
    if (keychain)
        keychain->expect(keychainEntry(), record);
    // Until the keychain has answered, no proxy hears of a call without a password.
    if (keychain && record.isSaved && needsPassword(choice()) &&
        m_state == ProxyPasswordState::None) {
        m_routes.awaitPassword();
        setState(ProxyPasswordState::Reading);
    }
}

void NetworkKeeper::readPassword()
{
    m_mayAsk = true;
    const bool isHere =
        m_state == ProxyPasswordState::Session || m_state == ProxyPasswordState::InKeychain;
    if (!m_keychain || !m_record.isSaved || isHere || !needsPassword(choice()))
        return;
    m_routes.awaitPassword();
    setState(ProxyPasswordState::Reading);
    // One answer is enough, and so is one question of the keychain's.
    if (std::exchange(m_isAsking, true))
        return;
    m_keychain->read(
        keychainEntry(), this, [this](const Result<std::shared_ptr<const Credentials>> &read) {
            m_isAsking = false;
            if (m_state != ProxyPasswordState::Reading)
                return;
            if (!read) {
                setState(ProxyPasswordState::Failed, read.error());
                return;
            }
            // Kept for another proxy or user than those that are named now.
            const bool isTheirs = *read && (*read)->accessKeyId == ownerOf(choice());
            m_routes.setPassword(isTheirs ? std::make_shared<SecretBytes>((*read)->secret.clone())
                                          : nullptr);
            setState(isTheirs ? ProxyPasswordState::InKeychain : ProxyPasswordState::None);
        });
}

void NetworkKeeper::onKeychainState(KeychainState state)
{
    const auto problem = m_error ? keychainProblemOf(*m_error) : std::nullopt;
    const bool answers = state == KeychainState::Ready || state == KeychainState::NotAsked;
    // What is wrong with the entry alone stays so whoever else is answered.
    const bool wasClosed = problem && isOfWholeKeychain(*problem);
    if (m_mayAsk && answers && wasClosed && m_state == ProxyPasswordState::Failed)
        readPassword();
}

void NetworkKeeper::setPassword(SecretBytes password, bool keep, QObject *context, Done done)
{
    const auto lent = std::make_shared<SecretBytes>(std::move(password));
    const bool canKeep = keep && m_keychain;
    if (!canKeep) {
        ++m_passwordWishes;
        m_routes.setPassword(lent);
        setState(ProxyPasswordState::Session);
        QTimer::singleShot(0, context, [done = std::move(done)] { done(std::nullopt); });
        return;
    }
    const QString owner = ownerOf(choice());
    const quint64 wish = ++m_passwordWishes;
    m_wishBeingKept = wish;
    Credentials credentials;
    credentials.accessKeyId = owner;
    credentials.secret = lent->clone();
    m_keychain->write(keychainEntry(), credentials, this,
                      [this, lent, owner, wish, alive = QPointer<QObject>(context),
                       done = std::move(done)](const std::optional<Error> &error) {
                          if (m_wishBeingKept == wish)
                              m_wishBeingKept = 0;
                          if (!error) {
                              setRecord(m_keychain->record(keychainEntry())
                                            .value_or(KeychainRecord{true, {}, {}, {}, {}}));
                          }
                          // Another proxy was named while the keychain was asked, or the password
                          // was forgotten: it is told to nobody.
                          if (!error && wish == m_passwordWishes && owner == ownerOf(choice())) {
                              m_routes.setPassword(lent);
                              setState(ProxyPasswordState::InKeychain);
                          }
                          if (alive)
                              done(error);
                      });
}

void NetworkKeeper::forgetPassword(QObject *context, Done done)
{
    ++m_passwordWishes;
    m_routes.setPassword(nullptr);
    setState(ProxyPasswordState::None);
    // Requests run in their order: what is being written is erased behind it.
    const bool mayBeKept = m_record.isSaved || m_wishBeingKept != 0;
    if (!m_keychain || !mayBeKept) {
        QTimer::singleShot(0, context, [done = std::move(done)] { done(std::nullopt); });
        return;
    }
    m_keychain->erase(keychainEntry(), this,
                      [this, alive = QPointer<QObject>(context),
                       done = std::move(done)](const std::optional<Error> &error) {
                          if (!error)
                              setRecord({});
                          if (alive)
                              done(error);
                      });
}

void NetworkKeeper::test(const Profile &profile, QObject *context,
                         std::function<void(const Finding &)> found)
{
    m_routes.forgive();
    if (m_state == ProxyPasswordState::Failed)
        readPassword(); // the keychain may be open by now
    const RegionId region = profile.regions.empty() ? RegionId() : profile.regions.front();
    const ApiTarget target = targetOf(profile, region, {});
    for (const bool isSts : {false, true}) {
        const auto product = isSts ? ApiRequest::Product::Sts : ApiRequest::Product::Oos;
        const Result<QUrl> endpoint = endpointOf(target, product);
        if (!endpoint) {
            Finding refused;
            refused.isSts = isSts;
            refused.report.endpoint = isSts ? target.stsEndpoint : target.endpoint;
            refused.report.error = endpoint.error();
            QTimer::singleShot(0, context, [found, refused] { found(refused); });
            continue;
        }
        probeRoute(m_routes, *endpoint, target.caCertificates, probeLimit, context,
                   [found, isSts](const RouteReport &report) {
                       found({isSts, report});
                   });
    }
}

const AuthorityFile &NetworkKeeper::authorities() const
{
    return m_routes.authorities();
}

QString NetworkKeeper::refusingProxy() const
{
    return m_routes.refusingProxy();
}

void NetworkKeeper::setState(ProxyPasswordState state, const std::optional<Error> &error)
{
    if (m_state == state && m_error == error)
        return;
    m_state = state;
    m_error = error;
    Q_EMIT changed();
}

void NetworkKeeper::setRecord(const KeychainRecord &record)
{
    if (m_record == record)
        return;
    m_record = record;
    Q_EMIT recordChanged();
}

} // namespace countersign
