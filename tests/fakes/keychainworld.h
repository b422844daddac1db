// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QTemporaryDir>

#include <memory>

namespace countersign {

//! A session bus of its own with a real gnome-keyring, and all their files in one folder. Nothing
//! runs at first; what was started is stopped at the end. The tester's own bus is not touched.
class KeychainWorld
{
public:
    //! `sources` is the root of the source tree, where the scripts lie.
    explicit KeychainWorld(const QString &sources);
    ~KeychainWorld();
    Q_DISABLE_COPY_MOVE(KeychainWorld)

    // Each returns when what it starts can be used; false: it did not come.
    bool startBus();
    //! Unlocked: makes the default collection when there is none, and opens it.
    bool startKeyring(bool isUnlocked);
    //! `mode` as in prompter.py: accept, dismiss, ignore.
    bool startPrompter(const QString &mode);
    //! `mode` as in wallet.py: keep, forget, deny, stall.
    bool startWallet(const QString &mode);

    bool stopKeyring();
    void stopWallet();
    //! SIGSTOP or SIGCONT.
    void signalKeyring(int signal);
    void signalWallet(int signal);
    //! Waits until the person would see the keyring's question, or the wallet's.
    bool waitUntilAsked();
    bool waitUntilWalletAsks();
    //! The person answers the question that was ignored so far.
    void acceptLate();

    //! For programs that belong to this session. Without a bus there is no address of one.
    QProcessEnvironment environment() const;
    //! Files under the folder that contain one of the texts.
    QStringList filesWith(const QList<QByteArray> &texts) const;

private:
    using Process = std::unique_ptr<QProcess>;

    Process start(const QString &program, const QStringList &arguments, const QByteArray &input);
    Process startScript(const QString &name, const QStringList &arguments);
    bool isKeyringOnBus() const;
    QStringList files() const;

    QString m_sources;
    QTemporaryDir m_folder;
    QString m_address;
    Process m_bus;
    Process m_keyring;
    Process m_prompter;
    Process m_wallet;
};

} // namespace countersign
