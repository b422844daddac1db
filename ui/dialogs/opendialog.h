// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

QT_BEGIN_NAMESPACE
class QLineEdit;
class QProgressBar;
class QPushButton;
QT_END_NAMESPACE

namespace countersign {

class OpenViewModel;
class SafeLabel;

//! Takes an execution id, a web-console address or a link, and closes when it was found; what could
//! not be found or looked at is said here. It only navigates.
class OpenDialog : public QDialog
{
    Q_OBJECT

public:
    //! `open` outlives the dialog.
    explicit OpenDialog(OpenViewModel &open, QWidget *parent = nullptr);

    //! Begins with this text, as if it had been typed and confirmed.
    void openText(const QString &text);
    QLineEdit *field() const { return m_field; }

public Q_SLOTS:
    void done(int result) override;

private:
    void arrange();
    void start();
    void update();

    OpenViewModel &m_open;
    QLineEdit *m_field;
    SafeLabel *m_words;
    SafeLabel *m_failures;
    QProgressBar *m_progress;
    QPushButton *m_go;
    QPushButton *m_close;
};

} // namespace countersign
