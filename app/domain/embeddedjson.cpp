// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/json.h"

namespace countersign {

EmbeddedJson EmbeddedJson::from(const std::optional<Json> &value, int decodings)
{
    if (!value || value->isNull())
        return {};
    EmbeddedJson result{value->isString() ? *value : value->detached(), {}};
    for (int i = 0; i < decodings && result.json->isString(); ++i) {
        const QString text = result.json->toString();
        // UTF-8 has no lone surrogates, so a text with one cannot be JSON.
        Json::ParseResult parsed =
            text.isValidUtf16() ? Json::parse(text.toUtf8()) : Json::ParseResult{};
        if (!parsed) {
            // Only the outermost text is plain text; a text inside a decoded one is its value.
            return i == 0 ? EmbeddedJson{std::nullopt, text} : result;
        }
        if (parsed.json->isNull())
            return {};
        result.json = std::move(parsed.json);
    }
    return result;
}

} // namespace countersign
