// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/settingsdialog.h"

#include "app/viewmodels/networkviewmodel.h"
#include "ui/dialogs/decisionspage.h"
#include "ui/dialogs/generalpage.h"
#include "ui/dialogs/lockingpage.h"
#include "ui/dialogs/networkpage.h"
#include "ui/dialogs/noticespage.h"
#include "ui/dialogs/usualnotespage.h"
#include "ui/views/announce.h"
#include "ui_settingsdialog.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QEvent>
#include <QScreen>
#include <QScrollArea>
#include <QTabBar>

namespace countersign {

namespace {

//! Margins, frames and the scroll bar.
constexpr int besidePage = 48;

} // namespace

SettingsDialog::SettingsDialog(PreferencesViewModel &preferences, QWidget *parent,
                               NetworkViewModel *network)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::SettingsDialog>())
    , m_preferences(preferences)
    , m_network(network)
{
    m_ui->setupUi(this);
    setWindowModality(Qt::WindowModal);
    // In the order of the pages' names.
    addPage(new GeneralPage(preferences), tr("&General"));
    addPage(new NoticesPage(preferences), tr("&Notices"));
    addPage(new DecisionsPage(preferences), tr("&Decisions"));
    addPage(new UsualNotesPage(preferences), tr("&Usual notes"));
    addPage(new LockingPage(preferences), tr("Lock&ing"));
    if (network) {
        // Behind those that have a name in the list of pages.
        m_networkIndex = m_ui->tabs->count();
        addPage(new NetworkPage(*network), tr("Net&work"));
        connect(network, &NetworkViewModel::changed, this, &SettingsDialog::update);
    }
    orderTabs();
    ignoreWheels();
    connect(m_ui->tabs, &QTabWidget::currentChanged, this, &SettingsDialog::update);
    connect(m_ui->restoreButton, &QPushButton::clicked, this, [this] {
        restoreDefaults();
        m_ui->undoButton->setFocus(Qt::OtherFocusReason);
    });
    connect(m_ui->undoButton, &QPushButton::clicked, this, [this] {
        undo();
        m_ui->tabs->tabBar()->setFocus(Qt::OtherFocusReason);
    });
    connect(m_ui->closeButton, &QPushButton::clicked, this, &QDialog::reject);
    connect(&preferences, &PreferencesViewModel::changed, this, &SettingsDialog::update);
    update();
    fitToScreen();
}

SettingsDialog::~SettingsDialog()
{
    // It may be taken away without having been closed.
    m_preferences.disconnect(this);
    m_preferences.forgetUndo();
}

SettingsDialog::Page SettingsDialog::page() const
{
    return static_cast<Page>(m_ui->tabs->currentIndex());
}

void SettingsDialog::showPage(Page page)
{
    m_ui->tabs->setCurrentIndex(static_cast<int>(page));
}

void SettingsDialog::showNetworkPage()
{
    if (m_network)
        m_ui->tabs->setCurrentIndex(m_networkIndex);
}

bool SettingsDialog::isNetworkPage() const
{
    return m_network && m_ui->tabs->currentIndex() == m_networkIndex;
}

void SettingsDialog::restoreDefaults()
{
    if (isNetworkPage())
        m_network->restoreDefaults();
    else
        m_preferences.restoreDefaults(page());
}

void SettingsDialog::undo()
{
    if (isNetworkPage())
        m_network->undo();
    else
        m_preferences.undo(page());
}

void SettingsDialog::addPage(QWidget *page, const QString &title)
{
    auto *area = new QScrollArea(m_ui->tabs);
    area->setFocusPolicy(Qt::NoFocus);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setWidget(page);
    area->viewport()->setAutoFillBackground(false);
    page->setAutoFillBackground(false);
    m_ui->tabs->addTab(area, title);
}

void SettingsDialog::fitToScreen()
{
    // Pages scroll when they must, but not sideways where the screen has room.
    int widest = fontMetrics().averageCharWidth() * 82;
    for (const QScrollArea *area : m_ui->tabs->findChildren<QScrollArea *>())
        widest = qMax(widest, area->widget()->minimumSizeHint().width() + besidePage);
    const QSize room = screen()->availableSize() - QSize(40, 60);
    resize(QSize(widest, fontMetrics().height() * 29).boundedTo(room));
}

void SettingsDialog::orderTabs()
{
    // The pages were made after the buttons that stand below them.
    QWidget *last = previousInFocusChain();
    while (last != this && last->focusPolicy() == Qt::NoFocus)
        last = last->previousInFocusChain();
    setTabOrder(last, m_ui->undoButton);
    setTabOrder(m_ui->undoButton, m_ui->restoreButton);
    setTabOrder(m_ui->restoreButton, m_ui->closeButton);
}

void SettingsDialog::ignoreWheels()
{
    // A page that is scrolled must not change what happens to lie under the pointer.
    const auto ignore = [this](QWidget *control) {
        control->setFocusPolicy(Qt::StrongFocus);
        control->installEventFilter(this);
    };
    for (QComboBox *combo : findChildren<QComboBox *>())
        ignore(combo);
    for (QAbstractSpinBox *spin : findChildren<QAbstractSpinBox *>())
        ignore(spin);
}

bool SettingsDialog::eventFilter(QObject *watched, QEvent *event)
{
    const auto *control = qobject_cast<QWidget *>(watched);
    if (event->type() != QEvent::Wheel || control == nullptr || control->hasFocus())
        return QDialog::eventFilter(watched, event);
    event->ignore();
    return true;
}

void SettingsDialog::update()
{
    const QString problem = m_preferences.problemText();
    m_ui->problemLabel->setText(problem);
    m_ui->problemLabel->setVisible(!problem.isEmpty());
    const QString undoable =
        isNetworkPage() ? m_network->undoText() : m_preferences.undoText(page());
    m_ui->restoreButton->setEnabled(isNetworkPage() ? m_network->canRestore()
                                                    : m_preferences.canRestore(page()));
    m_ui->undoButton->setVisible(!undoable.isEmpty());
    m_ui->undoLabel->setVisible(!undoable.isEmpty());
    if (undoable != m_ui->undoLabel->text()) {
        m_ui->undoLabel->setText(undoable);
        if (!undoable.isEmpty())
            announce(m_ui->undoLabel, undoable);
    }
}

void SettingsDialog::done(int result)
{
    QDialog::done(result);
    m_preferences.forgetUndo();
    if (m_network)
        m_network->forgetUndo();
}

} // namespace countersign
