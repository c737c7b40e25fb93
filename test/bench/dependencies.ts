/**
 * Known vulnerabilities of a whole tree and of a change: ours beside osv-scanner, offline and with the same records.
 *
 * `npm run bench:dependencies -- ADVISORIES`: a folder with OSV's archives `npm.zip`, `Go.zip` and `PyPI.zip`. Lockfiles of 2,000
 * packages are made up; some of them have advisories. The diffs are with the commit that is checked out, so that nothing differs, and
 * with its parent, from which 20 packages differ. Neither peer compares with a base. pip-audit reads no local records: it asks
 * a server on this machine, which has the answers ready and whose time does not count.
 */
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { matchAdvisories, memoryData } from "../../packages/advisories/src/index.ts";
import { readArchives } from "../interop/advisories/records.ts";
import { peer, peerVersion } from "../interop/peers.ts";
import { assay, assayName } from "./assay.ts";
import { type Contestant, race } from "./race.ts";
import { printMachine, printTable, roundsOr } from "./table.ts";

const PACKAGES = 2000;
const CHANGED = 20;
const [advisories] = process.argv.slice(2);
if (advisories === undefined) throw new Error("Name a folder with npm.zip, Go.zip and PyPI.zip");
const data = resolve(advisories);

const PYTHON = { django: "2.2.0", jinja2: "2.10.0" };
/** Old versions of packages with advisories, among names that nobody has. */
const LOCKS = {
  npm: ["package-lock.json", npmLock(names({ lodash: "4.17.11", minimist: "1.2.0" }))],
  Go: ["go.mod", goMod(names({ "golang.org/x/text": "0.3.0", "golang.org/x/crypto": "0.1.0" }))],
  PyPI: ["requirements.txt", requirements(names(PYTHON))],
} as const;

const rounds = roundsOr(7);
const scratch = mkdtempSync(join(tmpdir(), "assay-bench-dependencies-"));
const out = join(scratch, "out");
const api = spawn(process.execPath, [
  fileURLToPath(new URL("osv-api.ts", import.meta.url)),
  await pythonAnswers(),
]);
try {
  const [address] = await once(api.stdout, "data");
  const url = String(address).trim();
  printMachine(rounds);
  for (const [ecosystem, [file, text]] of Object.entries(LOCKS)) {
    const project = join(scratch, ecosystem);
    mkdirSync(project);
    const git = (...args: readonly string[]) =>
      execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@b.example", ...args], {
        cwd: project,
      });
    git("init", "--quiet");
    for (const version of ["0.9.0", "1.0.0"]) {
      writeFileSync(join(project, file), movedFrom(version, text));
      git("add", "--all");
      git("commit", "--quiet", "-m", version);
    }
    const cache = join(scratch, "cache", "osv-scanner", ecosystem);
    mkdirSync(cache, { recursive: true });
    copyFileSync(join(data, `${ecosystem}.zip`), join(cache, "all.zip"));
    printTable(
      `${PACKAGES} packages of ${ecosystem}`,
      await race(
        [
          ours(project, "audit"),
          ours(project, "diff", "HEAD"),
          ours(project, "diff", "HEAD~1"),
          theirs(project, file),
          ...(ecosystem === "PyPI" ? [pipAudit(project, file, url)] : []),
        ],
        rounds,
      ),
    );
  }
} finally {
  api.kill();
  rmSync(scratch, { recursive: true, force: true });
}

function ours(project: string, ...command: readonly string[]): Contestant {
  const source = [
    "--snapshot",
    data,
    "--max-age",
    "none",
    "--advisory-store",
    join(scratch, "store"),
  ];
  const report = ["--report-formats", "json", "--report-directory", out];
  const args = ["dependencies", ...command, ...source, "--offline", "--quiet", ...report];
  return {
    name: assayName(command.join(" ")),
    invocations: [assay(args, project)],
    reset: () => rmSync(out, { recursive: true, force: true }),
    made: () => {
      const { findings } = JSON.parse(readFileSync(join(out, "report.json"), "utf8"));
      return counted(findings.filter((each: { variant?: object }) => each.variant).length);
    },
  };
}

function theirs(project: string, file: string): Contestant {
  const json = join(scratch, "theirs.json");
  const args = ["--experimental-offline", "--format", "json", "--output", json, "-L", file];
  const environment = { OSV_SCANNER_LOCAL_DB_CACHE_DIRECTORY: join(scratch, "cache") };
  return {
    name: `osv-scanner ${peerVersion("osv-scanner")}`,
    invocations: [
      { command: peer("osv-scanner"), args, folder: project, environment, exits: [0, 1] },
    ],
    reset: () => rmSync(json, { force: true }),
    made: () => {
      const { results } = JSON.parse(readFileSync(json, "utf8"));
      const packages: readonly { groups: readonly object[] }[] = results.flatMap(
        (each: { packages: readonly object[] }) => each.packages,
      );
      return counted(packages.reduce((sum, { groups }) => sum + groups.length, 0));
    },
  };
}

/** Its cache is empty each time, as on a runner. */
function pipAudit(project: string, file: string, url: string): Contestant {
  const json = join(scratch, "pip-audit.json");
  const cache = join(scratch, "pip-cache");
  const service = ["--vulnerability-service", "osv", "--osv-url", url, "--cache-dir", cache];
  const flags = ["--no-deps", "--disable-pip", "--progress-spinner", "off"];
  const args = ["-r", file, ...flags, ...service, "--format", "json", "--output", json];
  return {
    name: `pip-audit ${peerVersion("pip-audit")}`,
    invocations: [{ command: peer("pip-audit"), args, folder: project, exits: [0, 1] }],
    reset: () => {
      for (const path of [json, cache]) rmSync(path, { recursive: true, force: true });
    },
    made: () => {
      const { dependencies } = JSON.parse(readFileSync(json, "utf8"));
      const all: readonly { vulns?: readonly object[] }[] = dependencies;
      return counted(all.reduce((sum, { vulns = [] }) => sum + vulns.length, 0));
    },
  };
}

/** What OSV's API would answer by the same records, as a file. */
async function pythonAnswers(): Promise<string> {
  const records = readArchives(data, ["PyPI"], join(scratch, "records"));
  const queries = Object.entries(PYTHON).map(([name, version]) => ({
    ...{ ecosystem: "PyPI", name, version },
  }));
  const found = await matchAdvisories(memoryData(records), queries);
  const text = (id: string) => readFileSync(join(scratch, "records", "PyPI", `${id}.json`), "utf8");
  const answers = [...found].map(([{ name, version }, matches]) => {
    const ids = matches.flatMap((match) => match.records.map(({ record }) => record.id));
    return [`${name}@${version}`, { vulns: ids.map((id) => JSON.parse(text(id))) }];
  });
  const path = join(scratch, "answers.json");
  writeFileSync(path, JSON.stringify(Object.fromEntries(answers)));
  return path;
}

function counted(vulnerabilities: number): string {
  if (vulnerabilities === 0) throw new Error("No vulnerability was found");
  return `${vulnerabilities} vulnerabilities`;
}

function names(affected: Readonly<Record<string, string>>): readonly (readonly [string, string])[] {
  const others = PACKAGES - Object.keys(affected).length;
  return [
    ...Object.entries(affected),
    ...Array.from({ length: others }, (_, at) => [`made-up-${at}`, "1.0.0"] as const),
  ];
}

/** The lockfile before the first 20 of the made-up packages were updated. */
function movedFrom(version: string, text: string): string {
  let left = CHANGED;
  return text.replace(/(made-up-\d+(?:==| v|": \{\n\s*"version": "))1\.0\.0/g, (all, name) =>
    left-- > 0 ? `${name}${version}` : all,
  );
}

function npmLock(all: ReturnType<typeof names>): string {
  const packages = all.map(([name, version]) => [
    `node_modules/${name}`,
    { version, integrity: `sha512-${Buffer.alloc(64, name).toString("base64")}` },
  ]);
  const root = { name: "made-up", version: "1.0.0", dependencies: Object.fromEntries(all) };
  const lock = { name: "made-up", version: "1.0.0", lockfileVersion: 3 };
  return JSON.stringify(
    { ...lock, packages: { "": root, ...Object.fromEntries(packages) } },
    null,
    2,
  );
}

function goMod(all: ReturnType<typeof names>): string {
  const lines = all.map(
    ([name, version]) => `\t${name.includes("/") ? name : `example.com/${name}`} v${version}`,
  );
  return `module example.com/made/up\n\ngo 1.22\n\nrequire (\n${lines.join("\n")}\n)\n`;
}

function requirements(all: ReturnType<typeof names>): string {
  return all
    .map(([name, version]) => `${name}==${version} --hash=sha256:${"a".repeat(64)}\n`)
    .join("");
}
