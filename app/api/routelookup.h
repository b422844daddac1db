// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/companyca.h"
#include "app/api/managersource.h"

#include <QNetworkProxy>
#include <QObject>
#include <QThread>
#include <QUrl>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace countersign {

//! Asks the system on a thread of its own: which proxies, which certificates. An asked question
//! that hangs holds up those behind it; destroying this leaves a hanging thread to itself.
class RouteLookup final : public QObject
{
    Q_OBJECT

public:
    struct Question
    {
        QUrl endpoint;
        bool wantsProxies = false;
        bool wantsSystemRoots = false;
        QString companyCaFile; //!< empty: none
        //! Of what is known; read only when there is another. Nothing: it was never read.
        std::optional<QByteArray> companyCaStamp;
        QDateTime now;
    };
    struct Answer
    {
        QList<QNetworkProxy> proxies;
        std::optional<QList<QSslCertificate>> systemRoots;
        std::optional<CompanyCa> companyCa;
    };
    using SystemProxies = std::function<QList<QNetworkProxy>(const QUrl &)>;

    explicit RouteLookup(SystemProxies systemProxies, QObject *parent = nullptr);
    ~RouteLookup() override;

    //! Destroying this waits for nothing from now on: what hangs is left to itself at once.
    void abandon() { m_patience = std::chrono::milliseconds(0); }
    //! `answered` runs on this object's thread, from the event loop; not at all when this is gone.
    void ask(const Question &question, std::function<void(const Answer &)> answered);

private:
    struct Mailbox;

    const SystemProxies m_systemProxies;
    const std::shared_ptr<Mailbox> m_mailbox;
    std::chrono::milliseconds m_patience{500};
    QThread *m_thread;
    QObject *m_worker;
};

} // namespace countersign
