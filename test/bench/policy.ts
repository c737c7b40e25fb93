/**
 * A repository with 400 workflows: ours with every rule, beside zizmor offline and actionlint.
 *
 * `npm run bench:policy -- CHECKOUTS`: a folder of checkouts whose workflows are copied into one repository. zizmor runs with its usual
 * persona and judges workflows alone, actionlint checks the syntax and looks for untrusted text, without shellcheck and pyflakes; neither
 * looks at owners, documents, releases or dependencies, as ours does.
 */
import { execFileSync } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { peer, peerVersion } from "../interop/peers.ts";
import { checkouts } from "../interop/policy/checkouts.ts";
import { assay, assayName } from "./assay.ts";
import { type Contestant, race } from "./race.ts";
import { printMachine, printTable, roundsOr } from "./table.ts";

const WORKFLOWS = 400;
const [folder] = process.argv.slice(2);
const roots = checkouts(folder);
if (roots.length === 0) throw new Error("Name a folder of checkouts with workflows");

const rounds = roundsOr(7);
const scratch = mkdtempSync(join(tmpdir(), "assay-bench-policy-"));
const project = join(scratch, "project");
const out = join(scratch, "out");
try {
  copyWorkflows();
  printMachine(rounds);
  printTable(`${WORKFLOWS} workflows`, await race([ours(), zizmor(), actionlint()], rounds));
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

/** One of each repository in turn, so that no single one is most of it. */
function copyWorkflows(): void {
  const into = join(project, ".github", "workflows");
  mkdirSync(into, { recursive: true });
  const lists = roots.map((root) => {
    const from = join(root, ".github", "workflows");
    const names = existsSync(from) ? readdirSync(from).filter((name) => /\.ya?ml$/.test(name)) : [];
    return names.map((name) => [join(from, name), `${basename(root)}-${name}`] as const);
  });
  const longest = Math.max(...lists.map(({ length }) => length));
  const inTurn = Array.from({ length: longest }, (_, at) =>
    lists.flatMap((list) => list.slice(at, at + 1)),
  ).flat();
  if (inTurn.length < WORKFLOWS)
    throw new Error(`${WORKFLOWS} workflows are needed; the checkouts have ${inTurn.length}`);
  for (const [path, name] of inTurn.slice(0, WORKFLOWS)) copyFileSync(path, join(into, name));
  writeFileSync(join(project, "README.md"), "# Made of many\n");
  for (const args of [
    ["init", "--quiet"],
    ["add", "--all"],
    ["commit", "--quiet", "-m", "base"],
  ])
    execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@b.example", ...args], {
      cwd: project,
    });
}

function ours(): Contestant {
  const report = ["--report-formats", "json", "--report-directory", out];
  const settings = ["--preset", "assay:strict", "--mode", "tree", "--offline", "--quiet"];
  return {
    name: assayName("policy"),
    invocations: [assay(["policy", ...settings, ...report], project)],
    reset: () => rmSync(out, { recursive: true, force: true }),
    made: () => {
      const { findings } = JSON.parse(readFileSync(join(out, "report.json"), "utf8"));
      const places = (findings as readonly { relatedLocations?: readonly object[] }[]).reduce(
        (sum, { relatedLocations = [] }) => sum + 1 + relatedLocations.length,
        0,
      );
      return counted(places, "places");
    },
  };
}

function zizmor(): Contestant {
  const flags = ["--offline", "--no-config", "--no-progress", "--quiet", "--format", "json"];
  const invocation = {
    ...{ command: peer("zizmor"), args: [...flags, "."], folder: project },
    exits: [0, 11, 12, 13, 14],
  };
  return {
    name: `zizmor ${peerVersion("zizmor")}`,
    invocations: [invocation],
    made: () => counted(findingsOf(invocation.command, invocation.args), "findings"),
  };
}

function actionlint(): Contestant {
  const args = ["-shellcheck=", "-pyflakes=", "-no-color", "-format", "{{json .}}"];
  const invocation = { command: peer("actionlint"), args, folder: project, exits: [0, 1] };
  return {
    name: `actionlint ${peerVersion("actionlint")}`,
    invocations: [invocation],
    made: () => counted(findingsOf(invocation.command, args), "problems"),
  };
}

/** Both peers write to standard output only, which a race throws away. */
function findingsOf(command: string, args: readonly string[]): number {
  try {
    return parsed(
      execFileSync(command, args, {
        cwd: project,
        maxBuffer: 2 ** 30,
        stdio: ["ignore", "pipe", "ignore"],
      }),
    );
  } catch (cause) {
    const { stdout } = cause as { stdout?: Buffer };
    if (stdout === undefined) throw cause;
    return parsed(stdout);
  }
}

function parsed(output: Buffer): number {
  const list: readonly object[] = JSON.parse(output.toString("utf8"));
  return list.length;
}

function counted(count: number, what: string): string {
  if (count === 0) throw new Error(`No ${what}`);
  return `${count.toLocaleString("en")} ${what}`;
}
