// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/log/scrub.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace countersign {

namespace {

constexpr qsizetype longHex = 32;
constexpr qsizetype longMixed = 24;   // capitals, small letters and digits
constexpr qsizetype longLetters = 30; // capitals and small letters: the length of a key's secret

QString removed()
{
    return QStringLiteral("[removed]");
}

struct Wall
{
    QRegularExpression pattern;
    QString left; //!< what stands there afterwards
};

QRegularExpression pattern(const QString &text)
{
    return QRegularExpression(text, QRegularExpression::DotMatchesEverythingOption |
                                        QRegularExpression::CaseInsensitiveOption);
}

const std::array<Wall, 5> &walls()
{
    static const std::array<Wall, 5> all{
        Wall{pattern(QStringLiteral("-----BEGIN [^-]*-----.*?(-----END [^-]*-----|$)")), removed()},
        Wall{pattern(QStringLiteral("(\\w+://)[^\\s/?#@]*@")),
             QStringLiteral("\\1%1@").arg(removed())},
        Wall{pattern(QStringLiteral("(\\w+://[^\\s?]*)\\?\\S*")),
             QStringLiteral("\\1?%1").arg(removed())},
        Wall{pattern(QStringLiteral(
                 "\\b((?:x-acs-)?(?:signature|security[-_]?token|access[-_]?key[-_]?secret|"
                 "client[-_]?secret|access[-_]?token|refresh[-_]?token|password|authorization))"
                 "([\"']?\\s*+[=:]\\s*+|\\s++(?![=:]))(?!\\[removed\\])(\"[^\"]*\"?|'[^']*'?|acs3-"
                 "hmac-"
                 "sha256\\s+\\S+|"
                 "(?:bearer|basic)\\s+\\S+|[^\\s,;&]+)")),
             QStringLiteral("\\1\\2%1").arg(removed())},
        Wall{pattern(QStringLiteral("\\b(?:LTAI|STS\\.|TMP\\.)[A-Za-z0-9]{4,}")), removed()},
    };
    return all;
}

bool isHex(QChar c)
{
    return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
}

bool looksLikeKey(QStringView run)
{
    const auto has = [run](char16_t from, char16_t to) {
        return std::any_of(run.begin(), run.end(), [=](QChar c) { return c >= from && c <= to; });
    };
    if (run.size() >= longHex && std::all_of(run.begin(), run.end(), isHex))
        return true;
    const bool isMixed = has(u'a', u'z') && has(u'A', u'Z');
    return isMixed && (run.size() >= longLetters || has(u'0', u'9'));
}

QString withoutLongRuns(const QString &text)
{
    static const QRegularExpression runs(
        QStringLiteral("[A-Za-z0-9+/_-]{%1,}={0,2}").arg(longMixed));
    QString kept;
    qsizetype end = 0;
    auto found = runs.globalMatch(text);
    while (found.hasNext()) {
        const QRegularExpressionMatch run = found.next();
        if (!looksLikeKey(run.capturedView()))
            continue;
        kept += QStringView(text).sliced(end, run.capturedStart() - end);
        kept += removed();
        end = run.capturedEnd();
    }
    return kept + QStringView(text).sliced(end);
}

} // namespace

QString scrubbed(const QString &text)
{
    QString kept = text;
    for (const Wall &wall : walls())
        kept.replace(wall.pattern, wall.left);
    return withoutLongRuns(kept);
}

} // namespace countersign
