// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/engine/cloud/cloudtables.h"

#include <QHash>
#include <QSet>

namespace countersign::sandbox {

namespace {

//! Calls whose answer holds nothing but the request id.
const QSet<QString> &plainCalls()
{
    static const QSet<QString> calls{
        QStringLiteral("ecs/tagresources"),
        QStringLiteral("ecs/untagresources"),
        QStringLiteral("ecs/addtags"),
        QStringLiteral("ecs/removetags"),
        QStringLiteral("ecs/installcloudassistant"),
        QStringLiteral("ecs/deletecommand"),
        QStringLiteral("ecs/stopinvocation"),
        QStringLiteral("ecs/createkeypair"),
        QStringLiteral("ecs/attachkeypair"),
        QStringLiteral("ecs/detachkeypair"),
        QStringLiteral("ess/completelifecycleaction"),
        QStringLiteral("ess/suspendprocesses"),
        QStringLiteral("ess/resumeprocesses"),
        QStringLiteral("ess/modifyscalinggroup"),
        QStringLiteral("ess/enterstandby"),
        QStringLiteral("ess/exitstandby"),
        QStringLiteral("ess/enablescalinggroup"),
        QStringLiteral("ess/disablescalinggroup"),
        QStringLiteral("ess/removeinstances"),
        QStringLiteral("ram/attachpolicytouser"),
        QStringLiteral("ram/detachpolicyfromuser"),
        QStringLiteral("ram/deleteaccesskey"),
        QStringLiteral("ram/updateaccesskey"),
        QStringLiteral("ram/addusertogroup"),
        QStringLiteral("ram/removeuserfromgroup"),
        QStringLiteral("ram/createloginprofile"),
        QStringLiteral("ram/deleteloginprofile"),
        QStringLiteral("ram/attachpolicytorole"),
        QStringLiteral("sas/refreshassets"),
        QStringLiteral("sas/operateagentclientinstall"),
        QStringLiteral("sas/modifystartvulscan"),
        QStringLiteral("sas/canceloncetask"),
        QStringLiteral("tag/tagresources"),
        QStringLiteral("tag/untagresources"),
        QStringLiteral("rds/createaccount"),
        QStringLiteral("rds/grantaccountprivilege"),
        QStringLiteral("rds/revokeaccountprivilege"),
        QStringLiteral("rds/deleteaccount"),
        QStringLiteral("rds/resetaccountpassword"),
        QStringLiteral("alidns/updatedomainrecord"),
        QStringLiteral("alidns/deletedomainrecord"),
        QStringLiteral("alidns/setdomainrecordstatus"),
        QStringLiteral("kms/enablekey"),
        QStringLiteral("kms/disablekey"),
        QStringLiteral("kms/schedulekeydeletion"),
        QStringLiteral("oss/putbucketacl"),
        QStringLiteral("oss/putbucketlifecycle"),
        QStringLiteral("cdn/refreshobjectcaches"),
        QStringLiteral("cdn/pushobjectcache"),
        QStringLiteral("cs/drainclusternodes"),
        QStringLiteral("cs/deleteclusternodes"),
        QStringLiteral("cs/scaleoutcluster"),
    };
    return calls;
}

//! Products whose calls are answered with nothing but a request id where nothing more is known.
const QSet<QString> &products()
{
    static const QSet<QString> codes{
        QStringLiteral("ecs"),
        QStringLiteral("ess"),
        QStringLiteral("ros"),
        QStringLiteral("rds"),
        QStringLiteral("ecd"),
        QStringLiteral("tag"),
        QStringLiteral("vpc"),
        QStringLiteral("slb"),
        QStringLiteral("alb"),
        QStringLiteral("nlb"),
        QStringLiteral("oss"),
        QStringLiteral("ram"),
        QStringLiteral("sts"),
        QStringLiteral("sas"),
        QStringLiteral("kms"),
        QStringLiteral("cs"),
        QStringLiteral("cr"),
        QStringLiteral("cms"),
        QStringLiteral("cdn"),
        QStringLiteral("alidns"),
        QStringLiteral("fc"),
        QStringLiteral("fc-open"),
        QStringLiteral("sae"),
        QStringLiteral("eci"),
        QStringLiteral("hbr"),
        QStringLiteral("nas"),
        QStringLiteral("r-kvstore"),
        QStringLiteral("redis"),
        QStringLiteral("dds"),
        QStringLiteral("polardb"),
        QStringLiteral("dts"),
        QStringLiteral("cas"),
        QStringLiteral("cbn"),
        QStringLiteral("eas"),
        QStringLiteral("computenest"),
        QStringLiteral("computenestsupplier"),
        QStringLiteral("actiontrail"),
        QStringLiteral("config"),
        QStringLiteral("bssopenapi"),
        QStringLiteral("sls"),
        QStringLiteral("swas-open"),
        QStringLiteral("elasticsearch"),
        QStringLiteral("emr"),
        QStringLiteral("resourcemanager"),
        QStringLiteral("resourcecenter"),
    };
    return codes;
}

const QHash<QString, QByteArray> &answers()
{
    static const QHash<QString, QByteArray> bodies{
        {QStringLiteral("ecs/describeinvocationresults"),
         R"({"Invocation":{"InvocationResults":{"InvocationResult":[{"InvokeId":"t-hz01a","InstanceId":"i-bp1a","InvokeRecordStatus":"Finished","ExitCode":0,"Output":"aGVsbG8="}]}}})"},
        {QStringLiteral("ecs/describecloudassistantstatus"),
         R"({"InstanceCloudAssistantStatusSet":{"InstanceCloudAssistantStatus":[{"InstanceId":"i-bp1a","CloudAssistantStatus":"true","LastHeartbeatTime":"2026-03-02T08:14:00Z"}]}})"},
        {QStringLiteral("ecs/describenetworkinterfaces"),
         R"({"NetworkInterfaceSets":{"NetworkInterfaceSet":[{"NetworkInterfaceId":"eni-bp1a","Status":"InUse","Tags":{"Tag":[]},"PrivateIpSets":{"PrivateIpSet":[{"PrivateIpAddress":"10.0.0.7","Primary":true}]},"Ipv6Sets":{"Ipv6Set":[]}}]}})"},
        {QStringLiteral("ecs/describeavailableresource"),
         R"({"AvailableZones":{"AvailableZone":[{"ZoneId":"cn-hangzhou-h","Status":"Available","StatusCategory":"WithStock","AvailableResources":{"AvailableResource":[{"Type":"InstanceType","SupportedResources":{"SupportedResource":[{"Value":"ecs.g7.large","Status":"Available"},{"Value":"ecs.c7.large","Status":"Available"}]}}]}}]}})"},
        {QStringLiteral("ecs/creatediagnosticreport"), R"({"ReportId":"dr-bp1a"})"},
        {QStringLiteral("ecs/describediagnosticreports"),
         R"({"Reports":{"Report":[{"ReportId":"dr-bp1a","Status":"Finished","Severity":"Normal"}]}})"},
        {QStringLiteral("ecs/describediagnosticreportattributes"),
         R"({"ReportId":"dr-bp1a","Status":"Finished","MetricResults":{"MetricResult":[{"MetricId":"Instance.CPU","Status":"Finished","Severity":"Normal"}]}})"},
        {QStringLiteral("ecs/describelaunchtemplates"),
         R"({"TotalCount":1,"LaunchTemplateSets":{"LaunchTemplateSet":[{"LaunchTemplateId":"lt-bp1a","LaunchTemplateName":"web","DefaultVersionNumber":1,"LatestVersionNumber":1}]}})"},
        {QStringLiteral("ecs/createlaunchtemplateversion"), R"({"LaunchTemplateVersionNumber":2})"},
        {QStringLiteral("ecd/runcommand"), R"({"InvokeId":"t-hz01a"})"},
        {QStringLiteral("ecd/describeinvocations"),
         R"({"Invocations":[{"InvokeId":"t-hz01a","InvocationStatus":"Success","InvokeDesktops":[{"DesktopId":"ecd-1","ExitCode":0,"Output":"aGVsbG8="}]}]})"},
        {QStringLiteral("cr/getauthorizationtoken"),
         R"({"TempUsername":"cr_temp_user","AuthorizationToken":"simulated","IsSuccess":true})"},
        {QStringLiteral("ecs/replacesystemdisk"), R"({"DiskId":"d-bp1b"})"},
        {QStringLiteral("ecs/createcommand"), R"({"CommandId":"c-hz01a"})"},
        {QStringLiteral("ecs/describeregions"),
         R"({"Regions":{"Region":[{"RegionId":"cn-hangzhou"},{"RegionId":"cn-shanghai"}]}})"},
        {QStringLiteral("ess/describescalinginstances"),
         R"({"TotalCount":1,"ScalingInstances":{"ScalingInstance":[{"InstanceId":"i-bp1a","LifecycleState":"InService","HealthStatus":"Healthy"}]}})"},
        {QStringLiteral("ess/describescalinggroups"),
         R"({"TotalCount":1,"ScalingGroups":{"ScalingGroup":[{"ScalingGroupId":"asg-bp1a","LifecycleState":"Active","MinSize":1,"MaxSize":10,"TotalCapacity":3}]}})"},
        {QStringLiteral("ecd/describedesktops"),
         R"({"TotalCount":1,"Desktops":[{"DesktopId":"ecd-1","DesktopStatus":"Running","ConnectionStatus":"Disconnected","ChargeType":"PostPaid","StartTime":"2026-03-02T07:50Z"}]})"},
        {QStringLiteral("tag/listtagresources"),
         R"({"TagResources":[{"ResourceARN":"arn:acs:ecs:cn-hangzhou:1234567890123456:instance/i-bp1a","Tags":[{"Key":"env","Value":"prod","Category":"Custom"}]}]})"},
        {QStringLiteral("oss/generateurl"),
         R"({"Url":"https://bucket.oss-cn-hangzhou.aliyuncs.com/object?Expires=1"})"},
        {QStringLiteral("ram/createaccesskey"),
         R"({"AccessKey":{"AccessKeyId":"simulated","Status":"Active"}})"},
        {QStringLiteral("ram/getuser"),
         R"({"User":{"UserId":"200000000000000042","UserName":"simulated"}})"},
        {QStringLiteral("ram/listaccesskeys"),
         R"({"AccessKeys":{"AccessKey":[{"AccessKeyId":"simulated","Status":"Active"}]}})"},
        {QStringLiteral("ram/listpoliciesforuser"),
         R"({"Policies":{"Policy":[{"PolicyName":"AliyunECSReadOnlyAccess","PolicyType":"System"}]}})"},
        {QStringLiteral("rds/createbackup"), R"({"BackupJobId":"10001"})"},
        {QStringLiteral("rds/describebackuptasks"),
         R"({"Items":{"BackupJob":[{"BackupJobId":"10001","BackupStatus":"Finished","Progress":"100"}]}})"},
        {QStringLiteral("rds/describebackups"),
         R"({"Items":{"Backup":[{"BackupId":"20001","BackupStatus":"Success"}]}})"},
        {QStringLiteral("sas/getauthsummary"), R"({"HighestVersion":3})"},
        {QStringLiteral("sas/describecloudcenterinstances"),
         R"({"PageInfo":{"Count":1,"TotalCount":1},"Instances":[{"InstanceId":"i-bp1a","Uuid":"5c0e8b21-a7f9-4d3a-9b1c-000000000001","Os":"linux"}]})"},
        {QStringLiteral("sas/describeagentinstallstatus"),
         R"({"AegisClientInvokeStatusResponseList":[{"ResuleCode":"0","Result":"success"}]})"},
        {QStringLiteral("sas/getassetdetailbyuuid"),
         R"({"AssetDetail":{"ClientStatus":"online"}})"},
        {QStringLiteral("sas/describeoncetask"),
         R"({"TotalCount":1,"TaskManageResponseList":[{"TaskId":"7c1d","TaskStatus":2,"DetailData":"[]"}]})"},
        {QStringLiteral("sas/exportvul"), R"({"Id":10001})"},
        {QStringLiteral("sas/describevulexportinfo"),
         R"({"ExportStatus":"success","Link":"https://report.example.com/vul/10001.zip"})"},
        {QStringLiteral("slb/describeloadbalancerattribute"),
         R"({"LoadBalancerId":"lb-bp1a","LoadBalancerStatus":"active","BackendServers":{"BackendServer":[{"ServerId":"i-bp1a","Weight":100}]}})"},
        {QStringLiteral("slb/describehealthstatus"),
         R"({"BackendServers":{"BackendServer":[{"ServerId":"i-bp1a","ServerHealthStatus":"normal"}]}})"},
        {QStringLiteral("alidns/describedomainrecords"),
         R"({"TotalCount":1,"DomainRecords":{"Record":[{"RecordId":"9999985","RR":"www","Type":"A","Value":"47.96.0.10","Status":"ENABLE"}]}})"},
        {QStringLiteral("kms/describekey"),
         R"({"KeyMetadata":{"KeyId":"key-hz01a","KeyState":"Enabled"}})"},
        {QStringLiteral("cs/describeclusternodes"),
         R"({"nodes":[{"node_name":"cn-hangzhou.10.0.0.7","state":"running","instance_id":"i-bp1a"}]})"},
        {QStringLiteral("cms/describemetriclast"), R"({"Datapoints":"[{\"Average\":12.5}]"})"},
    };
    return bodies;
}

} // namespace

std::optional<QByteArray> fixedAnswer(const QString &service, const QString &api)
{
    const QString key = QString(service + u'/' + api).toLower();
    if (plainCalls().contains(key))
        return QByteArray("{}");
    const auto found = answers().constFind(key);
    if (found != answers().constEnd())
        return *found;
    return products().contains(service.toLower()) ? std::optional(QByteArray("{}")) : std::nullopt;
}

} // namespace countersign::sandbox
