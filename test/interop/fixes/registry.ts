import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { zip } from "@assay/testkit/advisories";
import { BUILD_REGISTRY } from "../lockfiles/bundler-projects.ts";
import { writeProject } from "../lockfiles/projects.ts";

const NAMES = ["grand", "parent", "child"] as const;
export type Name = (typeof NAMES)[number];

/** Whom each asks for, in major version 1. */
const NEEDS: Readonly<Partial<Record<Name, Name>>> = { grand: "parent", parent: "child" };

/** A package of the made-up registries, by its short name. */
interface Made {
  readonly name: Name;
  readonly version: string;
}

const OLD: readonly Made[] = [
  { name: "grand", version: "1.0.0" },
  { name: "parent", version: "1.0.0" },
  { name: "child", version: "1.0.0" },
  { name: "child", version: "2.0.0" },
];
const NEW: readonly Made[] = [...OLD, { name: "child", version: "1.1.0" }];

export interface Registries {
  /** Of the server, without a slash at its end. */
  readonly url: string;
  /** The folder that it serves. */
  readonly folder: string;
  /** Before (`old`) or after (`new`) the fixed versions are released. */
  release(age: "old" | "new"): void;
  stop(): void;
}

/**
 * Registries of npm, Python, Cargo, Go, RubyGems, Composer and Maven with `fx-grand` that asks for `fx-parent`, `fx-parent` that asks for `fx-child`,
 * each in major version 1,
 * and `fx-child` 1.0.0 and 2.0.0: 1.1.0 is there only once it is released.
 */
export async function startRegistries(scratch: string): Promise<Registries> {
  const now = join(scratch, "now");
  const server = spawn(process.execPath, [join(import.meta.dirname, "server.ts"), now], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const url = `http://127.0.0.1:${await firstLine(server)}`;
  for (const [age, all] of [
    ["old", OLD],
    ["new", NEW],
  ] as const) {
    const folder = join(scratch, age);
    npm(folder, url, all);
    python(folder, all);
    cargo(folder, url, all);
    golang(folder, all);
    gems(folder, all);
    composer(folder, all);
  }
  return {
    url,
    folder: now,
    release(age) {
      rmSync(now, { force: true });
      symlinkSync(age, now);
    },
    stop: () => server.kill(),
  };
}

function firstLine(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    server.stdout?.once("data", (data: Buffer) => resolve(data.toString().trim()));
    server.once("exit", () => reject(new Error("the registries' server has ended")));
  });
}

function npm(folder: string, url: string, all: readonly Made[]): void {
  for (const name of NAMES) {
    const needs = NEEDS[name];
    const versions = all.filter((each) => each.name === name).map(({ version }) => version);
    const full = `fx-${name}`;
    const manifests = versions.map((version) => {
      const manifest = {
        name: full,
        version,
        ...(needs !== undefined && { dependencies: { [`fx-${needs}`]: "^1.0.0" } }),
      };
      const tarball = archive(folder, `npm/-/${full}-${version}.tgz`, "package", {
        "package.json": manifest,
      });
      const integrity = `sha512-${createHash("sha512").update(tarball).digest("base64")}`;
      const shasum = createHash("sha1").update(tarball).digest("hex");
      const dist = { tarball: `${url}/npm/-/${full}-${version}.tgz`, integrity, shasum };
      return [version, { ...manifest, dist }];
    });
    const time = Object.fromEntries(versions.map((each) => [each, "2020-01-01T00:00:00.000Z"]));
    writeProject(folder, {
      [`npm/${full}.json`]: {
        name: full,
        "dist-tags": { latest: versions.toSorted().at(-1) },
        versions: Object.fromEntries(manifests),
        time,
      },
    });
  }
}

function python(folder: string, all: readonly Made[]): void {
  for (const name of NAMES) {
    const needs = NEEDS[name];
    const links = all
      .filter((each) => each.name === name)
      .map(({ version }) => {
        const file = `fx_${name}-${version}-py3-none-any.whl`;
        const info = `fx_${name}-${version}.dist-info`;
        const asked = needs === undefined ? "" : `Requires-Dist: fx-${needs}>=1.0,<2\n`;
        const metadata = `Metadata-Version: 2.1\nName: fx-${name}\nVersion: ${version}\nRequires-Python: >=3.8\n${asked}\n`;
        const wheel = zip([
          [`fx_${name}.py`, ""],
          [`${info}/METADATA`, metadata],
          [
            `${info}/WHEEL`,
            "Wheel-Version: 1.0\nGenerator: x\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
          ],
          [
            `${info}/RECORD`,
            `fx_${name}.py,,\n${info}/METADATA,,\n${info}/WHEEL,,\n${info}/RECORD,,\n`,
          ],
        ]);
        put(join(folder, "simple", `fx-${name}`, file), wheel);
        const hash = createHash("sha256").update(wheel).digest("hex");
        return `<a href="${file}#sha256=${hash}" data-requires-python="&gt;=3.8">${file}</a>`;
      });
    writeProject(folder, {
      [`simple/fx-${name}/index.html`]: `<!DOCTYPE html><html><body>${links.join("\n")}</body></html>`,
    });
  }
}

function cargo(folder: string, url: string, all: readonly Made[]): void {
  writeProject(folder, {
    "cargo/config.json": { dl: `${url}/cargo/crates/{crate}-{version}.crate`, api: null },
  });
  for (const name of NAMES) {
    const needs = NEEDS[name];
    const lines = all
      .filter((each) => each.name === name)
      .map(({ version: vers }) => {
        const asked = needs === undefined ? "" : `[dependencies]\nfx-${needs} = "1.0"\n`;
        const crate = archive(
          folder,
          `cargo/crates/fx-${name}-${vers}.crate`,
          `fx-${name}-${vers}`,
          {
            "Cargo.toml": `[package]\nname = "fx-${name}"\nversion = "${vers}"\n${asked}`,
            "src/lib.rs": "",
          },
        );
        const cksum = createHash("sha256").update(crate).digest("hex");
        const dependency = {
          name: `fx-${needs}`,
          req: "^1.0",
          features: [],
          optional: false,
          default_features: true,
          target: null,
          kind: "normal",
        };
        const deps = needs === undefined ? [] : [dependency];
        return JSON.stringify({
          name: `fx-${name}`,
          vers,
          deps,
          cksum,
          features: {},
          yanked: false,
        });
      });
    writeProject(folder, {
      [`cargo/fx/-${name.slice(0, 1)}/fx-${name}`]: `${lines.join("\n")}\n`,
    });
  }
}

function golang(folder: string, all: readonly Made[]): void {
  for (const { name, version } of all) {
    // Major versions from 2 on are modules of their own.
    if (version.startsWith("2")) continue;
    const asked = NEEDS[name];
    const module = `example.test/fx/${name}`;
    const at = join(folder, "go", module, "@v");
    const imports = asked === undefined ? "" : `import _ "example.test/fx/${asked}"\n`;
    const needs = asked === undefined ? "" : `\nrequire example.test/fx/${asked} v1.0.0\n`;
    const mod = `module ${module}\n\ngo 1.20\n${needs}`;
    const inside = `${module}@v${version}`;
    put(join(at, `v${version}.mod`), mod);
    put(
      join(at, `v${version}.info`),
      JSON.stringify({ Version: `v${version}`, Time: "2020-01-01T00:00:00Z" }),
    );
    put(
      join(at, `v${version}.zip`),
      zip([
        [`${inside}/go.mod`, mod],
        [`${inside}/x.go`, `package ${name}\n${imports}`],
      ]),
    );
    const listed = all.filter((each) => each.name === name && !each.version.startsWith("2"));
    put(join(at, "list"), listed.map((each) => `v${each.version}\n`).join(""));
  }
}

function gems(folder: string, all: readonly Made[]): void {
  const at = join(folder, "gems");
  const universe = all.map(({ name, version }) => ({
    name: `fx-${name}`,
    version,
    platform: "ruby",
    needs: NEEDS[name] === undefined ? [] : [[`fx-${NEEDS[name]}`, "~> 1.0"]],
  }));
  writeProject(at, { "universe.json": universe });
  execFileSync("ruby", ["-e", BUILD_REGISTRY], { cwd: at, stdio: ["ignore", "ignore", "inherit"] });
}

function composer(folder: string, all: readonly Made[]): void {
  const packages = Object.fromEntries(
    NAMES.map((name) => [
      `fx/${name}`,
      Object.fromEntries(
        all
          .filter((each) => each.name === name)
          .map(({ version }) => [
            version,
            {
              name: `fx/${name}`,
              version,
              dist: { type: "zip", url: `https://dl.example.test/${name}-${version}.zip` },
              ...(NEEDS[name] !== undefined && { require: { [`fx/${NEEDS[name]}`]: "^1.0" } }),
            },
          ]),
      ),
    ]),
  );
  writeProject(folder, { "composer/packages.json": { packages } });
}

/** A gzipped tar archive of files below one folder. */
function archive(
  folder: string,
  path: string,
  top: string,
  files: Parameters<typeof writeProject>[1],
): Uint8Array {
  const work = join(folder, "work");
  writeProject(join(work, top), files);
  const target = join(folder, path);
  mkdirSync(dirname(target), { recursive: true });
  const same = ["--sort=name", "--mtime=@0", "--owner=0", "--group=0"];
  execFileSync("tar", [...same, "-czf", target, top], { cwd: work });
  rmSync(work, { recursive: true });
  return readFileSync(target);
}

function put(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}
