// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/routelookup.h"

#include <QDeadlineTimer>
#include <QMutex>
#include <QSslConfiguration>

#include <utility>

namespace countersign {

namespace {

RouteLookup::Answer answerTo(const RouteLookup::Question &question,
                             const RouteLookup::SystemProxies &systemProxies)
{
    RouteLookup::Answer answer;
    if (question.wantsSystemRoots)
        answer.systemRoots = QSslConfiguration::systemCaCertificates();
    if (!question.companyCaFile.isEmpty() &&
        question.companyCaStamp != stampOfFile(question.companyCaFile))
        answer.companyCa = readCompanyCa(question.companyCaFile, question.now);
    if (question.wantsProxies)
        answer.proxies = systemProxies(question.endpoint);
    return answer;
}

QList<QNetworkProxy> proxiesOfSystem(const QUrl &endpoint)
{
    return QNetworkProxyFactory::systemProxyForQuery(QNetworkProxyQuery(endpoint));
}

} // namespace

//! Where the thread leaves answers; it may outlive who asked.
struct RouteLookup::Mailbox
{
    QMutex mutex;
    RouteLookup *owner = nullptr;

    void put(const std::function<void()> &delivery)
    {
        const QMutexLocker lock(&mutex);
        if (owner)
            QMetaObject::invokeMethod(owner, delivery, Qt::QueuedConnection);
    }
};

RouteLookup::RouteLookup(SystemProxies systemProxies, QObject *parent)
    : QObject(parent)
    , m_systemProxies(systemProxies ? std::move(systemProxies) : SystemProxies(proxiesOfSystem))
    , m_mailbox(std::make_shared<Mailbox>())
    , m_thread(new QThread)
    , m_worker(new QObject)
{
    m_mailbox->owner = this;
    m_thread->setObjectName(QStringLiteral("countersign-routes"));
    m_worker->moveToThread(m_thread);
    connect(m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
}

RouteLookup::~RouteLookup()
{
    {
        const QMutexLocker lock(&m_mailbox->mutex);
        m_mailbox->owner = nullptr;
    }
    if (!m_thread->isRunning()) {
        delete m_worker;
        delete m_thread;
        return;
    }
    // A system that does not answer must not keep the program from ending: the thread goes when its
    // answer comes, if the program is still there.
    connect(m_thread, &QThread::finished, m_thread, &QObject::deleteLater);
    m_thread->quit();
    if (m_thread->wait(QDeadlineTimer(m_patience)))
        delete m_thread;
}

void RouteLookup::ask(const Question &question, std::function<void(const Answer &)> answered)
{
    if (!m_thread->isRunning())
        m_thread->start();
    QMetaObject::invokeMethod(
        m_worker,
        [mailbox = m_mailbox, question, systemProxies = m_systemProxies,
         answered = std::move(answered)] {
            const auto answer = std::make_shared<Answer>(answerTo(question, systemProxies));
            mailbox->put([answer, answered] { answered(*answer); });
        },
        Qt::QueuedConnection);
}

} // namespace countersign
