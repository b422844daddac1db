// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include <memory>

namespace Ui {
class DiagnosticsDialog;
}

namespace countersign {

//! Shows what "Copy" would put on the clipboard, to the last character, before it does.
class DiagnosticsDialog : public QDialog
{
    Q_OBJECT

public:
    explicit DiagnosticsDialog(const QString &text, QWidget *parent = nullptr);
    ~DiagnosticsDialog() override;

private:
    void copy();

    std::unique_ptr<Ui::DiagnosticsDialog> m_ui;
};

} // namespace countersign
