// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/profilesviewmodel.h"

#include <QWidget>

#include <memory>

namespace Ui {
class ProfileForm;
}

namespace countersign {

class CheckView;

//! Everything about one profile: account and key, banner and notes, connection, and the result of
//! its test. Stored keys never enter it.
class ProfileForm : public QWidget
{
    Q_OBJECT

public:
    explicit ProfileForm(QWidget *parent = nullptr);
    ~ProfileForm() override;

    //! Fills the form and forgets a key that was entered. `isKept`: the tick for the keychain.
    void setProfile(const Profile &profile, bool isKept, bool isSandboxWorld);
    //! What is not in the form has changed.
    void setBase(const Profile &profile);
    //! `base` with what stands in the form; the key's record stays as it is in `base`.
    Profile profileOn(const Profile &base) const;
    bool isKept() const;
    void setScheme(SignatureScheme scheme);
    SignatureScheme scheme() const;

    //! True when a part of a key is typed or held.
    bool hasKey() const;
    //! Why the entered key is none; empty: it is whole, or nothing was entered.
    QString keyProblem() const;
    //! The entered key, taken out of the fields and held for a later call; null when it is not
    //! whole.
    std::shared_ptr<const Credentials> key();
    void forgetKey();

    //! Where no key can be kept, `words` say why.
    void setKeychain(bool isUsable, const QString &words);
    //! `canRetry`: the keychain can be asked for the key. `isSaved`: the profile is no new one.
    void setStanding(const KeyStanding &standing, const QString &words, bool canRetry,
                     bool isSaved);

    CheckView *checkView() const;
    void showAccount();
    void showTest();

Q_SIGNALS:
    //! A person has changed something.
    void edited();
    //! What a test depends on is no longer what it was.
    void testedPartEdited();
    void retryPressed();
    void sessionPressed();

private:
    void connectParts();
    void onTestedPartEdited();
    void updateParts();

    std::unique_ptr<Ui::ProfileForm> m_ui;
    Profile m_shown;
};

} // namespace countersign
