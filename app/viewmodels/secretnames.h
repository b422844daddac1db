// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/json.h"

#include <QSet>
#include <QString>

namespace countersign {

struct ReviewFacts;

//! Which names stand for secrets in a run: those that its template declares so, and those that
//! speak of a password, secret, token, key or credential.
class SecretNames
{
public:
    //! `declared`: names of parameters whose declaration masks them.
    explicit SecretNames(QSet<QString> declared = {});

    bool contains(const QString &name) const;
    //! The value with "••••" for every member that is a secret, at any depth, also inside texts
    //! that are JSON themselves. Everything else stays as it was written.
    Json hidden(const Json &value) const;
    //! The names of the value's own members that are secrets.
    QSet<QString> namesIn(const EmbeddedJson &object) const;

private:
    bool holdsSecret(const Json &value, int depth) const;
    Json hidden(const Json &value, int depth) const;

    QSet<QString> m_declared;
};

SecretNames secretNamesOf(const ReviewFacts &facts);

} // namespace countersign
