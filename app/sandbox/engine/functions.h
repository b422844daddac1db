// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/engine/values.h"

#include <QString>

namespace countersign::sandbox {

class Evaluation;

//! A function whose arguments were evaluated before; failures go to the evaluation.
using Function = Json (*)(Evaluation &evaluation, const Json &arguments);

//! By name without regard to letter case; nullptr when unknown. Fn::If, Fn::And and Fn::Or are not
//! here, because they are lazy.
Function functionByName(const QString &name);

//! The arguments when they are a list of `least` to `most`; fails otherwise and returns nothing.
std::vector<Json> listArguments(Evaluation &evaluation, const Json &arguments, qsizetype least,
                                qsizetype most);

namespace functions {
Json equals(Evaluation &evaluation, const Json &arguments);
Json negation(Evaluation &evaluation, const Json &arguments);
Json containsSubString(Evaluation &evaluation, const Json &arguments);
Json isIpInCidr(Evaluation &evaluation, const Json &arguments);

Json join(Evaluation &evaluation, const Json &arguments);
Json split(Evaluation &evaluation, const Json &arguments);
Json replace(Evaluation &evaluation, const Json &arguments);
Json sub(Evaluation &evaluation, const Json &arguments);
Json base64Encode(Evaluation &evaluation, const Json &arguments);
Json base64Decode(Evaluation &evaluation, const Json &arguments);
Json escape(Evaluation &evaluation, const Json &arguments);
Json eval(Evaluation &evaluation, const Json &arguments);

Json select(Evaluation &evaluation, const Json &arguments);
Json first(Evaluation &evaluation, const Json &arguments);
Json last(Evaluation &evaluation, const Json &arguments);
Json rangeSelect(Evaluation &evaluation, const Json &arguments);
Json listJoin(Evaluation &evaluation, const Json &arguments);
Json mergeList(Evaluation &evaluation, const Json &arguments);
Json calculateBatch(Evaluation &evaluation, const Json &arguments);
Json minimum(Evaluation &evaluation, const Json &arguments);
Json maximum(Evaluation &evaluation, const Json &arguments);
Json sum(Evaluation &evaluation, const Json &arguments);

Json intersection(Evaluation &evaluation, const Json &arguments);
Json unionOf(Evaluation &evaluation, const Json &arguments);
Json difference(Evaluation &evaluation, const Json &arguments);

Json mergeMapToList(Evaluation &evaluation, const Json &arguments);
Json mapJoin(Evaluation &evaluation, const Json &arguments);
Json mergeMap(Evaluation &evaluation, const Json &arguments);
Json convertMapToList(Evaluation &evaluation, const Json &arguments);
Json jq(Evaluation &evaluation, const Json &arguments);
Json findMatchedPackage(Evaluation &evaluation, const Json &arguments);

Json addHour(Evaluation &evaluation, const Json &arguments);
Json addSecond(Evaluation &evaluation, const Json &arguments);
Json formatUtcTime(Evaluation &evaluation, const Json &arguments);
Json durationBetween(Evaluation &evaluation, const Json &arguments);
Json calculateTimeByOpsWindow(Evaluation &evaluation, const Json &arguments);
} // namespace functions

} // namespace countersign::sandbox
