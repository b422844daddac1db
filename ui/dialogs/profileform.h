// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/keysourcewords.h"
#include "app/viewmodels/profilesviewmodel.h"

#include <QWidget>

#include <memory>

namespace Ui {
class ProfileForm;
}

namespace countersign {

class CheckView;
class ProfileKeyForm;

//! Everything about one profile: account and key, banner and notes, connection, and the result of
//! its test. Stored keys never enter it.
class ProfileForm : public QWidget
{
    Q_OBJECT

public:
    explicit ProfileForm(QWidget *parent = nullptr);
    ~ProfileForm() override;

    //! Fills the form and forgets a key that was entered. `isKept`: the tick for the keychain.
    void setProfile(const Profile &profile, bool isKept, bool isSandboxWorld,
                    const SourceProposals &proposals);
    //! What is not in the form has changed.
    void setBase(const Profile &profile);
    //! `base` with what stands in the form; the key's record stays as it is in `base`.
    Profile profileOn(const Profile &base) const;
    //! False as well for kinds of source that take no entered key.
    bool isKept() const;
    //! The tick for the keychain, whether or not it is shown.
    bool isKeepTicked() const;
    void setScheme(SignatureScheme scheme);
    SignatureScheme scheme() const;

    //! True when a part of a key is typed or held, and the kind of source takes one.
    bool hasKey() const;
    //! Why the entered key is none; empty: it is whole, or nothing was entered.
    QString keyProblem() const;
    //! Takes the entered key out of the fields and looks at it whole; false: keyProblem() and the
    //! field say what is wrong.
    bool checkKey();
    //! The entered key, taken out of the fields and held for a later call; null when it is not
    //! whole.
    std::shared_ptr<const Credentials> key();
    void forgetKey();

    //! What is wrong with the source, beside its field; empty: nothing.
    void showFinding(const SourceFinding &finding);
    //! Where no key can be kept, `words` say why.
    void setKeychain(bool isUsable, const QString &words);
    //! `canRetry`: the keychain can be asked for the key. `isSaved`: the profile is no new one.
    void setStanding(const ShownStanding &standing, bool canRetry, bool isSaved);

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
    void renewPressed();

private:
    void connectParts();
    void onTestedPartEdited();
    void updateParts();
    bool takesKey() const;
    ProfileKeyForm &keyForm() const;

    std::unique_ptr<Ui::ProfileForm> m_ui;
    Profile m_shown;
};

} // namespace countersign
