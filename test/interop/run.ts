/**
 * `npm run test:interop [-- suite …]`: Assay against the real tools. Never part of `npm test`, which needs Node and npm alone.
 */
import { accuracySuite } from "./accuracy/suite.ts";
import { advisorySuite } from "./advisories/suite.ts";
import { conformanceSuite } from "./conformance/suite.ts";
import { fixSuite } from "./fixes/suite.ts";
import { gitleaksSuite } from "./gitleaks/suite.ts";
import { htmlSuite } from "./html/suite.ts";
import { imageSigningSuite } from "./images/signing-suite.ts";
import { imageSuite } from "./images/suite.ts";
import { imageTransportSuite } from "./images/transport-suite.ts";
import { lockfileSuite } from "./lockfiles/suite.ts";
import { policySuite } from "./policy/suite.ts";
import { pythonSuite } from "./python/suite.ts";
import { pythonToolsSuite } from "./python-tools/suite.ts";
import { sarifSuite } from "./sarif/suite.ts";
import { sbomOperationsSuite } from "./sbom/operations.ts";
import { sbomSuite } from "./sbom/suite.ts";
import { sigstoreSuite } from "./sigstore/suite.ts";
import type { InteropSuite } from "./suite.ts";
import { tufSuite } from "./tuf/suite.ts";
import { versionSuite } from "./versions/suite.ts";
import { vexSuite } from "./vex/suite.ts";
import { organisationSuite } from "./workflows/organisation.ts";
import { workflowSuite } from "./workflows/suite.ts";

const SUITES: readonly InteropSuite[] = [
  workflowSuite,
  organisationSuite,
  htmlSuite,
  gitleaksSuite,
  sbomSuite,
  accuracySuite,
  advisorySuite,
  sbomOperationsSuite,
  lockfileSuite,
  imageSuite,
  imageTransportSuite,
  pythonSuite,
  pythonToolsSuite,
  sarifSuite,
  sigstoreSuite,
  tufSuite,
  conformanceSuite,
  imageSigningSuite,
  fixSuite,
  versionSuite,
  vexSuite,
  policySuite,
];

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !SUITES.some((suite) => suite.name === name));
if (unknown.length > 0) {
  console.error(
    `No such suite: ${unknown.join(", ")}. There are: ${SUITES.map((suite) => suite.name).join(", ")}.`,
  );
  process.exit(2);
}

let passed = 0;
const failures: string[] = [];
for (const suite of SUITES) {
  if (wanted.length > 0 && !wanted.includes(suite.name)) continue;
  console.log(`\n${suite.name}`);
  try {
    await suite.setup?.();
    for (const testCase of suite.cases) await runCase(suite, testCase);
  } catch (cause) {
    failures.push(`${suite.name}: set-up`);
    console.log(`  FAILED set-up: ${describe(cause)}`);
  } finally {
    await suite.teardown?.();
  }
}
console.log(`\n${passed} passed, ${failures.length} failed`);
for (const failure of failures) console.log(`  ${failure}`);
process.exit(failures.length === 0 && passed > 0 ? 0 : 1);

async function runCase(
  suite: InteropSuite,
  testCase: InteropSuite["cases"][number],
): Promise<void> {
  const started = performance.now();
  try {
    await testCase.run();
    passed += 1;
    console.log(`  ok      ${testCase.name} (${Math.round(performance.now() - started)} ms)`);
  } catch (cause) {
    failures.push(`${suite.name}: ${testCase.name}`);
    console.log(`  FAILED  ${testCase.name}\n${describe(cause).replaceAll(/^/gm, "          ")}`);
  }
}

function describe(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  const below = cause.cause === undefined ? "" : `\n${describe(cause.cause)}`;
  return `${cause.stack ?? cause.message}${below}`;
}
