// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
'use strict';

// The vendor's clients behind one shape: call(action, params, signing) gives the reply's object or
// throws an error with `code`. `signing` may fix time and nonce, by what the clients let every
// caller pass; nothing of them is patched.
const PopCore = require('@alicloud/pop-core');
const OpenApi = require('@alicloud/openapi-client');
const { RuntimeOptions } = require('@alicloud/tea-util');

const version = '2019-06-01';

function protocolOf(endpoint) {
  return new URL(endpoint).protocol === 'https:' ? 'HTTPS' : 'HTTP';
}

function popCore(endpoint, user, method) {
  const client = new PopCore.RPCClient({
    endpoint,
    apiVersion: version,
    accessKeyId: user.accessKeyId,
    accessKeySecret: user.accessKeySecret,
    securityToken: user.securityToken,
  });
  return {
    name: `@alicloud/pop-core, ${method}`,
    call(action, params, signing = {}) {
      const common = {};
      if (signing.time) common.Timestamp = signing.time;
      if (signing.nonce) common.SignatureNonce = signing.nonce;
      return client.request(action, { ...params, ...common }, { method });
    },
    close() {
      client.keepAliveAgent.destroy();
    },
  };
}

function openApi(endpoint, user, signatureAlgorithm, placeOfParameters) {
  const client = new OpenApi.default(
    new OpenApi.Config({
      accessKeyId: user.accessKeyId,
      accessKeySecret: user.accessKeySecret,
      securityToken: user.securityToken,
      endpoint: new URL(endpoint).host,
      protocol: protocolOf(endpoint),
      signatureAlgorithm,
    }),
  );
  const isOlderScheme = signatureAlgorithm === 'v2';
  const scheme = isOlderScheme ? 'HMAC-SHA1' : 'ACS3-HMAC-SHA256';
  return {
    name: `@alicloud/openapi-client, ${scheme}, parameters in ${placeOfParameters}`,
    async call(action, params, signing = {}) {
      const query = {};
      const headers = {};
      if (signing.time) (isOlderScheme ? (query.Timestamp = signing.time) : (headers['x-acs-date'] = signing.time));
      if (signing.nonce) {
        if (isOlderScheme) query.SignatureNonce = signing.nonce;
        else headers['x-acs-signature-nonce'] = signing.nonce;
      }
      const isForm = placeOfParameters === 'body';
      const request = new OpenApi.OpenApiRequest({
        query: isForm ? query : { ...params, ...query },
        headers,
        ...(isForm ? { body: params } : {}),
      });
      const operation = new OpenApi.Params({
        action,
        version,
        protocol: protocolOf(endpoint),
        method: 'POST',
        authType: 'AK',
        style: 'RPC',
        pathname: '/',
        reqBodyType: 'formData',
        bodyType: 'json',
      });
      const reply = await client.callApi(operation, request, new RuntimeOptions({ autoretry: false }));
      return reply.body;
    },
    close() {},
  };
}

//! Every way in which the vendor's clients sign and place parameters, for one user.
exports.allClients = (endpoint, user) => [
  popCore(endpoint, user, 'GET'),
  popCore(endpoint, user, 'POST'),
  openApi(endpoint, user, 'ACS3-HMAC-SHA256', 'query'),
  openApi(endpoint, user, 'ACS3-HMAC-SHA256', 'body'),
  openApi(endpoint, user, 'v2', 'query'),
  openApi(endpoint, user, 'v2', 'body'),
];
