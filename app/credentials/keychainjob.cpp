// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/credentials/keychainjob.h"

#include "app/domain/wipe.h"

#include <qt6keychain/keychain.h>

#include <QByteArray>
#include <QObject>

#include <utility>

namespace countersign {

namespace {

QString serviceName()
{
    return QStringLiteral("io.github.countersign.Countersign");
}

//! Some platforms tell entries apart by the key alone, so the key carries the application too. The
//! number is that of the way keys are made.
QString keyOf(const QString &name)
{
    return QStringLiteral("%1/1/%2").arg(serviceName(), name);
}

KeychainJobEnd::Kind kindOf(QKeychain::Error error)
{
    switch (error) {
    case QKeychain::NoError:
        return KeychainJobEnd::Kind::Done;
    case QKeychain::EntryNotFound:
        return KeychainJobEnd::Kind::Absent;
    case QKeychain::AccessDeniedByUser:
    case QKeychain::AccessDenied:
        return KeychainJobEnd::Kind::Denied;
    case QKeychain::CouldNotDeleteEntry:
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
    case QKeychain::OtherError:
        break;
    }
    return KeychainJobEnd::Kind::Failed;
}

KeychainJobEnd endOf(const QKeychain::Job &job)
{
    KeychainJobEnd end;
    end.kind = kindOf(job.error());
    if (end.kind != KeychainJobEnd::Kind::Done)
        end.text = job.errorString();
    return end;
}

void start(QKeychain::Job *job, const QString &name)
{
    job->setKey(keyOf(name));
    job->start();
}

} // namespace

void startKeychainRead(const QString &name, QObject *context, KeychainJobCallback ended)
{
    using Job = QKeychain::ReadPasswordJob;
    auto *job = new Job(serviceName());
    QObject::connect(job, &Job::finished, context, [job, ended = std::move(ended)] {
        KeychainJobEnd end = endOf(*job);
        if (end.kind == KeychainJobEnd::Kind::Done)
            end.data = SecretBytes(QByteArrayView(job->binaryData()));
        ended(std::move(end));
    });
    // After the answer, and also when nobody hears it.
    QObject::connect(job, &Job::finished, job, [job] {
        QByteArray shared = job->binaryData();
        wipeShared(shared);
    });
    start(job, name);
}

void startKeychainWrite(const QString &name, const SecretBytes &bytes, QObject *context,
                        KeychainJobCallback ended)
{
    using Job = QKeychain::WritePasswordJob;
    auto *job = new Job(serviceName());
    QByteArray shared = bytes.view().toByteArray();
    job->setBinaryData(shared);
    QObject::connect(job, &Job::finished, context,
                     [job, ended = std::move(ended)] { ended(endOf(*job)); });
    QObject::connect(job, &Job::finished, job, [shared]() mutable { wipeShared(shared); });
    start(job, name);
}

void startKeychainErase(const QString &name, QObject *context, KeychainJobCallback ended)
{
    using Job = QKeychain::DeletePasswordJob;
    auto *job = new Job(serviceName());
    QObject::connect(job, &Job::finished, context, [job, ended = std::move(ended)] {
        KeychainJobEnd end = endOf(*job);
        if (end.kind == KeychainJobEnd::Kind::Absent)
            end.kind = KeychainJobEnd::Kind::Done;
        ended(std::move(end));
    });
    start(job, name);
}

} // namespace countersign
