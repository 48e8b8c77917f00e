// SPDX-License-Identifier: Apache-2.0
// A client that was not written here: grpc-js, which knows of the services only
// what reflection tells it, calls every method of both.
//   node call_every_method.js REGISTRY_ADDRESS REPORTING_ADDRESS
"use strict";
const grpc = require("@grpc/grpc-js");
const loader = require("@grpc/proto-loader");
const protobuf = require("protobufjs");

const reflectionJson = protobuf.parse(`
  syntax = "proto3";
  package grpc.reflection.v1alpha;
  service ServerReflection {
    rpc ServerReflectionInfo(stream ServerReflectionRequest)
        returns (stream ServerReflectionResponse);
  }
  message ServerReflectionRequest {
    string file_containing_symbol = 4;
    string list_services = 7;
  }
  message ServerReflectionResponse {
    FileDescriptorResponse file_descriptor_response = 4;
    ListServiceResponse list_services_response = 6;
    ErrorResponse error_response = 7;
  }
  message FileDescriptorResponse { repeated bytes file_descriptor_proto = 1; }
  message ListServiceResponse { repeated ServiceResponse service = 1; }
  message ServiceResponse { string name = 1; }
  message ErrorResponse { int32 error_code = 1; string error_message = 2; }
`).root.toJSON();

const credentials = grpc.credentials.createInsecure();

function ask(stream, request) {
  return new Promise((resolve, reject) => {
    stream.once("data", resolve);
    stream.once("error", reject);
    stream.write(request);
  });
}

function varint(number) {
  const bytes = [];
  for (; number > 127; number = Math.floor(number / 128)) {
    bytes.push((number % 128) | 128);
  }
  return Buffer.from([...bytes, number]);
}

// All services of a server, as clients made from what reflection says.
async function clientsOf(address) {
  const definition = loader.fromJSON(reflectionJson);
  const reflection = grpc.loadPackageDefinition(definition).grpc.reflection
    .v1alpha.ServerReflection;
  const client = new reflection(address, credentials);
  const stream = client.ServerReflectionInfo();
  const listed = await ask(stream, { listServices: "*" });
  const names = listed.listServicesResponse.service.map((s) => s.name);
  const files = new Map();
  for (const name of names) {
    if (name.startsWith("grpc.reflection.")) continue;
    const found = await ask(stream, { fileContainingSymbol: name });
    if (!found.fileDescriptorResponse) {
      throw new Error(`no descriptor of ${name}`);
    }
    for (const bytes of found.fileDescriptorResponse.fileDescriptorProto) {
      files.set(bytes.toString("latin1"), bytes);
    }
  }
  stream.end();
  client.close();
  // A FileDescriptorSet is its files as field 1, one after the other.
  const set = Buffer.concat(
    [...files.values()].flatMap((bytes) => [
      Buffer.from([0x0a]), varint(bytes.length), bytes]));
  const loaded = loader.loadFileDescriptorSetFromBuffer(set, {
    keepCase: true, longs: String, enums: String, defaults: true, oneofs: true,
  });
  const clients = {};
  for (const name of names) {
    if (!loaded[name]) continue;
    const Client = grpc.makeGenericClientConstructor(loaded[name], name);
    clients[name] = { client: new Client(address, credentials),
                      methods: loaded[name] };
  }
  return clients;
}

const called = new Set();

function call(service, method, request) {
  called.add(method);
  const deadline = Date.now() + 20000;
  return new Promise((resolve, reject) => {
    service.client[method](request, { deadline }, (error, response) =>
      error ? reject(new Error(`${method}: ${error.message}`))
            : resolve(response));
  });
}

async function fails(service, method, request, code) {
  try {
    await call(service, method, request);
  } catch (error) {
    if (error.message.includes(grpc.status[code])) return;
    throw error;
  }
  throw new Error(`${method} did not fail with ${grpc.status[code]}`);
}

// Reads a stream until it ends or `count` messages have come.
function read(service, method, request, count) {
  called.add(method);
  return new Promise((resolve, reject) => {
    const messages = [];
    const stream = service.client[method](request);
    stream.on("data", (message) => {
      messages.push(message);
      if (messages.length === count) stream.cancel();
    });
    stream.on("end", () => resolve(messages));
    stream.on("error", (error) =>
      error.code === grpc.status.CANCELLED ? resolve(messages) : reject(error));
  });
}

function watch(service, request, wanted) {
  called.add("Watch");
  return new Promise((resolve, reject) => {
    const events = [];
    const stream = service.client.Watch(request);
    const timer = setTimeout(
      () => reject(new Error(`Watch: got ${events.length} messages`)), 20000);
    stream.on("data", (message) => {
      events.push(message.event);
      if (!events.includes(wanted)) return;
      clearTimeout(timer);
      stream.cancel();
      resolve(events);
    });
    stream.on("error", (error) => {
      if (error.code !== grpc.status.CANCELLED) reject(error);
    });
  });
}

function check(condition, what) {
  if (!condition) throw new Error(what);
}

async function reportsAndSchedules(reports, schedules, min_revision) {
  const note = { author: "contract", reason: "grpc-js through reflection" };
  const asked = { kind: "REPORT_KIND_CALENDAR", author: note.author,
                  formats: ["REPORT_FORMAT_CSV", "REPORT_FORMAT_ICALENDAR"],
                  min_revision };
  const { report } = await call(reports, "CreateReport", asked);
  const name = report.name;
  const got = await call(reports, "GetReport", { name });
  check(got.report.content_sha256 === report.content_sha256, "another report");
  const listed = await call(reports, "ListReports", {});
  check(listed.reports.some((r) => r.name === name), `${name} is not listed`);
  const parts = await read(reports, "DownloadReport",
                           { name, format: "REPORT_FORMAT_ICALENDAR" }, 0);
  const text = Buffer.concat(parts.map((part) => part.content)).toString();
  check(text.startsWith("BEGIN:VCALENDAR"), `no calendar: ${text}`);
  const verified = await call(reports, "VerifyReport", { name });
  for (const file of verified.files) {
    check(file.verdict === "FILE_VERDICT_REPRODUCED", `${file.verdict}`);
  }
  const { comparison } = await call(reports, "CompareReports",
                                    { old_report: name, new_report: name });
  check(comparison.says_the_same && comparison.diff.cells.length === 0,
        "a report differs from itself");
  const events = await read(reports, "WatchReports", {}, 1);
  check(events[0].event.report_made.name === name, "another event");

  const made = await call(schedules, "CreateSchedule", {
    schedule_id: "contract", ...note,
    schedule: { title: "Contract", cron: "0 8 1 1 *", time_zone: "Asia/Manila",
                report_kind: asked.kind, formats: asked.formats } });
  const schedule = { ...made.schedule, state: "SCHEDULE_STATE_PAUSED" };
  await call(schedules, "UpdateSchedule", { schedule, ...note });
  const key = { name: schedule.name };
  await call(schedules, "GetSchedule", key);
  await call(schedules, "ListSchedules", {});
  const { versions } = await call(schedules, "ListScheduleVersions", key);
  check(versions.length === 2, `${versions.length} versions`);
  const { due_times } = await call(schedules, "PreviewSchedule", {
    cron: schedule.cron, time_zone: schedule.time_zone, count: 2 });
  check(due_times.length === 2, `${due_times.length} due times`);
  await call(schedules, "ListScheduleRuns", { schedule: schedule.name });
  await fails(schedules, "RetryScheduleRun",
              { schedule: schedule.name, due_time: { seconds: 1 } },
              grpc.status.NOT_FOUND);
  await call(schedules, "ListDeliveries", { report: name });
  await fails(schedules, "ResendDelivery", { report: name, target_index: 0 },
              grpc.status.NOT_FOUND);
  await call(schedules, "DeleteSchedule", { ...key, ...note });
}

async function oneResource(registry, resource) {
  const { singular, plural, create, name, changed } = resource;
  const note = { author: "contract", reason: "grpc-js through reflection" };
  const made = await call(registry, `Create${singular}`, { ...create, ...note });
  const field = singular.toLowerCase();
  const got = await call(registry, `Get${singular}`, { name });
  check(got[field].name === name, `Get${singular} returned ${got[field].name}`);
  check(got[field].etag === made.version.etag, "etag differs from the write's");
  const updated = await call(registry, `Update${singular}`, {
    [field]: { name, etag: made.version.etag, ...changed },
    update_mask: { paths: Object.keys(changed) }, ...note });
  check(Number(updated.revision) > Number(made.revision), "revision stood still");
  await fails(registry, `Update${singular}`, {
    [field]: { name, etag: made.version.etag, ...changed }, ...note },
  grpc.status.ABORTED);
  await call(registry, `Delete${singular}`, { name, ...note });
  await call(registry, `Undelete${singular}`, { name, ...note });
  const listed = await call(registry, `List${plural}`, resource.list || {});
  check(listed[plural.toLowerCase()].some((r) => r.name === name),
        `List${plural} does not show ${name}`);
  const batch = await call(registry, `BatchGet${plural}`, { names: [name] });
  check(batch[plural.toLowerCase()].length === 1, `BatchGet${plural}`);
  const past = await call(registry, `Get${singular}`,
                          { name, read_revision: made.revision });
  check(past.revision === made.revision, "read at another revision");
}

// People's decisions, on the questionnaire that was made before.
async function curation(registry) {
  const name = "mechanisms/contract/questionnaires/2099";
  const note = { author: "contract", reason: "grpc-js through reflection" };
  await call(registry, "UpdateQuestionnaire", {
    questionnaire: { name, answers: [{ question_id: "3A", text: "Goal 8.7",
                                       state: "ANSWER_STATE_ANSWERED" }] },
    ...note });
  await call(registry, "CurateQuestionnaire", {
    name, steps: [
      { put: { claim: { framework: "sdg", code: "8.7",
                        strength: "CLAIM_STRENGTH_EXPLICIT",
                        evidence: { question_id: "3A", quote: "8.7" } } } },
      { set_answer_state: { question_id: "3A",
                            state: "ANSWER_STATE_CROSS_REFERENCE" } },
      ...["Forum", "Annual forum"].map((title) => ({
        put: { meeting: { title } } })),
    ], ...note });
  const got = (await call(registry, "GetQuestionnaire", { name })).questionnaire;
  check(got.claims[0].origin === "ORIGIN_CURATED", "the claim is not curated");
  check(got.claims[0].evidence.end_byte === 8, "the quote was not located");
  check(got.meetings.every((m) => m.id), "a meeting has no id");
  await call(registry, "CurateRound", {
    name: "rounds/2099", steps: [{ add_event_link: {
      kind: "EVENT_LINK_KIND_JOIN", reason: "one forum",
      mentions: got.meetings.map((m) => ({ questionnaire: name,
                                           item_id: m.id })) } }], ...note });
  await fails(registry, "CurateQuestionnaire", {
    name, steps: [{ reject: { item_id: "m-none" } }], ...note },
  grpc.status.INVALID_ARGUMENT);
  await call(registry, "ListFindings", { parent: "rounds/2099" });
  await call(registry, "ListSuggestions", { parent: name, show_decided: true });
  const analysis = await call(registry, "AnalyzeText", {
    question_id: "3A", text: "It supports SDG 10.7.", round_year: 2099 });
  check(analysis.claims[0].code === "10.7", "AnalyzeText found no claim");
}

async function main(registryAddress, reportingAddress) {
  const registryClients = await clientsOf(registryAddress);
  const registry = registryClients["compendium.registry.v1.RegistryService"];
  await oneResource(registry, {
    singular: "Mechanism", plural: "Mechanisms", name: "mechanisms/contract",
    create: { mechanism_id: "contract", mechanism: { display_name: "Contract" } },
    changed: { display_name: "Contract changed" } });
  await oneResource(registry, {
    singular: "Round", plural: "Rounds", name: "rounds/2099",
    create: { round_id: "2099", round: { title: "2099" } },
    changed: { title: "2099 changed" } });
  await oneResource(registry, {
    singular: "Questionnaire", plural: "Questionnaires",
    name: "mechanisms/contract/questionnaires/2099",
    create: { parent: "mechanisms/contract", questionnaire_id: "2099",
              questionnaire: { title: "Contract" } },
    changed: { title: "Contract changed" }, list: { parent: "mechanisms/-" } });
  await curation(registry);
  await call(registry, "ListRevisions", { name: "mechanisms/contract" });
  await call(registry, "ListLogEntries", {});
  const status = await call(registry, "GetRegistryStatus", {});
  await watch(registry, { snapshot: {} }, "snapshot_end");
  await watch(registry, { after_revision: 0 }, "change");

  const reportingClients = await clientsOf(reportingAddress);
  const of_reporting = (name) =>
    reportingClients[`compendium.reporting.v1.${name}`];
  const reporting = of_reporting("ReportingService");
  const reports = of_reporting("ReportService");
  const schedules = of_reporting("ScheduleService");
  const min_revision = status.revision;
  await call(reporting, "GetCoverage", { round: "rounds/2099", min_revision });
  await call(reporting, "GetCalendar", { min_revision });
  const { completion } = await call(
    reporting, "GetCompletion", { round: "rounds/2099", min_revision });
  check(completion.counts.cross_reference_count === 1,
        "the answer state that was set is not counted");
  await call(reporting, "GetParticipation", { min_revision });
  await call(reporting, "GetClashes", { country_code: "TUR", min_revision });
  await call(reporting, "GetProjects", { min_revision });
  await call(reporting, "GetPublications", { min_revision });
  await call(reporting, "GetFindings", { round: "rounds/2099", min_revision });
  await call(reporting, "GetYearOnYear", {
    round: "rounds/2099", base_round: "rounds/2099", min_revision });
  const { diff } = await call(
    reporting, "GetDiff", { round: "rounds/2099", from_revision: 1,
                            to_revision: min_revision });
  check(diff.cells.length > 0 && diff.cells[0].revisions.length > 0,
        "the round's cells came from nowhere");
  await call(reporting, "GetReportingStatus", {});
  await fails(reporting, "GetCoverage", { round: "rounds/1900" },
              grpc.status.NOT_FOUND);

  await reportsAndSchedules(reports, schedules, min_revision);

  for (const clients of [registryClients]) {
    const health = clients["grpc.health.v1.Health"];
    check(health, "reflection does not list grpc.health.v1.Health");
    const answer = await call(health, "Check", { service: "" });
    check(answer.status === "SERVING", `health is ${answer.status}`);
  }
  for (const service of [registry, reporting, reports, schedules]) {
    for (const method of Object.keys(service.methods)) {
      check(called.has(method), `${method} was not called`);
    }
  }
  console.log(`${called.size} methods called through reflection`);
  process.exit(0);
}

main(process.argv[2], process.argv[3]).catch((error) => {
  console.error(error.stack || error);
  process.exit(1);
});
