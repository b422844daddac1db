// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

#include <memory>
#include <vector>

namespace countersign {

//! What completion shows and what it puts into the text.
struct EditorOffer
{
    QString label; //!< unique, one line
    QString text;
    friend bool operator==(const EditorOffer &, const EditorOffer &) = default;
};

//! A JSON text that a person edits, with colours, line numbers, the place of an error, undo, and
//! completion by Ctrl+Space. Tab and Shift+Tab leave it; Escape and Ctrl+Enter are the dialog's.
class JsonEditor : public QWidget
{
    Q_OBJECT

public:
    //! A longer text is not pasted.
    static constexpr qsizetype pasteLimit = 1'000'000;

    explicit JsonEditor(QWidget *parent = nullptr);
    ~JsonEditor() override;

    QString text() const;
    //! Replaces what differs and nothing else, so that caret, scroll position and undo stay.
    void setText(const QString &text);
    //! Nothing done so far can be undone: for when what was typed must not come back.
    void forgetUndo();
    void setOffers(std::vector<EditorOffer> offers);
    //! What the field is called by its label and by assistive technology.
    void setName(const QString &name);

    //! Marks a place, both from 1, columns in characters; line 0 takes the mark away. `words` are
    //! for assistive technology; whoever owns the editor shows them.
    void setProblem(int line, int column, const QString &words);
    //! Line of the mark, from 1; 0: none.
    int markedLine() const;

public Q_SLOTS:
    //! Opens the list of offers at the caret.
    void complete();
    //! Puts `text` in place of the selection.
    void insert(const QString &text);
    void goTo(int line, int column);

Q_SIGNALS:
    //! A person has changed the text.
    void textEdited(const QString &text);
    //! The keyboard focus has left the text.
    void left();
    //! A paste of so many characters was refused as a whole.
    void pasteRefused(qsizetype characters);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool handleKey(int key, Qt::KeyboardModifiers modifiers, QEvent *event);

    class Private;
    std::unique_ptr<Private> d;
};

} // namespace countersign
