// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/keysourcewords.h"

#include <QWidget>

#include <memory>

namespace Ui {
class ProfileRoleForm;
}

namespace countersign {

//! The role that is taken with the keys of a profile.
class ProfileRoleForm : public QWidget
{
    Q_OBJECT

public:
    explicit ProfileRoleForm(QWidget *parent = nullptr);
    ~ProfileRoleForm() override;

    //! Without a role the fields are empty, but for `sessionName`.
    void setRole(const std::optional<RoleToAssume> &role, const QString &sessionName);
    //! Whether the way in which the role is taken knows an external id; what was typed stays.
    void setHasExternalId(bool hasIt);
    //! What stands in the fields.
    RoleToAssume role() const;
    //! Beside its field, if it is one of these.
    void showFinding(const SourceFinding &finding);

Q_SIGNALS:
    //! A person has changed something.
    void edited();

private:
    void showDuration(std::chrono::seconds duration);
    std::chrono::seconds unit() const;
    void onUnitChanged();

    std::unique_ptr<Ui::ProfileRoleForm> m_ui;
    std::chrono::seconds m_unit{1};
    bool m_hasExternalId = true;
};

} // namespace countersign
