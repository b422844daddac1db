// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/gateway/unlistedcodes.h"

namespace countersign::sandbox {

QString UnlistedCodes::newCode()
{
    constexpr QStringView consonants = u"bdfgklmnprstvz";
    constexpr QStringView vowels = u"aeiou";
    const auto word = [&](int syllables) {
        QString text;
        for (int i = 0; i < syllables; ++i) {
            text += consonants.at(m_random.bounded(int(consonants.size())));
            text += vowels.at(m_random.bounded(int(vowels.size())));
        }
        text[0] = text.at(0).toUpper();
        return text;
    };
    // Open syllables alone: no English word of a known code can come out before the dot.
    return word(4) + u'.' + word(3);
}

Refusal UnlistedCodes::renamed(Refusal refusal)
{
    QString &code = m_codes[refusal.code];
    while (code.isEmpty()) {
        const QString made = newCode();
        if (!m_taken.contains(made))
            code = made;
    }
    m_taken.insert(code);
    refusal.code = code;
    return refusal;
}

} // namespace countersign::sandbox
