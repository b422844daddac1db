// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/questionbar.h"

#include "ui/views/announce.h"
#include "ui/views/iconlabel.h"
#include "ui/views/safelabel.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace countersign {

QuestionBar::QuestionBar(QWidget *parent)
    : ToneFrame(parent)
    , m_words(new SafeLabel(this))
    , m_act(new QPushButton(this))
    , m_back(new QPushButton(this))
{
    setTone(Tone::Warning);
    auto *icon = new IconLabel(this);
    icon->setIcon(QStringLiteral("question"));
    m_words->setObjectName(QStringLiteral("questionLabel"));
    m_act->setObjectName(QStringLiteral("questionActButton"));
    m_back->setObjectName(QStringLiteral("questionBackButton"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 6, 8, 6);
    row->addWidget(icon);
    row->addWidget(m_words, 1);
    for (QPushButton *button : {m_act, m_back}) {
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    connect(m_back, &QPushButton::clicked, this, &QuestionBar::leave);
    connect(m_act, &QPushButton::clicked, this, [this] {
        const auto then = std::exchange(m_then, nullptr);
        hide();
        if (then)
            then();
    });
    hide();
}

void QuestionBar::ask(const QString &question, const QString &act, const QString &back,
                      std::function<void()> then)
{
    if (!isAsking())
        m_focusBefore = window()->focusWidget();
    m_then = std::move(then);
    m_words->setText(question);
    m_act->setText(act);
    m_back->setText(back);
    show();
    m_back->setFocus(Qt::OtherFocusReason);
    announce(m_words, question);
}

void QuestionBar::leave()
{
    m_then = nullptr;
    const bool hadFocus = m_act->hasFocus() || m_back->hasFocus();
    hide();
    if (hadFocus && m_focusBefore)
        m_focusBefore->setFocus(Qt::OtherFocusReason);
}

} // namespace countersign
