// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/profilesviewmodel.h"

#include <QCoreApplication>

namespace countersign {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(EnvironmentWords)
};

//! English sources of the context "EnvironmentWords", by region id.
struct Named
{
    const char *id;
    const char *name;
};
constexpr Named names[] = {
    {"cn-qingdao", QT_TRANSLATE_NOOP("EnvironmentWords", "China (Qingdao)")},
    {"cn-beijing", QT_TRANSLATE_NOOP("EnvironmentWords", "China (Beijing)")},
    {"cn-zhangjiakou", QT_TRANSLATE_NOOP("EnvironmentWords", "China (Zhangjiakou)")},
    {"cn-huhehaote", QT_TRANSLATE_NOOP("EnvironmentWords", "China (Hohhot)")},
    {"cn-wulanchabu", QT_TRANSLATE_NOOP("EnvironmentWords", "China (Ulanqab)")},
    {"cn-hangzhou", QT_TRANSLATE_NOOP("EnvironmentWords", "China (Hangzhou)")},
    {"cn-shanghai", QT_TRANSLATE_NOOP("EnvironmentWords", "China (Shanghai)")},
    {"cn-nanjing", QT_TRANSLATE_NOOP("EnvironmentWords", "China (Nanjing, local region)")},
    {"cn-fuzhou", QT_TRANSLATE_NOOP("EnvironmentWords", "China (Fuzhou, local region)")},
    {"cn-shenzhen", QT_TRANSLATE_NOOP("EnvironmentWords", "China (Shenzhen)")},
    {"cn-heyuan", QT_TRANSLATE_NOOP("EnvironmentWords", "China (Heyuan)")},
    {"cn-guangzhou", QT_TRANSLATE_NOOP("EnvironmentWords", "China (Guangzhou)")},
    {"cn-chengdu", QT_TRANSLATE_NOOP("EnvironmentWords", "China (Chengdu)")},
    {"cn-hongkong", QT_TRANSLATE_NOOP("EnvironmentWords", "China (Hong Kong)")},
    {"cn-wuhan-lr", QT_TRANSLATE_NOOP("EnvironmentWords", "China (Wuhan, local region)")},
    {"cn-zhengzhou-jva", QT_TRANSLATE_NOOP("EnvironmentWords", "China (Zhengzhou, joint venture)")},
    {"cn-heyuan-acdr-1", QT_TRANSLATE_NOOP("EnvironmentWords", "China (Heyuan, ACDR)")},
    {"ap-southeast-1", QT_TRANSLATE_NOOP("EnvironmentWords", "Singapore")},
    {"ap-southeast-2", QT_TRANSLATE_NOOP("EnvironmentWords", "Australia (Sydney)")},
    {"ap-southeast-3", QT_TRANSLATE_NOOP("EnvironmentWords", "Malaysia (Kuala Lumpur)")},
    {"ap-southeast-5", QT_TRANSLATE_NOOP("EnvironmentWords", "Indonesia (Jakarta)")},
    {"ap-southeast-6", QT_TRANSLATE_NOOP("EnvironmentWords", "Philippines (Manila)")},
    {"ap-southeast-7", QT_TRANSLATE_NOOP("EnvironmentWords", "Thailand (Bangkok)")},
    {"ap-northeast-1", QT_TRANSLATE_NOOP("EnvironmentWords", "Japan (Tokyo)")},
    {"ap-northeast-2", QT_TRANSLATE_NOOP("EnvironmentWords", "South Korea (Seoul)")},
    {"ap-south-1", QT_TRANSLATE_NOOP("EnvironmentWords", "India (Mumbai)")},
    {"us-east-1", QT_TRANSLATE_NOOP("EnvironmentWords", "US (Virginia)")},
    {"us-west-1", QT_TRANSLATE_NOOP("EnvironmentWords", "US (Silicon Valley)")},
    {"eu-central-1", QT_TRANSLATE_NOOP("EnvironmentWords", "Germany (Frankfurt)")},
    {"eu-west-1", QT_TRANSLATE_NOOP("EnvironmentWords", "UK (London)")},
    {"me-east-1", QT_TRANSLATE_NOOP("EnvironmentWords", "UAE (Dubai)")},
    {"me-central-1", QT_TRANSLATE_NOOP("EnvironmentWords", "Saudi Arabia (Riyadh)")},
    {"cn-hangzhou-finance", QT_TRANSLATE_NOOP("EnvironmentWords", "China East 1 Finance")},
    {"cn-shanghai-finance-1", QT_TRANSLATE_NOOP("EnvironmentWords", "China East 2 Finance")},
    {"cn-shenzhen-finance-1", QT_TRANSLATE_NOOP("EnvironmentWords", "China South 1 Finance")},
    {"cn-beijing-finance-1", QT_TRANSLATE_NOOP("EnvironmentWords", "China North 2 Finance")},
};

} // namespace

QString environmentColorText(EnvironmentColor color)
{
    switch (color) {
    case EnvironmentColor::Grey:
        return Words::tr("Grey", "colour of a banner");
    case EnvironmentColor::Red:
        return Words::tr("Red", "colour of a banner");
    case EnvironmentColor::Orange:
        return Words::tr("Orange", "colour of a banner");
    case EnvironmentColor::Green:
        return Words::tr("Green", "colour of a banner");
    case EnvironmentColor::Blue:
        return Words::tr("Blue", "colour of a banner");
    case EnvironmentColor::Violet:
        break;
    }
    return Words::tr("Violet", "colour of a banner");
}

QString environmentPatternText(EnvironmentPattern pattern)
{
    switch (pattern) {
    case EnvironmentPattern::Plain:
        return Words::tr("Plain", "pattern of a banner");
    case EnvironmentPattern::Stripes:
        return Words::tr("Stripes", "pattern of a banner");
    case EnvironmentPattern::Dots:
        return Words::tr("Dots", "pattern of a banner");
    case EnvironmentPattern::Bars:
        return Words::tr("Bars", "pattern of a banner");
    case EnvironmentPattern::Checks:
        break;
    }
    return Words::tr("Checks", "pattern of a banner");
}

QString regionName(const RegionId &region)
{
    for (const Named &named : names) {
        if (region.text() == QLatin1String(named.id))
            return Words::tr(named.name);
    }
    return {};
}

} // namespace countersign
