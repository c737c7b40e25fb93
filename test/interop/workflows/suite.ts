import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
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
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { peer } from "../peers.ts";
import type { InteropSuite } from "../suite.ts";

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
    for (const name of [
      "action.yml",
      "actions",
      "dist",
      "package.json",
      "package-lock.json",
      "LICENSE",
    ]) {
      cpSync(join(ROOT, name), join(checkout, name), { recursive: true });
    }
    mkdirSync(join(checkout, ".github", "workflows"), { recursive: true });
    for (const name of readdirSync(HERE).filter((file) => file.endsWith(".yml"))) {
      copyFileSync(join(HERE, name), join(checkout, ".github", "workflows", name));
    }
    writeFileSync(join(checkout, "package-lock.json"), JSON.stringify(LOCKFILE, null, 2));
    git("init", "--quiet", "--initial-branch=main");
    git("add", "--all");
    git("commit", "--quiet", "--message", "Everything that a caller sees");
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

/** `told`: what the log must say, so that a workflow that fails for another reason does not count. */
function runs(workflow: string, expected: 0 | 1, told: RegExp): void {
  const result = spawnSync(
    peer("act"),
    [
      "push",
      "--workflows",
      `.github/workflows/${workflow}`,
      "-P",
      "ubuntu-latest=-self-hosted",
      "--pull=false",
      "--no-skip-checkout=false",
    ],
    {
      cwd: checkout,
      encoding: "utf8",
      // JavaScript actions run with the first node on PATH: the one that runs this suite is 24.
      env: {
        ...process.env,
        PATH: `${dirname(process.execPath)}:${process.env["PATH"]}`,
        NO_COLOR: "1",
      },
      timeout: 300_000,
    },
  );
  const log = `${result.stdout}\n${result.stderr}`;
  assert.equal(result.status, expected, log);
  assert.match(log, told, log);
}

function passes(program: string, args: readonly string[]): void {
  const result = spawnSync(program, args, { cwd: ROOT, encoding: "utf8" });
  assert.equal(result.status, 0, `${result.stdout}\n${result.stderr}`);
}

function workflows(): string[] {
  return [
    ...readdirSync(join(ROOT, ".github/workflows")).map((name) => join(".github/workflows", name)),
    ...readdirSync(HERE)
      .filter((name) => name.endsWith(".yml"))
      .map((name) => join("test/interop/workflows", name)),
  ];
}

function actions(): string[] {
  const inFolders = readdirSync(join(ROOT, "actions")).filter((name) => name !== "check");
  return ["action.yml", ...inFolders.map((name) => join("actions", name, "action.yml"))];
}

function git(...args: string[]): void {
  const identity = ["-c", "user.name=Interop", "-c", "user.email=interop@example.invalid"];
  execFileSync("git", [...identity, ...args], { cwd: checkout, stdio: "inherit" });
}
