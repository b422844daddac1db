// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/profilesviewmodel.h"

#include <QDialog>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>

namespace Ui {
class ProfilesDialog;
}

namespace countersign {

//! What was entered for one profile and is not saved: without a key.
struct ProfileDraft
{
    Profile base;  //!< what the form was filled from
    Profile shown; //!< with what was entered
    bool isNew = false;
};

//! The profiles: added, tested, changed and removed in one place. Opened with open(). Questions
//! stand in the dialog itself. Secrets leave its fields with every test and save, and with the end.
class ProfilesDialog : public QDialog
{
    Q_OBJECT

public:
    //! `profiles` outlives the dialog.
    explicit ProfilesDialog(ProfilesViewModel &profiles, QWidget *parent = nullptr);
    ~ProfilesDialog() override;

    //! Begins a new profile; asks first when another one has changes.
    void addProfile();
    //! Opens the import of profiles over this dialog; asks first when one has changes.
    void importProfiles();
    //! Shows this profile, if there is one; asks first when another one has changes.
    void showProfile(const ProfileId &id);
    //! What would be lost now; nothing: nothing was entered but perhaps a key.
    std::optional<ProfileDraft> draft() const;
    //! Shows it as it was left, to be saved or not. Nothing happens where the profile is gone.
    void showDraft(const ProfileDraft &draft);

public Q_SLOTS:
    //! Asks first when there are changes.
    void reject() override;
    void done(int result) override;

protected:
    void showEvent(QShowEvent *event) override;

private:
    void connectForm();
    void connectButtons();

    std::optional<Profile> stored(const ProfileId &id) const;
    void fill(const Profile &profile, bool isNew);
    void fillForm(const Profile &profile);
    void showStored(const ProfileId &id);
    void onChosen(const ProfileId &id);
    void drop();
    void leave(const std::function<void()> &then);
    bool isChanged() const;

    bool isKeyWell();
    QString problemOf(const Profile &profile) const;
    void save();
    void saveNow();
    void onSaved(const QString &problem, std::shared_ptr<const Credentials> sessionKey);
    void takeOver(const Profile &profile);
    void useForSession();
    void askRemove();
    void removeNow(bool evenIfKept);
    void onRemoved(const QString &problem);
    void revert();
    void test();
    void onCheckChanged();
    void onTestedPartEdited();

    void refresh();
    void refreshList();
    void refreshKey();
    void followStored();
    void setBusy(bool isBusy);
    void giveFocusBack();
    void answer(const QString &words);
    void updateState();
    void fitToScreen();

    std::unique_ptr<Ui::ProfilesDialog> m_ui;
    ProfilesViewModel &m_profiles;
    Profile m_base; //!< what the form was filled from; without an id: nothing is shown
    bool m_isNew = false;
    bool m_wasKept = false; //!< the tick for the keychain as it was filled
    bool m_isBusy = false;
    QPointer<QWidget> m_focusBefore; //!< busy
    int m_row = 0;
    QString m_answer; //!< to what the person did last
    QTimer m_refreshTimer;
    bool m_wasShown = false;
};

} // namespace countersign
