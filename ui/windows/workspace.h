// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/ids.h"
#include "app/domain/waitkind.h"
#include "app/domain/waitrow.h"
#include "ui/windows/windowparts.h"

#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

QT_BEGIN_NAMESPACE
class QAction;
class QMainWindow;
QT_END_NAMESPACE

namespace countersign {

class BulkViewModel;
class DecisionDialog;
struct ProfileDraft;
class StartAgainViewModel;
enum class Command;
struct KeyTrouble;

//! What a person works in: inbox on the left, review of the chosen row on the right, decisions
//! without a known outcome across the top, what is not well along the foot, with the window's
//! menus, commands, title and status line. Under 900 logical pixels it shows one of the two panes
//! at a time. Deleting it takes away everything that stands over the window as well: dialogs with
//! all that is open in them, menus, other windows. Decisions that were sent go on without it, and
//! what was typed is kept as a draft.
class Workspace : public QWidget
{
    Q_OBJECT

public:
    //! What is shown beside the chosen row of the list, to be shown again later.
    struct Shown
    {
        Shown();
        Shown(Shown &&other) noexcept;
        Shown &operator=(Shown &&other) noexcept;
        ~Shown();

        struct OwnWindow
        {
            WaitRow row;
            std::unique_ptr<StartAgainViewModel> startAgain{}; //!< null: none was begun there
        };

        std::optional<WaitRow> row; //!< under review and not in the list
        std::vector<OwnWindow> ownWindows;
        bool hasDecisions = false; //!< the window of all decisions
        //! Several decisions of one act that were begun, or have a note: they go on meanwhile.
        std::unique_ptr<BulkViewModel> bulk;
        //! A profile that was being entered; its dialog is opened again.
        std::unique_ptr<ProfileDraft> profile;
        //! A run that is being started again, with the token that makes trying once more safe.
        std::unique_ptr<StartAgainViewModel> startAgain;
    };

    //! `window` owns it, and has no other one at the same time.
    Workspace(const WindowParts &parts, QMainWindow &window);
    ~Workspace() override;

    //! What is shown, taken out of it: it is to be deleted.
    Shown takeShown();
    void showAgain(Shown shown);
    //! Remembers places and what is chosen in the settings, from which a new one takes them.
    void save();

    //! Chooses the execution's first row as soon as the inbox has it. Only navigates.
    void selectExecution(const ExecutionId &execution);
    //! Chooses the first of the rows that is listed, else opens the first one as a run.
    void openWaits(const std::vector<WaitRowId> &ids);
    //! Looks for what `text` names and opens it, saying in a dialog how that goes.
    void openText(const QString &text);
    void openProfiles();
    //! The profiles, and over them the import of those of other programs.
    void openImport();
    QDialog *openAbout();
    //! Reads everything that is shown again.
    void refresh();

    //! Lines at the foot about the program's own files and keys; safe text.
    void setNotes(const QStringList &notes);
    //! Lines at the foot about profiles without keys, or without new ones.
    void setKeyTroubles(const std::vector<KeyTrouble> &troubles);
    //! nullptr when the act cannot be taken now.
    DecisionDialog *openDecision(Act act);
    //! nullptr where there is none without a known outcome.
    QDialog *openUnknown();
    QAction *action(Command command) const;
    //! The window has another size.
    void setRoom(const QSize &size);

Q_SIGNALS:
    void closeWanted();
    void quitWanted();
    void lockWanted();
    //! Something is shown that was asked for from another window.
    void raiseWanted();
    //! The person wants to see this profile.
    void profileWanted(const countersign::ProfileId &profile);
    //! The source of this profile's keys is to be asked now.
    void renewWanted(const countersign::ProfileId &profile);
    //! A row was chosen or decided there.
    void placeUsed(const countersign::Place &place);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace countersign
