/**
 * SBOM of one npm lockfile with workspaces in two formats: ours beside syft, osv-scalibr and cyclonedx-npm (one format only).
 *
 * `npm run bench:sbom [-- REPOSITORY …]`: the root lockfile of each repository with its manifests; made-up ones of 1,875 and 10,025 entries
 * where none is given, the larger without cyclonedx-npm. All read the same copy, which holds nothing else, git's folder neither.
 */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { peer, peerVersion } from "../interop/peers.ts";
import { assay, assayName } from "./assay.ts";
import { writeNpmProject } from "./npm-project.ts";
import { type Contestant, race } from "./race.ts";
import { countIn } from "./sbom-documents.ts";
import { printMachine, printTable, roundsOr } from "./table.ts";

const ROUNDS = 7;
const PACKAGES = 1850;
const MANY_PACKAGES = 10_000;
/** cyclonedx-npm runs `npm ls`, which takes long on large graphs. */
const SLOW_ROUNDS = 3;

const rounds = roundsOr(ROUNDS);
const scratch = mkdtempSync(join(tmpdir(), "assay-bench-sbom-"));
try {
  printMachine(rounds);
  const given = process.argv.slice(2).map((path) => resolve(path));
  if (given.length === 0) {
    const folder = join(scratch, "made-up");
    const { entries } = writeNpmProject(folder, PACKAGES, false);
    await compare(`made-up lockfile, ${entries} entries`, folder);
    const large = join(scratch, "large");
    const { entries: many } = writeNpmProject(large, MANY_PACKAGES, false);
    await compareQuick(`made-up lockfile, ${many} entries`, large);
  }
  for (const [index, repository] of given.entries()) {
    const folder = join(scratch, String(index));
    const entries = copyProject(repository, folder);
    await compare(`lockfile of ${basename(repository)}, ${entries} entries`, folder);
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

async function compareQuick(title: string, folder: string): Promise<void> {
  printTable(title, await race([ours(folder), syft(folder), scalibr(folder)], rounds));
  mustHaveAll("syft", "scalibr");
}

async function compare(title: string, folder: string): Promise<void> {
  await compareQuick(title, folder);
  const own = ours(folder);
  const slowRounds = Math.min(rounds, SLOW_ROUNDS);
  printTable(`${title}; ${slowRounds} rounds`, await race([own, cyclonedxNpm(folder)], slowRounds));
  mustHaveAll("cyclonedx-npm");
}

function mustHaveAll(...peers: readonly string[]): void {
  const least = Math.max(...peers.map(packagesIn));
  if (packagesIn("ours") < least) throw new Error(`ours has less than ${least} packages`);
}

function ours(folder: string): Contestant {
  const output = ["--report-formats", "json", "--report-directory", join(scratch, "ours")];
  const args = ["sbom", folder, "--offline", "--quiet", ...output];
  const invocations = [assay(args, scratch)];
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

function scalibr(folder: string): Contestant {
  const formats = ["cdx-json", "spdx23-json"].flatMap((format) => [
    "-o",
    `${format}=${join(scratch, "scalibr", `${format}.json`)}`,
  ]);
  const args = [`--root=${folder}`, "--plugins=javascript/packagelockjson", ...formats];
  const invocation = { command: peer("scalibr"), args, folder: scratch };
  const documents = ["cdx-json.json", "spdx23-json.json"];
  return contestant(`osv-scalibr ${peerVersion("scalibr")}`, "scalibr", [invocation], documents);
}

function cyclonedxNpm(folder: string): Contestant {
  const target = join(scratch, "cyclonedx-npm", "bom.json");
  const output = ["--output-format", "JSON", "--output-file", target];
  const args = ["--package-lock-only", "--ignore-npm-errors", ...output, "package.json"];
  const invocation = { command: peer("cyclonedx-npm"), args, folder };
  const name = `cyclonedx-npm ${peerVersion("cyclonedx-npm")}, CycloneDX only`;
  return contestant(name, "cyclonedx-npm", [invocation], ["bom.json"]);
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

/** The least number in any document that a contestant wrote. */
function packagesIn(folder: string): number {
  const documents = readdirSync(join(scratch, folder)).filter((name) => name !== "report.json");
  return Math.min(...documents.map((name) => countIn(join(scratch, folder, name)).packages));
}

/** The root's lockfile and manifest and every workspace's manifest. */
function copyProject(repository: string, folder: string): number {
  const lock = JSON.parse(readFileSync(join(repository, "package-lock.json"), "utf8")) as {
    readonly packages?: Readonly<Record<string, unknown>>;
  };
  if (lock.packages === undefined) {
    throw new Error(`${repository}/package-lock.json has no "packages": version 2 or 3 is needed`);
  }
  const manifests = Object.keys(lock.packages).filter((path) => !/(^|\/)node_modules\//.test(path));
  for (const path of manifests) {
    const present = readdirSync(join(repository, path)).includes("package.json");
    if (!present) continue;
    cpSync(join(repository, path, "package.json"), join(folder, path, "package.json"));
  }
  cpSync(join(repository, "package-lock.json"), join(folder, "package-lock.json"));
  return Object.keys(lock.packages).length;
}
