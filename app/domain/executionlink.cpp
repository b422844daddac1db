// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/executionlink.h"

#include "app/domain/displaytext.h"

#include <QStringList>
#include <QUrl>
#include <QUrlQuery>

#include <algorithm>

namespace countersign {

namespace {

//! Longer texts are no id, link or address of the service.
constexpr qsizetype longestText = 2'048;
constexpr qsizetype longestRegion = 64;
constexpr qsizetype longestAccount = 32;

//! Lower-case letters, digits and hyphens, as every region is named.
bool isRegion(const QString &text)
{
    return !text.isEmpty() && text.size() <= longestRegion &&
           std::all_of(text.begin(), text.end(), [](QChar c) {
               return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'-';
           });
}

bool isAccount(const QString &text)
{
    return !text.isEmpty() && text.size() <= longestAccount &&
           std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

QStringList pathParts(const QUrl &url)
{
    return url.path(QUrl::FullyDecoded).split(QLatin1Char('/'), Qt::SkipEmptyParts);
}

std::optional<ExecutionLink> fromConsoleAddress(const QUrl &url)
{
    const bool isConsole = url.host() == QStringLiteral("oos.console.aliyun.com") ||
                           url.host() == QStringLiteral("oos.console.alibabacloud.com");
    const QStringList parts = pathParts(url);
    if (!url.isValid() || !isConsole || !url.userInfo().isEmpty() || url.port() != -1 ||
        parts.size() != 4 || !isRegion(parts[0]) || parts[1] != QStringLiteral("execution") ||
        parts[2] != QStringLiteral("detail") || !isUsualId(parts[3]))
        return std::nullopt;
    return ExecutionLink{
        ExecutionLink::Form::WebConsole, ExecutionId(parts[3]), RegionId(parts[0]), {}};
}

//! The value of the one parameter of that name; nothing when it stands there twice.
std::optional<QString> parameterOf(const QUrlQuery &query, const QString &name)
{
    const QStringList values = query.allQueryItemValues(name, QUrl::FullyDecoded);
    if (values.size() > 1)
        return std::nullopt;
    return values.isEmpty() ? QString() : values.constFirst();
}

struct PathNames
{
    QString id;
    QString region;
};

//! What the path names: countersign:ID, countersign:REGION/ID, countersign:///execution/ID or
//! countersign://execution/ID.
std::optional<PathNames> namesInPath(const QUrl &url)
{
    QStringList parts = pathParts(url);
    const bool isBare = url.host().isEmpty();
    if (!isBare)
        parts.prepend(url.host());
    if (parts.size() == 2 && parts[0] == QStringLiteral("execution"))
        return PathNames{parts[1], {}};
    if (parts.size() == 2 && isBare && isRegion(parts[0]))
        return PathNames{parts[1], parts[0]};
    return parts.size() == 1 && isBare ? std::optional(PathNames{parts[0], {}}) : std::nullopt;
}

std::optional<ExecutionLink> fromLink(const QUrl &url)
{
    const QUrlQuery query(url);
    const auto named = parameterOf(query, QStringLiteral("execution"));
    const auto region = parameterOf(query, QStringLiteral("region"));
    const auto account = parameterOf(query, QStringLiteral("account"));
    if (!url.isValid() || !url.userInfo().isEmpty() || url.port() != -1 || !named || !region ||
        !account)
        return std::nullopt;
    const bool isInQuery = !named->isEmpty() && url.host().isEmpty() && pathParts(url).isEmpty();
    const auto names = isInQuery ? std::optional(PathNames{*named, {}}) : namesInPath(url);
    if (!names || !isUsualId(names->id) || (!region->isEmpty() && !isRegion(*region)) ||
        (!account->isEmpty() && !isAccount(*account)))
        return std::nullopt;
    const bool isTwice = !names->region.isEmpty() && !region->isEmpty();
    if (isTwice && names->region != *region)
        return std::nullopt;
    return ExecutionLink{ExecutionLink::Form::Link, ExecutionId(names->id),
                         RegionId(region->isEmpty() ? names->region : *region), *account};
}

} // namespace

std::optional<ExecutionLink> executionLinkFrom(const QString &text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.size() > longestText)
        return std::nullopt;
    if (trimmed.startsWith(QStringLiteral("https://"), Qt::CaseInsensitive))
        return fromConsoleAddress(QUrl(trimmed, QUrl::StrictMode));
    if (trimmed.startsWith(QStringLiteral("countersign:"), Qt::CaseInsensitive))
        return fromLink(QUrl(trimmed, QUrl::StrictMode));
    if (!isUsualId(trimmed))
        return std::nullopt;
    const bool isId = trimmed.startsWith(QStringLiteral("exec-")) && trimmed.size() >= 12;
    return ExecutionLink{
        isId ? ExecutionLink::Form::Id : ExecutionLink::Form::Word, ExecutionId(trimmed), {}, {}};
}

QString executionLinkText(const ExecutionId &execution, const RegionId &region,
                          const QString &accountId)
{
    const auto encoded = [](const QString &text) {
        return QString::fromLatin1(QUrl::toPercentEncoding(text));
    };
    QStringList parameters;
    if (!accountId.isEmpty())
        parameters += QString(QStringLiteral("account=") + encoded(accountId));
    if (!region.isEmpty())
        parameters += QString(QStringLiteral("region=") + encoded(region.text()));
    QString link = QString(QStringLiteral("countersign:///execution/") + encoded(execution.text()));
    if (!parameters.isEmpty())
        link += QString(QLatin1Char('?') + parameters.join(QLatin1Char('&')));
    return link;
}

} // namespace countersign
