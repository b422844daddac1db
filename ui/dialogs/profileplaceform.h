// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/keysourcewords.h"
#include "app/viewmodels/profilesviewmodel.h"

#include <QWidget>

#include <memory>
#include <vector>

namespace Ui {
class ProfilePlaceForm;
}

QT_BEGIN_NAMESPACE
class QLabel;
class QLineEdit;
QT_END_NAMESPACE

namespace countersign {

class SafeLabel;

//! Where keys are had that nobody enters: another profile, a file, an address, a program. Shows the
//! fields of one kind; what was typed for another kind stays.
class ProfilePlaceForm : public QWidget
{
    Q_OBJECT

public:
    explicit ProfilePlaceForm(QWidget *parent = nullptr);
    ~ProfilePlaceForm() override;

    //! `choices` are the profiles whose keys can take a role. `cliFile` is proposed where none
    //! stands.
    void setSource(const KeySource &source, const std::vector<ProfileChoice> &choices,
                   const QString &cliFile);
    void setKind(KeyKind kind);
    //! Puts the fields of this kind into `source`; an address that is none becomes one that no
    //! source can have.
    void writeTo(KeySource &source) const;
    //! Beside its field, if it is one of these.
    void showFinding(const SourceFinding &finding);

Q_SIGNALS:
    //! A person has changed something.
    void edited();

private:
    struct Row;

    std::vector<Row> rows() const;
    void connectParts();
    void fillOthers(const ProfileId &chosen, const std::vector<ProfileChoice> &choices);
    void browse(QLineEdit *edit);

    std::unique_ptr<Ui::ProfilePlaceForm> m_ui;
    KeyKind m_kind = KeyKind::Entered;
    QUrl m_shownUrl;
};

} // namespace countersign
