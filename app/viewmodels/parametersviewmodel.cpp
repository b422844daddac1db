// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/parametersviewmodel.h"

#include "app/domain/displaytext.h"
#include "app/templates/secretvalues.h"
#include "app/viewmodels/parameterdocument.h"
#include "app/viewmodels/parameterfieldmodel.h"
#include "app/viewmodels/parameterform.h"
#include "app/viewmodels/parameterwords.h"

#include <algorithm>

namespace countersign {

namespace {

using Fault = ParameterFinding::Fault;

QSet<QString> maskedNames(const ParameterBasis &basis)
{
    QSet<QString> names;
    for (const ParameterDeclaration &declaration : basis.declarations) {
        if (declaration.isMasked)
            names.insert(declaration.name);
    }
    return names;
}

} // namespace

class ParametersViewModel::Private
{
public:
    explicit Private(ParameterBasis given)
        : basis(std::move(given))
        , form(basis)
        , document(basis.initialText, maskedNames(basis))
    {
        if (!basis.draft.isEmpty())
            document.setShownText(basis.draft);
        rules.declarations = basis.declarations;
        rules.isWhole = basis.purpose == ParameterBasis::Purpose::StartRun;
        if (!rules.isWhole)
            rules.otherNames = form.names();
        update();
    }

    void update();
    std::vector<ParameterFinding> findings();

    const ParameterBasis basis;
    const ParameterForm form;
    ParameterDocument document;
    ParameterRules rules;
    ParameterFieldModel fields;
    std::vector<ParameterProblem> problems;
};

std::vector<ParameterFinding> ParametersViewModel::Private::findings()
{
    const QString &shown = document.shownText();
    if (!shown.isValidUtf16()) {
        ParameterFinding finding;
        finding.detail = QStringLiteral("half of a surrogate pair");
        return {finding};
    }
    rules.hidden = document.hiddenValues();
    std::vector<ParameterFinding> found =
        checkParameters(shown.toUtf8(), document.wholeText().toUtf8().size(), rules);
    // Without a template nothing is known about names.
    if (form.names().isEmpty()) {
        std::erase_if(found, [](const ParameterFinding &finding) {
            return finding.fault == Fault::UnknownName;
        });
    }
    return found;
}

void ParametersViewModel::Private::update()
{
    const std::vector<ParameterFinding> found = findings();
    problems.clear();
    for (const ParameterFinding &finding : found) {
        const QString words = parameterProblemText(finding, form.constraintOf(finding.name));
        problems.push_back({finding.name, finding.line, finding.column,
                            placedProblemText(finding, words), finding.isBlocking()});
    }
    fields.apply(form.fields(document, found));
}

ParametersViewModel::ParametersViewModel(ParameterBasis basis, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(std::move(basis)))
{
}

ParametersViewModel::~ParametersViewModel() = default;

QString ParametersViewModel::text() const
{
    return d->document.wholeText();
}

QString ParametersViewModel::shownText() const
{
    return d->document.shownText();
}

QString ParametersViewModel::draftText() const
{
    return d->document.draftText();
}

bool ParametersViewModel::isChanged() const
{
    return d->document.isChanged();
}

bool ParametersViewModel::isSendable() const
{
    return std::none_of(d->problems.begin(), d->problems.end(),
                        [](const ParameterProblem &problem) { return problem.isBlocking; });
}

const std::vector<ParameterProblem> &ParametersViewModel::problems() const
{
    return d->problems;
}

bool ParametersViewModel::isReadable() const
{
    return d->document.object().has_value();
}

QString ParametersViewModel::summary() const
{
    const auto blocking =
        std::find_if(d->problems.begin(), d->problems.end(),
                     [](const ParameterProblem &problem) { return problem.isBlocking; });
    if (blocking != d->problems.end())
        return blocking->words;
    const int count = d->document.object() ? static_cast<int>(d->document.object()->size()) : 0;
    if (count == 0)
        return tr("Nothing is added: {} is sent.");
    if (d->basis.purpose == ParameterBasis::Purpose::StartRun)
        return tr("%n value(s) are sent; the rest has its default.", nullptr, count);
    return tr("%n value(s) are sent, and nothing else.", nullptr, count);
}

QString ParametersViewModel::heading() const
{
    if (d->basis.purpose == ParameterBasis::Purpose::StartRun)
        return tr("Parameters of the new run");
    //: %1 is the name of a task
    return tr("Parameters for %1").arg(safeLine(d->basis.taskName, 120));
}

ParameterFieldModel *ParametersViewModel::fields() const
{
    return &d->fields;
}

std::vector<ParameterOffer> ParametersViewModel::offers() const
{
    std::vector<ParameterOffer> offers;
    QSet<QString> seen;
    const auto add = [&](const QString &label, const QString &text, const QString &entry) {
        if (!seen.contains(label)) {
            seen.insert(label);
            offers.push_back({label, text, entry});
        }
    };
    // The newest output of a name is the one that counts.
    for (auto output = d->basis.outputs.rbegin(); output != d->basis.outputs.rend(); ++output) {
        const QString source = QString::fromUtf8(output->value.source());
        const bool isOpen = !isSecretName(output->output) && !d->form.betraysSecret(source) &&
                            withSecretsHidden(source) == source;
        const QString label = output->task + u'.' + output->output;
        if (isOpen)
            add(safeLine(label, 120), source, shownValue(output->value));
    }
    std::reverse(offers.begin(), offers.end());
    for (const QString &name : d->form.names()) {
        if (!d->document.shownValue(name))
            add(safeLine(name, 120), QString::fromUtf8(JsonWriter::quoted(name) + ": "), {});
    }
    return offers;
}

void ParametersViewModel::setShownText(const QString &text)
{
    if (text == d->document.shownText())
        return;
    d->document.setShownText(text);
    d->update();
    Q_EMIT changed();
}

void ParametersViewModel::hideSecrets()
{
    const QString before = d->document.shownText();
    d->document.hideSecrets();
    if (d->document.shownText() == before)
        return;
    d->update();
    Q_EMIT changed();
}

void ParametersViewModel::enter(const QString &name, const QString &typed)
{
    const std::optional<QByteArray> json = jsonOfEntry(d->form.kindOf(name), typed);
    if (!json || (typed.isEmpty() && d->document.isMasked(name))) {
        takeBack(name);
        return;
    }
    d->document.set(name, *json);
    d->update();
    Q_EMIT changed();
}

void ParametersViewModel::choose(const QString &name, int choice)
{
    const std::optional<QByteArray> json = d->form.choiceOf(name, choice);
    if (!json) {
        takeBack(name);
        return;
    }
    d->document.set(name, *json);
    d->update();
    Q_EMIT changed();
}

void ParametersViewModel::startFromUsual(const QString &name)
{
    if (const std::optional<QByteArray> json = d->form.usualOf(name)) {
        d->document.set(name, *json);
        d->update();
        Q_EMIT changed();
    }
}

void ParametersViewModel::takeBack(const QString &name)
{
    d->document.takeBack(name);
    d->update();
    Q_EMIT changed();
}

} // namespace countersign
