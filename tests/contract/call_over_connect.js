// SPDX-License-Identifier: Apache-2.0
// A client that was not written here: connect-node calls reporting over HTTP.
//   node call_over_connect.js URL DESCRIPTORS
// DESCRIPTORS is what `buf build proto` says of the services.
"use strict";
const fs = require("node:fs");
const { createFileRegistry, fromBinary } = require("@bufbuild/protobuf");
const { FileDescriptorSetSchema } = require("@bufbuild/protobuf/wkt");
const { Code, ConnectError, createClient } = require("@connectrpc/connect");
const { compressionGzip, createConnectTransport } =
  require("@connectrpc/connect-node");

function check(condition, what) {
  if (!condition) throw new Error(what);
}

// Calls with `client`, and says how in errors.
async function callAll(client, how) {
  const { reporting, reports } = client;
  const status = await reporting.getReportingStatus({});
  check(status.appliedRevision > 0n, `${how}: nothing was applied`);
  const calendar = await reporting.getCalendar({
    minRevision: status.appliedRevision });
  check(calendar.calendar, `${how}: no calendar`);

  try {
    await reporting.getCoverage({ round: "rounds/1900" });
    throw new Error(`${how}: a round that is none was found`);
  } catch (error) {
    check(error instanceof ConnectError && error.code === Code.NotFound,
          `${how}: ${error}`);
    check(error.details.some((d) => d.type === "google.rpc.ErrorInfo"),
          `${how}: no ErrorInfo`);
  }
  try {
    await reporting.getCoverage({ round: "rounds/2099",
                                  minRevision: 1000000n }, { timeoutMs: 100 });
    throw new Error(`${how}: a revision that is none was reached`);
  } catch (error) {
    check([Code.DeadlineExceeded, Code.Unavailable].includes(error.code),
          `${how}: ${error}`);
  }

  const { report } = await reports.createReport({
    kind: 4, parameters: { round: "rounds/2099" }, author: "contract",
    formats: [1], minRevision: status.appliedRevision });
  check(report.name, `${how}: no report`);
  const parts = [];
  for await (const part of reports.downloadReport({ name: report.name,
                                                    format: 1 })) {
    parts.push(part.content);
  }
  check(Buffer.concat(parts).includes("<html"), `${how}: no page`);

  // A stream without an end, left by the client.
  const abort = new AbortController();
  try {
    for await (const event of reports.watchReports(
      {}, { signal: abort.signal })) {
      check(event.event, `${how}: an empty event`);
      abort.abort();
    }
  } catch (error) {
    check(error.code === Code.Canceled, `${how}: ${error}`);
  }

  try {
    for await (const part of reports.downloadReport({
      name: "reports/none-0000000000000000", format: 1 })) {
      throw new Error(`${how}: a report that is none: ${part}`);
    }
    throw new Error(`${how}: no error`);
  } catch (error) {
    check([Code.NotFound, Code.InvalidArgument].includes(error.code),
          `${how}: ${error}`);
  }
}

async function main(url, descriptors) {
  const registry = createFileRegistry(
    fromBinary(FileDescriptorSetSchema, fs.readFileSync(descriptors)));
  let count = 0;
  for (const useBinaryFormat of [false, true]) {
    for (const useHttpGet of [false, true]) {
      const transport = createConnectTransport({
        baseUrl: url, httpVersion: "1.1", useBinaryFormat, useHttpGet,
        acceptCompression: [compressionGzip],
        sendCompression: useHttpGet ? undefined : compressionGzip,
        compressMinBytes: 0 });
      const client = (name) => createClient(
        registry.getService(`compendium.reporting.v1.${name}`), transport);
      await callAll(
        { reporting: client("ReportingService"),
          reports: client("ReportService") },
        `${useBinaryFormat ? "proto" : "json"} ${useHttpGet ? "GET" : "POST"}`);
      ++count;
    }
  }
  console.log(`${count} ways to call over HTTP`);
  process.exit(0);
}

main(process.argv[2], process.argv[3]).catch((error) => {
  console.error(error.stack || error);
  process.exit(1);
});
