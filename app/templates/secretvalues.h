// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/json.h"

#include <QSet>
#include <QString>

namespace countersign {

//! What stands in place of a value that is not shown or kept: bullets.
QString hiddenValue();

//! True for a text of nothing but bullets or asterisks, three or more: what some program put in
//! place of a value.
bool isHiddenValue(const Json &value);

//! `text`, JSON that need not be whole, with the value of every member that speaks of a secret
//! (isSecretName(), or one of `maskedNames`) replaced by hiddenValue() in quotes, at any depth. The
//! Key of a tag within a value is no secret. Everything else stays as it is.
QString withSecretsHidden(const QString &text, const QSet<QString> &maskedNames = {});

//! `value` for eyes: a text itself, everything else as compact JSON, with the secrets inside
//! hidden.
QString shownValue(const Json &value);

} // namespace countersign
