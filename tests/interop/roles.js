// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
'use strict';

// usage: node roles.js ANNOUNCEMENT RECEIPTS
// The vendor's STS client and the vendor's credentials package take roles of a sandbox that speaks
// TLS (the package knows nothing else), and the sessions decide by both signature schemes.
const fs = require('fs');
const path = require('path');
const Sts = require('@alicloud/sts20150401');
const { $OpenApiUtil } = require('@alicloud/openapi-core');
const { default: Credential, Config } = require('@alicloud/credentials');
const { allClients } = require('./clients');
const { Checks, until, expect } = require('./checks');

const [announcementFile, receiptsFile] = process.argv.slice(2);
const announcement = JSON.parse(fs.readFileSync(announcementFile, 'utf8'));
const host = new URL(announcement.endpoint).host;
const RegionId = announcement.regions[0];
const [approver] = announcement.users;
const withoutRights = announcement.users.find((user) => user.name === 'guest.none');
const checks = new Checks();
// An approval that names nobody: a session is no user of a list.
const approval = `FormatVersion: OOS-2019-06-01
Tasks:
  - Name: ask
    Action: ACS::Approve
    Properties:
      NotifyType: WebHook
      WebHook: {URI: "https://hooks.example.com/oos", Content: {msgtype: text}}
`;

function role(name, account = announcement.accountId) {
  return announcement.roles.find((each) => each.arn === `acs:ram::${account}:role/${name}`);
}

function stsOf(keys) {
  return new Sts.default(new $OpenApiUtil.Config({ ...keys, endpoint: host, protocol: 'HTTPS' }));
}

async function taken(sts, name, more = {}) {
  const request = new Sts.AssumeRoleRequest({
    roleArn: role(name).arn,
    roleSessionName: 'interop',
    durationSeconds: 900,
    ...more,
  });
  return (await sts.assumeRole(request)).body;
}

function keysIn(body) {
  return {
    accessKeyId: body.credentials.accessKeyId,
    accessKeySecret: body.credentials.accessKeySecret,
    securityToken: body.credentials.securityToken,
  };
}

//! A client of OOS in both schemes for keys that have a token.
function clientsOf(keys) {
  return allClients(announcement.endpoint, keys).filter((client) => client.name.includes('openapi-client'));
}

async function approveAs(client) {
  const started = await client.call('StartExecution', { RegionId, TemplateContent: approval });
  const ExecutionId = started.Execution.ExecutionId;
  const row = async () => (await client.call('ListExecutions', { RegionId, ExecutionId })).Executions[0];
  const waiting = await until(30, row, (each) => each.Status === 'Waiting');
  if (!waiting.ExecutedBy.startsWith('oos-operator:interop(')) throw new Error(`started by ${waiting.ExecutedBy}`);
  const { TaskExecutions } = await client.call('ListTaskExecutions', { RegionId, ExecutionId });
  const { TaskExecutionId } = TaskExecutions.find((task) => task.Status === 'Waiting');
  await client.call('NotifyExecution', { RegionId, ExecutionId, NotifyType: 'Approve', TaskExecutionId });
  await until(60, row, (each) => each.Status === 'Success');
}

async function stsPackage() {
  const sts = stsOf(approver);
  const body = await checks.that('sts20150401: AssumeRole gives a session', async () => {
    const answer = await taken(sts, 'oos-operator');
    expect(
      answer.assumedRoleUser.arn,
      `acs:ram::${announcement.accountId}:assumed-role/oos-operator/interop`,
      'ARN of the session',
    );
    const left = (Date.parse(answer.credentials.expiration) - Date.now()) / 1000;
    if (left < 840 || left > 901) throw new Error(`it lasts ${left} s`);
    return answer;
  });
  if (!body) return;
  const keys = keysIn(body);
  await checks.that('sts20150401: GetCallerIdentity names the session', async () => {
    const who = (await stsOf(keys).getCallerIdentity()).body;
    expect(who.identityType, 'AssumedRoleUser', 'type');
    expect(who.arn, body.assumedRoleUser.arn, 'ARN');
    expect(who.principalId, body.assumedRoleUser.assumedRoleId, 'principal');
  });
  for (const client of clientsOf(keys)) {
    await checks.that(`${client.name}: the session starts and approves a run`, () => approveAs(client));
  }
  await checks.that('sts20150401: a session takes a further role', async () => {
    const chained = await taken(stsOf(keys), 'oos-night-shift');
    const who = (await stsOf(keysIn(chained)).getCallerIdentity()).body;
    expect(who.arn, `acs:ram::${announcement.accountId}:assumed-role/oos-night-shift/interop`, 'ARN');
  });
  await checks.that('sts20150401: the external id opens the role that asks for one', () =>
    taken(sts, 'oos-partner', { externalId: role('oos-partner').externalId }),
  );
  await refusals(sts, keys);
}

async function refusals(sts, keys) {
  const wrongToken = { ...keys, securityToken: `${keys.securityToken}x` };
  const noToken = { ...keys, securityToken: undefined };
  await checks.refused('an unknown role', ['EntityNotExist.Role'], () =>
    taken(sts, 'oos-operator', { roleArn: `acs:ram::${announcement.accountId}:role/nobody` }),
  );
  await checks.refused('a role whose trust policy refuses', ['NoPermission'], () => taken(sts, 'oos-sealed'));
  await checks.refused('a role without its external id', ['NoPermission'], () => taken(sts, 'oos-partner'));
  await checks.refused('a user without the right', ['NoPermission'], () =>
    taken(stsOf(withoutRights), 'oos-operator'),
  );
  await checks.refused('the account itself', ['NoPermission'], () =>
    taken(stsOf(announcement.root), 'oos-operator'),
  );
  await checks.refused('a bad session name', ['InvalidParameter.RoleSessionName'], () =>
    taken(sts, 'oos-operator', { roleSessionName: 'x' }),
  );
  await checks.refused('a longer session than the role has', ['InvalidParameter.DurationSeconds'], () =>
    taken(sts, 'oos-operator', { durationSeconds: 3601 }),
  );
  await checks.refused('a cut token', ['InvalidSecurityToken.Malformed'], () =>
    stsOf(wrongToken).getCallerIdentity(),
  );
  await checks.refused('no token', ['MissingSecurityToken'], () => stsOf(noToken).getCallerIdentity());
}

//! What the credentials package gives must work as it is.
async function credentialsPackage(name, session, config) {
  await checks.that(`credentials: ${name}`, async () => {
    const given = await new Credential(new Config(config)).getCredential();
    const { accessKeyId, accessKeySecret, securityToken } = given;
    const keys = { accessKeyId, accessKeySecret, securityToken };
    const who = (await stsOf(keys).getCallerIdentity()).body;
    expect(who.arn, `acs:ram::${announcement.accountId}:assumed-role/oos-operator/${session}`, 'ARN');
    for (const client of clientsOf(keys)) await client.call('ListExecutions', { RegionId });
  });
}

async function main() {
  await stsPackage();
  const tokenFile = path.join(path.dirname(announcementFile), 'oidc-token');
  fs.writeFileSync(tokenFile, announcement.oidc.token, { mode: 0o600 });
  const roleArn = role('oos-operator').arn;
  await credentialsPackage('a role from a key', 'interop', {
    type: 'ram_role_arn',
    accessKeyId: approver.accessKeyId,
    accessKeySecret: approver.accessKeySecret,
    roleArn,
    roleSessionName: 'interop',
    stsEndpoint: host,
  });
  await credentialsPackage('a workload identity', 'interop', {
    type: 'oidc_role_arn',
    roleArn,
    roleSessionName: 'interop',
    oidcProviderArn: announcement.oidc.providerArn,
    oidcTokenFilePath: tokenFile,
    stsEndpoint: host,
  });
  await credentialsPackage('a service of keys', 'local-service', {
    type: 'credentials_uri',
    credentialsURI: announcement.credentialsUri,
  });
  await checks.that('the receipts hold no failed call of a session but the refused ones', () => {
    const lines = fs.readFileSync(receiptsFile, 'utf8').trim().split('\n').map((line) => JSON.parse(line));
    const ofSession = lines.filter((line) => line.user === 'oos-operator/interop');
    expect(ofSession.filter((line) => line.status !== 200).length, 0, 'number of failures');
    expect(ofSession.filter((line) => line.action === 'NotifyExecution').length, 4, 'number of approvals');
  });
  console.log(`${checks.passed} passed, ${checks.failed} failed`);
  process.exitCode = checks.failed === 0 ? 0 : 1;
}

main().catch((error) => {
  console.log(`not ok - the run broke off: ${error.stack}`);
  console.log(`${checks.passed} passed, ${checks.failed + 1} failed`);
  process.exitCode = 1;
});
