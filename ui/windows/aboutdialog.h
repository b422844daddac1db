// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace countersign {

//! Name, version, licence, libraries, what is not verified, and details to copy. Plain.
class AboutDialog : public QDialog
{
    Q_OBJECT

public:
    //! `keychain` is the name of the keychain in use; empty: it is not known.
    explicit AboutDialog(QWidget *parent = nullptr, const QString &keychain = {});

private:
    QWidget *newHead();
    QWidget *newWords();
    QWidget *newLibraries();
    QWidget *newLicence();
    QWidget *newDetails(const QString &details);
};

} // namespace countersign
