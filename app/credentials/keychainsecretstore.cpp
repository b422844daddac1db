// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/credentials/keychainsecretstore.h"

#include "app/credentials/keychainjob.h"
#include "app/credentials/keychainrequest.h"
#include "app/credentials/keychainwaiter.h"
#include "app/credentials/secretpayload.h"

#include <utility>

namespace countersign {

struct KeychainSecretStore::Entry
{
    KeychainOperation operation = KeychainOperation::Read;
    ProfileId profile;
    SecretBytes bytes; //!< of a write
    std::shared_ptr<KeychainWaiter> waiter;
    std::optional<KeychainProblem> refusal; //!< why it is not even tried
};

namespace {

QString entryName(const ProfileId &profile)
{
    return QString::fromLatin1(percentEncoded(profile.text()));
}

Error cancelled()
{
    Error error;
    error.kind = Error::Kind::Cancelled;
    return error;
}

KeychainWaiter::Callback doneOnly(SecretStore::DoneCallback callback)
{
    return [callback = std::move(callback)](const std::optional<Error> &error,
                                            const std::shared_ptr<const Credentials> &) {
        callback(error);
    };
}

} // namespace

KeychainSecretStore::KeychainSecretStore(QObject *parent)
    : KeychainSecretStore(KeychainLimits(), parent)
{
}

KeychainSecretStore::KeychainSecretStore(const KeychainLimits &limits, QObject *parent)
    : SecretStore(parent)
    , m_limits(limits)
    , m_service(limits.question)
{
    m_slowTimer.setSingleShot(true);
    m_giveUpTimer.setSingleShot(true);
    m_vanishedTimer.setSingleShot(true);
    connect(&m_slowTimer, &QTimer::timeout, this, [this] { setState(KeychainState::Slow); });
    connect(&m_giveUpTimer, &QTimer::timeout, this, [this] { giveUp(KeychainProblem::GaveUp); });
    connect(&m_vanishedTimer, &QTimer::timeout, this,
            [this] { giveUp(KeychainProblem::ServiceDied); });
    connect(&m_service, &KeychainService::vanished, this, &KeychainSecretStore::onVanished);
    connect(&m_service, &KeychainService::appeared, this, &KeychainSecretStore::onAppeared);
}

KeychainSecretStore::~KeychainSecretStore()
{
    finishAll();
}

CallHandle KeychainSecretStore::read(const ProfileId &profile, QObject *context,
                                     ReadCallback callback)
{
    auto entry = std::make_unique<Entry>();
    entry->profile = profile;
    entry->waiter = std::make_shared<KeychainWaiter>(
        context, [callback = std::move(callback)](const std::optional<Error> &error,
                                                  std::shared_ptr<const Credentials> credentials) {
            if (error)
                callback(*error);
            else
                callback(std::move(credentials));
        });
    return enqueue(std::move(entry));
}

CallHandle KeychainSecretStore::write(const ProfileId &profile, const Credentials &credentials,
                                      QObject *context, DoneCallback callback)
{
    auto entry = std::make_unique<Entry>();
    entry->operation = KeychainOperation::Write;
    entry->profile = profile;
    entry->waiter = std::make_shared<KeychainWaiter>(context, doneOnly(std::move(callback)));
    if (credentials.accessKeyId.isEmpty() || credentials.secret.isEmpty()) {
        entry->refusal = KeychainProblem::Incomplete;
        return enqueue(std::move(entry));
    }
    const KeychainRecord expected = m_records.value(profile);
    auto bytes = secretPayloadBytes({credentials.clone(), expected.accountId, expected.expiresAt});
    if (bytes)
        entry->bytes = std::move(*bytes);
    else
        entry->refusal = KeychainProblem::TooLarge;
    return enqueue(std::move(entry));
}

CallHandle KeychainSecretStore::erase(const ProfileId &profile, QObject *context,
                                      DoneCallback callback)
{
    auto entry = std::make_unique<Entry>();
    entry->operation = KeychainOperation::Erase;
    entry->profile = profile;
    entry->waiter = std::make_shared<KeychainWaiter>(context, doneOnly(std::move(callback)));
    return enqueue(std::move(entry));
}

void KeychainSecretStore::expect(const ProfileId &profile, const KeychainRecord &record)
{
    m_records.insert(profile, record);
}

std::optional<KeychainRecord> KeychainSecretStore::record(const ProfileId &profile) const
{
    const auto found = m_records.constFind(profile);
    return found == m_records.constEnd() ? std::nullopt : std::optional(*found);
}

void KeychainSecretStore::finishAll()
{
    m_isFinished = true;
    stopTimers();
    if (m_current)
        m_current->waiter->answer(cancelled());
    for (const auto &entry : m_queue)
        entry->waiter->answer(cancelled());
    m_queue.clear();
}

CallHandle KeychainSecretStore::enqueue(std::unique_ptr<Entry> entry)
{
    const auto waiter = entry->waiter;
    if (entryName(entry->profile).size() > keychainNameLimit)
        entry->refusal = KeychainProblem::TooLarge;
    if (m_state == KeychainState::Blocked)
        entry->refusal = KeychainProblem::Blocked;
    if (m_isFinished)
        waiter->answer(cancelled());
    else if (entry->refusal)
        waiter->answer(keychainError(*entry->refusal));
    else
        m_queue.push_back(std::move(entry));
    QTimer::singleShot(0, this, &KeychainSecretStore::startNext);
    return CallHandle([waiter] { waiter->cancel(); });
}

void KeychainSecretStore::startNext()
{
    if (m_current || m_queue.empty())
        return;
    std::unique_ptr<Entry> entry = std::move(m_queue.front());
    m_queue.pop_front();
    QTimer::singleShot(0, this, &KeychainSecretStore::startNext);
    // A write outlives the one who asked for it, unless it was taken back in time.
    const bool isRead = entry->operation == KeychainOperation::Read;
    if (isRead ? !entry->waiter->isWaiting() : !entry->waiter->isWanted())
        return;
    m_current = std::move(entry);
    m_request = std::make_unique<KeychainRequest>(
        m_current->operation, entryName(m_current->profile), std::move(m_current->bytes),
        m_records.value(m_current->profile), m_service);
    setState(KeychainState::Asking);
    m_slowTimer.start(m_limits.slow);
    m_giveUpTimer.start(m_limits.giveUp);
    m_request->start([this](KeychainOutcome outcome) { onEnded(std::move(outcome)); });
}

void KeychainSecretStore::onEnded(KeychainOutcome outcome)
{
    stopTimers();
    m_request.release()->deleteLater(); // it is still on the stack
    const std::unique_ptr<Entry> entry = std::move(m_current);
    const bool isLate = !entry->waiter->isWaiting();
    if (outcome.problem) {
        entry->waiter->answer(keychainError(*outcome.problem, outcome.detail));
    } else {
        remember(*entry, outcome);
        std::shared_ptr<const Credentials> credentials;
        if (outcome.payload)
            credentials =
                std::make_shared<const Credentials>(std::move(outcome.payload->credentials));
        entry->waiter->answer(std::nullopt, std::move(credentials));
    }
    if (outcome.problem && isOfWholeKeychain(*outcome.problem))
        setState(KeychainState::Unusable, outcome.problem);
    else
        setState(KeychainState::Ready);
    if (isLate && !outcome.problem && !m_isFinished)
        Q_EMIT lateAnswer(entry->profile);
    startNext();
}

void KeychainSecretStore::onVanished()
{
    // A job that ends by itself says more; it has the time that the question after it takes.
    if (m_current && m_state != KeychainState::Blocked && !m_vanishedTimer.isActive())
        m_vanishedTimer.start(2 * m_limits.question);
}

void KeychainSecretStore::stopTimers()
{
    for (QTimer *timer : {&m_slowTimer, &m_giveUpTimer, &m_vanishedTimer})
        timer->stop();
}

void KeychainSecretStore::giveUp(KeychainProblem problem)
{
    stopTimers();
    m_current->waiter->answer(keychainError(problem));
    for (const auto &entry : m_queue)
        entry->waiter->answer(keychainError(KeychainProblem::Blocked));
    m_queue.clear();
    setState(KeychainState::Blocked);
}

void KeychainSecretStore::onAppeared()
{
    const bool wasAbsent = m_trouble == KeychainProblem::NoService ||
                           m_trouble == KeychainProblem::Hung ||
                           m_trouble == KeychainProblem::ServiceDied;
    if (m_state == KeychainState::Unusable && wasAbsent)
        setState(KeychainState::NotAsked);
}

void KeychainSecretStore::remember(const Entry &entry, const KeychainOutcome &outcome)
{
    if (entry.operation == KeychainOperation::Read && !outcome.payload)
        return;
    KeychainRecord &record = m_records[entry.profile];
    if (entry.operation == KeychainOperation::Erase) {
        record = KeychainRecord{false, {}, record.accountId, {}, {}};
        return;
    }
    record.isSaved = true;
    record.backend = m_service.backend();
    if (entry.operation == KeychainOperation::Write)
        record.savedAt = QDateTime::currentDateTimeUtc();
    if (!outcome.payload)
        return;
    record.expiresAt = outcome.payload->expiresAt;
    if (record.accountId.isEmpty())
        record.accountId = outcome.payload->accountId;
}

void KeychainSecretStore::setState(KeychainState state, std::optional<KeychainProblem> trouble)
{
    if (state == m_state && trouble == m_trouble)
        return;
    m_state = state;
    m_trouble = trouble;
    Q_EMIT stateChanged(state);
}

} // namespace countersign
