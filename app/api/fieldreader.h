// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/json.h"
#include "app/domain/result.h"

#include <QDateTime>
#include <QString>

#include <optional>
#include <vector>

namespace countersign {

//! Reads the fields of one object of a reply and remembers the first that is not as promised. A
//! field that is absent or null reads as its empty value, unless it is required.
class FieldReader
{
public:
    //! `path` names the object, such as Executions[3]; empty for the reply itself.
    FieldReader(const Json &object, QString path);

    QString text(QStringView name);
    //! A text that must be there and not empty.
    QString requiredText(QStringView name);
    bool truth(QStringView name);
    std::optional<qint64> integer(QStringView name);
    //! UTC; invalid when empty. Accepts a stray colon behind the T.
    QDateTime time(QStringView name);
    EmbeddedJson embedded(QStringView name);
    //! Elements of an array; absent or null: none.
    std::vector<Json> list(QStringView name);
    std::vector<QString> texts(QStringView name);
    //! Path of element `index` of the list `name`.
    QString elementPath(QStringView name, qsizetype index) const;

    const std::optional<Error> &problem() const { return m_problem; }

private:
    std::optional<Json> member(QStringView name) const;
    void refuse(QStringView name, const char *reason);

    Json m_object;
    QString m_path;
    std::optional<Error> m_problem;
};

//! 2026-03-02T08:14:09Z, with or without fraction, and 2019-05-24T:02:29:07Z; invalid otherwise.
QDateTime readTime(QStringView text);

} // namespace countersign
