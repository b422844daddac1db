// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/parameterbasis.h"

#include <QObject>

#include <memory>
#include <vector>

namespace countersign {

class ParameterFieldModel;

//! Something about the text that is worth a sentence.
struct ParameterProblem
{
    QString name;           //!< of the outermost member; empty: the text as a whole
    int line = 0;           //!< of shownText(), from 1; 0: nowhere
    int column = 0;         //!< from 1, in characters
    QString words;          //!< the sentence with its place before it
    bool isBlocking = true; //!< false: the text may be sent all the same
    friend bool operator==(const ParameterProblem &, const ParameterProblem &) = default;
};

//! What completion offers in the text.
struct ParameterOffer
{
    QString label; //!< "task.output", or the name of a parameter; unique, fit to be shown
    QString text;  //!< what is inserted: JSON
    QString entry; //!< what a field of one line takes instead; empty: nothing
    friend bool operator==(const ParameterOffer &, const ParameterOffer &) = default;
};

//! The parameters of one decision or start: one JSON text that a form and an editor share. A field
//! of the form changes the bytes of its member and no others. A value that is secret (isMasked of
//! its declaration, or a name that says so) stands in shownText() as bullets; it is only in text(),
//! and only when the person has typed it here.
class ParametersViewModel : public QObject
{
    Q_OBJECT

public:
    explicit ParametersViewModel(ParameterBasis basis, QObject *parent = nullptr);
    ~ParametersViewModel() override;

    //! Exactly what is to be sent, typed secrets included: never shown, logged or kept.
    QString text() const;
    //! The same text with bullets for secrets.
    QString shownText() const;
    //! For a draft: without secrets at any depth; empty when there is nothing to keep.
    QString draftText() const;
    //! The text differs from what it began with.
    bool isChanged() const;
    //! Nothing that blocks; everything else in the text may be sent.
    bool isSendable() const;
    //! In the order of the text.
    const std::vector<ParameterProblem> &problems() const;
    //! One sentence for the foot: the first problem, or what would be sent.
    QString summary() const;
    //! False while the text is no JSON object: the form cannot be used until it is one.
    bool isReadable() const;
    //! "Parameters for stop"; "Parameters of the new run".
    QString heading() const;

    ParameterFieldModel *fields() const;
    //! Outputs of tasks that have run, then names that are not in the text; without secrets.
    std::vector<ParameterOffer> offers() const;

public Q_SLOTS:
    //! The whole text as an editor has it; bullets stand for the secret typed before.
    void setShownText(const QString &text);
    //! Secrets that were typed into the text become bullets. For when the editor loses the focus.
    void hideSecrets();
    //! What a person has typed into a field of the form. A field that has no use for an empty text
    //! takes its member back.
    void enter(const QString &name, const QString &typed);
    //! The index among the field's choices; -1 takes the member back.
    void choose(const QString &name, int choice);
    //! Puts the usual value into the text, to be changed there. Not for secrets.
    void startFromUsual(const QString &name);
    //! The member is as it was in the beginning: not there, or with its first value.
    void takeBack(const QString &name);

Q_SIGNALS:
    //! Text, problems, fields.
    void changed();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace countersign
