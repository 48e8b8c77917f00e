// SPDX-License-Identifier: Apache-2.0
// Clients that were not written here: checks that /openapi.json is OpenAPI, and
// that every route answers the examples of its parameters as the schemas say.
//   node check_openapi.js URL REPORT
// REPORT is the id of a report with a csv file.
"use strict";
const { Validator } = require("@seriousme/openapi-schema-validator");
const Ajv = require("ajv/dist/2020");

function check(condition, what) {
  if (!condition) throw new Error(what);
}

// The URL of a path with the examples of its parameters: all, or only those that
// must be there.
function targetOf(path, operation, report, all) {
  const query = new URLSearchParams();
  for (const parameter of operation.parameters) {
    if (parameter.in === "path") {
      path = path.replace(`{${parameter.name}}`,
                          parameter.name === "report" ? report : "csv");
    } else if (all ? "example" in parameter : parameter.required) {
      check("example" in parameter, `${path}: ${parameter.name}: no example`);
      query.set(parameter.name, parameter.example);
    }
  }
  return `${path}?${query}`.replace(/\?$/, "");
}

async function main(url, report) {
  const text = await (await fetch(`${url}/openapi.json`)).text();
  const document = JSON.parse(text);
  const linted = await new Validator().validate(JSON.parse(text));
  check(linted.valid, `openapi.json: ${JSON.stringify(linted.errors)}`);

  const ajv = new Ajv({ strict: false, validateFormats: false });
  // References lead into the whole document.
  ajv.addSchema({ $id: "openapi", components: document.components });
  const fits = (schema, value, what) => {
    const inDocument = JSON.parse(
      JSON.stringify(schema).replaceAll('"#/', '"openapi#/'));
    const validate = ajv.compile(inDocument);
    check(validate(value), `${what}: ${JSON.stringify(validate.errors)}`);
  };
  const problem = document.components.responses.Problem
    .content["application/problem+json"].schema;

  let count = 0;
  for (const [path, { get }] of Object.entries(document.paths)) {
    for (const all of [false, true]) {
      const target = url + targetOf(path, get, report, all);
      for (const [type, { schema }] of
           Object.entries(get.responses["200"].content)) {
        const response = await fetch(target, { headers: { Accept: type } });
        const body = await response.text();
        check(response.status === 200, `${target}: ${response.status} ${body}`);
        check(response.headers.get("etag"), `${target}: no ETag`);
        const got = response.headers.get("content-type").split(";")[0];
        check(type === "*/*" || got === type, `${target}: got ${got}`);
        if (type === "application/json")
          fits(schema, JSON.parse(body), target);
        ++count;
      }
    }
    const wrong = await fetch(
      `${url}${targetOf(path, get, report, false).split("?")[0]}?nothing=1`);
    check(wrong.status === 400, `${path}: took a parameter that is none`);
    fits(problem, await wrong.json(), path);
  }
  console.log(`${count} answers are as described`);
}

main(process.argv[2], process.argv[3]).catch((error) => {
  console.error(error.stack || error);
  process.exit(1);
});
