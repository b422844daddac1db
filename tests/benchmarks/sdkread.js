// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
'use strict';

// usage: node sdkread.js ANNOUNCEMENT
// The vendor's openapi-client reads everything that waits in the first region of a sandbox and keeps
// the rows. Prints milliseconds of processor time and rows.
const fs = require('fs');
const { allClients } = require('../interop/clients');

const announcement = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'));
const client = allClients(announcement.endpoint, announcement.users[0]).find(({ name }) =>
  name.includes('openapi-client, ACS3-HMAC-SHA256, parameters in query'),
);

async function read() {
  const rows = [];
  const before = process.cpuUsage();
  let NextToken;
  do {
    const page = await client.call('ListExecutions', {
      RegionId: announcement.regions[0],
      Status: 'Waiting',
      IncludeChildExecution: true,
      SortField: 'StartDate',
      SortOrder: 'Ascending',
      MaxResults: 100,
      ...(NextToken ? { NextToken } : {}),
    });
    rows.push(...page.Executions);
    NextToken = page.NextToken;
  } while (NextToken);
  const used = process.cpuUsage(before);
  console.log(`${((used.user + used.system) / 1000).toFixed(1)} ${rows.length}`);
}

read().then(
  () => process.exit(0),
  (error) => {
    console.error(error.message);
    process.exit(1);
  },
);
