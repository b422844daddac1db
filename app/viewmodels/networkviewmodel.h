// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/networkchoice.h"
#include "app/domain/secretbytes.h"
#include "app/viewmodels/profilesviewmodel.h"

#include <QObject>
#include <QStringList>

#include <functional>
#include <memory>
#include <vector>

namespace countersign {

class NetworkKeeper;
class PersonalFiles;

//! How the service is reached, for the page on which that is chosen and tried. A change applies at
//! once, is written at once, and needs no restart. Lives as long as the program.
class NetworkViewModel : public QObject
{
    Q_OBJECT

public:
    //! A profile whose ways can be tried.
    struct Tried
    {
        ProfileId id;
        QString alias; //!< safe text
    };
    using Profiles = std::function<std::vector<Profile>()>;

    //! Takes the written choice into use. All outlive this; `profiles` gives those that there are.
    NetworkViewModel(NetworkKeeper &keeper, PersonalFiles &files, Profiles profiles,
                     QObject *parent = nullptr);
    ~NetworkViewModel() override;

    NetworkChoice choice() const;
    void setChoice(const NetworkChoice &choice);
    //! Why calls cannot leave with this choice, or what its proxy refuses; empty: neither.
    QString problemText() const;

    //! Whether there is a user to give a password for.
    bool takesPassword() const;
    QString passwordText() const;
    //! Why the password could not be kept or forgotten; empty: it could.
    QString passwordProblemText() const;
    bool canForgetPassword() const;
    void enterPassword(SecretBytes password, bool keep);
    void forgetPassword();

    //! What is wrong with the file of the company's authorities; empty: nothing.
    QString authorityProblemText() const;
    //! The same for where the file is not named beside it.
    QString authorityNote() const;
    QStringList authorityLines() const;

    std::vector<Tried> profiles() const;
    //! Tries the ways to the endpoints of a profile; nothing happens for one that is gone.
    void test(const ProfileId &id);
    bool isTesting() const;
    //! Of the last test of the way as it is; another choice or password ends a test and leaves
    //! none.
    std::vector<CheckLine> testLines() const;

    //! Whether something is not as it is without being set.
    bool canRestore() const;
    void restoreDefaults();
    //! What undo() takes back; empty: nothing.
    QString undoText() const;
    void undo();
    void forgetUndo();

Q_SIGNALS:
    void changed();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace countersign
