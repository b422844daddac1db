// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/gateway/sessions.h"

#include <QCryptographicHash>

namespace countersign::sandbox {

namespace {

constexpr std::size_t mostSessions = 10'000;
constexpr int tokenBlocks = 30;

QByteArray digestOf(QByteArrayView token)
{
    return QCryptographicHash::hash(token.toByteArray(), QCryptographicHash::Sha256);
}

//! About as long as the service's tokens are, with the characters that go wrong in encodings.
QByteArray tokenText(quint32 seed, const QString &name)
{
    QByteArray bytes;
    for (int i = 0; i < tokenBlocks; ++i) {
        const QString block = name + u'/' + QString::number(i);
        bytes += QByteArray::fromHex(derivedText(seed, block, "token", 64).toLatin1());
    }
    return "CAIS" + bytes.toBase64() + "+/==";
}

} // namespace

const User &Sessions::begin(const Role &role, const QString &sessionName,
                            std::chrono::seconds lifetime, const QDateTime &now,
                            std::shared_ptr<const SessionPolicy> policy)
{
    const std::chrono::seconds lasts = m_lifetime.count() > 0 ? m_lifetime : lifetime;
    const QString name = QStringLiteral("%1/%2").arg(++m_count).arg(now.toMSecsSinceEpoch());
    auto session = std::make_unique<User>();
    session->kind = User::Kind::RoleSession;
    session->name = role.name + u'/' + sessionName;
    session->id = role.id + u':' + sessionName;
    session->accountId = role.accountId;
    session->accessKeyId = QStringLiteral("STS.") + derivedText(m_seed, name, "session key", 24);
    session->secret = SecretBytes(derivedText(m_seed, name, "session secret", 44).toLatin1());
    session->securityToken = SecretBytes(tokenText(m_seed, name));
    session->expiresAt = now.addSecs(lasts.count());
    session->hasAllRights = role.hasAllRights;
    session->rights = role.rights;
    session->policy = std::move(policy);
    m_tokens.insert(digestOf(session->securityToken.view()));
    m_byKey.insert(session->accessKeyId, session.get());
    m_sessions.push_back(std::move(session));
    forgetOldest();
    return *m_sessions.back();
}

void Sessions::forgetOldest()
{
    if (m_sessions.size() <= mostSessions)
        return;
    const User &oldest = *m_sessions.front();
    m_tokens.remove(digestOf(oldest.securityToken.view()));
    m_byKey.remove(oldest.accessKeyId);
    m_sessions.pop_front();
}

const User *Sessions::byKey(const QString &accessKeyId) const
{
    return m_byKey.value(accessKeyId);
}

bool Sessions::hasToken(QByteArrayView token) const
{
    return m_tokens.contains(digestOf(token));
}

} // namespace countersign::sandbox
