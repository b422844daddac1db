// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/parameterform.h"

#include "app/domain/displaytext.h"
#include "app/templates/parametertext.h"
#include "app/templates/secretvalues.h"
#include "app/viewmodels/parameterdocument.h"
#include "app/viewmodels/parameterwords.h"

#include <algorithm>

namespace countersign {

namespace {

using Entry = ParameterField::Entry;
using Source = ParameterField::Source;

constexpr qsizetype shownLabel = 120;
constexpr qsizetype shownUsual = 300;
constexpr qsizetype shownDescription = 1'000;
//! Rows for members that nothing declares; a form of thousands is of no use.
constexpr int mostTextRows = 50;
//! Fields of one line or few are slow with more, and nobody reads it there.
constexpr qsizetype longestEntry = 8'000;
//! Shorter texts than this say nothing about where they come from.
constexpr qsizetype tellingSecret = 4;

std::optional<Json> looselyFound(const std::optional<Json> &object, const QString &name)
{
    if (!object)
        return std::nullopt;
    std::optional<Json> found = object->find(name);
    object->forEachMember([&](const QString &member, const Json &value) {
        if (!found && member.compare(name, Qt::CaseInsensitive) == 0)
            found = value;
    });
    return found;
}

ParameterKind declaredKind(const QString &type)
{
    if (type == u"Number")
        return ParameterKind::Number;
    if (type == u"Boolean")
        return ParameterKind::Truth;
    if (type == u"List" || type == u"Json")
        return ParameterKind::Structure;
    return ParameterKind::Text;
}

bool isManyLines(const ParameterDeclaration &declaration)
{
    const QString kind = declaration.associationProperty;
    return kind == u"TextArea" || kind == u"Code" || kind.endsWith(u"CommandContent");
}

Entry declaredEntry(const ParameterDeclaration &declaration)
{
    const ParameterKind kind = declaredKind(declaration.type);
    if (declaration.isMasked)
        return Entry::Secret;
    if (kind == ParameterKind::Structure)
        return Entry::Block;
    if (!declaration.allowedValues.empty())
        return Entry::Choice;
    if (kind == ParameterKind::Truth)
        return Entry::Truth;
    return isManyLines(declaration) ? Entry::Block : Entry::Line;
}

bool isReference(const Json &value)
{
    const QString text = value.toString().trimmed();
    return text.startsWith(u"{{") && text.endsWith(u"}}");
}

ParameterKind propertyKind(const Json &value)
{
    switch (value.type()) {
    case Json::Type::Number:
        return ParameterKind::Number;
    case Json::Type::Bool:
        return ParameterKind::Truth;
    case Json::Type::String:
        return isReference(value) ? ParameterKind::Free : ParameterKind::Text;
    case Json::Type::Array:
    case Json::Type::Object:
        return ParameterKind::Structure;
    case Json::Type::Null:
        break;
    }
    return ParameterKind::Free;
}

Entry propertyEntry(const Json &value)
{
    if (value.type() == Json::Type::Bool)
        return Entry::Truth;
    const bool isLong = value.isArray() || value.isObject() || value.toString().contains(u'\n');
    return isLong ? Entry::Block : Entry::Line;
}

} // namespace

QString ParameterField::usualText() const
{
    if (usual.isEmpty())
        return origin;
    if (origin.isEmpty())
        return usual;
    //: %1 is the value of a parameter, %2 where it comes from, such as "from the run"
    return QCoreApplication::translate("ParameterForm", "%1 (%2)").arg(usual, origin);
}

ParameterForm::ParameterForm(const ParameterBasis &basis)
    : m_basis(basis)
{
    gatherSecrets();
    QSet<QString> placed;
    const auto place = [&](const QString &name, const QString &heading) {
        for (const ParameterDeclaration &declaration : m_basis.declarations) {
            if (declaration.name != name || placed.contains(name))
                continue;
            placed.insert(name);
            addDeclared(declaration, heading);
        }
    };
    for (const ParameterGroup &group : m_basis.groups) {
        for (const QString &name : group.parameters)
            place(name, safeLine(group.label.forLocale(m_basis.locale), shownLabel));
    }
    for (const ParameterDeclaration &declaration : m_basis.declarations)
        place(declaration.name, tr("Parameters of the template"));
    addProperties();
}

void ParameterForm::gatherSecrets()
{
    if (!m_basis.runValues)
        return;
    m_basis.runValues->forEachMember([&](const QString &name, const Json &value) {
        const bool isMasked =
            isSecretName(name) ||
            std::any_of(m_basis.declarations.begin(), m_basis.declarations.end(),
                        [&](const ParameterDeclaration &declaration) {
                            return declaration.isMasked &&
                                   declaration.name.compare(name, Qt::CaseInsensitive) == 0;
                        });
        const QString text =
            value.isString() ? value.toString() : QString::fromUtf8(value.compact());
        if (isMasked && text.size() >= tellingSecret && !isHiddenValue(value))
            m_secretTexts += text;
    });
}

bool ParameterForm::betraysSecret(const QString &text) const
{
    return std::any_of(m_secretTexts.begin(), m_secretTexts.end(),
                       [&](const QString &secret) { return text.contains(secret); });
}

void ParameterForm::addDeclared(const ParameterDeclaration &declaration, const QString &heading)
{
    Row row;
    row.kind = declaredKind(declaration.type);
    row.field.name = declaration.name;
    row.field.source = Source::Template;
    row.field.entry = declaredEntry(declaration);
    row.field.heading = heading;
    const QString label = declaration.label.forLocale(m_basis.locale);
    row.field.label = safeLine(label.isEmpty() ? declaration.name : label, shownLabel);
    const bool isStart = m_basis.purpose == ParameterBasis::Purpose::StartRun;
    row.field.hint = parameterHint(declaration, isStart && !declaration.defaultValue);
    if (!label.isEmpty() && label != declaration.name)
        //: %1 is the name of a parameter, %2 its type and range
        row.field.hint = tr("%1: %2").arg(safeLine(declaration.name, shownLabel), row.field.hint);
    row.field.description =
        safeBlock(declaration.description.forLocale(m_basis.locale), shownDescription);
    row.field.isMasked = declaration.isMasked;
    row.constraint = declaration.constraint.forLocale(m_basis.locale);
    if (row.field.entry == Entry::Choice) {
        row.choices = declaration.allowedValues;
        for (const Json &choice : row.choices)
            row.field.choices += safeLine(shownValue(choice), shownUsual);
    }
    setUsual(row, usualOfDeclared(declaration));
    m_rows.push_back(std::move(row));
}

ParameterForm::Usual ParameterForm::usualOfDeclared(const ParameterDeclaration &declaration) const
{
    const bool isStart = m_basis.purpose == ParameterBasis::Purpose::StartRun;
    const std::optional<Json> ofRun = looselyFound(m_basis.runValues, declaration.name);
    if (ofRun && declaration.isMasked)
        return {ofRun, isStart ? tr("the run's value is not shown and not sent again")
                               : tr("kept, not shown")};
    if (ofRun && !isStart)
        return {ofRun, tr("from the run")};
    if (declaration.defaultValue)
        return {declaration.defaultValue, declaration.isMasked
                                              ? tr("default, not shown", "origin of a value")
                                              : tr("default", "origin of a value")};
    return {std::nullopt, isStart ? tr("required, no value") : tr("no value known")};
}

void ParameterForm::setUsual(Row &row, const Usual &usual) const
{
    row.field.origin = usual.origin;
    if (!usual.value)
        return;
    const QString shown = shownValue(*usual.value);
    const bool isHidden = row.field.isMasked || betraysSecret(shown);
    row.field.usual = isHidden          ? hiddenValue()
                      : shown.isEmpty() ? QStringLiteral("\"\"")
                                        : safeLine(shown, shownUsual);
    const bool isWhole =
        usual.value->isString() || shown == QString::fromUtf8(usual.value->compact());
    if (isHidden || !isWhole)
        return;
    row.usual = usual.value;
    row.field.canStartFromUsual = row.field.entry == Entry::Block;
}

void ParameterForm::addProperties()
{
    if (m_basis.lastProperties) {
        m_basis.lastProperties->forEachMember([&](const QString &name, const Json &value) {
            addProperty(name, value, tr("when the task ran last"));
        });
    }
    if (!m_basis.taskProperties)
        return;
    std::vector<std::pair<QString, Json>> open;
    if (m_basis.runValues) {
        for (const auto &[name, value] : m_basis.runValues->members()) {
            if (!isSecretName(name) && !betraysSecret(shownValue(value)))
                open.emplace_back(name, value);
        }
    }
    const Json parameters = Json::fromMembers(open);
    m_basis.taskProperties->forEachMember([&](const QString &name, const Json &value) {
        QString text;
        bool isDerived = false;
        for (const TextPiece &piece : withParameters(value.toString(), parameters)) {
            text += piece.text;
            isDerived = isDerived || piece.isDerived;
        }
        addProperty(name, isDerived ? Json::fromString(text) : value,
                    isDerived ? tr("from the template, with the run's parameters")
                              : tr("from the template"));
    });
}

void ParameterForm::addProperty(const QString &name, const Json &value, const QString &origin)
{
    if (rowOf(name))
        return;
    const std::optional<Json> declared =
        m_basis.taskProperties ? m_basis.taskProperties->find(name) : std::nullopt;
    Row row;
    row.kind = propertyKind(declared.value_or(value));
    row.field.name = name;
    row.field.source = Source::Task;
    row.field.label = safeLine(name, shownLabel);
    row.field.isMasked = isSecretName(name);
    row.field.entry = row.field.isMasked ? Entry::Secret : propertyEntry(value);
    //: %1 is the name of a task
    row.field.heading = tr("Properties of the task %1").arg(safeLine(m_basis.taskName, shownLabel));
    row.field.hint = row.kind == ParameterKind::Free ? tr("Property of the task: text or JSON")
                                                     : tr("Property of the task");
    setUsual(row, {value, row.field.isMasked ? tr("kept, not shown") : origin});
    m_rows.push_back(std::move(row));
}

const ParameterForm::Row *ParameterForm::rowOf(const QString &name) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(),
                                    [&](const Row &row) { return row.field.name == name; });
    return found == m_rows.end() ? nullptr : &*found;
}

ParameterForm::Row ParameterForm::textRow(const QString &name, bool isMasked) const
{
    Row row;
    row.kind = ParameterKind::Free;
    row.field.name = name;
    row.field.source = Source::Text;
    row.field.entry = isMasked ? Entry::Secret : Entry::Block;
    row.field.heading = tr("Members that nothing declares");
    row.field.label = name.isEmpty() ? tr("(without a name)") : safeLine(name, shownLabel);
    row.field.hint = tr("Text or JSON");
    row.field.isMasked = isMasked;
    return row;
}

std::vector<ParameterField>
ParameterForm::fields(const ParameterDocument &document,
                      const std::vector<ParameterFinding> &findings) const
{
    std::vector<ParameterField> fields;
    const auto add = [&](const Row &row) {
        ParameterField field = row.field;
        if (const std::optional<Json> value = document.shownValue(field.name)) {
            field.isGiven = true;
            field.value = field.isMasked ? QString() : entryOf(row.kind, *value);
            field.isTooLong = field.value.size() > longestEntry;
            if (field.isTooLong)
                field.value.clear();
            const auto chosen = std::find(row.choices.begin(), row.choices.end(), *value);
            if (chosen != row.choices.end())
                field.choice = static_cast<int>(chosen - row.choices.begin());
        }
        field.isEdited = document.isEdited(field.name);
        const auto finding =
            std::find_if(findings.begin(), findings.end(), [&](const ParameterFinding &candidate) {
                return candidate.name == field.name && !field.name.isEmpty();
            });
        if (finding != findings.end()) {
            field.problem = parameterProblemText(*finding, row.constraint);
            field.isBlocking = finding->isBlocking();
        }
        fields.push_back(std::move(field));
    };
    for (const Row &row : m_rows)
        add(row);
    QStringList others = document.names();
    others.removeIf([this](const QString &name) { return rowOf(name) != nullptr; });
    const auto left = static_cast<int>(others.size()) - mostTextRows;
    for (const QString &name : others.mid(0, mostTextRows)) {
        Row row = textRow(name, document.isMasked(name));
        if (left > 0)
            row.field.heading =
                tr("Members that nothing declares; %n more in the text only", nullptr, left);
        add(row);
    }
    return fields;
}

QStringList ParameterForm::names() const
{
    QStringList names;
    for (const Row &row : m_rows)
        names += row.field.name;
    return names;
}

ParameterKind ParameterForm::kindOf(const QString &name) const
{
    const Row *row = rowOf(name);
    return row ? row->kind : ParameterKind::Free;
}

std::optional<QByteArray> ParameterForm::choiceOf(const QString &name, int choice) const
{
    const Row *row = rowOf(name);
    if (!row || choice < 0 || choice >= static_cast<int>(row->choices.size()))
        return std::nullopt;
    return row->choices[static_cast<std::size_t>(choice)].source();
}

std::optional<QByteArray> ParameterForm::usualOf(const QString &name) const
{
    const Row *row = rowOf(name);
    const bool isOpen = row && row->usual && !row->field.isMasked;
    return isOpen ? std::optional(row->usual->source()) : std::nullopt;
}

QString ParameterForm::constraintOf(const QString &name) const
{
    const Row *row = rowOf(name);
    return row ? row->constraint : QString();
}

} // namespace countersign
