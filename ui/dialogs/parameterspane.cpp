// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/parameterspane.h"

#include "app/viewmodels/parameterfieldmodel.h"
#include "ui/dialogs/outputcompleter.h"
#include "ui/dialogs/parameterfieldview.h"
#include "ui/editor/jsoneditor.h"
#include "ui/views/announce.h"
#include "ui/views/iconlabel.h"
#include "ui/views/menubuttons.h"
#include "ui/views/safelabel.h"
#include "ui_parameterspane.h"

#include <QMenu>
#include <QTabBar>

#include <algorithm>

namespace countersign {

namespace {

//! So many problems are written out below the first one.
constexpr int shownProblems = 3;

const ParameterProblem *mainProblem(const std::vector<ParameterProblem> &problems)
{
    const auto blocking =
        std::find_if(problems.begin(), problems.end(),
                     [](const ParameterProblem &problem) { return problem.isBlocking; });
    if (blocking != problems.end())
        return &*blocking;
    return problems.empty() ? nullptr : &problems.front();
}

} // namespace

ParametersPane::ParametersPane(ParametersViewModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_ui(std::make_unique<Ui::ParametersPane>())
    , m_completer(new OutputCompleter(model.offers(), this))
{
    m_ui->setupUi(this);
    m_ui->headingLabel->setWeight(true, 1.1);
    m_ui->headingLabel->setText(m_model.heading());
    m_ui->insertHint->setQuiet(true);
    m_ui->moreLabel->setQuiet(true);
    // Rows that could grow take no part of what is left.
    m_ui->formColumn->addStretch(1);
    wireEditor();
    const ParameterFieldModel *fields = m_model.fields();
    connect(fields, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex &first, const QModelIndex &last) {
                showFields(first.row(), last.row());
            });
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(fields, signal, this, &ParametersPane::arrange);
    connect(fields, &QAbstractItemModel::rowsMoved, this, &ParametersPane::arrange);
    connect(fields, &QAbstractItemModel::layoutChanged, this, &ParametersPane::arrange);
    connect(&m_model, &ParametersViewModel::changed, this, [this] {
        showText();
        showStatus();
    });
    connect(m_ui->placeButton, &QPushButton::clicked, this, &ParametersPane::goToProblem);
    arrange();
    showText();
    m_wasSendable = m_model.isSendable();
    showStatus();
}

ParametersPane::~ParametersPane() = default;

void ParametersPane::wireEditor()
{
    JsonEditor *editor = m_ui->editor;
    editor->setName(tr("Parameters"));
    connect(editor, &JsonEditor::textEdited, &m_model, &ParametersViewModel::setShownText);
    connect(editor, &JsonEditor::left, this, [this, editor] {
        const QString before = m_model.shownText();
        m_model.hideSecrets();
        if (m_model.shownText() != before)
            editor->forgetUndo();
    });
    connect(editor, &JsonEditor::pasteRefused, this, [this](qsizetype characters) {
        const QString words = tr("A paste of %n character(s) was refused: it is too long.", nullptr,
                                 static_cast<int>(characters));
        m_ui->statusLabel->setText(words);
        announce(m_ui->statusLabel, words);
    });
    auto *menu = new QMenu(this);
    connect(menu, &QMenu::aboutToShow, this, &ParametersPane::fillInsertMenu);
    giveMenu(m_ui->insertButton, menu);
}

void ParametersPane::fillInsertMenu()
{
    QMenu *menu = m_ui->insertButton->menu();
    menu->clear();
    for (const ParameterOffer &offer : m_model.offers()) {
        QString label = offer.label;
        QAction *action = menu->addAction(label.replace(QLatin1Char('&'), QStringLiteral("&&")));
        connect(action, &QAction::triggered, this, [this, text = offer.text] {
            m_ui->editor->insert(text);
            m_ui->editor->setFocus(Qt::OtherFocusReason);
        });
    }
    if (menu->isEmpty())
        menu->addAction(tr("Nothing to insert: no task with outputs has run."))->setEnabled(false);
}

ParameterFieldView *ParametersPane::viewOf(const ParameterField &field)
{
    const auto found = std::find_if(m_views.begin(), m_views.end(), [&](const auto *view) {
        return view && view->name() == field.name;
    });
    if (found != m_views.end())
        return std::exchange(*found, nullptr);
    auto *view = new ParameterFieldView(field, m_ui->formContents);
    view->setCompleter(m_completer);
    connect(view, &ParameterFieldView::typed, &m_model, &ParametersViewModel::enter);
    connect(view, &ParameterFieldView::chosen, &m_model, &ParametersViewModel::choose);
    connect(view, &ParameterFieldView::takeBackWanted, &m_model, &ParametersViewModel::takeBack);
    connect(view, &ParameterFieldView::startWanted, &m_model, &ParametersViewModel::startFromUsual);
    return view;
}

void ParametersPane::arrange()
{
    const ParameterFieldModel &fields = *m_model.fields();
    std::vector<ParameterFieldView *> next;
    for (int row = 0; row < fields.rowCount(); ++row)
        next.push_back(viewOf(fields.field(row)));
    for (ParameterFieldView *gone : m_views) {
        // What it says may be what led here.
        if (gone) {
            gone->hide();
            gone->deleteLater();
        }
    }
    m_views = std::move(next);
    placeRows();
    showFields(0, fields.rowCount() - 1);
    chainTabs();
}

void ParametersPane::placeRows()
{
    for (SafeLabel *heading : m_headings)
        delete heading;
    m_headings.clear();
    QVBoxLayout *column = m_ui->formColumn;
    int place = 0;
    QString last;
    for (std::size_t i = 0; i < m_views.size(); ++i) {
        const QString heading = m_model.fields()->field(static_cast<int>(i)).heading;
        if (heading != last && !heading.isEmpty()) {
            auto *label = new SafeLabel(m_ui->formContents);
            label->setText(heading);
            label->setWeight(true);
            label->setContentsMargins(6, 10, 6, 4);
            column->insertWidget(place++, label);
            m_headings.push_back(label);
        }
        last = heading;
        column->removeWidget(m_views[i]);
        column->insertWidget(place++, m_views[i]);
    }
}

void ParametersPane::placeInTabOrder(QWidget *before, QWidget *after)
{
    // The tabs hand the focus on to their bar, so they have to stand right before it.
    setTabOrder(before, m_ui->tabs);
    chainTabs();
    if (after)
        setTabOrder(m_ui->placeButton, after);
}

void ParametersPane::chainTabs()
{
    std::vector<QWidget *> stops;
    for (const ParameterFieldView *view : m_views) {
        for (QWidget *stop : view->stops())
            stops.push_back(stop);
    }
    for (QWidget *last : {m_ui->editor->focusProxy(), static_cast<QWidget *>(m_ui->insertButton),
                          static_cast<QWidget *>(m_ui->placeButton)})
        stops.push_back(last);
    QWidget *before = m_ui->tabs->tabBar();
    for (QWidget *stop : stops) {
        setTabOrder(before, stop);
        before = stop;
    }
}

void ParametersPane::showFields(int first, int last)
{
    const bool isReadable = m_model.isReadable();
    for (int row = first; row <= last && row < static_cast<int>(m_views.size()); ++row) {
        m_views[static_cast<std::size_t>(row)]->setField(m_model.fields()->field(row));
        m_views[static_cast<std::size_t>(row)]->setUsable(isReadable);
    }
}

void ParametersPane::showText()
{
    m_ui->editor->setText(m_model.shownText());
    std::vector<EditorOffer> offers;
    for (const ParameterOffer &offer : m_model.offers())
        offers.push_back({offer.label, offer.text});
    m_ui->editor->setOffers(std::move(offers));
    const ParameterProblem *problem = mainProblem(m_model.problems());
    m_ui->editor->setProblem(problem ? problem->line : 0, problem ? problem->column : 0,
                             problem ? problem->words : QString());
    const bool isReadable = m_model.isReadable();
    m_ui->closedLabel->setVisible(!isReadable);
    for (ParameterFieldView *view : m_views)
        view->setUsable(isReadable);
}

void ParametersPane::showStatus()
{
    const bool isSendable = m_model.isSendable();
    m_ui->statusIcon->setIcon(isSendable ? QStringLiteral("information")
                                         : QStringLiteral("state-failed"));
    m_ui->statusLabel->setText(m_model.summary());
    m_ui->statusLabel->setAccessibleName(m_model.summary());
    const ParameterProblem *main = mainProblem(m_model.problems());
    m_ui->placeButton->setVisible(main && main->line > 0);
    QStringList more;
    for (const ParameterProblem &problem : m_model.problems()) {
        if (problem.words != m_model.summary())
            more += problem.words;
    }
    const auto left = static_cast<int>(more.size()) - shownProblems;
    more = more.mid(0, shownProblems);
    if (left > 0)
        more += tr("%n more finding(s).", nullptr, left);
    m_ui->moreLabel->setText(more.join(QLatin1Char('\n')));
    m_ui->moreLabel->setVisible(!more.isEmpty());
    if (std::exchange(m_wasSendable, isSendable) != isSendable)
        announce(m_ui->statusLabel, m_model.summary());
}

void ParametersPane::goToProblem()
{
    const ParameterProblem *problem = mainProblem(m_model.problems());
    if (!problem)
        return;
    m_ui->tabs->setCurrentWidget(m_ui->textPage);
    m_ui->editor->goTo(problem->line, problem->column);
}

} // namespace countersign
