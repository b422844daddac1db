// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/parametercomparison.h"

#include "app/domain/displaytext.h"
#include "app/domain/format.h"
#include "app/flows/reviewflow.h"
#include "app/models/sentences.h"
#include "app/viewmodels/errortext.h"
#include "app/viewmodels/secretnames.h"

#include <QCoreApplication>

namespace countersign {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ParameterComparison)
};

constexpr qsizetype valueLimit = 80;

using Members = std::vector<std::pair<QString, Json>>;

//! Parameters that are no object count as one value without a name.
Members membersOf(const EmbeddedJson &parameters)
{
    if (parameters.json && parameters.json->isObject())
        return parameters.json->members();
    if (parameters.json)
        return {{QString(), *parameters.json}};
    if (!parameters.isEmpty())
        return {{QString(), Json::fromString(parameters.text)}};
    return {};
}

const Json *find(const Members &members, const QString &name)
{
    for (const auto &member : members) {
        if (member.first == name)
            return &member.second;
    }
    return nullptr;
}

QString textOf(const Json *value, const SecretNames &secrets)
{
    if (!value)
        return {};
    const Json shown = secrets.hidden(*value);
    return shown.isString() ? shown.toString() : QString::fromUtf8(shown.compact());
}

ParameterChange change(const QString &name, const Json *before, const Json *after,
                       const SecretNames &secrets)
{
    using Kind = ParameterChange::Kind;
    ParameterChange made;
    made.name = name;
    made.kind = !before ? Kind::New : !after ? Kind::Gone : Kind::Changed;
    made.isMasked = secrets.contains(name);
    if (!made.isMasked) {
        made.before = textOf(before, secrets);
        made.after = textOf(after, secrets);
    }
    return made;
}

QString valueText(const ParameterChange &change, const QString &value)
{
    if (change.isMasked)
        return Words::tr("(hidden)", "a secret value");
    return value.isEmpty() ? QStringLiteral("“”") : safeLine(value, valueLimit);
}

QString lineOf(const ParameterChange &change)
{
    const QString name =
        change.name.isEmpty() ? Words::tr("(without a name)") : safeLine(change.name, valueLimit);
    const QString before = valueText(change, change.before);
    const QString after = valueText(change, change.after);
    switch (change.kind) {
    case ParameterChange::Kind::New:
        //: %1 is a parameter that the run before this one did not have, %2 its value
        return Words::tr("New since the last run: %1 %2").arg(name, after);
    case ParameterChange::Kind::Gone:
        //: %1 is a parameter that the run before this one had, %2 its value there
        return Words::tr("Gone since the last run: %1 %2").arg(name, before);
    case ParameterChange::Kind::Changed:
        break;
    }
    if (change.isMasked)
        //: %1 is a parameter whose value is a secret
        return Words::tr("Changed since the last run: %1 (hidden)").arg(name);
    //: %1 is a parameter, %2 its value in the run before this one, %3 its value now
    return Words::tr("Changed since the last run: %1 %2 → %3").arg(name, before, after);
}

QString comparedText(const ReviewFacts &facts, const EarlierRun &earlier)
{
    const Execution &run = *earlier.run;
    const auto differences = static_cast<int>(parameterChangesOf(facts)->size());
    const QString started = localTimeText(run.startDate.isValid() ? run.startDate : run.createDate);
    const QString which =
        safeLine(QString(run.id.text() + QLatin1Char(' ') + run.templateVersion).trimmed(), 200);
    const QString state = runStatusLabel(run.status, run.statusText);
    //: %1 is the id and template version of a run, %2 when it started, %3 how it ended
    QString text = Words::tr("Compared with the run before it: %1, started %2, %3.")
                       .arg(which, started, state);
    if (earlier.isOfSameSecond)
        //: %1 is the id and template version of a run, %2 when it started, %3 how it ended
        text = Words::tr("Compared with a run that started in the same second, so that it may be "
                         "the later one: %1, started %2, %3.")
                   .arg(which, started, state);
    const QString count = differences == 0
                              ? Words::tr("No parameter differs.")
                              : Words::tr("%n parameter(s) differ.", nullptr, differences);
    return joinedSentences({text, count});
}

} // namespace

std::optional<std::vector<ParameterChange>> parameterChangesOf(const ReviewFacts &facts)
{
    if (!facts.execution.value || !facts.earlierRun.value || !facts.earlierRun.value->run)
        return std::nullopt;
    const SecretNames secrets = secretNamesOf(facts);
    const Members now = membersOf(facts.execution.value->parameters);
    const Members then = membersOf(facts.earlierRun.value->run->parameters);
    std::vector<ParameterChange> changes;
    for (const auto &[name, value] : now) {
        const Json *before = find(then, name);
        if (!before || !(*before == value))
            changes.push_back(change(name, before, &value, secrets));
    }
    for (const auto &[name, value] : then) {
        if (!find(now, name))
            changes.push_back(change(name, &value, nullptr, secrets));
    }
    return changes;
}

std::vector<QString> parameterChangeLines(const ReviewFacts &facts)
{
    std::vector<QString> lines;
    for (const ParameterChange &entry :
         parameterChangesOf(facts).value_or(std::vector<ParameterChange>()))
        lines.push_back(lineOf(entry));
    return lines;
}

QString parameterComparisonText(const ReviewFacts &facts)
{
    if (!facts.execution.value)
        return {};
    if (facts.execution.value->templateName.isEmpty())
        return Words::tr("The run has no stored template, so there is no earlier run to compare "
                         "its parameters with.");
    if (facts.earlierRun.value && facts.earlierRun.value->run)
        return comparedText(facts, *facts.earlierRun.value);
    if (facts.earlierRun.value && facts.earlierRun.value->isCut)
        return Words::tr("No earlier run of this template was found among the newest runs; older "
                         "ones were not read.");
    if (facts.earlierRun.value)
        return Words::tr("This is the first run of this template: there is nothing to compare the "
                         "parameters with.");
    if (facts.earlierRun.error)
        return Words::tr("The run before this one could not be read, so the parameters are not "
                         "compared. %1")
            .arg(errorText(*facts.earlierRun.error));
    return {};
}

} // namespace countersign
