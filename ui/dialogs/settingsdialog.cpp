// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/settingsdialog.h"

#include "ui/dialogs/decisionspage.h"
#include "ui/dialogs/generalpage.h"
#include "ui/dialogs/lockingpage.h"
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

SettingsDialog::SettingsDialog(PreferencesViewModel &preferences, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::SettingsDialog>())
    , m_preferences(preferences)
{
    m_ui->setupUi(this);
    setWindowModality(Qt::WindowModal);
    // In the order of the pages' names.
    addPage(new GeneralPage(preferences), tr("&General"));
    addPage(new NoticesPage(preferences), tr("&Notices"));
    addPage(new DecisionsPage(preferences), tr("&Decisions"));
    addPage(new UsualNotesPage(preferences), tr("&Usual notes"));
    addPage(new LockingPage(preferences), tr("Lock&ing"));
    orderTabs();
    ignoreWheels();
    connect(m_ui->tabs, &QTabWidget::currentChanged, this, &SettingsDialog::update);
    connect(m_ui->restoreButton, &QPushButton::clicked, this, [this] {
        m_preferences.restoreDefaults(page());
        m_ui->undoButton->setFocus(Qt::OtherFocusReason);
    });
    connect(m_ui->undoButton, &QPushButton::clicked, this, [this] {
        m_preferences.undo(page());
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
    const QString undoable = m_preferences.undoText(page());
    m_ui->restoreButton->setEnabled(m_preferences.canRestore(page()));
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
}

} // namespace countersign
