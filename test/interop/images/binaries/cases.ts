/** What real programs say of themselves, beside what the tools that built them say, and beside syft and osv-scalibr. */
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import {
  createReadStream,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ImageInventory, readImageInventory } from "@assay/inventory/image";
import { peer } from "../../peers.ts";
import type { InteropCase } from "../../suite.ts";
import { buildGo, buildRust, cratesOf, GO_BUILDS, goModulesOf } from "./build.ts";

const BIN = "usr/local/bin";

interface Built {
  readonly folder: string;
  /** The file system of the image. */
  readonly root: string;
  readonly rust: string;
  readonly inventory: ImageInventory;
}

let built: Promise<Built> | undefined;

/** Once for all cases; the folder goes with the process. */
function image(): Promise<Built> {
  built ??= build();
  return built;
}

async function build(): Promise<Built> {
  const folder = mkdtempSync(join(tmpdir(), "assay-binaries-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  const [root, rust] = [join(folder, "root"), join(folder, "rust")];
  mkdirSync(join(root, BIN), { recursive: true });
  buildGo(join(folder, "go"), join(root, BIN));
  buildRust(rust, join(root, BIN));
  for (const { name } of runtimes())
    execFileSync("cp", [realpathSync(which(name) ?? ""), join(root, BIN, name)]);
  return { folder, root, rust, inventory: await inventoryOf(root, join(folder, "layer.tar")) };
}

/** Of an image with one layer. */
async function inventoryOf(root: string, layer: string): Promise<ImageInventory> {
  execFileSync("tar", ["-cf", layer, "-C", root, "."]);
  const open = () => createReadStream(layer);
  return readImageInventory({ layers: [{ digest: "sha256:layer", open }] });
}

/** `name version` of the components that one program has. */
function componentsAt({ inventory }: Built, name: string, scope?: string): readonly string[] {
  const path = `${BIN}/${name}`;
  return [...inventory.components.values()]
    .filter(({ places }) => places.some((place) => place.path === path))
    .filter(({ component }) => scope === undefined || component.scope === scope)
    .map(({ component: { name: own, version } }) =>
      version === undefined ? own : `${own} ${version}`,
    )
    .sort();
}

const RUNTIMES: readonly (readonly [name: string, component: string, argument: string])[] = [
  ["node", "node", "--version"],
  ["bash", "bash", "--version"],
  ["perl", "perl", "-v"],
  ["php", "php", "--version"],
  ["openssl", "openssl", "version"],
  ["curl", "curl", "--version"],
  ["busybox", "busybox", "--help"],
  ["nginx", "nginx", "-v"],
  ["redis-server", "redis", "--version"],
  ["memcached", "memcached", "--version"],
  ["haproxy", "haproxy", "-v"],
];

/** Those that this machine has: at least one, for Node runs this. */
function runtimes() {
  return RUNTIMES.flatMap(([name, component, argument]) =>
    which(name) === undefined ? [] : [{ name, component, argument }],
  );
}

function which(name: string): string | undefined {
  const { stdout } = spawnSync("which", [name], { encoding: "utf8" });
  return stdout.trim() || undefined;
}

export const binaryCases: readonly InteropCase[] = [
  {
    name: "programs of Go, for every system: as `go version -m` says",
    async run() {
      const all = await image();
      for (const name of [...Object.keys(GO_BUILDS), "file"]) {
        const expected = goModulesOf(join(all.root, BIN, `app-${name}`));
        assert.deepEqual(componentsAt(all, `app-${name}`), expected, name);
      }
    },
  },
  {
    name: "a program of cargo auditable: as `cargo tree` says",
    async run() {
      const all = await image();
      const needed = cratesOf(all.rust, "normal,no-proc-macro");
      const crates = cratesOf(all.rust, "normal,build");
      assert.deepEqual(componentsAt(all, "rsapp", "runtime"), needed);
      assert.deepEqual(componentsAt(all, "rsapp"), crates);
    },
  },
  {
    name: "versions that programs print: as they print them",
    async run() {
      const all = await image();
      const found = runtimes();
      assert.ok(found.length > 0);
      for (const { name, component, argument } of found) {
        const { stdout, stderr } = spawnSync(which(name) ?? "", [argument], { encoding: "utf8" });
        const version = /\d+\.\d+\.\d+/.exec(stdout + stderr)?.[0];
        assert.deepEqual(componentsAt(all, name), [`${component} ${version}`]);
      }
    },
  },
  {
    name: "nothing is left unidentified",
    run: async () => assert.deepEqual((await image()).inventory.unidentified, []),
  },
  {
    name: "syft and osv-scalibr differ as docs/accuracy.md says",
    async run() {
      const { root, folder, inventory } = await image();
      const ours = new Set(
        [...inventory.components.values()]
          .filter(({ component }) => /golang|cargo/.test(component.ecosystem))
          .map(({ component: { purl, name } }) => purl ?? `no purl: ${name}`),
      );
      const others = { syft: syftOf(root), scalibr: scalibrOf(root, join(folder, "scalibr.json")) };
      assert.deepEqual(differences(ours, others.syft), {
        ours: ["no purl: example.com/local", "no purl: rsapp", ...buildCrates(inventory)].sort(),
        theirs: [
          "pkg:cargo/rsapp@0.3.0",
          "pkg:golang/command-line-arguments",
          "pkg:golang/example.com/local",
        ],
      });
      // Versions without `v`, and another name for the library of Go.
      const alike = [...others.scalibr].map((purl) =>
        purl
          .replace(/^(pkg:golang\/.*@)(?=\d)/, "$1v")
          .replace("pkg:golang/go@v", "pkg:golang/stdlib@"),
      );
      assert.deepEqual(differences(ours, new Set(alike)), {
        ours: [
          "no purl: example.com/local",
          "no purl: rsapp",
          "pkg:golang/example.com/team/app",
          ...buildCrates(inventory),
        ].sort(),
        theirs: [
          "pkg:cargo/rsapp@0.3.0",
          "pkg:golang/./local@%28devel%29",
          "pkg:golang/example.com/team/app@%28devel%29",
        ],
      });
    },
  },
];

function buildCrates({ components }: ImageInventory): readonly string[] {
  return [...components.values()].flatMap(({ component: { ecosystem, scope, purl } }) =>
    ecosystem === "cargo" && scope === "development" && purl !== undefined ? [purl] : [],
  );
}

function differences(ours: ReadonlySet<string>, theirs: ReadonlySet<string>) {
  return {
    ours: [...ours].filter((each) => !theirs.has(each)).sort(),
    theirs: [...theirs].filter((each) => !ours.has(each)).sort(),
  };
}

interface Listed {
  readonly purl?: string;
}

function purls(all: readonly Listed[]): ReadonlySet<string> {
  return new Set(
    all.flatMap(({ purl }) => (purl && /^pkg:(?:golang|cargo)\//.test(purl) ? [purl] : [])),
  );
}

function syftOf(root: string): ReadonlySet<string> {
  const args = ["scan", `dir:${root}`, "--quiet", "-o", "syft-json"];
  const env = { ...process.env, SYFT_CHECK_FOR_APP_UPDATE: "false" };
  const text = execFileSync(peer("syft"), args, { encoding: "utf8", maxBuffer: 2 ** 28, env });
  return purls((JSON.parse(text) as { artifacts: readonly Listed[] }).artifacts);
}

function scalibrOf(root: string, file: string): ReadonlySet<string> {
  const args = ["--offline", `--root=${root}`, "--plugins=go,rust", "-o", `cdx-json=${file}`];
  spawnSync(peer("scalibr"), args, { stdio: "ignore" });
  const document: { components: readonly Listed[] } = JSON.parse(readFileSync(file, "utf8"));
  return purls(document.components);
}
