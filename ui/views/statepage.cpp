// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/statepage.h"

#include "ui/views/iconlabel.h"
#include "ui/views/safelabel.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace countersign {

namespace {

constexpr int widestLine = 90;

} // namespace

StatePage::StatePage(QWidget *parent)
    : QWidget(parent)
    , m_icon(new IconLabel(this))
    , m_heading(new SafeLabel(this))
    , m_words(new SafeLabel(SafeLabel::Use::Copyable, this))
    , m_button(new QPushButton(this))
    , m_secondButton(new QPushButton(this))
    , m_thirdButton(new QPushButton(this))
{
    m_heading->setWeight(true, 1.15);
    m_heading->setAlignment(Qt::AlignCenter);
    m_words->setAlignment(Qt::AlignCenter);
    m_words->setQuiet(true);
    m_button->setAutoDefault(false);
    for (QPushButton *further : {m_secondButton, m_thirdButton}) {
        further->setAutoDefault(false);
        further->hide();
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(28, 28, 28, 28);
    column->setSpacing(10);
    column->addStretch(2);
    column->addWidget(m_icon, 0, Qt::AlignHCenter);
    column->addWidget(m_heading);
    // A line of text over the whole window is hard to read.
    auto *words = new QHBoxLayout;
    words->addStretch(1);
    words->addWidget(m_words, 100);
    words->addStretch(1);
    m_words->setMaximumWidth(fontMetrics().averageCharWidth() * widestLine);
    column->addLayout(words);
    column->addWidget(m_button, 0, Qt::AlignHCenter);
    column->addWidget(m_secondButton, 0, Qt::AlignHCenter);
    column->addWidget(m_thirdButton, 0, Qt::AlignHCenter);
    column->addStretch(3);
    connect(m_button, &QPushButton::clicked, this, &StatePage::pressed);
    connect(m_secondButton, &QPushButton::clicked, this, &StatePage::secondPressed);
    connect(m_thirdButton, &QPushButton::clicked, this, &StatePage::thirdPressed);
}

void StatePage::focusButton()
{
    m_button->setFocus(Qt::OtherFocusReason);
}

void StatePage::setState(const QString &iconName, const QString &heading, const QString &words,
                         const QString &button, const QString &secondButton,
                         const QString &thirdButton)
{
    m_icon->setIcon(iconName, 40);
    m_heading->setText(heading);
    m_words->setText(words);
    m_words->setVisible(!words.isEmpty());
    m_button->setText(button);
    m_button->setVisible(!button.isEmpty());
    m_secondButton->setText(secondButton);
    m_secondButton->setVisible(!secondButton.isEmpty());
    m_thirdButton->setText(thirdButton);
    m_thirdButton->setVisible(!thirdButton.isEmpty());
}

} // namespace countersign
