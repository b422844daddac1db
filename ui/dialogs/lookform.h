// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/profilesviewmodel.h"

#include <QWidget>

#include <memory>

namespace Ui {
class LookForm;
}

namespace countersign {

//! A profile's banner, with a live preview, and what it asks of notes.
class LookForm : public QWidget
{
    Q_OBJECT

public:
    explicit LookForm(QWidget *parent = nullptr);
    ~LookForm() override;

    void setProfile(const Profile &profile);
    void writeTo(Profile &profile) const;
    //! Draws the banner of this profile.
    void showPreview(const Profile &profile);

Q_SIGNALS:
    //! A person has changed something.
    void edited();

private:
    std::unique_ptr<Ui::LookForm> m_ui;
};

} // namespace countersign
