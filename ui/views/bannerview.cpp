// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/bannerview.h"

#include "ui/views/iconlabel.h"
#include "ui/views/safelabel.h"

#include <QHBoxLayout>

namespace countersign {

BannerView::BannerView(QWidget *parent)
    : ToneFrame(parent)
    , m_icon(new IconLabel(this))
    , m_place(new SafeLabel(this))
    , m_actor(new SafeLabel(this))
{
    setEdged(false);
    setTintedText(true);
    m_place->setObjectName(QStringLiteral("placeLabel"));
    m_place->setWeight(true);
    m_actor->setObjectName(QStringLiteral("actorLabel"));
    // Short, and never the one to give way: the place wraps first.
    m_actor->setWordWrap(false);
    m_actor->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(14, 6, 14, 7);
    row->addWidget(m_icon);
    row->addWidget(m_place, 1);
    row->addWidget(m_actor);
}

void BannerView::setPlace(Environment environment, const QString &place, const QString &actor)
{
    switch (environment) {
    case Environment::Production:
        setTone(Tone::Production);
        m_icon->setIcon(QStringLiteral("production"));
        //: Banner of a production account; %1 is alias, account and region.
        m_place->setText(tr("PRODUCTION — %1").arg(place));
        break;
    case Environment::Sandbox:
        setTone(Tone::Sandbox);
        m_icon->setIcon(QStringLiteral("sandbox"));
        //: Banner of the sandbox; %1 is alias, account and region.
        m_place->setText(tr("Sandbox on this computer: nothing real is touched — %1").arg(place));
        break;
    case Environment::Ordinary:
        setTone(Tone::Plain);
        m_icon->setIcon(QStringLiteral("place"));
        m_place->setText(place);
        break;
    }
    setStriped(environment == Environment::Production);
    m_actor->setText(actor);
    m_actor->setVisible(!actor.isEmpty());
}

} // namespace countersign
