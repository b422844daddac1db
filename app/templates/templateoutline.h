// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/templates/templatetree.h"

#include <QString>

#include <optional>
#include <vector>

namespace countersign {

//! A text the template gives once or by language (keys en, zh-cn, …).
struct LocalisedText
{
    std::vector<std::pair<QString, QString>>
        byLanguage; //!< lower-case language; "" for a plain text
    //! For "zh_CN" style locale names: the best match, English, then whatever comes first.
    QString forLocale(const QString &localeName) const;
    bool isEmpty() const { return byLanguage.empty(); }
    //! Reads a node that is a text or a map of languages.
    static LocalisedText from(const TemplateNode *node);
    //! Reads service text: plain, or JSON of languages; `namePrefix` picks keys such as name-zh-cn.
    static LocalisedText fromServiceText(const QString &text, const QString &namePrefix = {});
};

//! Where a value stands in its text, all from 1.
struct TemplatePlace
{
    int line = 0;
    int column = 0; //!< in characters
    int lastLine = 0;
};

//! One entry of Parameters.
struct ParameterDeclaration
{
    QString name;
    QString type; //!< String, Number, Boolean, Json, List, …; empty when not given
    LocalisedText label;
    LocalisedText description;
    LocalisedText constraint;         //!< ConstraintDescription
    std::optional<Json> defaultValue; //!< absent: the parameter is required
    TemplatePlace defaultPlace;       //!< of the default's value; meaningful only with it
    std::vector<Json> allowedValues;
    QString allowedPattern;
    std::optional<qint64> minLength;
    std::optional<qint64> maxLength;
    std::optional<Json> minValue; //!< a Number
    std::optional<Json> maxValue;
    //! NoEcho, an AssociationProperty that ends in Password, or a name that speaks of a password,
    //! secret, token, key or credential: the value is not shown, logged or kept.
    bool isMasked = false;
    bool isNoEcho = false;
    QString associationProperty;
    int line = 0;
};

//! One of the groups a form puts parameters into (Metadata).
struct ParameterGroup
{
    LocalisedText label;
    std::vector<QString> parameters; //!< names in order; they may not be declared
};

//! One entry of Tasks.
struct TaskDeclaration
{
    QString name;
    QString action;
    LocalisedText description;
    int firstLine = 0;
    int lastLine = 0;
    std::optional<Json> properties;
    std::optional<Json> when;
    QString onError;
    QString onSuccess;
    QString onCancel;
    bool hasLoop = false;
    //! As written in Loop, Loop.RateControl or ACS::Loop's LoopRateControl, Loop first; empty when
    //! not given there (RateControl may be a reference, see tasksWithBatchPause()).
    QString batchPauseOption;
    std::optional<Json> node; //!< the whole task
};

//! What a reader of a template needs: who is declared where.
struct TemplateOutline
{
    QString formatVersion;
    LocalisedText description;
    LocalisedText displayName; //!< name-en, name-zh-cn and so on of Description
    QString ramRole;
    std::vector<ParameterDeclaration> parameters;
    std::vector<ParameterGroup> parameterGroups;
    std::vector<TaskDeclaration> tasks;
    //! Exact name first, then without regard to case; nullptr when absent.
    const TaskDeclaration *task(const QString &name) const;
};

//! Never fails: what is missing or of another shape is left out.
TemplateOutline outlineOf(const TemplateTree &tree);

//! True when a parameter of this name is to be masked whatever its declaration says.
bool isSecretName(QStringView parameter);

//! Names of the tasks whose loop pauses between batches (BatchPauseOption other than Automatic), in
//! order. Where RateControl or the option is a reference to a parameter, it is looked up in
//! `parameters` (the execution's; an object) and then in the declaration's default.
std::vector<QString> tasksWithBatchPause(const TemplateOutline &outline, const Json &parameters);

} // namespace countersign
