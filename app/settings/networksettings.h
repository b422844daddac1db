// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/networkchoice.h"

#include <QDateTime>
#include <QObject>

QT_BEGIN_NAMESPACE
class QSettings;
QT_END_NAMESPACE

namespace countersign {

//! What is known of the proxy's password in the keychain; never the password.
struct SavedProxyPassword
{
    bool isSaved = false;
    QString backend;   //!< of the keychain; empty: not known
    QDateTime savedAt; //!< UTC; invalid: not known
    friend bool operator==(const SavedProxyPassword &, const SavedProxyPassword &) = default;
};

//! How the service is reached, over the same store as Settings and by its rules: what equals its
//! default is not written, what cannot be used counts as not there, and no secret is kept.
class NetworkSettings : public QObject
{
    Q_OBJECT

public:
    explicit NetworkSettings(QSettings &store, QObject *parent = nullptr);

    NetworkChoice choice() const;
    //! As it is, whether it can be used or not.
    void setChoice(const NetworkChoice &choice);

    SavedProxyPassword savedPassword() const;
    void setSavedPassword(const SavedProxyPassword &saved);

Q_SIGNALS:
    void changed();

private:
    QString text(const char *key) const;
    void write(const char *key, const QVariant &value, const QVariant &fallback);

    QSettings &m_store;
};

} // namespace countersign
