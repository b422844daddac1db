// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/engine/cloud/cloudtables.h"

namespace countersign::sandbox {

const std::vector<CloudKind> &cloudKinds()
{
    static const std::vector<CloudKind> kinds{
        {QStringLiteral("ECS"), QStringLiteral("DescribeInstances"),
         QStringLiteral("Instances.Instance"), QStringLiteral("InstanceId"), QStringLiteral("i-"),
         QStringLiteral("Status"), QStringLiteral("Running"),
         R"({"InstanceName":"","HostName":"","OSType":"linux","ZoneId":"cn-hangzhou-h","InstanceType":"ecs.g7.large","InstanceChargeType":"PostPaid","InternetChargeType":"PayByTraffic","InstanceNetworkType":"vpc","StartTime":"2026-03-02T07:50Z","KeyPairName":"","ResourceGroupId":"","DeletionProtection":false,"SecurityGroupIds":{"SecurityGroupId":["sg-bp1a"]},"Tags":{"Tag":[]},"VpcAttributes":{"VpcId":"vpc-bp1a","VSwitchId":"vsw-bp1a","PrivateIpAddress":{"IpAddress":["10.0.0.7"]}},"InnerIpAddress":{"IpAddress":[]},"PublicIpAddress":{"IpAddress":[]},"EipAddress":{"AllocationId":"","IpAddress":""}})",
         QStringLiteral("TotalCount")},
        {QStringLiteral("ECS"), QStringLiteral("DescribeDisks"), QStringLiteral("Disks.Disk"),
         QStringLiteral("DiskId"), QStringLiteral("d-"), QStringLiteral("Status"),
         QStringLiteral("In_use"),
         R"({"InstanceId":"","Type":"data","Category":"cloud_essd","PerformanceLevel":"PL0","Device":"/dev/xvdb","Size":40,"DiskName":"","Encrypted":false,"ZoneId":"cn-hangzhou-h","DeleteWithInstance":true,"Tags":{"Tag":[]}})",
         QStringLiteral("TotalCount")},
        {QStringLiteral("ECS"), QStringLiteral("DescribeImages"), QStringLiteral("Images.Image"),
         QStringLiteral("ImageId"), QStringLiteral("m-"), QStringLiteral("Status"),
         QStringLiteral("Available"),
         R"({"ImageName":"","Progress":"100%","OSType":"linux","Architecture":"x86_64","Platform":"Aliyun","BootMode":"BIOS","IsSelfShared":"","DiskDeviceMappings":{"DiskDeviceMapping":[{"SnapshotId":"s-bp1a"}]},"Tags":{"Tag":[]}})",
         QStringLiteral("TotalCount")},
        {QStringLiteral("ECS"), QStringLiteral("DescribeSnapshots"),
         QStringLiteral("Snapshots.Snapshot"), QStringLiteral("SnapshotId"), QStringLiteral("s-"),
         QStringLiteral("Status"), QStringLiteral("accomplished"),
         R"({"SnapshotName":"","Progress":"100%","Usage":"none","Tags":{"Tag":[]}})",
         QStringLiteral("TotalCount")},
        {QStringLiteral("ECS"), QStringLiteral("DescribeSecurityGroups"),
         QStringLiteral("SecurityGroups.SecurityGroup"), QStringLiteral("SecurityGroupId"),
         QStringLiteral("sg-"), QStringLiteral(""), QStringLiteral(""),
         R"({"SecurityGroupName":"","VpcId":"vpc-bp1a","Description":""})",
         QStringLiteral("TotalCount")},
        {QStringLiteral("ECS"), QStringLiteral("DescribeInvocations"),
         QStringLiteral("Invocations.Invocation"), QStringLiteral("InvokeId"), QStringLiteral("t-"),
         QStringLiteral("InvokeStatus"), QStringLiteral("Finished"), R"({"CommandName":""})",
         QStringLiteral("TotalCount")},
        {QStringLiteral("VPC"), QStringLiteral("DescribeEipAddresses"),
         QStringLiteral("EipAddresses.EipAddress"), QStringLiteral("AllocationId"),
         QStringLiteral("eip-"), QStringLiteral("Status"), QStringLiteral("Available"),
         R"({"IpAddress":"47.96.0.10","InstanceId":"","BandwidthPackageId":"","Bandwidth":"5"})",
         QStringLiteral("TotalCount")},
        {QStringLiteral("VPC"), QStringLiteral("DescribeVpcs"), QStringLiteral("Vpcs.Vpc"),
         QStringLiteral("VpcId"), QStringLiteral("vpc-"), QStringLiteral("Status"),
         QStringLiteral("Available"), R"({"VpcName":"","CidrBlock":"10.0.0.0/8"})",
         QStringLiteral("TotalCount")},
        {QStringLiteral("VPC"), QStringLiteral("DescribeVSwitches"),
         QStringLiteral("VSwitches.VSwitch"), QStringLiteral("VSwitchId"), QStringLiteral("vsw-"),
         QStringLiteral("Status"), QStringLiteral("Available"),
         R"({"VSwitchName":"","VpcId":"vpc-bp1a","CidrBlock":"10.0.0.0/16","ZoneId":"cn-hangzhou-h"})",
         QStringLiteral("TotalCount")},
        {QStringLiteral("RDS"), QStringLiteral("DescribeDBInstances"),
         QStringLiteral("Items.DBInstance"), QStringLiteral("DBInstanceId"), QStringLiteral("rm-"),
         QStringLiteral("DBInstanceStatus"), QStringLiteral("Running"),
         R"({"Engine":"MySQL","EngineVersion":"8.0","DBInstanceDescription":""})",
         QStringLiteral("TotalRecordCount")},
        {QStringLiteral("SLB"), QStringLiteral("DescribeLoadBalancers"),
         QStringLiteral("LoadBalancers.LoadBalancer"), QStringLiteral("LoadBalancerId"),
         QStringLiteral("lb-"), QStringLiteral("LoadBalancerStatus"), QStringLiteral("active"),
         R"({"LoadBalancerName":"","Address":"10.0.0.20"})", QStringLiteral("TotalCount")},
        {QStringLiteral("RAM"), QStringLiteral("ListUsers"), QStringLiteral("Users.User"),
         QStringLiteral("UserName"), QStringLiteral(""), QStringLiteral(""), QStringLiteral(""),
         R"({"DisplayName":"","Comments":""})", QStringLiteral("TotalCount")},
        {QStringLiteral("ROS"), QStringLiteral("GetStack"), QStringLiteral(""),
         QStringLiteral("StackId"), QStringLiteral("stack-"), QStringLiteral("Status"),
         QStringLiteral("CREATE_COMPLETE"), R"({"StackName":"","StatusReason":"","Outputs":[]})",
         QStringLiteral("TotalCount")},
    };
    return kinds;
}

const std::vector<CloudCreation> &cloudCreations()
{
    static const std::vector<CloudCreation> creations{
        {QStringLiteral("ECS"), QStringLiteral("CreateImage"), QStringLiteral("Images.Image"),
         QStringLiteral("Creating>Available")},
        {QStringLiteral("ECS"), QStringLiteral("CopyImage"), QStringLiteral("Images.Image"),
         QStringLiteral("Creating>Available")},
        {QStringLiteral("ECS"), QStringLiteral("CreateSnapshot"),
         QStringLiteral("Snapshots.Snapshot"), QStringLiteral("progressing>accomplished")},
        {QStringLiteral("ECS"), QStringLiteral("CreateDisk"), QStringLiteral("Disks.Disk"),
         QStringLiteral("Creating>Available")},
        {QStringLiteral("ECS"), QStringLiteral("CreateSecurityGroup"),
         QStringLiteral("SecurityGroups.SecurityGroup"), QStringLiteral("")},
        {QStringLiteral("ECS"), QStringLiteral("RunCommand"),
         QStringLiteral("Invocations.Invocation"), QStringLiteral("Running>Finished")},
        {QStringLiteral("ECS"), QStringLiteral("InvokeCommand"),
         QStringLiteral("Invocations.Invocation"), QStringLiteral("Running>Finished")},
        {QStringLiteral("VPC"), QStringLiteral("AllocateEipAddress"),
         QStringLiteral("EipAddresses.EipAddress"), QStringLiteral("Available")},
        {QStringLiteral("VPC"), QStringLiteral("CreateVpc"), QStringLiteral("Vpcs.Vpc"),
         QStringLiteral("Pending>Available")},
        {QStringLiteral("VPC"), QStringLiteral("CreateVSwitch"),
         QStringLiteral("VSwitches.VSwitch"), QStringLiteral("Pending>Available")},
        {QStringLiteral("RDS"), QStringLiteral("CreateDBInstance"),
         QStringLiteral("Items.DBInstance"), QStringLiteral("Creating>Running")},
        {QStringLiteral("SLB"), QStringLiteral("CreateLoadBalancer"),
         QStringLiteral("LoadBalancers.LoadBalancer"), QStringLiteral("active")},
        {QStringLiteral("RAM"), QStringLiteral("CreateUser"), QStringLiteral("Users.User"),
         QStringLiteral("")},
        {QStringLiteral("ROS"), QStringLiteral("CreateStack"), QStringLiteral(""),
         QStringLiteral("CREATE_IN_PROGRESS>CREATE_COMPLETE")},
    };
    return creations;
}

} // namespace countersign::sandbox
