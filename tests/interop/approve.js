// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
'use strict';

// usage: node approve.js ANNOUNCEMENT RECEIPTS
// Each client starts an execution of the demo's plain approval, finds it waiting, approves it and
// sees it end; then it is refused where the real gateway refuses. At last each steps a Debug run.
const fs = require('fs');
const { allClients } = require('./clients');
const { Checks, until, expect } = require('./checks');
const { debugRuns } = require('./debug');

const [announcementFile, receiptsFile] = process.argv.slice(2);
const announcement = JSON.parse(fs.readFileSync(announcementFile, 'utf8'));
const [approver] = announcement.users;
const withoutRights = announcement.users[announcement.users.length - 2];
const RegionId = announcement.regions[0];
const note = '同意 by interop: 50% & more 🚀';
const checks = new Checks();

//! The oldest waiting execution of the demo whose waiting task is an approval: what to start anew.
async function demoApproval(client) {
  const { Executions } = await client.call('ListExecutions', { RegionId, Status: 'Waiting', MaxResults: 100 });
  const oldestFirst = Executions.sort((a, b) => (a.StartDate < b.StartDate ? -1 : 1));
  const found = oldestFirst.find((execution) =>
    (execution.CurrentTasks ?? []).some((task) => task.TaskAction === 'ACS::Approve'),
  );
  if (!found) throw new Error('the demo has no waiting approval');
  const parameters = typeof found.Parameters === 'string' ? found.Parameters : JSON.stringify(found.Parameters);
  return { TemplateName: found.TemplateName, Parameters: parameters };
}

async function execution(client, ExecutionId) {
  const { Executions } = await client.call('ListExecutions', { RegionId, ExecutionId });
  expect(Executions.length, 1, 'number of rows');
  return Executions[0];
}

async function tasks(client, ExecutionId) {
  return (await client.call('ListTaskExecutions', { RegionId, ExecutionId })).TaskExecutions;
}

async function approveOne(client, order) {
  const say = (text) => `${client.name}: ${text}`;
  const id = await checks.that(say('StartExecution gives an id'), async () => {
    const started = (await client.call('StartExecution', { RegionId, ...order })).Execution;
    if (!/^exec-/.test(started.ExecutionId)) throw new Error(`id ${started.ExecutionId}`);
    return started.ExecutionId;
  });
  if (!id) return;
  await checks.that(say('ListExecutions shows it Waiting'), () =>
    until(30, () => execution(client, id), (row) => row.Status === 'Waiting'),
  );
  await checks.that(say('the list of waiting executions holds it'), async () => {
    const { Executions } = await client.call('ListExecutions', { RegionId, Status: 'Waiting', MaxResults: 100 });
    if (!Executions.some((row) => row.ExecutionId === id)) throw new Error('it does not');
  });
  const waiting = await checks.that(say('ListTaskExecutions shows the waiting approval'), async () => {
    const row = (await tasks(client, id)).find((task) => task.Status === 'Waiting');
    expect(row.TaskAction, 'ACS::Approve', 'action');
    return row.TaskExecutionId;
  });
  await checks.that(say('NotifyExecution Approve is taken'), async () => {
    const reply = await client.call('NotifyExecution', {
      RegionId,
      ExecutionId: id,
      NotifyType: 'Approve',
      NotifyNote: note,
      TaskExecutionId: waiting,
    });
    if (!reply.RequestId) throw new Error('no RequestId');
  });
  await checks.that(say('the execution ends in Success'), () =>
    until(60, () => execution(client, id), (row) => row.Status === 'Success'),
  );
  await checks.that(say('the note is read back as it was written'), async () => {
    const row = (await tasks(client, id)).find((task) => task.TaskExecutionId === waiting);
    const extra = typeof row.ExtraData === 'string' ? JSON.parse(row.ExtraData) : row.ExtraData;
    expect(extra.NotifyNote, note, 'NotifyNote');
  });
}

async function refusals(client, deceiver, stranger, powerless) {
  const say = (text) => `${client.name}: ${text}`;
  const list = { RegionId, MaxResults: 10 };
  const long = new Date(Date.now() - 3 * 3600 * 1000).toISOString().replace(/\.\d+Z$/, 'Z');
  const ahead = new Date(Date.now() + 3 * 3600 * 1000).toISOString().replace(/\.\d+Z$/, 'Z');
  const nonce = `interop-${Math.random().toString(36).slice(2)}${Date.now()}`;
  await checks.refused(say('a wrong secret'), ['SignatureDoesNotMatch'], () => deceiver.call('ListExecutions', list));
  await checks.refused(say('an unknown key'), ['InvalidAccessKeyId.NotFound'], () =>
    stranger.call('ListExecutions', list),
  );
  await checks.refused(say('a time three hours ago'), ['InvalidTimeStamp.Expired'], () =>
    client.call('ListExecutions', list, { time: long }),
  );
  await checks.refused(say('a time three hours ahead'), ['InvalidTimeStamp.Expired'], () =>
    client.call('ListExecutions', list, { time: ahead }),
  );
  await checks.that(say('a nonce of the caller is taken once'), () => client.call('ListExecutions', list, { nonce }));
  await checks.refused(say('the same nonce again'), ['SignatureNonceUsed'], () =>
    client.call('ListExecutions', list, { nonce }),
  );
  await checks.refused(say('a user without rights'), ['User.NoPermission', 'Forbidden.RAM', 'NoPermission'], () =>
    powerless.call('ListExecutions', list),
  );
}

//! The receipts are the sandbox's own record: every approval arrived once and had its effect.
function checkReceipts(count) {
  return checks.that(`the receipts hold ${count} approvals with effect, each with its note`, () => {
    const lines = fs.readFileSync(receiptsFile, 'utf8').trim().split('\n').map((line) => JSON.parse(line));
    const approvals = lines.filter((line) => line.action === 'NotifyExecution');
    expect(approvals.length, count, 'number of NotifyExecution');
    for (const line of approvals) {
      expect(line.effect, true, 'effect');
      expect(line.params.NotifyNote, note, 'note');
      expect(line.user, approver.name, 'user');
    }
  });
}

async function main() {
  const clients = allClients(announcement.endpoint, approver);
  const deceivers = allClients(announcement.endpoint, { ...approver, accessKeySecret: 'not the secret' });
  const strangers = allClients(announcement.endpoint, { ...approver, accessKeyId: 'LTAInobody' });
  const powerless = allClients(announcement.endpoint, withoutRights);
  const order = await checks.that('the demo has a plain approval to start', () => demoApproval(clients[0]));
  for (const [index, client] of clients.entries()) {
    if (order) await approveOne(client, order);
    await refusals(client, deceivers[index], strangers[index], powerless[index]);
  }
  await checkReceipts(clients.length);
  await debugRuns(checks, clients, RegionId, receiptsFile);
  for (const client of [...clients, ...deceivers, ...strangers, ...powerless]) client.close();
  console.log(`${checks.passed} passed, ${checks.failed} failed`);
  process.exitCode = checks.failed === 0 ? 0 : 1;
}

main().catch((error) => {
  console.log(`not ok - the run broke off: ${error.stack}`);
  console.log(`${checks.passed} passed, ${checks.failed + 1} failed`);
  process.exitCode = 1;
});
