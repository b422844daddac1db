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

std::vector<RegionId> knownRegions()
{
    std::vector<RegionId> regions;
    for (const char *id : {"cn-qingdao",
                           "cn-beijing",
                           "cn-zhangjiakou",
                           "cn-huhehaote",
                           "cn-wulanchabu",
                           "cn-hangzhou",
                           "cn-shanghai",
                           "cn-nanjing",
                           "cn-fuzhou",
                           "cn-shenzhen",
                           "cn-heyuan",
                           "cn-guangzhou",
                           "cn-chengdu",
                           "cn-hongkong",
                           "cn-wuhan-lr",
                           "cn-zhengzhou-jva",
                           "cn-heyuan-acdr-1",
                           "ap-southeast-1",
                           "ap-southeast-2",
                           "ap-southeast-3",
                           "ap-southeast-5",
                           "ap-southeast-6",
                           "ap-southeast-7",
                           "ap-southeast-8",
                           "ap-northeast-1",
                           "ap-northeast-2",
                           "ap-south-1",
                           "us-east-1",
                           "us-west-1",
                           "us-southeast-1",
                           "na-south-1",
                           "eu-central-1",
                           "eu-west-1",
                           "me-east-1",
                           "me-central-1",
                           "cn-hangzhou-finance",
                           "cn-shanghai-finance-1",
                           "cn-shenzhen-finance-1",
                           "cn-beijing-finance-1"})
        regions.push_back(RegionId(QLatin1String(id)));
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

QUrl regionalStsEndpoint(const RegionId &region)
{
    return https(QStringLiteral("sts.%1.aliyuncs.com").arg(region.text()));
}

bool isLoopback(const QUrl &url)
{
    return url.host() == QStringLiteral("127.0.0.1") || url.host() == QStringLiteral("::1");
}

bool isNeverProxied(const QUrl &url)
{
    return isLoopback(url) || url.host() == QStringLiteral("localhost") ||
           url.host() == QStringLiteral("100.100.100.200");
}

} // namespace countersign
