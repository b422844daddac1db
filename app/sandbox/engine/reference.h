// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <vector>

namespace countersign::sandbox {

//! One {{ … }} of a text.
struct Reference
{
    enum class Kind { Parameter, TaskOutput, Pseudo, Stored, Secret };

    Kind kind = Kind::Parameter;
    QString name; //!< parameter, pseudo parameter without ACS::, stored parameter, or task
    QString path; //!< TaskOutput: what follows the task's dot
    qsizetype begin = 0;
    qsizetype end = 0; //!< behind the closing braces
};

//! All references of a text in order; braces that hold something else are not references.
std::vector<Reference> referencesIn(const QString &text);
//! The reference that the whole trimmed text is.
std::optional<Reference> wholeReference(const QString &text);

} // namespace countersign::sandbox
