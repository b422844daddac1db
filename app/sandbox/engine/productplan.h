// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/json.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace countersign::sandbox {

//! One call of a product action, and what is waited for behind it.
struct PlanStep
{
    QString service;
    QString api;
    //! ApiParameter=property, or ApiParameter=$path into the reply of the action's last call.
    QStringList arguments;
    QString waitApi; //!< empty: nothing is waited for
    QStringList waitArguments;
    QString waitPath; //!< plain path into the reply
    QString waitValue;
    QString doneWhen; //!< the call is left out when a first look already shows this value
};

//! A product action as a list of calls. The sandbox knows the most used ones.
struct ProductPlan
{
    QString action;
    QStringList required;
    QStringList optional;
    std::vector<PlanStep> steps;
    QString outputName; //!< empty: no output
    QString outputPath; //!< plain path into the reply of the last call
    bool isBase64 = false;
};

//! Without regard to letter case; nullptr when the action is not simulated.
const ProductPlan *productPlan(const QString &action);

} // namespace countersign::sandbox
