// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tray/desktopnotifications.h"

#include "app/viewmodels/noticetext.h"

#include <QDBusPendingReply>

namespace countersign {

namespace {

constexpr qsizetype tokenLength = 1'024;

//! Escaped for servers that read the body as markup (security.md D11); other servers would show
//! the entities.
QString escaped(QString text)
{
    text.replace(QLatin1Char('&'), QLatin1String("&amp;"));
    text.replace(QLatin1Char('<'), QLatin1String("&lt;"));
    text.replace(QLatin1Char('>'), QLatin1String("&gt;"));
    return text;
}

QVariantMap hintsFor(const Notice &notice)
{
    constexpr uchar normal = 1;
    QVariantMap hints = {
        {QStringLiteral("desktop-entry"), QStringLiteral("io.github.countersign.Countersign")},
        {QStringLiteral("category"), QStringLiteral("x-countersign.wait")},
        {QStringLiteral("urgency"), QVariant::fromValue(normal)},
    };
    if (notice.hasSound)
        hints.insert(QStringLiteral("sound-name"), QStringLiteral("message-new-instant"));
    else
        hints.insert(QStringLiteral("suppress-sound"), true);
    return hints;
}

} // namespace

DesktopNotifications::DesktopNotifications(const QDBusConnection &bus, NotificationSink &fallback,
                                           std::chrono::milliseconds limit, QObject *parent)
    : NotificationSink(parent)
    , m_server(bus)
    , m_watcher(m_server.service(), bus, QDBusServiceWatcher::WatchForOwnerChange)
    , m_fallback(fallback)
{
    m_server.setTimeout(static_cast<int>(limit.count()));
    connect(&m_watcher, &QDBusServiceWatcher::serviceOwnerChanged, this,
            &DesktopNotifications::onServerChanged);
    connect(&m_server, &NotificationServer::ActionInvoked, this, &DesktopNotifications::onAction);
    connect(&m_server, &NotificationServer::ActivationToken, this, &DesktopNotifications::onToken);
    connect(&m_server, &NotificationServer::NotificationClosed, this,
            &DesktopNotifications::onClosed);
    connect(&m_fallback, &NotificationSink::opened, this, &NotificationSink::opened);
}

void DesktopNotifications::show(const Notice &notice)
{
    if (!m_server.connection().isConnected()) {
        m_fallback.show(notice);
        return;
    }
    if (m_state == State::Known) {
        send(notice);
        return;
    }
    std::erase_if(m_waiting, [&](const Notice &other) { return other.id == notice.id; });
    m_waiting.push_back(notice);
    if (m_state == State::Unknown)
        ask();
}

void DesktopNotifications::withdraw(const NoticeId &id)
{
    m_fallback.withdraw(id);
    std::erase_if(m_waiting, [&](const Notice &notice) { return notice.id == id; });
    const auto entry = m_entries.find(id);
    if (entry == m_entries.end())
        return;
    if (entry->isSending) {
        entry->isWithdrawn = true;
        entry->next.reset();
        return;
    }
    m_server.close(entry->serverId);
    m_entries.erase(entry);
}

void DesktopNotifications::ask()
{
    m_state = State::Asking;
    auto *call = new QDBusPendingCallWatcher(m_server.capabilities(), this);
    connect(call, &QDBusPendingCallWatcher::finished, this,
            [this, call, generation = m_generation] {
                call->deleteLater();
                onAbilities(*call, generation);
            });
}

void DesktopNotifications::onAbilities(const QDBusPendingCallWatcher &call, int generation)
{
    const QDBusPendingReply<QStringList> reply = call;
    if (reply.isError() && generation != m_generation) {
        ask(); // the one that was asked is gone, another may have come
        return;
    }
    m_state = reply.isError() ? State::Unknown : State::Known;
    const std::vector<Notice> waiting = std::exchange(m_waiting, {});
    if (reply.isError()) {
        for (const Notice &notice : waiting)
            m_fallback.show(notice);
        return;
    }
    const QStringList words = reply.value();
    m_abilities = {words.contains(QLatin1String("body")),
                   words.contains(QLatin1String("body-markup")),
                   words.contains(QLatin1String("actions"))};
    for (const Notice &notice : waiting)
        send(notice);
}

void DesktopNotifications::send(const Notice &notice)
{
    Entry &entry = m_entries[notice.id];
    if (entry.isSending) {
        entry.isWithdrawn = false;
        entry.next = notice;
        return;
    }
    entry.notice = notice;
    entry.isSending = true;
    const NoticeText text = noticeText(notice);
    QString body = m_abilities.hasBody ? text.body : QString();
    if (m_abilities.hasMarkup)
        body = escaped(body);
    QStringList actions;
    if (m_abilities.hasActions)
        actions = {QStringLiteral("default"), tr("Open", "a notice")};
    auto *call = new QDBusPendingCallWatcher(
        m_server.notify(entry.serverId, text.title, body, actions, hintsFor(notice)), this);
    connect(call, &QDBusPendingCallWatcher::finished, this,
            [this, call, id = notice.id, generation = m_generation] {
                call->deleteLater();
                onSent(id, *call, generation);
            });
}

void DesktopNotifications::onSent(const NoticeId &id, const QDBusPendingCallWatcher &call,
                                  int generation)
{
    const QDBusPendingReply<uint> reply = call;
    const bool isSameServer = generation == m_generation;
    const Entry sent = m_entries.take(id);
    if (reply.isError()) {
        if (isSameServer)
            m_state = State::Unknown;
        if (!sent.isWithdrawn)
            m_fallback.show(sent.next.value_or(sent.notice));
        return;
    }
    if (sent.isWithdrawn) {
        if (isSameServer)
            m_server.close(reply.value());
        return;
    }
    if (isSameServer) {
        Entry &entry = m_entries[id];
        entry.notice = sent.notice;
        entry.activationToken = sent.activationToken;
        entry.serverId = reply.value();
    }
    if (sent.next)
        show(*sent.next);
}

void DesktopNotifications::onServerChanged()
{
    ++m_generation;
    m_entries.removeIf([](const auto &entry) { return !entry.value().isSending; });
    for (Entry &entry : m_entries)
        entry.serverId = 0;
    if (m_state == State::Known)
        m_state = State::Unknown;
}

DesktopNotifications::Entry *DesktopNotifications::find(uint serverId)
{
    for (Entry &entry : m_entries) {
        if (entry.serverId != 0 && entry.serverId == serverId)
            return &entry;
    }
    return nullptr;
}

void DesktopNotifications::onAction(uint serverId, const QString &action)
{
    Entry *entry = find(serverId);
    if (entry == nullptr || action != QLatin1String("default"))
        return;
    const std::vector<WaitRowId> ids = entry->notice.ids;
    Q_EMIT opened(ids, std::exchange(entry->activationToken, {}));
}

void DesktopNotifications::onToken(uint serverId, const QString &token)
{
    Entry *entry = find(serverId);
    if (entry != nullptr && token.size() <= tokenLength)
        entry->activationToken = token;
}

void DesktopNotifications::onClosed(uint serverId)
{
    m_entries.removeIf([serverId](const auto &entry) {
        return entry.value().serverId == serverId && !entry.value().isSending;
    });
}

} // namespace countersign
