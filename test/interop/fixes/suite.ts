import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { advisoryFolder } from "@assay/testkit/advisories";
import type { FixSuggestion } from "../../../packages/dependencies/src/fix/suggestion.ts";
import { CLI } from "../../e2e/entries.ts";
import { writeProject } from "../lockfiles/projects.ts";
import type { InteropCase, InteropSuite } from "../suite.ts";
import { apply } from "./apply.ts";
import { type Asked, MANAGERS, type PackageManager } from "./managers.ts";
import { type Registries, startRegistries } from "./registry.ts";

interface Scene {
  readonly title: string;
  readonly asked: readonly Asked[];
  readonly fixed: string;
  readonly needs: FixSuggestion["needs"];
  readonly hasTwo?: boolean;
}

const PARENT: Asked = { name: "parent", range: "wide" };
const CHILD: Asked = { name: "child", range: "wide" };
const GRAND: Asked = { name: "grand", range: "wide" };
const NEXT: Asked = { name: "child", range: "next" };
const SCENES: readonly Scene[] = [
  {
    title: "a direct dependency whose requirement takes the fix",
    asked: [CHILD],
    fixed: "1.1.0",
    needs: "lockfile",
  },
  {
    title: "a direct dependency whose requirement has to be raised",
    asked: [{ ...CHILD, range: "narrow" }],
    fixed: "1.1.0",
    needs: "requirement",
  },
  {
    title: "a transitive dependency whose parent takes the fix",
    asked: [PARENT],
    fixed: "1.1.0",
    needs: "lockfile",
  },
  {
    title: "a transitive dependency whose parent does not take the fix",
    asked: [PARENT],
    fixed: "2.0.0",
    needs: "override",
  },
  {
    title: "one that the project and another package ask for, and neither takes the fix",
    asked: [PARENT, CHILD],
    fixed: "2.0.0",
    needs: "override",
  },
  {
    title: "a transitive dependency beside a later version of it",
    asked: [PARENT, NEXT],
    fixed: "1.1.0",
    needs: "lockfile",
    hasTwo: true,
  },
  {
    title: "a transitive dependency that is held back, beside a later version of it",
    asked: [PARENT, NEXT],
    fixed: "2.0.0",
    needs: "override",
    hasTwo: true,
  },
  {
    title: "one that lies deeper, and is held back",
    asked: [GRAND],
    fixed: "2.0.0",
    needs: "override",
  },
  { title: "one that lies deeper", asked: [GRAND], fixed: "1.1.0", needs: "lockfile" },
];

let scratch = "";
let registries: Registries | undefined;

/**
 * What `assay dependencies fix` prints, written to the files that it names and run: afterwards the vulnerable version is gone from the
 * lockfile, and `assay dependencies audit` finds nothing. Every registry is a made-up one of this machine.
 */
export const fixSuite: InteropSuite = {
  name: "fixes",
  async setup() {
    scratch = realpathSync(mkdtempSync(join(tmpdir(), "assay-fixes-")));
    registries = await startRegistries(scratch);
  },
  cases: MANAGERS.flatMap((manager) =>
    SCENES.filter((scene) => isFor(manager, scene)).map(
      (scene): InteropCase => ({
        name: `${manager.title}: ${scene.title}`,
        run: () => check(manager, scene),
      }),
    ),
  ),
  teardown() {
    registries?.stop();
    rmSync(scratch, { recursive: true, force: true });
  },
};

function isFor(manager: PackageManager, { needs, hasTwo = false, asked }: Scene): boolean {
  return (
    (!hasTwo || manager.locksTwo === true) &&
    (!manager.hasNoUpperBounds || needs === "lockfile") &&
    (!manager.onlyDirect || asked.every(({ name }) => name === "child"))
  );
}

async function check(manager: PackageManager, scene: Scene): Promise<void> {
  assert.ok(registries);
  const { url } = registries;
  const home = mkdtempSync(join(scratch, "home-"));
  const folder = mkdtempSync(join(scratch, "project-"));
  const bin = join(home, "bin");
  mkdirSync(bin);
  if (manager.binary !== undefined) symlinkSync(manager.binary(), join(bin, manager.command));
  const env = {
    ...process.env,
    RUSTUP_HOME: process.env["RUSTUP_HOME"] ?? join(homedir(), ".rustup"),
    PYENV_ROOT: process.env["PYENV_ROOT"] ?? join(homedir(), ".pyenv"),
    HOME: home,
    PATH: `${bin}:${process.env["PATH"]}`,
    CI: "1",
    npm_config_manage_package_manager_versions: "false",
    pnpm_config_pm_on_fail: "ignore",
    YARN_ENABLE_TELEMETRY: "0",
    YARN_IGNORE_PATH: "1",
    YARN_ENABLE_IMMUTABLE_INSTALLS: "false",
    ...manager.env?.(url, home),
  };
  const shell = (line: string) => execute("sh", ["-c", line], folder, env);
  registries.release("old");
  writeProject(folder, manager.files(scene.asked, url));
  shell(manager.lock);
  registries.release("new");
  const snapshot = await advisoryFolder(record(manager, scene.fixed));
  const audit = (subcommand: string, more: readonly string[] = []) =>
    spawnSync(
      process.execPath,
      [
        CLI,
        "dependencies",
        subcommand,
        "--snapshot",
        snapshot,
        "--max-age",
        "none",
        "--report-directory",
        join(home, "report"),
        ...more,
      ],
      { cwd: folder, encoding: "utf8", env: { PATH: process.env["PATH"] ?? "", HOME: home } },
    );
  const before = audit("audit");
  assert.equal(before.status, 1, `it is not found:\n${before.stdout}${before.stderr}`);
  const told = audit("fix", ["--format", "fix-json"]);
  assert.equal(told.status, 0, `${told.stdout}${told.stderr}`);
  const { suggestions } = JSON.parse(told.stdout) as {
    suggestions: FixSuggestion[];
  };
  const text = JSON.stringify(suggestions, null, 1);
  assert.equal(suggestions.length, 1, text);
  const [{ to, needs, edits, note, commands } = {} as FixSuggestion] = suggestions;
  assert.equal(to?.replace(/^v/, ""), scene.fixed, text);
  if (needs !== scene.needs) console.log(`          (said to need ${needs})`);
  if (scene.needs === "override" && manager.cantOverride) {
    assert.deepEqual([commands, edits.length, note !== undefined], [[], 0, true], text);
    return;
  }
  try {
    const steps = apply(folder, suggestions);
    if (scene.needs === "override" && manager.fails) {
      assert.throws(() => steps.forEach(shell), / ended with /);
      return;
    }
    steps.forEach(shell);
    const after = audit("audit");
    // Of a POM it is said that transitive packages are not looked at.
    const isClean = manager.onlyDirect
      ? after.stdout.includes("audit: no findings")
      : after.status === 0;
    assert.ok(isClean, `${after.stdout}${after.stderr}`);
  } catch (cause) {
    throw new Error(`what was suggested: ${text}`, { cause });
  }
}

function record({ ecosystem, child: name }: PackageManager, fixed: string) {
  const type = ["PyPI", "RubyGems", "Packagist", "Maven"].includes(ecosystem)
    ? "ECOSYSTEM"
    : "SEMVER";
  return {
    id: "GHSA-aaaa-bbbb-cccc",
    aliases: ["CVE-2026-0001"],
    modified: "2026-11-01T00:00:00Z",
    published: "2026-11-01T00:00:00Z",
    database_specific: { severity: "HIGH" },
    affected: [
      {
        package: { ecosystem, name },
        ranges: [{ type, events: [{ introduced: "0" }, { fixed }] }],
      },
    ],
  };
}

function execute(
  file: string,
  args: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv,
): string {
  const ended = spawnSync(file, args, { cwd, encoding: "utf8", env, timeout: 120_000 });
  if (ended.error !== undefined) throw ended.error;
  if (ended.status !== 0)
    throw new Error(
      `${args.join(" ")} ended with ${ended.status}:\n${ended.stdout.slice(-3000)}${ended.stderr.slice(-3000)}`,
    );
  return ended.stdout;
}
