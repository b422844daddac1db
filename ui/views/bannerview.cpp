// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/bannerview.h"

#include "app/domain/displaytext.h"
#include "app/domain/servicehosts.h"
#include "ui/views/iconlabel.h"
#include "ui/views/safelabel.h"

#include <QGridLayout>

namespace countersign {

namespace {

constexpr int longestWord = 24;
constexpr int longestHosts = 512;

Tone toneOf(EnvironmentColor color)
{
    switch (color) {
    case EnvironmentColor::Grey:
        break;
    case EnvironmentColor::Red:
        return Tone::Production;
    case EnvironmentColor::Orange:
        return Tone::Warning;
    case EnvironmentColor::Green:
        return Tone::Good;
    case EnvironmentColor::Blue:
        return Tone::Sandbox;
    case EnvironmentColor::Violet:
        return Tone::Violet;
    }
    return Tone::Plain;
}

} // namespace

BannerView::BannerView(QWidget *parent)
    : ToneFrame(parent)
    , m_icon(new IconLabel(this))
    , m_place(new SafeLabel(this))
    , m_actor(new SafeLabel(this))
    , m_endpoint(new SafeLabel(this))
{
    setEdged(false);
    setTintedText(true);
    m_place->setObjectName(QStringLiteral("placeLabel"));
    m_place->setWeight(true);
    m_actor->setObjectName(QStringLiteral("actorLabel"));
    m_actor->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    m_endpoint->setObjectName(QStringLiteral("privateEndpointLabel"));
    m_endpoint->setWeight(true);
    auto *rows = new QGridLayout(this);
    rows->setContentsMargins(14, 6, 14, 7);
    rows->setColumnStretch(1, 3);
    rows->setColumnStretch(2, 2);
    rows->addWidget(m_icon, 0, 0);
    rows->addWidget(m_place, 0, 1);
    rows->addWidget(m_actor, 0, 2);
    rows->addWidget(m_endpoint, 1, 1, 1, 2);
}

void BannerView::setPlace(const Environment &environment, const QString &place,
                          const QString &actor, const QStringList &endpointHosts)
{
    setTone(toneOf(environment.color));
    setPattern(environment.pattern);
    const QString word = safeLine(environment.word, longestWord);
    if (environment.isSandbox) {
        m_icon->setIcon(QStringLiteral("sandbox"));
        //: Banner of the sandbox; %1 is alias, account and region.
        m_place->setText(tr("Sandbox on this computer: nothing real is touched — %1").arg(place));
    } else if (environment.isProduction) {
        m_icon->setIcon(QStringLiteral("production"));
        //: Banner; %1 is the word for the environment, %2 is alias, account and region.
        m_place->setText(tr("%1 — %2").arg(word.isEmpty() ? tr("PRODUCTION") : word, place));
    } else {
        m_icon->setIcon(QStringLiteral("place"));
        m_place->setText(word.isEmpty() ? place : tr("%1 — %2").arg(word, place));
    }
    m_actor->setText(actor);
    m_actor->setVisible(!actor.isEmpty());
    QStringList privateHosts;
    for (const QString &host : endpointHosts)
        privateHosts += privateHostOf(host, environment);
    privateHosts.removeAll(QString());
    privateHosts.removeDuplicates();
    //: %1 is a host, or several with commas
    const QString words = tr("Private endpoint %1")
                              .arg(safeLine(privateHosts.join(QStringLiteral(", ")), longestHosts));
    m_endpoint->setText(privateHosts.isEmpty() ? QString() : words);
    m_endpoint->setVisible(!privateHosts.isEmpty());
}

} // namespace countersign
