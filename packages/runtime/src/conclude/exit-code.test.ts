import {
  ExternalError,
  InternalError,
  type KnownError,
  PolicyFailure,
  UsageError,
} from "@assay/core";
import { aFinding, anInput, aResult } from "@assay/testkit/reports";
import { expect, test } from "vitest";
import { exitCodeFor } from "./conclude-run.ts";
import { conclude } from "./evaluate-report.ts";

const internal = new InternalError("a defect");
const usage = new UsageError("a wrong input");
const external = new ExternalError("a service is down");
const policy = new PolicyFailure("not allowed");

const passing = conclude(anInput({ results: [aResult({ findings: [] })], failures: [] }));
const failing = conclude(anInput({ results: [aResult({ findings: [aFinding()] })], failures: [] }));

test.each<readonly [number, readonly KnownError[]]>([
  [70, [internal, usage]],
  [70, [usage, internal]],
  [70, [policy, external, usage, internal]],
  [2, [usage, external]],
  [2, [external, usage]],
  [2, [policy, usage]],
  [3, [external, policy]],
  [3, [policy, external]],
  [1, [policy]],
])(
  "the gravest failure decides on the exit code %i, in whatever order they come",
  (code, errors) => {
    const failures = errors.map((error, at) => ({ check: `c${at}`, title: `C${at}`, error }));
    for (const report of [passing, failing]) expect(exitCodeFor(report, failures)).toBe(code);
  },
);

test("without a failure the verdict decides", () => {
  expect(exitCodeFor(passing, [])).toBe(0);
  expect(exitCodeFor(failing, [])).toBe(1);
});
