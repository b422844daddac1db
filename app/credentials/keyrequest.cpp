// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/credentials/keyrequest.h"

#include "app/api/networkrequest.h"
#include "app/credentials/clikeys.h"
#include "app/credentials/instancekeys.h"
#include "app/credentials/keyanswer.h"
#include "app/credentials/keyprogram.h"
#include "app/credentials/profileregistry.h"
#include "app/credentials/rolekeys.h"
#include "app/credentials/servicekeys.h"

#include <QTimer>

#include <utility>

namespace countersign {

namespace {

Error errorOf(Error::Kind kind)
{
    Error error;
    error.kind = kind;
    return error;
}

//! Asked over HTTP, and not one of the services that roles are taken from.
bool refusesForItself(KeyKind kind)
{
    return kind == KeyKind::EcsRole || kind == KeyKind::LocalService || kind == KeyKind::CloudSso;
}

// What refuses here is the source, and no code of the token service says it.
Error asRefusalOfSource(Error error, KeyKind kind)
{
    const bool isRefusal = error.kind == Error::Kind::Forbidden ||
                           error.kind == Error::Kind::NotFound ||
                           error.kind == Error::Kind::Refused;
    if (!isRefusal || error.httpStatus == 0 || !refusesForItself(kind))
        return error;
    if (!error.code.isEmpty())
        error.detail = QStringList{error.code, error.detail}.join(u'\n').trimmed();
    error.code = keyissuercodes::sourceRefused();
    return error;
}

// A source's reply that was too large is as little an answer as one that cannot be read.
Result<IssuedKeys> asKeyAnswer(Result<IssuedKeys> keys)
{
    if (keys || keys.error().kind != Error::Kind::TooLarge)
        return keys;
    return badKeyAnswer({}, "too long");
}

} // namespace

KeyRequest::KeyRequest(ReadClient &client, const Clock &clock, const KeySurroundings &surroundings,
                       EnvironmentKeys &environmentKeys, Profile profile,
                       std::shared_ptr<const Credentials> base, QObject *context,
                       KeyIssuer::Callback callback, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_clock(clock)
    , m_surroundings(surroundings)
    , m_environmentKeys(environmentKeys)
    , m_profile(std::move(profile))
    , m_base(std::move(base))
    , m_context(context)
    , m_callback(std::move(callback))
{
    // Nobody is left to hear: what runs is given up at once.
    if (context)
        connect(context, &QObject::destroyed, this, [this] {
            m_state = State::Ended;
            deleteLater();
        });
}

void KeyRequest::start()
{
    QTimer::singleShot(0, this, &KeyRequest::begin);
}

void KeyRequest::cancel()
{
    if (std::exchange(m_state, State::Ended) == State::Ended)
        return;
    m_call.cancel();
    qDeleteAll(findChildren<QObject *>(QString(), Qt::FindDirectChildrenOnly));
    QTimer::singleShot(0, this, [this] { end(errorOf(Error::Kind::Cancelled)); });
}

void KeyRequest::begin()
{
    if (m_state != State::Waiting)
        return;
    if (const std::optional<Error> error = obstacle())
        end(*error);
    else
        askSource();
}

std::optional<Error> KeyRequest::obstacle() const
{
    const KeySource &source = m_profile.source;
    if (problemOf(source) != KeySourceProblem::None)
        return sourceFault({}, QStringLiteral("the source of the keys is not complete"));
    const bool isExternal = source.kind == KeyKind::Program || source.kind == KeyKind::LocalService;
    if (isExternal && forbidsExternal(m_surroundings.environment))
        return sourceFault(keyissuercodes::forbiddenHere());
    if (source.kind == KeyKind::EcsRole &&
        isSwitchedOn(m_surroundings.environment,
                     QStringLiteral("ALIBABA_CLOUD_ECS_METADATA_DISABLED")))
        return sourceFault(keyissuercodes::metadataForbidden());
    if (!isConfirmed(source))
        return sourceFault(keyissuercodes::notConfirmed());
    const bool needsBase = source.kind == KeyKind::Entered || source.kind == KeyKind::OtherProfile;
    if (needsBase && !m_base)
        return errorOf(Error::Kind::BadCredentials);
    return std::nullopt;
}

void KeyRequest::askSource()
{
    m_state = State::AskingSource;
    const KeySource &source = m_profile.source;
    const auto onKeys = [this](Result<IssuedKeys> keys) { onSource(std::move(keys)); };
    switch (source.kind) {
    case KeyKind::Entered:
    case KeyKind::OtherProfile: {
        IssuedKeys keys;
        keys.credentials = m_base;
        keys.issuedAt = serviceNow();
        onSource(std::move(keys));
        break;
    }
    case KeyKind::Oidc:
        m_call = assumeRoleWithOidc(m_client, m_clock, m_profile, this, onKeys);
        break;
    case KeyKind::EcsRole:
        (new InstanceKeys(
             m_client, m_surroundings.metadataService, source.ecsRoleName,
             [this] { return serviceNow(); }, onKeys, this))
            ->start();
        break;
    case KeyKind::LocalService:
        m_call = askLocalService(
            m_client, m_clock, source.serviceUrl, [this] { return serviceNow(); }, this, onKeys);
        break;
    case KeyKind::Program:
        runProgram();
        break;
    case KeyKind::CloudSso:
    case KeyKind::OAuth:
        m_call = askCliLogin(m_client, m_clock, m_profile, this, onKeys);
        break;
    case KeyKind::Environment:
        onSource(m_environmentKeys.keys(serviceNow()));
        break;
    }
}

//! Ends are told by the clock of whoever issued the keys.
QDateTime KeyRequest::serviceNow() const
{
    const RegionId region = m_profile.regions.empty() ? RegionId() : m_profile.regions.front();
    return m_client.serviceNow(targetOf(m_profile, region, {}));
}

void KeyRequest::runProgram()
{
    auto *program = new KeyProgram(
        m_surroundings.environment, m_surroundings.programLimit,
        [this](const Result<SecretBytes> &output) {
            if (output)
                onSource(readProgramKeys(*output, serviceNow()));
            else
                onSource(output.error());
        },
        this);
    program->start(m_profile.source.command);
}

void KeyRequest::onSource(Result<IssuedKeys> keys)
{
    if (m_state != State::AskingSource)
        return;
    if (isTimeToCorrect(keys)) {
        askSource();
        return;
    }
    if (!keys)
        keys = asRefusalOfSource(keys.error(), m_profile.source.kind);
    const bool takesRole = m_profile.source.role && m_profile.source.kind != KeyKind::Oidc;
    if (!keys || !takesRole) {
        end(asKeyAnswer(std::move(keys)));
        return;
    }
    m_state = State::TakingRole;
    m_call = assumeRole(m_client, m_clock, m_profile, keys->credentials, this,
                        [this](Result<IssuedKeys> roleKeys) {
                            if (m_state == State::TakingRole)
                                end(std::move(roleKeys));
                        });
}

//! The time of a workload's exchange was refused, and the refusal told the service's own: what is
//! sent now carries that one. Once; calls that are signed do the same by themselves.
bool KeyRequest::isTimeToCorrect(const Result<IssuedKeys> &keys)
{
    if (keys || m_profile.source.kind != KeyKind::Oidc ||
        keys.error().kind != Error::Kind::WrongClock)
        return false;
    const auto skew = keys.error().clockSkew;
    return skew && std::chrono::abs(*skew) <= largestClockOffset &&
           !std::exchange(m_hasCorrectedTime, true);
}

void KeyRequest::end(Result<IssuedKeys> result)
{
    m_state = State::Ended;
    const KeyIssuer::Callback callback = std::exchange(m_callback, nullptr);
    deleteLater();
    if (callback && m_context)
        callback(std::move(result));
}

} // namespace countersign
