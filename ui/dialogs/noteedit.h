// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

namespace countersign {

//! The field for a note: plain text, Tab leaves it, input methods are never disturbed.
class NoteEdit : public QPlainTextEdit
{
    Q_OBJECT

public:
    //! More than this is not pasted; the note's own limit is far below.
    static constexpr qsizetype pasteLimit = 4'000;

    explicit NoteEdit(QWidget *parent = nullptr);

    //! What was typed and committed, exactly; LF between lines.
    QString note() const;
    //! True while an input method composes.
    bool isComposing() const { return m_isComposing; }

Q_SIGNALS:
    //! Committed text has changed.
    void noteEdited(const QString &note);
    //! A paste of so many characters was refused as a whole.
    void pasteRefused(qsizetype characters);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override;

private:
    void report();

    QString m_reported;
    bool m_isComposing = false;
};

} // namespace countersign
