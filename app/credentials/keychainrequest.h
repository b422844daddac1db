// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/credentials/keychainrecord.h"
#include "app/credentials/keychainverdict.h"
#include "app/credentials/secretpayload.h"

#include <QObject>

#include <functional>
#include <optional>

namespace countersign {

class KeychainService;

//! What one request has come to.
struct KeychainOutcome
{
    std::optional<KeychainProblem> problem;
    std::optional<SecretPayload> payload; //!< of a reading; nothing: nothing is stored
    QString detail;                       //!< the library's words for a problem, or empty
};

//! One read, write or erase: the service is asked whether it is there, the job runs, a written
//! entry is read back, and where the result may mean several things the service is asked again.
//! Started once; ends once, from the event loop, when its job does, which may be never. Destroying
//! it leaves a started job to itself.
class KeychainRequest final : public QObject
{
    Q_OBJECT

public:
    //! `bytes` is what a write puts there. `record` says what a read may expect.
    KeychainRequest(KeychainOperation operation, QString name, SecretBytes bytes,
                    KeychainRecord record, KeychainService &service);

    void start(std::function<void(KeychainOutcome)> ended);

private:
    void onAskedBefore(const KeychainAnswer &answer);
    void startJob();
    void onJobEnded(KeychainJobEnd end);
    void onRead(const KeychainJobEnd &end);
    void readBack();
    void onReadBack(const KeychainJobEnd &end);
    void askAfter(const KeychainJobEnd &end);
    void onAskedAfter(const KeychainAnswer &answer);
    void endWith(std::optional<KeychainProblem> problem);
    void endWith(KeychainOutcome outcome);

    KeychainOperation m_operation;
    QString m_name;
    SecretBytes m_bytes;
    KeychainRecord m_record;
    KeychainService &m_service;
    KeychainAnswer m_before;
    KeychainJobEnd::Kind m_end = KeychainJobEnd::Kind::Done;
    QString m_detail;
    std::function<void(KeychainOutcome)> m_ended;
};

} // namespace countersign
