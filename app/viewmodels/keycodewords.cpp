// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/keycodewords.h"

#include "app/flows/keyrenewal.h"
#include "app/flows/renewalrule.h"

#include <QCoreApplication>

namespace countersign {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(KeyIssueWords)
};

//! Of what stands in the way before anything is asked.
QString forbiddenText(const QString &code)
{
    if (code == keyissuercodes::notConfirmed())
        return Words::tr("Where the keys come from has not been agreed to yet. Read it in the "
                         "profile, and agree to it there.");
    if (code == keyissuercodes::forbiddenHere())
        return Words::tr("ALIBABA_CLOUD_DISABLE_EXTERNAL_PROCESS forbids programs and services "
                         "that give keys. Start Countersign without it, or take the keys from "
                         "elsewhere.");
    if (code == keyissuercodes::metadataForbidden())
        return Words::tr("ALIBABA_CLOUD_ECS_METADATA_DISABLED forbids asking the metadata service. "
                         "Start Countersign without it, or take the keys from elsewhere.");
    if (code == keyissuercodes::noEnvironment())
        return Words::tr("ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET, or the "
                         "same of ALIBABACLOUD_ or ALICLOUD_, were not both set when Countersign "
                         "started, or were given up: while it was locked, or after a test that "
                         "was not saved. Start it from a terminal that has them.");
    if (code == keyissuercodes::misplacedSecret())
        return Words::tr("What came as the id of a key is none: a secret, a role's ARN or white "
                         "space stands where the id belongs. Nothing was sent with it. Correct it "
                         "where the keys come from.");
    return {};
}

//! Of a source that was asked and gave no keys.
QString sourceText(const QString &code)
{
    if (code == keyissuercodes::noProgram())
        return Words::tr("The program that gives the keys was not found, or cannot be run. Install "
                         "it, or correct the command line in the profile.");
    if (code == keyissuercodes::programFailed())
        return Words::tr("The program that gives the keys failed and gave none. Run it in a "
                         "terminal to see why.");
    if (code == keyissuercodes::programTooSlow())
        return Words::tr("The program that gives the keys did not end in time and was stopped. Run "
                         "it in a terminal: it may be waiting for an answer.");
    if (code == keyissuercodes::badAnswer())
        return Words::tr("What was answered holds no keys. Check in the profile where the keys "
                         "come from.");
    if (code == keyissuercodes::sourceRefused())
        return Words::tr("Where the keys come from was asked and refuses to give any. Check the "
                         "source in the profile, or ask whoever runs it.");
    if (code == keyissuercodes::endedKeys())
        return Words::tr("The keys that were given had ended already. Check the clock of whoever "
                         "gives them, and this computer's.");
    if (code == keyissuercodes::noTokenFile())
        return Words::tr("The workload's token file cannot be read, or holds no token. Whoever "
                         "runs the workload has to put one there.");
    if (code == keyissuercodes::noCliProfile())
        return Words::tr("The CLI's file has no such profile with a login, or the file cannot be "
                         "read. Check both in the profile.");
    if (code == keyissuercodes::foreignLogin())
        return Words::tr("The CLI's file says that people sign in at an address which is none of "
                         "CloudSSO's. The login was not sent there. Correct the profile with the "
                         "CLI.");
    if (code == keyissuercodes::cliLoginEnded())
        return Words::tr("The CLI's login has ended. Sign in with the CLI again.");
    if (code == keyissuercodes::cliLoginRefused())
        return Words::tr("CloudSSO does not accept the CLI's login any more. Sign in with the CLI "
                         "again.");
    return {};
}

//! Of what came up between profiles.
QString renewalText(const QString &code)
{
    if (code == renewalcodes::badSource())
        return Words::tr("Where the keys come from is not filled in whole. Complete it in the "
                         "profile.");
    if (code == renewalcodes::noKey())
        return Words::tr("The key that is needed first is not here. Enter it, in this profile or "
                         "in the one that it builds on.");
    if (code == renewalcodes::noOtherProfile())
        return Words::tr("The profile whose keys take the role is no longer there. Choose another "
                         "one in the profile.");
    if (code == renewalcodes::loop())
        return Words::tr("Profiles take their keys from each other in a circle, or too many in a "
                         "row. Choose one that begins with a key.");
    return {};
}

} // namespace

QString keyCodeText(const QString &code)
{
    for (const auto &textOf : {forbiddenText, sourceText, renewalText}) {
        const QString text = textOf(code);
        if (!text.isEmpty())
            return text;
    }
    return {};
}

} // namespace countersign
