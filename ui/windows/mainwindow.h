// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/ids.h"
#include "app/domain/waitkind.h"
#include "app/domain/waitrow.h"
#include "ui/windows/windowparts.h"

#include <QMainWindow>

#include <functional>
#include <memory>
#include <vector>

QT_BEGIN_NAMESPACE
class QAction;
class QDialog;
QT_END_NAMESPACE

namespace countersign {

class DecisionDialog;
enum class Command;
struct KeyTrouble;

//! The one window: a workspace, a page that says that no account is set up, or, while it is locked,
//! a page that says so. Locking takes the workspace away, with everything that stands over it, and
//! what is to be opened meanwhile is opened afterwards.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(WindowParts parts, QWidget *parent = nullptr);
    ~MainWindow() override;

    //! Shows, instead of inbox and review, that no account is set up. `startSandbox` is behind a
    //! button; without it there is no button.
    void showStartPage(std::function<void()> startSandbox = {});
    void leaveStartPage();
    //! True also while it is locked, and would show it.
    bool showsStartPage() const;

    //! Chooses the execution's first row as soon as the inbox has it. Only navigates.
    void selectExecution(const ExecutionId &execution);
    //! Chooses the first of the rows that is listed, else opens the first one as a run.
    void openWaits(const std::vector<WaitRowId> &ids);
    //! Looks for what `text` names and opens it, saying in a dialog how that goes.
    void openText(const QString &text);
    //! Shows the window in front of others.
    void raiseToFront();

    //! Lines at the foot about the program's own files and keys; safe text.
    void setNotes(const QStringList &notes);
    //! Lines at the foot about profiles without keys, or without new ones.
    void setKeyTroubles(const std::vector<KeyTrouble> &troubles);
    //! True: closing the window keeps the program, because there is another way to it.
    void setStaysOnClose(bool staysOnClose);

    // While the window is locked these give nothing.

    //! Opens the dialog of an act for the chosen row; nullptr when the act cannot be taken now.
    //! The window owns the dialog.
    DecisionDialog *openDecision(Act act);
    //! Opens what is known of decisions without a known outcome; nullptr where there is none.
    QDialog *openUnknown();
    //! Window-modal, plain; the window owns it.
    QDialog *openAbout();
    //! It is gone when the window is locked.
    QAction *action(Command command) const;

public Q_SLOTS:
    //! As the command: while a decision is being sent the window explains and waits.
    void quit();

Q_SIGNALS:
    void closed();
    //! The person ends the program; the window is closed already.
    void quitWanted();
    //! The person wants to see this profile.
    void profileWanted(const countersign::ProfileId &profile);
    //! The source of this profile's keys is to be asked now.
    void renewWanted(const countersign::ProfileId &profile);
    void diagnosticsWanted();
    //! A row was chosen or decided there.
    void placeUsed(const countersign::Place &place);

protected:
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace countersign
