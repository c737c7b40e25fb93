import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { errorReport, fullReport } from "@assay/testkit/reports";
import { Ajv, type ValidateFunction } from "ajv";
import formats from "ajv-formats";
import { reportOfDependencies } from "../../../packages/dependencies/src/test/report.ts";
import { render } from "../../../packages/reporting/src/index.ts";
import type { InteropSuite } from "../suite.ts";

/** The schema of OASIS, as a module of the Go proxy has it beside its own tests. */
const MODULE = "github.com/anchore/grype@v0.121.3";
const SCHEMA = "grype/presenter/sarif/testdata/sarif-schema-2.1.0.json";

let validate: ValidateFunction;

async function check(name: "full" | "error" | "dependencies"): Promise<void> {
  const report =
    name === "dependencies"
      ? await reportOfDependencies()
      : name === "full"
        ? fullReport()
        : errorReport();
  const log: unknown = JSON.parse(await render("sarif", report));
  validate(log);
  assert.deepEqual(validate.errors ?? [], []);
}

/** Our SARIF against the schema of SARIF 2.1.0. */
export const sarifSuite: InteropSuite = {
  name: "sarif",
  setup() {
    const text = execFileSync("go", ["mod", "download", "-json", MODULE], { encoding: "utf8" });
    const { Dir } = JSON.parse(text) as { readonly Dir: string };
    const ajv = new Ajv({ strict: false, allErrors: true, validateSchema: false, logger: false });
    formats.default(ajv);
    const { $schema: _, id: __, ...schema } = JSON.parse(readFileSync(join(Dir, SCHEMA), "utf8"));
    validate = ajv.compile(schema);
    assert.equal(validate({ version: "2.1.0", runs: [{ results: [{}] }] }), false);
  },
  cases: (["full", "error", "dependencies"] as const).map((name) => ({
    name: `the ${name} report is valid`,
    run: () => check(name),
  })),
};
