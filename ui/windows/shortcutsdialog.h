// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/windows/shortcutlist.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QPrinter;
class QTreeView;
QT_END_NAMESPACE

namespace countersign {

class SafeLabel;

//! All commands with their keys, to be read, printed, and saved as plain text.
class ShortcutsDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ShortcutsDialog(std::vector<ShortcutLine> lines, QWidget *parent = nullptr);
    ~ShortcutsDialog() override;

    //! Writes the list to `path` and says in the dialog whether that went well.
    void saveAs(const QString &path);

private:
    QTreeView *newList();
    QWidget *newButtons();
    void choosePrinter();
    void chooseFile();
    void say(const QString &words);

    std::vector<ShortcutLine> m_lines;
    std::unique_ptr<QPrinter> m_printer;
    SafeLabel *m_outcome;
};

} // namespace countersign
