import { createHash, generateKeyPairSync } from "node:crypto";
import {
  type GitRepository,
  gitRepository,
  runNode,
  temporaryFolder,
  writeFiles,
} from "@assay/testkit";
import { advisory, advisoryFolder } from "@assay/testkit/advisories";
import { CLI } from "./entries.ts";
import { FAKE_BANDIT, fakeTool } from "./python-tools.ts";

/** A repository and the inputs that a command needs there. Its last commit is the change, the one before its base. */
export interface Scene {
  readonly repository: GitRepository;
  readonly base: string;
  readonly head: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
}

/** How one action passes, and how it fails by its own rule. */
export interface Scenes {
  readonly passing: () => Promise<Scene>;
  readonly failing: () => Promise<Scene>;
  readonly rule: string;
  /** What reports call the command, where it is not the action's name. */
  readonly command?: string;
  /** An act tells its failures by their kind; where nothing is given, a policy was broken: exit code 1. */
  readonly failsAs?: { readonly exitCode: number; readonly outcome: string };
}

type Files = Readonly<Record<string, string>>;

const CLEAN: Files = { "README.md": "# shop\n", "package-lock.json": lockfile({ left: "MIT" }) };

/** By the action's name. */
export const SCENES: Readonly<Record<string, Scenes>> = {
  check: {
    passing: () => unadvised({ "docs.md": "Nothing to see.\n" }),
    failing: () =>
      unadvised({ "package-lock.json": lockfile({ left: "MIT", right: "GPL-3.0-only" }) }),
    rule: "licenses.denied",
  },
  sbom: {
    passing: () => scene(CLEAN, { "docs.md": "Nothing to see.\n" }),
    failing: () => scene(CLEAN, { "package-lock.json": "<<<<<<< ours\n" }),
    rule: "inventory.broken-lockfile",
  },
  licenses: {
    passing: () => scene(CLEAN, { "package-lock.json": lockfile({ left: "MIT", down: "ISC" }) }),
    failing: () =>
      scene(CLEAN, { "package-lock.json": lockfile({ left: "MIT", right: "GPL-3.0-only" }) }),
    rule: "licenses.denied",
  },
  secrets: {
    passing: () => scene(CLEAN, { "docs.md": "Nothing to see.\n" }),
    failing: () => scene(CLEAN, { "deploy.env": `AWS_KEY=${awsKey()}\n` }),
    rule: "secrets.",
  },
  dependencies: {
    passing: () => advised({ "docs.md": "Nothing to see.\n" }),
    failing: () => advised({ "package-lock.json": lockfile({ left: "MIT", right: "MIT" }) }),
    rule: "dependencies.vulnerable",
  },
  policy: {
    passing: () => scene(CLEAN, { "docs.md": "Nothing to see.\n" }, { preset: "slsa-build-3" }),
    failing: () =>
      scene(
        CLEAN,
        {
          ".github/workflows/ci.yml":
            "on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: o/r@v1\n",
        },
        { preset: "slsa-build-3", enable: "workflow.unpinned-uses" },
      ),
    rule: "workflow.unpinned-uses",
  },
  image: {
    passing: () => imaged("MIT"),
    failing: () => imaged("GPL-3.0-only"),
    rule: "licenses.denied",
    command: "image check dir:rootfs",
  },
  advisories: {
    passing: () => advisories("npm"),
    failing: () => advisories("PyPI"),
    rule: "advisories.unavailable",
    failsAs: { exitCode: 3, outcome: "error" },
  },
  python: {
    passing: () => python("import shlex\n"),
    failing: () => python("import subprocess\nsubprocess.call(x, shell=True)\n"),
    rule: "python.bandit",
  },
  sign: {
    passing: () => signing({ files: "release/*.txt" }),
    failing: () => signing({ files: "release/*.zip" }),
    rule: "sign.nothing-to-sign",
    failsAs: { exitCode: 2, outcome: "error" },
  },
  attest: {
    passing: () => attesting({ files: "release/*.txt" }),
    failing: () => attesting({ files: "release/*.zip" }),
    rule: "attest.nothing-to-attest",
    failsAs: { exitCode: 2, outcome: "error" },
  },
  release: {
    passing: () => releasing({ files: "release/*.txt" }),
    failing: () => releasing({ files: "release/*.zip" }),
    rule: "sign.nothing-to-sign",
    failsAs: { exitCode: 2, outcome: "error" },
  },
  verify: {
    passing: () => verifying({}),
    failing: () => verifying({ "release/a.txt": "tampered with\n" }),
    rule: "verify.digest-mismatch",
  },
};

async function scene(base: Files, change: Files, inputs: Files = {}): Promise<Scene> {
  const repository = await gitRepository(base);
  const first = await repository.git("rev-parse", "HEAD");
  const head = await repository.commit("change", change);
  return { repository, base: first, head, inputs };
}

/** With advisories at hand: `right` is affected. */
async function advised(change: Files): Promise<Scene> {
  const snapshot = await advisoryFolder(advisory("GHSA-aaaa-bbbb-cccc", "right"));
  return scene(CLEAN, change, { snapshot, "max-age": "none" });
}

/** Without: the checks that need none. */
function unadvised(change: Files): Promise<Scene> {
  return scene(CLEAN, change, { checks: "sbom, licenses, secrets" });
}

/** An unpacked image with one package of this licence. */
function imaged(license: string): Promise<Scene> {
  const manifest = JSON.stringify({ name: "left", version: "1.0.0", license });
  return scene(
    CLEAN,
    { "rootfs/app/node_modules/left/package.json": manifest, "rootfs/app/start.sh": "node .\n" },
    { image: "dir:rootfs", checks: "sbom, licenses, secrets" },
  );
}

/** A snapshot of npm alone, made by the built CLI. */
async function advisories(ecosystems: string): Promise<Scene> {
  const record = {
    id: "GHSA-aaaa-bbbb-cccc",
    modified: new Date().toISOString(),
    affected: [{ package: { ecosystem: "npm", name: "left" }, versions: ["1.0.0"] }],
  };
  const folder = await temporaryFolder();
  await writeFiles(folder, { "osv/a.json": JSON.stringify(record) });
  const store = ["--advisory-store", "store"];
  const built = await runNode(
    [CLI, "advisories", "build", "osv", "--output", "a.advisories", ...store],
    {
      cwd: folder,
      env: { PATH: process.env["PATH"] ?? "" },
    },
  );
  if (built.exitCode !== 0) throw new Error(`Building failed: ${built.stdout}${built.stderr}`);
  const inputs = {
    snapshot: `${folder}/a.advisories`,
    "advisory-store": `${folder}/store`,
    ecosystems,
  };
  return scene(CLEAN, { "docs.md": "Nothing to see.\n" }, inputs);
}

/** With a program in bandit's place that finds every `shell=True` of `a.py`. */
async function python(text: string): Promise<Scene> {
  const venv = await temporaryFolder();
  await fakeTool(venv, "bandit", FAKE_BANDIT);
  return scene(CLEAN, { "a.py": text }, { tools: "bandit", venv });
}

const RELEASE: Files = { "release/a.txt": "a\n", "release/b.txt": "b\n" };

async function signing(inputs: Files): Promise<Scene> {
  const made = await scene(RELEASE, {}, { key: "env://SIGNING_KEY", ...inputs });
  return { ...made, env: { SIGNING_KEY: keys().privateKey } };
}

async function attesting(inputs: Files): Promise<Scene> {
  const made = await signing({ "predicate-type": "test-result", predicate: "r.json", ...inputs });
  const result = JSON.stringify({ result: "PASSED", configuration: [] });
  return { ...made, head: await made.repository.commit("tested", { "r.json": result }) };
}

async function releasing(inputs: Files): Promise<Scene> {
  return await signing({ tag: "v1.0.0", "dry-run": "true", ...inputs });
}

/** Signs with the built CLI, then changes what was signed. */
async function verifying(tampering: Files): Promise<Scene> {
  const { privateKey, publicKey } = keys();
  const made = await scene(RELEASE, {}, { key: "env://PUBLIC_KEY", files: "release/*.txt" });
  const signed = await runNode([CLI, "sign", "release/*.txt", "--key", "env://SIGNING_KEY"], {
    cwd: made.repository.root,
    env: { PATH: process.env["PATH"] ?? "", SIGNING_KEY: privateKey },
  });
  if (signed.exitCode !== 0) throw new Error(`Signing failed: ${signed.stdout}${signed.stderr}`);
  const head = await made.repository.commit("release", tampering);
  return { ...made, head, env: { PUBLIC_KEY: publicKey } };
}

function keys() {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  return {
    privateKey: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    publicKey: publicKey.export({ type: "spki", format: "pem" }).toString(),
  };
}

/** A `package-lock.json` (version 3) of direct dependencies: name → licence. */
export function lockfile(licenses: Files): string {
  const names = Object.keys(licenses);
  const packages = Object.fromEntries(
    names.map((name) => [
      `node_modules/${name}`,
      {
        version: "1.0.0",
        resolved: `https://registry.npmjs.org/${name}/-/${name}-1.0.0.tgz`,
        integrity: `sha512-${createHash("sha512").update(name).digest("base64")}`,
        license: licenses[name],
      },
    ]),
  );
  const dependencies = Object.fromEntries(names.map((name) => [name, "^1.0.0"]));
  const root = { name: "shop", version: "1.0.0", license: "MIT", dependencies };
  const lock = { name: "shop", version: "1.0.0", lockfileVersion: 3, requires: true };
  return `${JSON.stringify({ ...lock, packages: { "": root, ...packages } }, null, 2)}\n`;
}

/** The shape of an AWS access key id, put together here so that no scanner finds it in this file. */
export function awsKey(): string {
  return `${"AK"}${"IA"}Q7ZTN2WXYD4VHLRG`;
}
