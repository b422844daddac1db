// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/engine.h"

#include <QHash>
#include <QRandomGenerator>
#include <QSet>

namespace countersign::sandbox {

//! Codes that no document lists and no client can know, one for each code of ours, made at run
//! time of syllables.
class UnlistedCodes
{
public:
    explicit UnlistedCodes(quint32 seed)
        : m_random(seed)
    {
    }
    //! The same refusal under a code of its own; the same each time for the same code.
    Refusal renamed(Refusal refusal);

private:
    QString newCode();

    QRandomGenerator m_random;
    QHash<QString, QString> m_codes;
    QSet<QString> m_taken;
};

} // namespace countersign::sandbox
