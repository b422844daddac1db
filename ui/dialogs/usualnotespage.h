// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/waitkind.h"

#include <QWidget>

#include <memory>

namespace Ui {
class UsualNotesPage;
}

namespace countersign {

class PreferencesViewModel;

//! The notes that are offered for each act: written, changed, put in order, removed.
class UsualNotesPage : public QWidget
{
    Q_OBJECT

public:
    //! `preferences` outlives this.
    explicit UsualNotesPage(PreferencesViewModel &preferences, QWidget *parent = nullptr);
    ~UsualNotesPage() override;

private:
    void connectButtons();
    Act act() const;
    //! Of the chosen note; -1: none.
    int row() const;
    void add();
    void change();
    void move(int step);
    void remove();
    //! Lists the notes again and chooses the one at `row`.
    void fill(int row);
    void onChanged();
    void showChosen();
    void updateButtons();

    std::unique_ptr<Ui::UsualNotesPage> m_ui;
    PreferencesViewModel &m_preferences;
    QStringList m_listed; //!< the notes as they stand in the list
};

} // namespace countersign
