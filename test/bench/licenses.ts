/**
 * Licences of a whole tree: ours beside license-checker-rseidelsohn, which reads `node_modules`.
 *
 * `npm run bench:licenses [-- PROJECT …]`: projects with a lockfile and installed packages; this repository and a made-up one of 1,850
 * packages where none is given. Ours judges every package against an allow list; the peer only collects. Every package of the
 * lockfile that the peer reports has to be among ours, else the run ends with an error.
 */
import { mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { peer, peerVersion } from "../interop/peers.ts";
import { assay, assayName } from "./assay.ts";
import { writeNpmProject } from "./npm-project.ts";
import { type Contestant, race } from "./race.ts";
import { printMachine, printTable, roundsOr } from "./table.ts";

const ROUNDS = 7;
const PACKAGES = 1850;

const rounds = roundsOr(ROUNDS);
const scratch = mkdtempSync(join(tmpdir(), "assay-bench-licenses-"));
try {
  printMachine(rounds);
  const given = process.argv.slice(2).map((path) => resolve(path));
  if (given.length > 0) {
    for (const project of given) await compare(`node_modules of ${basename(project)}`, project);
  } else {
    const madeUp = join(scratch, "made-up");
    await compare(
      "node_modules of this repository",
      fileURLToPath(new URL("../..", import.meta.url)),
    );
    writeNpmProject(madeUp, PACKAGES, true);
    await compare(`made-up node_modules of ${PACKAGES} packages`, madeUp);
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

async function compare(title: string, project: string): Promise<void> {
  printTable(title, await race([ours(project), theirs(project)], rounds));
  const own = new Set(ownPackages());
  const locked = packagesOfLock(project);
  const others = theirPackages().filter((name) => !own.has(name));
  const missing = others.filter((name) => locked.has(name));
  if (missing.length > 0) throw new Error(`ours did not judge ${missing.join(", ")}`);
  if (others.length > 0) console.log(`  installed, and in no lockfile: ${others.join(", ")}`);
}

function ours(project: string): Contestant {
  const output = ["--report-formats", "json", "--report-directory", join(scratch, "ours")];
  const args = ["licenses", project, "--mode", "tree", "--offline", "--quiet", ...output];
  return {
    name: assayName(""),
    invocations: [assay(args, scratch)],
    reset: () => rmSync(join(scratch, "ours"), { recursive: true, force: true }),
    made: () => {
      const packages = ownPackages().length;
      if (packages === 0) throw new Error("ours judged no package");
      return `${packages} packages of the lockfile, judged`;
    },
  };
}

function theirs(project: string): Contestant {
  const args = ["--start", project, "--json", "--out", join(scratch, "theirs.json")];
  return {
    name: `license-checker-rseidelsohn ${peerVersion("license-checker-rseidelsohn")}`,
    invocations: [{ command: peer("license-checker-rseidelsohn"), args, folder: scratch }],
    reset: () => rmSync(join(scratch, "theirs.json"), { force: true }),
    made: () => {
      const packages = theirPackages().length;
      if (packages === 0) throw new Error("the peer found no package");
      return `${packages} installed packages, listed`;
    },
  };
}

function ownPackages(): readonly string[] {
  const { packages } = JSON.parse(readFileSync(join(scratch, "ours", "licenses.json"), "utf8")) as {
    readonly packages: readonly { readonly name: string; readonly version: string }[];
  };
  return packages.map(({ name, version }) => `${name}@${version}`);
}

/** Without the project's own: they lie outside `node_modules`, and ours has them apart. */
function theirPackages(): readonly string[] {
  const rows = JSON.parse(readFileSync(join(scratch, "theirs.json"), "utf8")) as Readonly<
    Record<string, { readonly path: string }>
  >;
  return Object.entries(rows).flatMap(([name, { path }]) =>
    realpathSync(path).includes("/node_modules/") ? [name] : [],
  );
}

function packagesOfLock(project: string): ReadonlySet<string> {
  const { packages } = JSON.parse(readFileSync(join(project, "package-lock.json"), "utf8")) as {
    readonly packages: Readonly<Record<string, { readonly version?: string }>>;
  };
  const names = Object.entries(packages).map(
    ([path, { version }]) => `${path.replace(/^.*node_modules\//, "")}@${version}`,
  );
  return new Set(names);
}
