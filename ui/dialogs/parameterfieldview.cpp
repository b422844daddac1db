// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/parameterfieldview.h"

#include "ui/dialogs/parameterentry.h"
#include "ui/views/iconlabel.h"
#include "ui/views/safelabel.h"
#include "ui/views/tooltips.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace countersign {

namespace {

//! In average characters; so that the controls of all rows begin at one line.
constexpr int nameCharacters = 22;

//! A buddy's label reads & as the mark of a letter.
QString withoutMnemonics(QString text)
{
    return text.replace(QLatin1Char('&'), QStringLiteral("&&"));
}

//! Long names may be broken where one of their words begins.
QString breakable(const QString &text)
{
    constexpr qsizetype longWord = 18;
    QString result;
    qsizetype blank = -1;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        const bool isBegin = i > 0 && ((c.isUpper() && text.at(i - 1).isLower()) ||
                                       (text.at(i - 1) == QLatin1Char(':') && c.isLetter()));
        if (c.isSpace())
            blank = i;
        const qsizetype next = text.indexOf(QLatin1Char(' '), i);
        const qsizetype length = (next < 0 ? text.size() : next) - blank - 1;
        if (isBegin && length > longWord)
            result += QChar(0x200B);
        result += c;
    }
    return result;
}

void setWords(SafeLabel *label, const QString &words)
{
    label->setText(words);
    label->setVisible(!words.isEmpty());
}

} // namespace

ParameterFieldView::ParameterFieldView(const ParameterField &field, QWidget *parent)
    : ToneFrame(parent)
    , m_name(field.name)
    , m_label(new SafeLabel(this))
    , m_editedLabel(new SafeLabel(this))
    , m_hintLabel(new SafeLabel(this))
    , m_entry(ParameterEntry::make(field, this))
    , m_takeBackButton(smallButton(tr("Take back")))
    , m_startButton(smallButton(tr("Change it…")))
    , m_usualLabel(new SafeLabel(this))
    , m_descriptionLabel(new SafeLabel(this))
    , m_problemIcon(new IconLabel(this))
    , m_problemLabel(new SafeLabel(this))
{
    setEdged(false);
    m_entry->control()->setObjectName(field.name);
    m_label->setBuddy(m_entry->control());
    m_editedLabel->setText(tr("edited", "state of a parameter"));
    m_editedLabel->setWeight(true);
    for (SafeLabel *quiet : {m_hintLabel, m_usualLabel, m_descriptionLabel})
        quiet->setQuiet(true);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(6, 6, 6, 6);
    row->addWidget(nameCell());
    row->addWidget(valueCell(), 1);
    connect(m_entry, &ParameterEntry::typed, this,
            [this](const QString &text) { Q_EMIT typed(m_name, text); });
    connect(m_entry, &ParameterEntry::chosen, this,
            [this](int choice) { Q_EMIT chosen(m_name, choice); });
    connect(m_takeBackButton, &QPushButton::clicked, this, [this] {
        // The button is about to go.
        m_entry->control()->setFocus(Qt::OtherFocusReason);
        Q_EMIT takeBackWanted(m_name);
    });
    connect(m_startButton, &QPushButton::clicked, this, [this] {
        m_entry->control()->setFocus(Qt::OtherFocusReason);
        Q_EMIT startWanted(m_name);
    });
    setField(field);
}

QWidget *ParameterFieldView::nameCell()
{
    auto *cell = new QWidget(this);
    cell->setFixedWidth(nameCharacters * fontMetrics().averageCharWidth());
    auto *column = new QVBoxLayout(cell);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(m_label);
    column->addWidget(m_editedLabel);
    column->addWidget(m_hintLabel);
    column->addStretch();
    return cell;
}

QWidget *ParameterFieldView::valueCell()
{
    auto *cell = new QWidget(this);
    auto *entryRow = new QHBoxLayout;
    entryRow->addWidget(m_entry->control(), 1);
    entryRow->addWidget(m_takeBackButton, 0, Qt::AlignTop);
    entryRow->addWidget(m_startButton, 0, Qt::AlignTop);
    auto *problemRow = new QHBoxLayout;
    problemRow->addWidget(m_problemIcon, 0, Qt::AlignTop);
    problemRow->addWidget(m_problemLabel, 1);
    auto *column = new QVBoxLayout(cell);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(3);
    column->addLayout(entryRow);
    column->addLayout(problemRow);
    column->addWidget(m_usualLabel);
    column->addWidget(m_descriptionLabel);
    column->addStretch();
    return cell;
}

QPushButton *ParameterFieldView::smallButton(const QString &text)
{
    auto *button = new QPushButton(text, this);
    button->setAutoDefault(false);
    return button;
}

void ParameterFieldView::setCompleter(QCompleter *completer)
{
    auto *line = qobject_cast<QLineEdit *>(m_entry->control());
    if (line && line->echoMode() == QLineEdit::Normal)
        line->setCompleter(completer);
}

void ParameterFieldView::setField(const ParameterField &field)
{
    m_label->setText(withoutMnemonics(breakable(field.label)));
    m_label->setWeight(field.isEdited);
    setToolTipWords(m_label, field.name);
    m_editedLabel->setVisible(field.isEdited);
    setWords(m_hintLabel, breakable(field.hint));
    m_entry->show(field);
    m_isTooLong = field.isTooLong;
    setUsable(m_isUsable);
    //: %1 is what was used before a change, with where it came from
    setWords(m_usualLabel, field.isEdited && !field.usual.isEmpty()
                               ? tr("was %1").arg(field.usualText())
                               : QString());
    setWords(m_descriptionLabel, field.description);
    m_takeBackButton->setVisible(field.isEdited);
    //: %1 is the name of a parameter
    m_takeBackButton->setAccessibleName(tr("Take back the change of %1").arg(field.label));
    m_startButton->setVisible(field.canStartFromUsual && !field.isGiven);
    //: %1 is the name of a parameter
    m_startButton->setAccessibleName(tr("Change the value of %1").arg(field.label));
    m_problemIcon->setVisible(!field.problem.isEmpty());
    m_problemIcon->setIcon(field.isBlocking ? QStringLiteral("state-failed")
                                            : QStringLiteral("information"));
    setWords(m_problemLabel, field.problem);
    setTone(field.isBlocking ? Tone::Danger : field.isEdited ? Tone::Warning : Tone::Plain);
    QWidget *control = m_entry->control();
    control->setAccessibleName(field.label);
    const QStringList words = {field.problem,
                               field.isEdited ? tr("edited", "state of a parameter") : QString(),
                               field.usualText(), field.hint, field.description};
    QString description;
    for (const QString &part : words) {
        if (!part.isEmpty())
            description += (description.isEmpty() ? QString() : QStringLiteral("\n")) + part;
    }
    control->setAccessibleDescription(description);
}

void ParameterFieldView::setUsable(bool isUsable)
{
    m_isUsable = isUsable;
    m_entry->control()->setEnabled(isUsable && !m_isTooLong);
    m_takeBackButton->setEnabled(isUsable);
    m_startButton->setEnabled(isUsable);
}

std::vector<QWidget *> ParameterFieldView::stops() const
{
    return {m_entry->control(), m_takeBackButton, m_startButton};
}

} // namespace countersign
