// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/templates/templateoutline.h"

#include <QMap>
#include <QStringList>

#include <vector>

namespace countersign {

//! The most bytes that a Parameters text may have (security.md section 6).
inline constexpr qsizetype longestParameters = 64 * 1024;

//! What is wrong with a Parameters text, and where.
struct ParameterFinding
{
    enum class Fault {
        TooLarge,      //!< more than longestParameters bytes
        NotJson,       //!< `detail`: the reason in English
        DuplicateName, //!< `firstLine` is that of the first one
        NotObject,
        WrongType,   //!< `detail`: the declared type
        NotAllowed,  //!< not among AllowedValues
        NoMatch,     //!< `detail`: AllowedPattern
        TooShort,    //!< `detail`: the limit as written, here and below
        TooLong,     //!< in characters
        TooSmall,    //!< less than MinValue
        TooGreat,    //!< more than MaxValue
        Missing,     //!< required and not given
        HiddenValue, //!< what some program shows in place of a value, not the value
        // Nothing is known to be wrong with these.
        UnknownName,  //!< `detail`: the declared name that differs in case only; else empty
        NotCheckable, //!< a reference, or `detail`: a pattern that cannot be applied here
    };

    Fault fault = Fault::NotJson;
    QString name;   //!< of the outermost member; empty: the text as a whole
    QString path;   //!< members and elements, such as Targets.Tags[2].Key
    int line = 0;   //!< from 1; 0: nowhere in the text
    int column = 0; //!< from 1, in characters
    int firstLine = 0;
    QString detail;

    //! False: worth a word, and the text may be sent.
    bool isBlocking() const;
    friend bool operator==(const ParameterFinding &, const ParameterFinding &) = default;
};

//! What a text is checked against.
struct ParameterRules
{
    std::vector<ParameterDeclaration> declarations;
    //! Names that may stand there beside the declared ones (properties of a task).
    QStringList otherNames;
    //! The text is all that the service gets: what is required must be there.
    bool isWhole = false;
    //! Values of members that stand in the text as hiddenValue().
    QMap<QString, Json> hidden;
};

//! Everything that is wrong with `text`, in its order; missing parameters last. `size` is its
//! length with the hidden values put in. Types accept what the service accepts
//! (oos-language.md 3.2); null counts as not given. AllowedPattern is for the whole value.
std::vector<ParameterFinding> checkParameters(const QByteArray &text, qsizetype size,
                                              const ParameterRules &rules);

} // namespace countersign
