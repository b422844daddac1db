// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/engine/publictemplates.h"

namespace countersign::sandbox {

namespace {

constexpr QLatin1String bulkyRunCommand(R"(FormatVersion: OOS-2019-06-01
Description: Run a command on each of several servers
Parameters:
  regionId: {Type: String, Default: '{{ ACS::RegionId }}'}
  targets: {Type: Json, AssociationProperty: Targets}
  commandType: {Type: String, Default: RunShellScript}
  commandContent: {Type: String, Default: 'echo hello'}
  workingDir: {Type: String, Default: ''}
  timeout: {Type: Number, Default: 600}
  enableParameter: {Type: Boolean, Default: false}
  parameters: {Type: Json, Default: {}}
  username: {Type: String, Default: ''}
  windowsPasswordName: {Type: String, Default: ''}
  rateControl: {Type: Json, Default: {Mode: Concurrency, MaxErrors: 0, Concurrency: 10}}
  OOSAssumeRole: {Type: String, Default: ''}
Tasks:
- Name: selectServers
  Action: ACS::SelectTargets
  Properties: {ResourceType: 'ALIYUN::ECS::Instance', RegionId: '{{ regionId }}', Filters: ['{{ targets }}']}
  Outputs: {ids: {Type: List, ValueSelector: 'Instances.Instance[].InstanceId'}}
- Name: runCommand
  Action: ACS::ECS::RunCommand
  Loop:
    Items: '{{ selectServers.ids }}'
    RateControl: '{{ rateControl }}'
    Outputs: {commandOutputs: {AggregateType: 'Fn::ListJoin', AggregateField: commandOutput}}
  Properties:
    regionId: '{{ regionId }}'
    instanceId: '{{ ACS::TaskLoopItem }}'
    commandType: '{{ commandType }}'
    commandContent: '{{ commandContent }}'
    workingDir: '{{ workingDir }}'
    timeout: '{{ timeout }}'
    enableParameter: '{{ enableParameter }}'
    parameters: '{{ parameters }}'
    username: '{{ username }}'
    windowsPasswordName: '{{ windowsPasswordName }}'
  Outputs: {commandOutput: {ValueSelector: invocationOutput}}
Outputs:
  commandOutputs: {Type: List, Value: '{{ runCommand.commandOutputs }}'}
)");

constexpr QLatin1String bulkyApplyPatchBaseline(R"(FormatVersion: OOS-2019-06-01
Description: Scan for or install patches on each of several servers
Parameters:
  regionId: {Type: String, Default: '{{ ACS::RegionId }}'}
  targets: {Type: Json, AssociationProperty: Targets}
  action: {Type: String, Default: scan, AllowedValues: [scan, install]}
  rebootIfNeed: {Type: Boolean, Default: false}
  whetherCreateSnapshot: {Type: Boolean, Default: false}
  retentionDays: {Type: Number, Default: 7}
  timeout: {Type: Number, Default: 7200}
  rateControl: {Type: Json, Default: {Mode: Concurrency, MaxErrors: 0, Concurrency: 10}}
  OOSAssumeRole: {Type: String, Default: ''}
Tasks:
- Name: selectServers
  Action: ACS::SelectTargets
  Properties: {ResourceType: 'ALIYUN::ECS::Instance', RegionId: '{{ regionId }}', Filters: ['{{ targets }}']}
  Outputs: {ids: {Type: List, ValueSelector: 'Instances.Instance[].InstanceId'}}
- Name: applyPatchBaseline
  Action: ACS::ECS::RunCommandForApplyPatchBaseline
  Loop:
    Items: '{{ selectServers.ids }}'
    RateControl: '{{ rateControl }}'
    Outputs: {commandOutputs: {AggregateType: 'Fn::ListJoin', AggregateField: commandOutput}}
  Properties:
    regionId: '{{ regionId }}'
    instanceId: '{{ ACS::TaskLoopItem }}'
    commandType: RunShellScript
    commandContent: 'patch-baseline {{ action }} --reboot {{ rebootIfNeed }}'
    timeout: '{{ timeout }}'
  Outputs: {commandOutput: {ValueSelector: invocationOutput}}
Outputs:
  commandOutputs: {Type: List, Value: '{{ applyPatchBaseline.commandOutputs }}'}
)");

} // namespace

QString publicTemplate(const QString &name)
{
    if (name == u"ACS-ECS-BulkyRunCommand")
        return bulkyRunCommand;
    if (name == u"ACS-ECS-BulkyApplyPatchBaseline")
        return bulkyApplyPatchBaseline;
    return {};
}

} // namespace countersign::sandbox
