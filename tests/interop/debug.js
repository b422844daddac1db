// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
'use strict';

// A client steps a run in Debug mode from its creation to its end: every task of the template once,
// in the order of the text, one of them with changed parameters and one a second time.
const fs = require('fs');
const { until, expect } = require('./checks');

const template = 'inspect-shop';
const changed = { task: 'rest', parameters: { Duration: 'PT2S' } };
const note = (task) => `step ${task} – 下一步 & more`;

//! The names of the template's tasks, as the service reads them.
async function taskNames(client, RegionId) {
  const { Content } = await client.call('GetTemplate', { RegionId, TemplateName: template });
  const { Tasks } = await client.call('ValidateTemplateContent', { RegionId, Content });
  return Tasks.map((task) => task.Name);
}

class DebugRun {
  constructor(client, RegionId) {
    this.client = client;
    this.RegionId = RegionId;
  }

  //! Sends the start twice with one token, as a client does whose first answer was lost.
  async start(ClientToken) {
    const order = { RegionId: this.RegionId, TemplateName: template, Mode: 'Debug', Parameters: '{}', ClientToken };
    const first = (await this.client.call('StartExecution', order)).Execution;
    const second = (await this.client.call('StartExecution', order)).Execution;
    expect(second.ExecutionId, first.ExecutionId, 'id of the second answer');
    expect(first.Mode, 'Debug', 'mode');
    this.id = first.ExecutionId;
  }

  async row() {
    const { Executions } = await this.client.call('ListExecutions', {
      RegionId: this.RegionId,
      ExecutionId: this.id,
    });
    return Executions[0];
  }

  waits() {
    return until(30, () => this.row(), (row) => row.Status === 'Waiting');
  }

  async tasks() {
    const { TaskExecutions } = await this.client.call('ListTaskExecutions', {
      RegionId: this.RegionId,
      ExecutionId: this.id,
      SortOrder: 'Ascending',
      MaxResults: 100,
    });
    return TaskExecutions;
  }

  notify(NotifyType, more) {
    return this.client.call('NotifyExecution', { RegionId: this.RegionId, ExecutionId: this.id, NotifyType, ...more });
  }

  async step(TaskName) {
    const parameters = TaskName === changed.task ? changed.parameters : {};
    await this.notify('ExecuteTask', {
      TaskName,
      Parameters: JSON.stringify(parameters),
      NotifyNote: note(TaskName),
    });
    await this.waits();
  }
}

function json(value) {
  return typeof value === 'string' ? JSON.parse(value || '{}') : value;
}

async function stepThrough(checks, client, RegionId) {
  const say = (text) => `${client.name}: ${text}`;
  const run = new DebugRun(client, RegionId);
  const names = await checks.that(say(`the tasks of ${template} are read`), async () => {
    const found = await taskNames(client, RegionId);
    if (found.length < 29) throw new Error(`${found.length} tasks`);
    return found;
  });
  if (!names) return undefined;
  const token = `debug-${Date.now()}-${Math.random().toString(36).slice(2)}`;
  await checks.that(say('one token starts one Debug run'), () => run.start(token));
  if (!run.id) return undefined;
  await checks.that(say('it waits before its first task'), async () => {
    await run.waits();
    expect((await run.tasks()).length, 0, 'number of task rows');
  });
  await checks.refused(say('Approve on a debug step'), ['InvalidParameter.NotifyType'], () => run.notify('Approve', {}));
  await checks.refused(say('a task that the template does not have'), ['InvalidParameter.TaskName'], () =>
    run.notify('ExecuteTask', { TaskName: 'nowhere', Parameters: '{}' }),
  );
  await checks.that(say(`${names.length} steps`), async () => {
    for (const name of names) await run.step(name);
  });
  await checks.that(say('every task ran once, in order, with success and its note'), async () => {
    const rows = await run.tasks();
    expect(rows.map((row) => row.TaskName).join(), names.join(), 'order');
    for (const row of rows) {
      expect(row.Status, 'Success', row.TaskName);
      expect(json(row.ExtraData).NotifyNote, note(row.TaskName), 'note');
    }
  });
  await checks.that(say('only one task ran with changed parameters'), async () => {
    const row = (await run.tasks()).find((task) => task.TaskName === changed.task);
    expect(json(row.Properties).Duration, changed.parameters.Duration, 'Duration');
  });
  await checks.that(say('a task is run a second time'), async () => {
    await run.step(names[0]);
    const rows = (await run.tasks()).filter((row) => row.TaskName === names[0]);
    expect(rows.length, 2, 'number of its rows');
  });
  await checks.that(say('CompleteExecution ends it'), async () => {
    await run.notify('CompleteExecution', { ExecutionStatus: 'Success' });
    const row = await until(30, () => run.row(), (now) => now.Status !== 'Waiting' && now.EndDate);
    expect(row.Status, 'Success', 'status');
    expect(json(row.Outputs).server, 'Running', 'output');
  });
  await checks.refused(say('a step after the end'), ['UnsupportedOperation'], () =>
    run.notify('ExecuteTask', { TaskName: names[0], Parameters: '{}' }),
  );
  return { id: run.id, steps: names.length + 1 };
}

//! One run for each client; the receipts say what arrived.
exports.debugRuns = async (checks, clients, RegionId, receiptsFile) => {
  for (const client of clients) {
    const run = await stepThrough(checks, client, RegionId);
    if (!run) continue;
    await checks.that(`${client.name}: the receipts hold each step once`, () => {
      const lines = fs.readFileSync(receiptsFile, 'utf8').trim().split('\n').map((line) => JSON.parse(line));
      const notices = lines.filter((line) => line.params.ExecutionId === run.id && line.effect === true);
      const of = (type) => notices.filter((line) => line.params.NotifyType === type);
      expect(of('ExecuteTask').length, run.steps, 'number of ExecuteTask');
      expect(of('CompleteExecution').length, 1, 'number of CompleteExecution');
      const other = of('ExecuteTask').filter((line) => line.params.Parameters !== '{}');
      expect(other.length, 1, 'number of steps with parameters');
      expect(other[0].params.Parameters, JSON.stringify(changed.parameters), 'parameters');
    });
  }
};
