/**
 * SBOM of lockfiles in two formats: ours beside syft, osv-scalibr (with the readers of the same lockfiles), and the CycloneDX tool of the
 * ecosystem (one format only) where its lockfile lies at the root: cyclonedx-npm, cyclonedx-py (of requirements: it fails on projects of Poetry 2), cyclonedx-gomod (which
 * runs `go`, and needs the modules).
 *
 * `npm run bench:sbom [-- CHECKOUT …]`: every lockfile and manifest that we know in each checkout; made-up projects where none is given, of
 * 1,875 and 10,025 npm entries, of 2,400 packages of uv, pnpm, Cargo and Go, 10,000 of uv, and a repository of 300 lockfiles. All read the
 * same copy, which holds nothing else, git's folder neither.
 */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { ECOSYSTEMS } from "@assay/inventory";
import { peer, peerVersion } from "../interop/peers.ts";
import { assay, assayName } from "./assay.ts";
import { MADE_UP, writeMadeUp, writeMonorepo } from "./made-up-locks.ts";
import { writeNpmProject } from "./npm-project.ts";
import { type Contestant, race } from "./race.ts";
import { countIn } from "./sbom-documents.ts";
import { printMachine, printTable, roundsOr } from "./table.ts";

const ROUNDS = 7;
/** They run `npm ls` or `go`, which take long on large graphs. */
const SLOW_ROUNDS = 3;

/** osv-scalibr's reader of each of our formats; where there is none it is not asked for that lockfile. */
const SCALIBR_PLUGINS: Readonly<Record<string, string>> = {
  "package-lock": "javascript/packagelockjson",
  "pnpm-lock": "javascript/pnpmlock",
  "yarn-lock": "javascript/yarnlock",
  "bun-lock": "javascript/bunlock",
  uv: "python/uvlock",
  poetry: "python/poetrylock",
  pdm: "python/pdmlock",
  pipenv: "python/pipfilelock",
  requirements: "python/requirements",
  "go-mod": "go/gomod",
  "cargo-lock": "rust/cargolock",
  bundler: "ruby/gemfilelock",
  composer: "php/composerlock",
  "nuget-lock": "dotnet/packageslockjson",
};

/** What ours leaves out on purpose is no work for the others either. */
const LEFT_OUT = /(?:^|\/)(?:node_modules|\.git|tests?|testdata|fixtures|examples?)(?:\/|$)/;

/** By the lockfile at the root: the CycloneDX tool of its ecosystem. */
const OWN_TOOLS: readonly (readonly [file: string, tool: (folder: string) => Contestant])[] = [
  [
    "package-lock.json",
    (folder) => {
      const args = ["--package-lock-only", "--ignore-npm-errors", "--output-format", "JSON"];
      return ownTool("cyclonedx-npm", folder, (target) => [
        ...args,
        "--output-file",
        target,
        "package.json",
      ]);
    },
  ],
  [
    "requirements.txt",
    (folder) =>
      ownTool("cyclonedx-py", folder, (target) => {
        return ["requirements", "--of", "JSON", "-o", target, "requirements.txt"];
      }),
  ],
  [
    "go.mod",
    (folder) =>
      ownTool("cyclonedx-gomod", folder, (target) => ["mod", "-json", "-output", target, folder]),
  ],
];

const given = process.argv.slice(2).map((path) => resolve(path));
const rounds = roundsOr(ROUNDS);
const scratch = mkdtempSync(join(tmpdir(), "assay-bench-sbom-"));
try {
  printMachine(rounds);
  for (const [index, checkout] of given.entries()) {
    const folder = join(scratch, String(index));
    await compare(`lockfiles of ${basename(checkout)}`, folder, copyLockfiles(checkout, folder));
  }
  if (given.length === 0) await compareMadeUp();
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

async function compareMadeUp(): Promise<void> {
  for (const packages of [1850, 10_000]) {
    const folder = join(scratch, `npm-${packages}`);
    const { entries } = writeNpmProject(folder, packages, false);
    const formats = new Set(["package-lock", ...(packages > 5000 ? ["large"] : [])]);
    await compare(`made-up package-lock.json, ${entries} entries`, folder, formats);
  }
  const formatOf = { uv: "uv", pnpm: "pnpm-lock", cargo: "cargo-lock", go: "go-mod" } as const;
  for (const kind of MADE_UP) {
    const folder = join(scratch, kind);
    writeMadeUp(folder, kind, 2400);
    await compare(`made-up ${kind}, 2,400 packages`, folder, new Set([formatOf[kind], "large"]));
  }
  const large = join(scratch, "uv-large");
  writeMadeUp(large, "uv", 10_000);
  await compare("made-up uv, 10,000 packages", large, new Set(["uv"]));
  const monorepo = join(scratch, "monorepo");
  writeMonorepo(monorepo, 300, 30);
  const every = new Set([...Object.values(formatOf), "package-lock"]);
  await compare("made-up repository of 300 lockfiles", monorepo, every);
}

/** @param formats of the lockfiles in the folder; `large` where the ecosystem's own tool would take minutes */
async function compare(title: string, folder: string, formats: ReadonlySet<string>): Promise<void> {
  printTable(title, await race([ours(folder), syft(folder), scalibr(folder, formats)], rounds));
  // Of real repositories the accuracy suite explains every difference: standard libraries, members that count as packages.
  if (given.length === 0) mustHaveAll("scalibr");
  for (const [file, own] of OWN_TOOLS) {
    if (formats.has("large") || !readdirSync(folder).includes(file)) continue;
    const slowRounds = Math.min(rounds, SLOW_ROUNDS);
    const tool = own(folder);
    // It may need what can't be had here, as modules from a network.
    const slow = await race([ours(folder), tool], slowRounds).catch((error: Error) => {
      console.log(`\n${title}: ${error.message.split("\n", 1)[0]}`);
    });
    if (slow === undefined) continue;
    printTable(`${title}; ${slowRounds} rounds`, slow);
  }
}

/** syft is left out: it counts files of workflows too. Ours has the project itself in SPDX only, where others have it in both. */
function mustHaveAll(other: string): void {
  const [most = 0, least = 0] = [Math.max(...packagesIn("ours")), Math.min(...packagesIn(other))];
  if (most < least) throw new Error(`ours has ${most} packages, ${other} ${least}`);
}

function ours(folder: string): Contestant {
  const output = ["--report-formats", "json", "--report-directory", join(scratch, "ours")];
  const args = ["sbom", folder, "--offline", "--quiet", ...output];
  // Findings of a real repository (no manifest of a member, no checksum) end with 1: the documents are there all the same.
  const invocations = [{ ...assay(args, scratch), exits: [0, 1] }];
  return contestant(assayName(""), "ours", invocations, ["sbom.cdx.json", "sbom.spdx.json"]);
}

function syft(folder: string): Contestant {
  const formats = ["cyclonedx-json", "spdx-json"].flatMap((format) => [
    "--output",
    `${format}=${join(scratch, "syft", `${format}.json`)}`,
  ]);
  const invocation = {
    command: peer("syft"),
    args: ["scan", `dir:${folder}`, "--quiet", ...formats],
    folder: scratch,
    environment: { SYFT_CHECK_FOR_APP_UPDATE: "false" },
  };
  const documents = ["cyclonedx-json.json", "spdx-json.json"];
  return contestant(`syft ${peerVersion("syft")}`, "syft", [invocation], documents);
}

function scalibr(folder: string, formats: ReadonlySet<string>): Contestant {
  const outputs = ["cdx-json", "spdx23-json"].flatMap((format) => [
    "-o",
    `${format}=${join(scratch, "scalibr", `${format}.json`)}`,
  ]);
  const plugins = [...formats].flatMap((format) => SCALIBR_PLUGINS[format] ?? []).sort();
  const args = [`--root=${folder}`, `--plugins=${plugins.join(",")}`, ...outputs];
  const invocation = { command: peer("scalibr"), args, folder: scratch };
  const documents = ["cdx-json.json", "spdx23-json.json"];
  return contestant(`osv-scalibr ${peerVersion("scalibr")}`, "scalibr", [invocation], documents);
}

function ownTool(
  name: "cyclonedx-npm" | "cyclonedx-py" | "cyclonedx-gomod",
  folder: string,
  argsFor: (target: string) => readonly string[],
): Contestant {
  const args = argsFor(join(scratch, name, "bom.json"));
  const label = `${name} ${peerVersion(name)}, CycloneDX only`;
  return contestant(label, name, [{ command: peer(name), args, folder }], ["bom.json"]);
}

function contestant(
  name: string,
  folder: string,
  invocations: Contestant["invocations"],
  documents: readonly string[],
): Contestant {
  return {
    name,
    invocations,
    reset: () => {
      rmSync(join(scratch, folder), { recursive: true, force: true });
      mkdirSync(join(scratch, folder));
    },
    made: () =>
      documents
        .map((document) => countIn(join(scratch, folder, document)))
        .map(({ format, packages, edges }) => `${format} ${packages} packages ${edges} edges`)
        .join(", "),
  };
}

/** How many packages are in each document that a contestant wrote. */
function packagesIn(folder: string): readonly number[] {
  const documents = readdirSync(join(scratch, folder)).filter((name) => name !== "report.json");
  return documents.map((name) => countIn(join(scratch, folder, name)).packages);
}

/**
 * Copies every lockfile and manifest of a checkout.
 *
 * @returns the formats of its lockfiles
 */
function copyLockfiles(checkout: string, folder: string): ReadonlySet<string> {
  const formats = new Set<string>();
  for (const path of readdirSync(checkout, { recursive: true, encoding: "utf8" })) {
    if (LEFT_OUT.test(path)) continue;
    const known = ECOSYSTEMS.flatMap(({ formats: locks, manifests = [] }) => [
      ...locks,
      ...manifests,
    ]).filter(({ files }) =>
      files.some((file) =>
        typeof file === "string"
          ? file === basename(path)
          : file.test(basename(path)) || file.test(path),
      ),
    );
    const beside = /(?:^|\/)(?:go\.sum|vendor\/modules\.txt|pnpm-workspace\.yaml|\.yarnrc\.yml)$/;
    if (known.length === 0 && !beside.test(path)) continue;
    if (!statSync(join(checkout, path)).isFile()) continue;
    for (const each of known) if ("id" in each) formats.add(each.id);
    mkdirSync(join(folder, path, ".."), { recursive: true });
    cpSync(join(checkout, path), join(folder, path));
  }
  return formats;
}
