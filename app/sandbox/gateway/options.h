// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/engine.h"

#include <QString>
#include <QStringList>

#include <set>

namespace countersign::sandbox {

//! The command line of the program.
struct ProgramOptions
{
    enum class Scenario { Demo, Empty, Load };

    quint16 port = 0;
    QString announceFile;
    QString receiptsFile;
    QString faultsFile;
    QString behaviourFile;
    QString templatesFolder;
    Scenario scenario = Scenario::Demo;
    int load = 0; //!< Scenario::Load: Waiting approvals to begin with
    double speed = 1.0;
    double arrivalsPerMinute = 0;
    qint64 clockOffset = 0; //!< seconds
    quint32 seed = 1;
    std::set<Strictness> strictness; //!< what is turned the other way
    QString error;                   //!< one line; empty when the arguments are right
    bool usesTls = false;
    bool wantsHelp = false;
    bool wantsVersion = false;

    //! `arguments` begin with the program's name.
    static ProgramOptions read(const QStringList &arguments);
    static QString helpText();
};

} // namespace countersign::sandbox
