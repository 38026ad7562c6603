// Runs the public cache tests against a cache at a base URL, all of them or those named, and prints one JSON object: for each test its kind and
// what was not as expected, or null. A test that builds on one that failed proves nothing, and counts as failed (its depends_on).
import { createRequire } from "node:module";
import { getResults, runTests } from "http-cache-tests/client/runner.mjs";
import suites from "http-cache-tests/tests/index.mjs";
import surrogate from "http-cache-tests/tests/surrogate-control.mjs";

const fetch = createRequire(import.meta.resolve("http-cache-tests/client/runner.mjs"))("node-fetch");
const [base, ...named] = process.argv.slice(2);
const all = [...suites, surrogate];
const tests = new Map(all.flatMap((suite) => suite.tests).filter((test) => !test.browser_only).map((test) => [test.id, test]));
const wanted = new Set(named.length === 0 ? tests.keys() : named);
for (const id of wanted) (tests.get(id).depends_on ?? []).forEach((other) => wanted.add(other));

await runTests(all.map((suite) => ({ ...suite, tests: suite.tests.filter((test) => wanted.has(test.id)) })), fetch, false, base);
const results = getResults();

function faultOf(id) {
  const result = results[id] ?? ["Missing", "the test did not end"];
  if (result !== true) return result.join(": ");
  const failed = (tests.get(id).depends_on ?? []).find((other) => faultOf(other) !== null);
  return failed === undefined ? null : `Builds on ${failed}, which failed`;
}

const outcomes = [...wanted].map((id) => [id, { kind: tests.get(id).kind ?? "required", fault: faultOf(id) }]);
console.log(JSON.stringify(Object.fromEntries(outcomes)));
