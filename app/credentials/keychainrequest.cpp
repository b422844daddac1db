// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/credentials/keychainrequest.h"

#include "app/credentials/keychainservice.h"

#include <QTimer>

#include <utility>

namespace countersign {

using End = KeychainJobEnd::Kind;

KeychainRequest::KeychainRequest(KeychainOperation operation, QString name, SecretBytes bytes,
                                 KeychainRecord record, KeychainService &service)
    : m_operation(operation)
    , m_name(std::move(name))
    , m_bytes(std::move(bytes))
    , m_record(std::move(record))
    , m_service(service)
{
}

void KeychainRequest::start(std::function<void(KeychainOutcome)> ended)
{
    m_ended = std::move(ended);
    if (!KeychainService::canBeServed()) {
        QTimer::singleShot(0, this, [this] { endWith(KeychainProblem::NoEventLoop); });
        return;
    }
    m_service.ask(this, [this](const KeychainAnswer &answer) { onAskedBefore(answer); });
}

void KeychainRequest::onAskedBefore(const KeychainAnswer &answer)
{
    m_before = answer;
    if (const auto problem = problemBefore(answer))
        return endWith(problem);
    startJob();
}

void KeychainRequest::startJob()
{
    const auto ended = [this](KeychainJobEnd end) { onJobEnded(std::move(end)); };
    switch (m_operation) {
    case KeychainOperation::Read:
        return startKeychainRead(m_name, this, ended);
    case KeychainOperation::Write:
        return startKeychainWrite(m_name, m_bytes, this, ended);
    case KeychainOperation::Erase:
        return startKeychainErase(m_name, this, ended);
    }
}

void KeychainRequest::onJobEnded(KeychainJobEnd end)
{
    switch (m_operation) {
    case KeychainOperation::Read:
        return onRead(end);
    case KeychainOperation::Write:
        return end.kind == End::Done ? readBack() : askAfter(end);
    case KeychainOperation::Erase:
        if (end.kind == End::Done && !m_record.isSaved)
            return endWith(std::nullopt);
        return askAfter(end);
    }
}

void KeychainRequest::onRead(const KeychainJobEnd &end)
{
    if (end.kind == End::Absent && !m_record.isSaved)
        return endWith(std::nullopt);
    if (end.kind != End::Done)
        return askAfter(end);
    KeychainOutcome outcome;
    outcome.payload = readSecretPayload(end.data);
    if (!outcome.payload)
        return endWith(KeychainProblem::EntryDamaged);
    const QString &account = outcome.payload->accountId;
    const bool areBothKnown = !account.isEmpty() && !m_record.accountId.isEmpty();
    if (areBothKnown && account != m_record.accountId)
        return endWith(KeychainProblem::EntryOfAnotherAccount);
    endWith(std::move(outcome));
}

void KeychainRequest::readBack()
{
    startKeychainRead(m_name, this, [this](KeychainJobEnd end) { onReadBack(end); });
}

void KeychainRequest::onReadBack(const KeychainJobEnd &end)
{
    if (end.kind == End::Denied || end.kind == End::Failed)
        return askAfter(end);
    const bool isSame = end.kind == End::Done && end.data.equals(m_bytes);
    endWith(isSame ? std::nullopt : std::optional(KeychainProblem::ReadBackDiffers));
}

void KeychainRequest::askAfter(const KeychainJobEnd &end)
{
    m_end = end.kind;
    m_detail = end.text;
    m_service.ask(this, [this](const KeychainAnswer &answer) { onAskedAfter(answer); });
}

void KeychainRequest::onAskedAfter(const KeychainAnswer &answer)
{
    const bool isElsewhere = m_operation == KeychainOperation::Read && m_end == End::Absent &&
                             !m_record.backend.isEmpty() && m_record.backend != m_service.backend();
    if (isElsewhere && !problemBefore(answer))
        return endWith(KeychainProblem::BackendChanged);
    endWith(problemAfter(m_operation, m_end, m_before, answer));
}

void KeychainRequest::endWith(std::optional<KeychainProblem> problem)
{
    KeychainOutcome outcome;
    outcome.problem = problem;
    outcome.detail = m_detail;
    endWith(std::move(outcome));
}

void KeychainRequest::endWith(KeychainOutcome outcome)
{
    const auto ended = std::exchange(m_ended, nullptr);
    ended(std::move(outcome));
}

} // namespace countersign
