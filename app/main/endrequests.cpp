// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main/endrequests.h"

#include <QGuiApplication>
#include <QSessionManager>

#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace countersign {

namespace {

constexpr int handled[] = {SIGTERM, SIGINT, SIGHUP};

//! A handler may do no more than write: the event loop reads at the other end.
int signalPipe[2] = {-1, -1};

void writeSignal(int)
{
    const char byte = 1;
    const int interrupted = errno;
    // A full pipe says the same already.
    [[maybe_unused]] const ssize_t written = ::write(signalPipe[1], &byte, 1);
    errno = interrupted;
}

} // namespace

EndRequests::EndRequests(std::function<bool()> isBusy, QObject *parent)
    : QObject(parent)
    , m_isBusy(std::move(isBusy))
{
    connect(qGuiApp, &QGuiApplication::commitDataRequest, this, &EndRequests::onSessionEnd,
            Qt::DirectConnection);
    // Without a pipe the signals end the program as they do by default.
    if (::pipe2(signalPipe, O_CLOEXEC | O_NONBLOCK) != 0)
        return;
    m_notifier = std::make_unique<QSocketNotifier>(signalPipe[0], QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, [this] { onSignal(); });
    for (const int number : handled)
        std::signal(number, writeSignal);
}

EndRequests::~EndRequests()
{
    if (!m_notifier)
        return;
    for (const int number : handled)
        std::signal(number, SIG_DFL);
    m_notifier.reset();
    ::close(signalPipe[0]);
    ::close(signalPipe[1]);
}

void EndRequests::onSignal()
{
    char bytes[16];
    while (::read(signalPipe[0], bytes, sizeof bytes) > 0) {
    }
    Q_EMIT endWanted();
}

void EndRequests::onSessionEnd(QSessionManager &manager)
{
    if (!m_isBusy())
        return;
    // The window says why; the person ends the session again when it is gone.
    if (manager.allowsInteraction())
        manager.cancel();
    QMetaObject::invokeMethod(this, &EndRequests::endWanted, Qt::QueuedConnection);
}

} // namespace countersign
