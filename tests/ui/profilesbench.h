// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/profilesviewmodel.h"
#include "tests/fakes/moodystore.h"
#include "tests/fakes/sandboxworld.h"
#include "ui/dialogs/profilesdialog.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>

namespace countersign {

//! The dialog of profiles over a real keeper, a file of its own, and a keychain that fails when it
//! is told to; and what a person does with its widgets.
class ProfilesBench
{
public:
    ProfilesBench();
    ~ProfilesBench();

    //! Without a sandbox process: reads would fail, and no test that starts this way reads.
    void start(ProfileWorld world);
    void startSandbox();
    void load(const std::vector<Profile> &profiles);
    void open();
    //! A name and a key for a new profile.
    void fillNew(const QString &name, const Credentials &credentials);
    void press(const char *button);
    //! Presses Save and waits until it is done.
    void save();
    void type(const char *edit, const QString &text);
    void typeSecret(const QString &text, const char *place = "secretEdit");
    void showTab(int index);

    template <class Part>
    Part *find(const char *name) const
    {
        return m_dialog->findChild<Part *>(QString::fromLatin1(name));
    }
    QString words(const char *label) const { return find<QLabel>(label)->text(); }
    QListWidget *list() const { return find<QListWidget>("profileList"); }
    QLineEdit *secretLine(const char *place = "secretEdit") const
    {
        return qobject_cast<QLineEdit *>(find<QWidget>(place)->focusProxy());
    }
    const ProfileRegistry &registry() const { return m_world->profiles; }
    std::vector<Profile> onDisk() const;
    const SandboxUser &user(const char *name) const;

private:
    QTemporaryDir m_folder;

public:
    const QString m_path; //!< of the file of profiles
    SystemClock m_clock;
    std::unique_ptr<SandboxProcess> m_sandbox;
    std::unique_ptr<MoodyStore> m_keychain;
    std::unique_ptr<SandboxWorld> m_world;
    std::unique_ptr<ProfileStore> m_store;
    std::unique_ptr<ProfileKeeper> m_keeper;
    std::unique_ptr<ProfilesViewModel> m_profiles;
    std::unique_ptr<ProfilesDialog> m_dialog;
};

//! Everything that a person or assistive technology could read in `root`.
QString allTexts(const QWidget &root);
//! Usable; `look` is the number of its word.
Profile profileNamed(const QString &alias, int look = 0);
std::shared_ptr<const Credentials> key(const QString &id, const QString &secret);

} // namespace countersign
