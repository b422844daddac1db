// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/keychaintext.h"

#include "app/domain/displaytext.h"

#include <QCoreApplication>

namespace countersign {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Keychain)
};

QString backendChangedText(const KeychainPlaces &places)
{
    if (places.current.isEmpty() || places.earlier.isEmpty())
        return Words::tr("The key is not in the keychain of this session: it was saved in the "
                         "keychain of another desktop.");
    //: %1 and %2 are names of keychains, such as KWallet
    return Words::tr("The key is not in %1, the keychain of this session: it was saved in %2.")
        .arg(safeLine(places.current, 40), safeLine(places.earlier, 40));
}

} // namespace

QString keychainText(KeychainProblem problem, const KeychainPlaces &places)
{
    switch (problem) {
    case KeychainProblem::NoEventLoop:
        return Words::tr("The keychain cannot work in this program: its event loop runs without "
                         "GLib.");
    case KeychainProblem::NoBus:
        return Words::tr("There is no session bus, and the system keychain is reached through it.");
    case KeychainProblem::NoService:
        return Words::tr("No system keychain is running, and none can be started.");
    case KeychainProblem::Hung:
        return Words::tr("The system keychain is there and does not answer.");
    case KeychainProblem::Locked:
        return Words::tr("The system keychain is locked, and nothing could ask you to unlock it.");
    case KeychainProblem::Dismissed:
        return Words::tr("The system keychain is locked: it was not unlocked when it asked.");
    case KeychainProblem::NoCollection:
        return Words::tr("The system keychain has not been set up: there is nothing in it yet to "
                         "keep keys in.");
    case KeychainProblem::ServiceDied:
        return Words::tr("The system keychain ended or was restarted while it was being asked.");
    case KeychainProblem::GaveUp:
        return Words::tr("The system keychain has not answered, and this program waits no longer; "
                         "an unlock window may still be open.");
    case KeychainProblem::Blocked:
        return Words::tr("The system keychain is still busy with an earlier request that this "
                         "program no longer waits for.");
    case KeychainProblem::BackendChanged:
        return backendChangedText(places);
    case KeychainProblem::EntryMissing:
        return Words::tr("The system keychain answers, but the key that was saved there is gone: "
                         "the keychain was reset, or it is another one.");
    case KeychainProblem::EntryDamaged:
        return Words::tr("The entry in the system keychain is damaged: it is not what this program "
                         "wrote.");
    case KeychainProblem::EntryOfAnotherAccount:
        return Words::tr("The entry in the system keychain was made for another account than this "
                         "profile's.");
    case KeychainProblem::Incomplete:
        return Words::tr("Nothing was saved: the key has no id or no secret.");
    case KeychainProblem::TooLarge:
        return Words::tr("Nothing was saved: the key with its token is longer than an entry of the "
                         "keychain may be.");
    case KeychainProblem::ReadRefused:
        return Words::tr("The system keychain is open, but the key could not be read from it.");
    case KeychainProblem::WriteRefused:
        return Words::tr("The system keychain is open, but it did not take the key.");
    case KeychainProblem::EraseRefused:
        return Words::tr("The system keychain is open, but it did not remove the key.");
    case KeychainProblem::ReadBackDiffers:
        return Words::tr("The key was handed to the system keychain, but something else came back "
                         "when it was read again.");
    }
    Q_UNREACHABLE();
    return {};
}

QString keychainAdvice(KeychainProblem problem)
{
    switch (problem) {
    case KeychainProblem::NoEventLoop:
        return Words::tr("Enter the key for this session. Starting the program without the "
                         "variable QT_NO_GLIB may help.");
    case KeychainProblem::NoBus:
        return Words::tr("Enter the key for this session, or start the program from a desktop "
                         "session.");
    case KeychainProblem::NoService:
        return Words::tr("Enter the key for this session, or install and start a keychain such as "
                         "gnome-keyring and try again.");
    case KeychainProblem::Hung:
        return Words::tr("Try again in a moment, or enter the key for this session. Signing in to "
                         "the desktop anew restarts the keychain.");
    case KeychainProblem::Locked:
        return Words::tr("Unlock it with the desktop's password program and try again, or enter "
                         "the key for this session.");
    case KeychainProblem::Dismissed:
        return Words::tr("Try again and unlock it, or enter the key for this session.");
    case KeychainProblem::NoCollection:
        return Words::tr("Create a default keyring with the desktop's password program, or enter "
                         "the key for this session.");
    case KeychainProblem::ServiceDied:
        return Words::tr("Try again, or enter the key for this session.");
    case KeychainProblem::GaveUp:
        return Words::tr("Look for an unlock window, also behind other windows. Until then the key "
                         "can be entered for this session.");
    case KeychainProblem::Blocked:
        return Words::tr("Answer or close the unlock window; if there is none, start this program "
                         "again. Until then the key can be entered for this session.");
    case KeychainProblem::BackendChanged:
        return Words::tr("Sign in to the earlier desktop to find it again, or enter the key for "
                         "this session. Saving it here is a second copy.");
    case KeychainProblem::EntryMissing:
        return Words::tr("Enter the key for this session, or save it anew. If you did not reset "
                         "the keychain, find out who did.");
    case KeychainProblem::EntryDamaged:
        return Words::tr("Forget the entry and save the key anew, or enter it for this session.");
    case KeychainProblem::EntryOfAnotherAccount:
        return Words::tr("Check the account of this profile. Enter the right key for this session, "
                         "or forget the entry and save the key anew.");
    case KeychainProblem::Incomplete:
        return Words::tr("Enter both the key id and the secret.");
    case KeychainProblem::TooLarge:
        return Words::tr("Enter it for this session only, or use a key without a token.");
    case KeychainProblem::ReadRefused:
        return Words::tr("Try again. If it happens again, enter the key for this session.");
    case KeychainProblem::WriteRefused:
        return Words::tr("Try again. The key is used for this session in any case.");
    case KeychainProblem::EraseRefused:
        return Words::tr("Remove the entry with the desktop's password program; its name begins "
                         "with io.github.countersign.");
    case KeychainProblem::ReadBackDiffers:
        return Words::tr("Forget the entry, which also removes what another program put there, and "
                         "save the key again.");
    }
    Q_UNREACHABLE();
    return {};
}

QString keychainStateText(KeychainState state)
{
    switch (state) {
    case KeychainState::NotAsked:
        return Words::tr("The system keychain has not been asked yet.");
    case KeychainState::Asking:
        return Words::tr("Asking the system keychain…");
    case KeychainState::Slow:
        return Words::tr("Waiting for the system keychain. Is an unlock window open?");
    case KeychainState::Blocked:
        return Words::tr("The system keychain is busy with a request that was given up.");
    case KeychainState::Ready:
        return Words::tr("The system keychain answers.");
    case KeychainState::Unusable:
        return Words::tr("The system keychain cannot be used.");
    }
    Q_UNREACHABLE();
    return {};
}

} // namespace countersign
