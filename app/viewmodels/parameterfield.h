// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace countersign {

//! One row of the form for parameters. Texts are fit to be shown as plain text, but for `name` and
//! `value`, which are exact.
struct ParameterField
{
    //! Where the row comes from.
    enum class Source {
        Template, //!< a parameter that the template declares
        Task,     //!< a property of the task
        Text,     //!< a member of the text that nothing declares
    };
    enum class Entry {
        Line,
        Block,  //!< several lines
        Choice, //!< one of `choices`
        Truth,  //!< true or false
        Secret, //!< a line that shows bullets
    };

    QString name;
    Source source = Source::Template;
    Entry entry = Entry::Line;
    QString heading;        //!< of the group it stands in; empty: none
    QString label;          //!< in the person's language; the name where there is none
    QString description;    //!< may be empty
    QString hint;           //!< type, range, kind: "Number, 60 to 3600"
    QStringList choices;    //!< Choice: as shown
    int choice = -1;        //!< Choice: the chosen one; -1: none, or a value that is not among them
    QString value;          //!< what stands in the field; empty when not given or hidden
    bool isTooLong = false; //!< for a field; `value` is empty and is changed in the text
    bool isGiven = false;   //!< stands in the text
    bool isEdited = false;  //!< differs from what the text began with
    bool isMasked = false;  //!< what it holds is not shown
    QString usual;          //!< what is used while it is not given; empty: nothing known
    QString origin;         //!< where `usual` comes from: "from the run"
    bool canStartFromUsual = false; //!< `usual` may be taken into the text to change it there
    QString problem;                //!< a sentence; empty: fine
    bool isBlocking = false;        //!< because of `problem` nothing can be sent

    //! "600 (default)"; what stands in grey.
    QString usualText() const;
    friend bool operator==(const ParameterField &, const ParameterField &) = default;
};

} // namespace countersign
