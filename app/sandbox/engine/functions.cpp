// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/engine/functions.h"

#include "app/sandbox/engine/evaluation.h"

#include <QHash>

namespace countersign::sandbox {

Function functionByName(const QString &name)
{
    using namespace functions;
    static const QHash<QString, Function> table{
        {QStringLiteral("equals"), equals},
        {QStringLiteral("not"), negation},
        {QStringLiteral("containssubstring"), containsSubString},
        {QStringLiteral("isipincidr"), isIpInCidr},
        {QStringLiteral("join"), join},
        {QStringLiteral("split"), split},
        {QStringLiteral("replace"), replace},
        {QStringLiteral("sub"), sub},
        {QStringLiteral("base64encode"), base64Encode},
        {QStringLiteral("base64decode"), base64Decode},
        {QStringLiteral("escape"), escape},
        {QStringLiteral("eval"), eval},
        {QStringLiteral("select"), select},
        {QStringLiteral("first"), first},
        {QStringLiteral("last"), last},
        {QStringLiteral("rangeselect"), rangeSelect},
        {QStringLiteral("listjoin"), listJoin},
        {QStringLiteral("mergelist"), mergeList},
        {QStringLiteral("mergemaptolist"), mergeMapToList},
        {QStringLiteral("mapjoin"), mapJoin},
        {QStringLiteral("mergemap"), mergeMap},
        {QStringLiteral("convertmaptolist"), convertMapToList},
        {QStringLiteral("intersection"), intersection},
        {QStringLiteral("union"), unionOf},
        {QStringLiteral("difference"), difference},
        {QStringLiteral("min"), minimum},
        {QStringLiteral("max"), maximum},
        {QStringLiteral("sum"), sum},
        {QStringLiteral("calculatebatch"), calculateBatch},
        {QStringLiteral("jq"), jq},
        {QStringLiteral("findmatchedpackage"), findMatchedPackage},
        {QStringLiteral("addhour"), addHour},
        {QStringLiteral("addsecond"), addSecond},
        {QStringLiteral("formatutctime"), formatUtcTime},
        {QStringLiteral("durationbetween"), durationBetween},
        {QStringLiteral("calculatetimebyopswindow"), calculateTimeByOpsWindow},
    };
    return table.value(name.mid(4).toLower(), nullptr);
}

std::vector<Json> listArguments(Evaluation &evaluation, const Json &arguments, qsizetype least,
                                qsizetype most)
{
    if (arguments.isArray() && arguments.size() >= least && arguments.size() <= most)
        return arguments.items();
    const QString count = least == most
                              ? QString::number(least)
                              : QString(QString::number(least) + u" to " + QString::number(most));
    evaluation.fail(u"it takes a list of " + count + u" arguments");
    return {};
}

} // namespace countersign::sandbox
