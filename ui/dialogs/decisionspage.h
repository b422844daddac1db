// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <memory>
#include <optional>

namespace Ui {
class DecisionsPage;
}

namespace countersign {

class PreferencesViewModel;

//! What is added to notes, how long an answer is awaited, how long decisions are kept, the notes
//! that are remembered, and what stands before approving a run of one's own or in haste.
class DecisionsPage : public QWidget
{
    Q_OBJECT

public:
    //! `preferences` outlives this.
    explicit DecisionsPage(PreferencesViewModel &preferences, QWidget *parent = nullptr);
    ~DecisionsPage() override;

private:
    void update();
    void connectKeeping();
    void onKeepChosen();
    void updateKeeping();
    //! What the chosen way with tags means.
    QString tagText() const;
    //! What the chosen way with runs of one's own means.
    QString ownText() const;

    std::unique_ptr<Ui::DecisionsPage> m_ui;
    PreferencesViewModel &m_preferences;
    //! Chosen, and not in force before the person has agreed to what would go.
    std::optional<int> m_keepWanted;
};

} // namespace countersign
