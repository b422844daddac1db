// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/gateway/options.h"

#include <algorithm>
#include <array>
#include <optional>

namespace countersign::sandbox {

namespace {

struct Option
{
    QStringView name;
    //! False when the value does not fit; may say in `options.error` what would.
    bool (*take)(ProgramOptions &options, const QString &value);
    const char *help;
};

bool takeScenario(ProgramOptions &options, const QString &value)
{
    bool fits = true;
    if (value == u"demo") {
        options.scenario = ProgramOptions::Scenario::Demo;
    } else if (value == u"empty") {
        options.scenario = ProgramOptions::Scenario::Empty;
    } else if (value.startsWith(u"load:")) {
        options.scenario = ProgramOptions::Scenario::Load;
        options.load = value.mid(5).toInt(&fits);
        fits = fits && options.load >= 0;
    } else {
        fits = false;
    }
    return fits;
}

template <auto member>
bool takeText(ProgramOptions &options, const QString &value)
{
    options.*member = value;
    return !value.isEmpty();
}

template <auto member>
bool takePositive(ProgramOptions &options, const QString &value)
{
    bool isNumber = false;
    options.*member = value.toDouble(&isNumber);
    return isNumber && options.*member > 0;
}

struct StrictnessWord
{
    QStringView word;
    Strictness rule;
};

constexpr std::array strictnessWords{
    StrictnessWord{u"approve-needs-task-id", Strictness::ApproveNeedsTaskId},
    StrictnessWord{u"unreadable-notes", Strictness::NotesUnreadable},
    StrictnessWord{u"no-children-with-status", Strictness::IncludeChildWithStatusRefused},
    StrictnessWord{u"task-execution-ids-are-execution-ids",
                   Strictness::TaskExecutionIdsAreExecutionIds},
    StrictnessWord{u"unlisted-codes", Strictness::UnlistedCodes},
};

bool takeStrictness(ProgramOptions &options, const QString &value)
{
    for (const QString &word : value.split(u',')) {
        const auto known =
            std::find_if(strictnessWords.begin(), strictnessWords.end(),
                         [&word](const StrictnessWord &entry) { return entry.word == word; });
        if (known == strictnessWords.end()) {
            QStringList words;
            for (const StrictnessWord &entry : strictnessWords)
                words.append(entry.word.toString());
            options.error = QStringLiteral("--strictness does not know \"%1\"; it knows %2")
                                .arg(word, words.join(QStringLiteral(", ")));
            return false;
        }
        options.strictness.insert(known->rule);
    }
    return true;
}

constexpr std::array table{
    Option{u"--port",
           [](ProgramOptions &options, const QString &value) {
               bool fits = false;
               options.port = value.toUShort(&fits);
               return fits;
           },
           "N: listen on 127.0.0.1:N; 0 (the default) takes any free port"},
    Option{u"--announce", takeText<&ProgramOptions::announceFile>,
           "FILE: write the announcement there as well, when ready"},
    Option{u"--scenario", takeScenario, "demo|empty|load:N: what to begin with (demo)"},
    Option{u"--templates", takeText<&ProgramOptions::templatesFolder>,
           "DIR: store every template file below DIR"},
    Option{u"--speed", takePositive<&ProgramOptions::speed>,
           "X: the engine's time runs X times as fast"},
    Option{u"--arrivals",
           [](ProgramOptions &options, const QString &value) {
               bool fits = false;
               options.arrivalsPerMinute = value.toDouble(&fits);
               return fits && options.arrivalsPerMinute >= 0;
           },
           "N: new waiting executions per minute (0)"},
    Option{u"--clock-offset",
           [](ProgramOptions &options, const QString &value) {
               bool fits = false;
               options.clockOffset = value.toLongLong(&fits);
               return fits;
           },
           "SECONDS: the gateway's clock is that far ahead"},
    Option{u"--faults", takeText<&ProgramOptions::faultsFile>,
           "FILE: a JSON list of faults to play; SIGHUP reads it again"},
    Option{
        u"--behaviour", takeText<&ProgramOptions::behaviourFile>,
        "FILE: a JSON list of what simulated calls give, how far lists lag, how long sessions of "
        "roles last and whose keys are disabled; SIGHUP reads it again"},
    Option{u"--strictness", takeStrictness,
           "LIST: what the documents leave open, turned the other way: any of "
           "approve-needs-task-id, unreadable-notes, no-children-with-status, "
           "task-execution-ids-are-execution-ids, unlisted-codes, separated by commas"},
    Option{u"--receipts", takeText<&ProgramOptions::receiptsFile>,
           "FILE: one JSON line per request that arrived whole"},
    Option{u"--seed",
           [](ProgramOptions &options, const QString &value) {
               bool fits = false;
               options.seed = value.toUInt(&fits);
               return fits;
           },
           "N: decides ids, keys and simulated outputs (1)"},
};

// Options without a value.
std::optional<bool ProgramOptions::*> flagNamed(const QString &name)
{
    if (name == u"--tls")
        return &ProgramOptions::usesTls;
    if (name == u"--help")
        return &ProgramOptions::wantsHelp;
    if (name == u"--version")
        return &ProgramOptions::wantsVersion;
    return std::nullopt;
}

const Option *optionNamed(const QString &name)
{
    for (const Option &option : table) {
        if (option.name == name)
            return &option;
    }
    return nullptr;
}

} // namespace

QString ProgramOptions::helpText()
{
    QString text = QStringLiteral("Usage: countersign-sandbox [options]\n"
                                  "Serves a simulated CloudOps Orchestration Service on this "
                                  "computer alone.\n\n");
    for (const Option &option : table)
        text += QStringLiteral("  %1 %2\n").arg(option.name, QLatin1String(option.help));
    return text + QStringLiteral("  --tls: speak HTTPS with a certificate made for this run\n"
                                 "  --help, --version\n");
}

ProgramOptions ProgramOptions::read(const QStringList &arguments)
{
    ProgramOptions options;
    for (qsizetype i = 1; i < arguments.size() && options.error.isEmpty(); ++i) {
        const QString argument = arguments.at(i);
        const QString name = argument.section(u'=', 0, 0);
        const bool isJoined = argument.contains(u'=');
        if (const auto flag = flagNamed(name)) {
            options.*(*flag) = true;
            if (isJoined)
                options.error = QStringLiteral("%1 takes no value").arg(name);
            continue;
        }
        const Option *option = optionNamed(name);
        if (!option)
            options.error = QStringLiteral("this version does not have the option %1").arg(name);
        else if (!isJoined && i + 1 == arguments.size())
            options.error = QStringLiteral("%1 needs a value").arg(name);
        else if (!option->take(options, isJoined ? argument.section(u'=', 1) : arguments.at(++i)) &&
                 options.error.isEmpty())
            options.error = QStringLiteral("the value of %1 does not fit").arg(name);
    }
    return options;
}

} // namespace countersign::sandbox
