// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/engine/reference.h"

#include <QRegularExpression>

namespace countersign::sandbox {

namespace {

Reference read(const QRegularExpressionMatch &match)
{
    Reference reference;
    reference.begin = match.capturedStart();
    reference.end = match.capturedEnd();
    if (match.capturedLength(u"pseudo") > 0) {
        reference.kind = Reference::Kind::Pseudo;
        reference.name = match.captured(u"pseudo");
    } else if (match.capturedLength(u"store") > 0) {
        const bool isSecret = match.captured(u"store") == u"oos-secret";
        reference.kind = isSecret ? Reference::Kind::Secret : Reference::Kind::Stored;
        reference.name = match.captured(u"stored");
    } else {
        reference.name = match.captured(u"name");
        reference.path = match.captured(u"path");
        if (!reference.path.isEmpty())
            reference.kind = Reference::Kind::TaskOutput;
    }
    return reference;
}

} // namespace

std::vector<Reference> referencesIn(const QString &text)
{
    static const QRegularExpression pattern(
        QStringLiteral(R"(\{\{\s*(?:(?i:acs)::(?<pseudo>\w+))"
                       R"(|(?<store>oos(?:-secret)?)\s*:\s*(?<stored>[\w./-]+))"
                       R"(|(?<name>[\w-]+)(?:\.(?<path>[\w-][^{}]*?|\[[^{}]*?))?)\s*\}\})"),
        QRegularExpression::UseUnicodePropertiesOption);
    std::vector<Reference> references;
    if (!text.contains(u"{{"))
        return references;
    QRegularExpressionMatchIterator matches = pattern.globalMatch(text);
    while (matches.hasNext())
        references.push_back(read(matches.next()));
    return references;
}

std::optional<Reference> wholeReference(const QString &text)
{
    const QString trimmed = text.trimmed();
    if (!trimmed.startsWith(u"{{") || !trimmed.endsWith(u"}}"))
        return std::nullopt;
    const std::vector<Reference> references = referencesIn(trimmed);
    if (references.size() != 1 || references.front().begin != 0 ||
        references.front().end != trimmed.size())
        return std::nullopt;
    return references.front();
}

} // namespace countersign::sandbox
