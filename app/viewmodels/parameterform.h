// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/templates/parametercheck.h"
#include "app/viewmodels/parameterbasis.h"
#include "app/viewmodels/parameterfield.h"
#include "app/viewmodels/parameterinput.h"

#include <QCoreApplication>

namespace countersign {

class ParameterDocument;

//! What the form has a row for: parameters of the template, then properties of the task, then
//! members that stand in the text and are neither.
class ParameterForm
{
    Q_DECLARE_TR_FUNCTIONS(ParameterForm)

public:
    explicit ParameterForm(const ParameterBasis &basis);

    //! The rows for `document` with what is wrong in it.
    std::vector<ParameterField> fields(const ParameterDocument &document,
                                       const std::vector<ParameterFinding> &findings) const;
    //! Names that may stand in a text, in the form's order.
    QStringList names() const;
    //! How a field's text becomes JSON.
    ParameterKind kindOf(const QString &name) const;
    //! The JSON of a field's choice; nothing when there is no such choice.
    std::optional<QByteArray> choiceOf(const QString &name, int choice) const;
    //! The JSON of the usual value; nothing when it may not be taken over.
    std::optional<QByteArray> usualOf(const QString &name) const;
    //! The template's word about what is allowed, in the person's language; may be empty.
    QString constraintOf(const QString &name) const;
    //! True when `text` holds the value of a secret of the run.
    bool betraysSecret(const QString &text) const;

private:
    struct Row
    {
        ParameterField field; //!< without what depends on the text
        ParameterKind kind = ParameterKind::Text;
        std::vector<Json> choices;
        std::optional<Json> usual;
        QString constraint;
    };
    struct Usual
    {
        std::optional<Json> value;
        QString origin;
    };

    void addDeclared(const ParameterDeclaration &declaration, const QString &heading);
    void addProperties();
    void addProperty(const QString &name, const Json &value, const QString &origin);
    void setUsual(Row &row, const Usual &usual) const;
    Usual usualOfDeclared(const ParameterDeclaration &declaration) const;
    void gatherSecrets();
    const Row *rowOf(const QString &name) const;
    Row textRow(const QString &name, bool isMasked) const;

    const ParameterBasis &m_basis;
    QStringList m_secretTexts;
    std::vector<Row> m_rows;
};

} // namespace countersign
