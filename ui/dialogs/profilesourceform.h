// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/keysourcewords.h"
#include "app/viewmodels/profilesviewmodel.h"

#include <QHash>
#include <QWidget>

#include <memory>

namespace Ui {
class ProfileSourceForm;
}

namespace countersign {

class ProfileKeyForm;
class StandingView;

//! Where the keys of a profile come from: the kind, its fields, the agreement that it needs, and
//! the role that is taken with them. Only what fits the kind is shown, and nothing that was typed
//! is lost when another kind is chosen and the first one again.
class ProfileSourceForm : public QWidget
{
    Q_OBJECT

public:
    explicit ProfileSourceForm(QWidget *parent = nullptr);
    ~ProfileSourceForm() override;

    void setProfile(const Profile &profile, const SourceProposals &proposals);
    //! `base` with what stands in the form. The agreement is in it where the tick is set.
    KeySource source(const KeySource &base) const;
    KeyKind kind() const;
    //! Beside the field it is about.
    void showFinding(const SourceFinding &finding);

    ProfileKeyForm *keyForm() const;
    StandingView *standingView() const;

Q_SIGNALS:
    //! A person has changed something else than the entered key.
    void edited();

private:
    void connectParts();
    KeySource bare(const KeySource &base) const;
    void onAgreed(bool isAgreed);
    void onPlaceEdited();
    void updateParts();

    std::unique_ptr<Ui::ProfileSourceForm> m_ui;
    KeySource m_shown;
    QHash<KeyKind, QString> m_agreed; //!< what the person has agreed to
};

} // namespace countersign
