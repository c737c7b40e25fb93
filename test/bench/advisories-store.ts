/**
 * A store of advisories: made of OSV's archives, and asked for 2,000 names by a process that has not read it yet.
 *
 * `npm run bench:advisories -- ADVISORIES`: a folder with OSV's archives. Others of 50,000 and 200,000 records are made up: one package
 * each, as in the npm archive most of which is malware; and 200,000 that have an alias and a score each.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { openStoreFile } from "../../packages/advisories/src/store/read.ts";
import { zipOf } from "../../packages/advisories/src/test/archive.ts";
import { assay } from "./assay.ts";
import { race } from "./race.ts";
import { printMachine, printTable, roundsOr } from "./table.ts";

const NAMES = 2000;
const [given = "", file = "", made = ""] = process.argv.slice(2);

if (given === "--look-up") lookUp();
else if (given === "") throw new Error("Name a folder with OSV's archives");
else await measure(resolve(given));

async function measure(real: string): Promise<void> {
  const rounds = roundsOr(3);
  const scratch = mkdtempSync(join(tmpdir(), "assay-bench-advisories-"));
  try {
    printMachine(rounds);
    for (const [title, folder] of [
      ["real archives", real],
      ["50,000 records", archive(join(scratch, "50"), 50_000)],
      ["200,000 records", archive(join(scratch, "200"), 200_000)],
      ["200,000 records with an alias", archive(join(scratch, "aliases"), 200_000, true)],
    ] as const) {
      const [store, answer] = [join(scratch, "npm.advisories"), join(scratch, "answer")];
      const args = ["--output", "npm.advisories", "--advisory-store", "store", "--quiet"];
      const self = [fileURLToPath(import.meta.url), "--look-up", store, answer];
      printTable(
        title,
        await race(
          [
            {
              name: "build",
              invocations: [assay(["advisories", "build", folder, ...args], scratch)],
              made: () => `${(statSync(store).size / 1e6).toFixed(1)} MB`,
            },
            {
              name: `look up ${NAMES} names`,
              invocations: [{ command: process.execPath, args: self, folder: scratch }],
              made: () => readFileSync(answer, "utf8"),
            },
          ],
          rounds,
        ),
      );
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** Every tenth name is in the made-up archives. */
function lookUp(): void {
  const names = Array.from({ length: NAMES }, (_, at) =>
    at % 10 === 0 ? `p${at * 7}` : `none-${at}`,
  );
  const before = performance.now();
  const found = new Map();
  const store = openStoreFile(file);
  store.find(
    ["lodash", "minimist", ...names].map((name) => ({ ecosystem: "npm", name })),
    found,
  );
  store.close();
  if (found.size === 0) throw new Error("Nothing was found");
  writeFileSync(made, `${found.size} found in ${(performance.now() - before).toFixed(0)} ms`);
}

function archive(folder: string, count: number, isAliased = false): string {
  mkdirSync(folder);
  const modified = "2026-11-01T00:00:00Z";
  const score = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H";
  const files = Array.from({ length: count }, (_, at) => {
    const id = isAliased ? `GHSA-${at}` : `MAL-2026-${at}`;
    const more = { aliases: [`CVE-2026-${at}`], severity: [{ type: "CVSS_V3", score }] };
    const affected = {
      package: { ecosystem: "npm", name: `p${at}` },
      versions: ["1.0.0", "1.0.1"],
      ranges: [{ type: "SEMVER", events: [{ introduced: "0" }] }],
    };
    const text = {
      summary: `Malicious code in p${at} (npm)`,
      details: `Words of text ${at}. `.repeat(40),
    };
    const record = { id, modified, ...text, ...(isAliased ? more : {}), affected: [affected] };
    return [`${id}.json`, JSON.stringify(record)] as const;
  });
  writeFileSync(join(folder, "npm.zip"), zipOf(files));
  return folder;
}
