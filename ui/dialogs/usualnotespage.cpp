// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/usualnotespage.h"

#include "app/domain/displaytext.h"
#include "app/domain/format.h"
#include "app/viewmodels/preferencesviewmodel.h"
#include "ui/dialogs/hints.h"
#include "ui_usualnotespage.h"

#include <QSignalBlocker>

namespace countersign {

namespace {

constexpr qsizetype longestLine = 160;

} // namespace

UsualNotesPage::UsualNotesPage(PreferencesViewModel &preferences, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::UsualNotesPage>())
    , m_preferences(preferences)
{
    m_ui->setupUi(this);
    m_ui->noteList->setSpacing(1);
    for (const Act each : PreferencesViewModel::actsWithNotes())
        m_ui->actCombo->addItem(actLabel(each), QVariant::fromValue(static_cast<int>(each)));
    connectButtons();
    connect(&preferences, &PreferencesViewModel::changed, this, &UsualNotesPage::onChanged);
    fill(-1);
}

UsualNotesPage::~UsualNotesPage() = default;

void UsualNotesPage::connectButtons()
{
    connect(m_ui->actCombo, &QComboBox::currentIndexChanged, this, [this] { fill(-1); });
    connect(m_ui->noteList, &QListWidget::currentRowChanged, this, &UsualNotesPage::showChosen);
    connect(m_ui->textEdit, &NoteEdit::noteEdited, this, &UsualNotesPage::updateButtons);
    const auto onClick = [this](QPushButton *button, const std::function<void()> &verb) {
        connect(button, &QPushButton::clicked, this, [this, button, verb] {
            const bool hadFocus = button->hasFocus();
            verb();
            // A button that went dead must not hand the keyboard to its neighbour.
            if (hadFocus)
                (button->isEnabled() ? static_cast<QWidget *>(button) : m_ui->noteList)
                    ->setFocus(Qt::OtherFocusReason);
        });
    };
    onClick(m_ui->addButton, [this] { add(); });
    onClick(m_ui->changeButton, [this] { change(); });
    onClick(m_ui->upButton, [this] { move(-1); });
    onClick(m_ui->downButton, [this] { move(1); });
    onClick(m_ui->removeButton, [this] { remove(); });
}

Act UsualNotesPage::act() const
{
    return static_cast<Act>(m_ui->actCombo->currentData().toInt());
}

int UsualNotesPage::row() const
{
    return m_ui->noteList->currentRow();
}

void UsualNotesPage::add()
{
    m_preferences.addUsualNote(act(), m_ui->textEdit->note());
    fill(static_cast<int>(m_listed.size()) - 1);
}

void UsualNotesPage::change()
{
    const int changed = row();
    m_preferences.changeUsualNote(act(), changed, m_ui->textEdit->note());
    fill(changed);
}

void UsualNotesPage::move(int step)
{
    const int target = row() + step;
    m_preferences.moveUsualNote(act(), row(), step);
    fill(target);
}

void UsualNotesPage::remove()
{
    const int removed = row();
    m_preferences.removeUsualNote(act(), removed);
    fill(qMin(removed, static_cast<int>(m_listed.size()) - 1));
}

void UsualNotesPage::fill(int row)
{
    m_listed = m_preferences.usualNotes(act());
    {
        const QSignalBlocker blocker(m_ui->noteList);
        m_ui->noteList->clear();
        for (const QString &note : m_listed)
            m_ui->noteList->addItem(safeLine(note, longestLine));
        m_ui->noteList->setCurrentRow(row);
    }
    showChosen();
}

void UsualNotesPage::onChanged()
{
    // What is being typed stays while something else changes.
    if (m_listed != m_preferences.usualNotes(act()))
        fill(-1);
}

void UsualNotesPage::showChosen()
{
    m_ui->textEdit->setPlainText(m_listed.value(row()));
    updateButtons();
}

void UsualNotesPage::updateButtons()
{
    const QString text = m_ui->textEdit->note();
    const int chosen = row();
    const bool isOther = chosen < 0 || text.trimmed() != m_listed.value(chosen);
    const QString addProblem = m_preferences.usualNoteProblem(act(), text, -1);
    const QString changeProblem = m_preferences.usualNoteProblem(act(), text, chosen);
    m_ui->addButton->setEnabled(isOther && addProblem.isEmpty());
    m_ui->changeButton->setEnabled(chosen >= 0 && isOther && changeProblem.isEmpty());
    m_ui->removeButton->setEnabled(chosen >= 0);
    m_ui->upButton->setEnabled(chosen > 0);
    m_ui->downButton->setEnabled(chosen >= 0 && chosen + 1 < m_listed.size());
    showHint(m_ui->noteProblem, m_ui->textEdit,
             text.isEmpty() || !isOther ? QString() : addProblem);
}

} // namespace countersign
