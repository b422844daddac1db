// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/enteredkey.h"
#include "app/viewmodels/profilesviewmodel.h"

#include <QWidget>

#include <memory>

namespace Ui {
class ProfileKeyForm;
}

namespace countersign {

//! A key that is entered: id, secret, perhaps a token and its end, and whether the keychain keeps
//! it. Stored keys never enter it. What is wrong stands beside its field.
class ProfileKeyForm : public QWidget
{
    Q_OBJECT

public:
    explicit ProfileKeyForm(QWidget *parent = nullptr);
    ~ProfileKeyForm() override;

    //! Forgets a key that was entered. `isKept`: the tick for the keychain.
    void setProfile(const Profile &profile, bool isKept);
    bool isKept() const;
    //! UTC; invalid: none was entered, or the key has no token.
    QDateTime endsAt(const Profile &base) const;

    //! True when a part of a key is typed or held.
    bool hasKey() const;
    //! Why the entered key is none, as far as that can be told before it is taken out of its
    //! fields; empty: it is whole, or nothing was entered.
    QString problem() const;
    //! Takes the key out of its fields and looks at it whole; false: problem() says what is wrong.
    bool check();
    //! The entered key, taken out of the fields and held for a later call; null when it is not
    //! whole.
    std::shared_ptr<const Credentials> key();
    void forgetKey();

    //! Where no key can be kept, `words` say why.
    void setKeychain(bool isUsable, const QString &words);
    //! `canRetry`: the keychain can be asked for the key. `isSaved`: the profile is no new one.
    //! `hasStored`: a key is there that an entered one would replace.
    void setStanding(bool canRetry, bool isSaved, bool hasStored);
    void updateParts();

Q_SIGNALS:
    //! A person has changed something.
    void edited();
    //! What a test depends on is no longer what it was.
    void testedPartEdited();
    void retryPressed();
    void sessionPressed();

private:
    void connectParts();
    void onKeyEdited();
    QString endProblem() const;
    QString endHint() const;

    std::unique_ptr<Ui::ProfileKeyForm> m_ui;
    KeyFinding m_finding; //!< of check(), until something is typed
    bool m_isSaved = false;
    bool m_isKeychainUsable = true;
    QString m_shownEnd; //!< as it was filled in
};

} // namespace countersign
