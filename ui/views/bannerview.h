// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/environment.h"
#include "ui/views/toneframe.h"

namespace countersign {

class IconLabel;
class SafeLabel;

//! Where a review or dialog acts: account, region and environment, in words, icon, pattern and
//! colour. The sandbox says that nothing real is touched.
class BannerView : public ToneFrame
{
    Q_OBJECT

public:
    explicit BannerView(QWidget *parent = nullptr);

    //! `place` and `actor` are safe text; an empty actor takes no room. Hosts of endpoints
    //! that are not Alibaba Cloud's have a line of their own.
    void setPlace(const Environment &environment, const QString &place, const QString &actor = {},
                  const QStringList &endpointHosts = {});

private:
    IconLabel *m_icon;
    SafeLabel *m_place;
    SafeLabel *m_actor;
    SafeLabel *m_endpoint;
};

} // namespace countersign
