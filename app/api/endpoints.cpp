// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/endpoints.h"

namespace countersign {

namespace {

QUrl https(const QString &host)
{
    QUrl url;
    url.setScheme(QStringLiteral("https"));
    url.setHost(host);
    return url;
}

} // namespace

const std::vector<KnownRegion> &knownRegions()
{
    static const std::vector<KnownRegion> regions = {
        {"cn-qingdao", "China (Qingdao)"},
        {"cn-beijing", "China (Beijing)"},
        {"cn-zhangjiakou", "China (Zhangjiakou)"},
        {"cn-huhehaote", "China (Hohhot)"},
        {"cn-wulanchabu", "China (Ulanqab)"},
        {"cn-hangzhou", "China (Hangzhou)"},
        {"cn-shanghai", "China (Shanghai)"},
        {"cn-nanjing", "China (Nanjing, local region)"},
        {"cn-fuzhou", "China (Fuzhou, local region)"},
        {"cn-shenzhen", "China (Shenzhen)"},
        {"cn-heyuan", "China (Heyuan)"},
        {"cn-guangzhou", "China (Guangzhou)"},
        {"cn-chengdu", "China (Chengdu)"},
        {"cn-hongkong", "China (Hong Kong)"},
        {"cn-wuhan-lr", "China (Wuhan, local region)"},
        {"cn-zhengzhou-jva", "China (Zhengzhou, joint venture)"},
        {"cn-heyuan-acdr-1", "China (Heyuan, ACDR)"},
        {"ap-southeast-1", "Singapore"},
        {"ap-southeast-2", "Australia (Sydney)"},
        {"ap-southeast-3", "Malaysia (Kuala Lumpur)"},
        {"ap-southeast-5", "Indonesia (Jakarta)"},
        {"ap-southeast-6", "Philippines (Manila)"},
        {"ap-southeast-7", "Thailand (Bangkok)"},
        {"ap-southeast-8", ""},
        {"ap-northeast-1", "Japan (Tokyo)"},
        {"ap-northeast-2", "South Korea (Seoul)"},
        {"ap-south-1", "India (Mumbai)"},
        {"us-east-1", "US (Virginia)"},
        {"us-west-1", "US (Silicon Valley)"},
        {"us-southeast-1", ""},
        {"na-south-1", ""},
        {"eu-central-1", "Germany (Frankfurt)"},
        {"eu-west-1", "UK (London)"},
        {"me-east-1", "UAE (Dubai)"},
        {"me-central-1", "Saudi Arabia (Riyadh)"},
        {"cn-hangzhou-finance", "China East 1 Finance"},
        {"cn-shanghai-finance-1", "China East 2 Finance"},
        {"cn-shenzhen-finance-1", "China South 1 Finance"},
        {"cn-beijing-finance-1", "China North 2 Finance"},
    };
    return regions;
}

QUrl oosEndpoint(const RegionId &region, bool isVpc)
{
    return https(
        (isVpc ? QStringLiteral("oos-vpc.%1.aliyuncs.com") : QStringLiteral("oos.%1.aliyuncs.com"))
            .arg(region.text()));
}

QUrl stsEndpoint(const RegionId &region, bool isVpc)
{
    return https(isVpc ? QStringLiteral("sts-vpc.%1.aliyuncs.com").arg(region.text())
                       : QStringLiteral("sts.aliyuncs.com"));
}

} // namespace countersign
