import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import {
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { peer } from "../peers.ts";
import type { InteropSuite } from "../suite.ts";
import { git, runWithAct } from "./act.ts";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const HERE = fileURLToPath(new URL(".", import.meta.url));

/** Small and permissive: what the actions find in it is known. */
const LOCKFILE = {
  name: "caller",
  version: "1.0.0",
  lockfileVersion: 3,
  packages: {
    "": { name: "caller", version: "1.0.0", license: "MIT", dependencies: { left: "^1.0.0" } },
    "node_modules/left": { version: "1.0.0", license: "MIT", dependencies: { right: "^2.0.0" } },
    "node_modules/right": { version: "2.0.0", license: "ISC" },
  },
};

let checkout = "";

/** A real workflow runner (act, on the host) runs our actions; actionlint and zizmor judge everything in YAML. */
export const workflowSuite: InteropSuite = {
  name: "workflows",
  setup() {
    checkout = mkdtempSync(join(tmpdir(), "assay-act-"));
    for (const name of ["action.yml", "actions", "dist", "LICENSE"]) {
      cpSync(join(ROOT, name), join(checkout, name), { recursive: true });
    }
    mkdirSync(join(checkout, ".github", "workflows"), { recursive: true });
    for (const name of readdirSync(HERE).filter((file) => file.endsWith(".yml"))) {
      copyFileSync(join(HERE, name), join(checkout, ".github", "workflows", name));
    }
    writeFileSync(join(checkout, "package.json"), JSON.stringify(LOCKFILE.packages[""], null, 2));
    writeFileSync(join(checkout, "package-lock.json"), JSON.stringify(LOCKFILE, null, 2));
    git(checkout, "init", "--quiet", "--initial-branch=main");
    git(checkout, "add", "--all");
    git(checkout, "commit", "--quiet", "--message", "Everything that a caller sees");
  },
  cases: [
    {
      name: "act runs ./ and every ./actions/*, outputs pass from step to step",
      run: () => runs("all-actions.yml", 0, /reached the last step/),
    },
    {
      name: "act: a licence that is not allowed fails the step",
      run: () => runs("fails-on-licence.yml", 1, /licenses\.denied/),
    },
    {
      name: "act: a wrong input fails the step",
      run: () => runs("fails-on-input.yml", 1, /fail-on.*sometimes/),
    },
    {
      name: "act: a file changed after signing fails verification",
      run: () =>
        runs("fails-on-tampering.yml", 1, /changed after signing[\s\S]*verify\.digest-mismatch/),
    },
    {
      name: "actionlint passes on our workflows",
      run: () => passes(peer("actionlint"), workflows()),
    },
    {
      name: "zizmor passes on our workflows and actions",
      run: () =>
        passes(peer("zizmor"), [
          "--offline",
          "--persona=pedantic",
          "--config",
          ".github/zizmor.yml",
          "--no-progress",
          ...workflows(),
          ...actions(),
        ]),
    },
  ],
  teardown() {
    rmSync(checkout, { recursive: true, force: true });
  },
};

function runs(workflow: string, expected: 0 | 1, says: RegExp): Promise<string> {
  return runWithAct({
    checkout,
    workflow: `.github/workflows/${workflow}`,
    options: ["--no-skip-checkout=false"],
    expected,
    says: [says],
  });
}

function passes(program: string, args: readonly string[]): void {
  const result = spawnSync(program, args, { cwd: ROOT, encoding: "utf8" });
  assert.equal(result.status, 0, `${result.stdout}\n${result.stderr}`);
}

function workflows(): string[] {
  const folders = [
    ".github/workflows",
    "test/interop/workflows",
    "test/interop/workflows/organisation",
  ];
  return folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder))
      .filter((name) => name.endsWith(".yml"))
      .map((name) => join(folder, name)),
  );
}

function actions(): string[] {
  const inFolders = readdirSync(join(ROOT, "actions")).filter((name) => name !== "check");
  return ["action.yml", ...inFolders.map((name) => join("actions", name, "action.yml"))];
}
