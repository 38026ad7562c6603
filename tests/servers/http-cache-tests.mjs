// Runs the public cache tests against a cache at a base URL, all of them or those named, and prints one JSON object: for each test its kind and
// what was not as expected, or null. The package's own command prints the outcomes without the kinds.
import { createRequire } from "node:module";
import { getResults, runTests } from "http-cache-tests/client/runner.mjs";
import suites from "http-cache-tests/tests/index.mjs";
import surrogate from "http-cache-tests/tests/surrogate-control.mjs";

const fetch = createRequire(import.meta.resolve("http-cache-tests/client/runner.mjs"))("node-fetch");
const [base, ...named] = process.argv.slice(2);
const chosen = [...suites, surrogate].map((suite) => ({
  ...suite,
  tests: suite.tests.filter((test) => !test.browser_only && (named.length === 0 || named.includes(test.id))),
}));

await runTests(chosen, fetch, false, base);
const results = getResults();
const outcomes = chosen.flatMap((suite) => suite.tests).map(({ id, kind = "required" }) => {
  const result = results[id] ?? ["Missing", "the test did not end"];
  return [id, { kind, fault: result === true ? null : result.join(": ") }];
});
console.log(JSON.stringify(Object.fromEntries(outcomes)));
