import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import {
  type FaultMode,
  fastWorld,
  faultPlan,
  MINI_IDENTITY,
  type MiniService,
  type MiniSigstore,
  startMiniSigstore,
  temporaryFolder,
} from "@assay/testkit";
import { CLI } from "./entries.ts";

export interface StormOptions {
  readonly act: "sign" | "attest";
  readonly log: 1 | 2;
  readonly timestamps: boolean;
  readonly files: number;
  /** How often the process is killed, at a moment of its work that the seed decides. */
  readonly kills: number;
  readonly seed: number;
}

/** What it took until every file had its bundle. */
export interface StormFigures {
  readonly runs: number;
  readonly kills: number;
  readonly requests: number;
  readonly met: ReadonlyMap<FaultMode | "none", number>;
  /** What the services did, whether or not their answer arrived. */
  readonly done: Readonly<Record<MiniService, number>>;
  readonly wallMs: number;
  /** Of all processes, where the system tells it. */
  readonly cpuMs: number;
  /** Of runs that were not killed: why a file was left to the next one. */
  readonly leftOver: readonly string[];
  /** By the last run. */
  readonly records: readonly { readonly act: string; readonly product: string }[];
}

export interface Weathered extends StormFigures {
  readonly folder: string;
  /** In the folder, sorted, without files and trusted root. */
  readonly made: readonly string[];
  readonly verified: {
    readonly exitCode: number | null;
    readonly products: readonly string[];
  };
}

const SHARE = 0.3;
const SPEED = 20;
/** More runs than there were kills are allowed for files that a run had to give up on. */
const MORE_RUNS = 6;
const LOOK_AGAIN_MS = 2;
/** The services' clock jumps by this when half of the files are logged: every certificate has expired then. */
const JUMP_MS = 11 * 60_000;

export const stormFile = (index: number): string => `f${index}.bin`;
export const stormBundle = ({ act }: Pick<StormOptions, "act">, file: string): string =>
  `${file}${act === "sign" ? "" : ".made"}.sigstore.json`;

/**
 * Signs or attests files keyless while 30 % of the requests fail in every mode, the certificate expires half-way and the process is
 * killed, and starts it again until it says that all is done. Then everything is verified.
 */
export async function weather(options: StormOptions): Promise<Weathered> {
  const [folder, beside] = [await temporaryFolder(), await temporaryFolder()];
  const world = await fastWorld(SPEED, beside);
  let half = false;
  const mini = await startMiniSigstore({
    now: () => new Date(world.now().getTime() + (half ? JUMP_MS : 0)),
  });
  const names = Array.from({ length: options.files }, (_, index) => stormFile(index));
  for (const name of names) await writeFile(join(folder, name), `content of ${name}`);
  await writeFile(join(folder, "root.json"), mini.trustedRoot);
  await writeFile(join(folder, "made.json"), '{"made":"by hand"}');
  const plan = faultPlan(options.seed, SHARE);
  mini.storm = plan;
  const log = `rekor${options.log}` as const;
  const start = performance.now();
  const random = seeded(options.seed);
  const leftOver: string[] = [];
  let cpuMs = 0;
  let kills = 0;
  let runs = 0;
  let records: StormFigures["records"] = [];
  for (let isDone = false; !isDone; ) {
    if (runs === options.kills + MORE_RUNS) throw new Error(`not done:\n${leftOver.join("\n")}`);
    // On average the kills are over all of the work that there is without them.
    const share = ((options.timestamps ? 4 : 2) * options.files) / options.kills;
    const last = mini.journal.length + Math.floor(random() * share);
    const until = runs < options.kills ? last : Number.POSITIVE_INFINITY;
    runs += 1;
    const args = [...world.args, CLI, ...argumentsFor(options, mini)];
    const run = await runUntil(args, folder, mini.tokenUrl, () => {
      half ||= mini.done[log] >= options.files / 2;
      return mini.journal.length >= until;
    });
    cpuMs += run.cpuMs;
    if (run.exitCode === null) {
      kills += 1;
      continue;
    }
    const [act] = reported(run).acts;
    records = act?.records ?? [];
    leftOver.push(...(act?.failures ?? []).map(({ message }) => message));
    isDone = run.exitCode === 0;
  }
  const wallMs = performance.now() - start;
  mini.storm = undefined;
  const requests = mini.journal.length;
  const who = [
    `--certificate-identity=${MINI_IDENTITY}`,
    `--certificate-oidc-issuer=${mini.issuer.url}`,
  ];
  const verify = [CLI, "verify", "*.bin", "--trusted-root=root.json", ...who, "--format=json"];
  const verified = await runUntil([...world.args, ...verify], folder, "", () => false);
  const products = (reported(verified).acts[0]?.records ?? []).map(({ product }) => product);
  const given = new Set([...names, "root.json", "made.json"]);
  const made = (await readdir(folder)).filter((name) => !given.has(name)).sort();
  await mini.close();
  return {
    ...{ folder, made, runs, kills, requests, wallMs, cpuMs, leftOver, records },
    met: plan.met,
    done: mini.done,
    verified: { exitCode: verified.exitCode, products: products.sort() },
  };
}

function argumentsFor({ act, log, timestamps }: StormOptions, mini: MiniSigstore) {
  return [
    act,
    "*.bin",
    ...(act === "sign"
      ? []
      : ["--predicate-type=https://acme.test/made/v1", "--predicate=made.json", "--per-subject"]),
    "--trusted-root=root.json",
    `--fulcio-url=${mini.fulcioUrl}`,
    `--rekor-url=${log === 1 ? mini.rekorV1Url : mini.rekorV2Url}`,
    `--rekor-version=${log}`,
    ...(timestamps ? [`--tsa-url=${mini.tsaUrl}`] : []),
    "--format=json",
  ];
}

interface Reported {
  readonly acts: readonly {
    readonly records: StormFigures["records"];
    readonly failures: readonly { readonly message: string }[];
  }[];
}

interface Ended {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly cpuMs: number;
}

function reported({ stdout, stderr }: Ended): Reported {
  try {
    return JSON.parse(stdout);
  } catch {
    throw new Error(`no report:\n${stdout.slice(-2000)}${stderr.slice(-4000)}`);
  }
}

/** Runs a process, looks at it all the time, and kills it when the moment has come. */
export function runUntil(
  args: readonly string[],
  cwd: string,
  tokenUrl: string,
  isTime: () => boolean,
  more: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const env: Record<string, string> = {
      PATH: process.env["PATH"] ?? "",
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: "mini",
      ACTIONS_ID_TOKEN_REQUEST_URL: tokenUrl,
      GITHUB_ACTIONS: "true",
      ...more,
    };
    const child = spawn(process.execPath, args, { cwd, env });
    let [stdout, stderr, cpuMs] = ["", "", 0];
    child.stdout.on("data", (chunk: Buffer) => {
      stdout += chunk.toString();
    });
    child.stderr.on("data", (chunk: Buffer) => {
      stderr += chunk.toString();
    });
    const watch = setInterval(() => {
      cpuMs = cpuOf(child) ?? cpuMs;
      if (isTime()) child.kill("SIGKILL");
    }, LOOK_AGAIN_MS);
    child.on("error", reject);
    child.on("close", (exitCode) => {
      clearInterval(watch);
      resolve({ exitCode, stdout, stderr, cpuMs });
    });
  });
}

const TICK_MS = 10;

/** Linux alone tells it of another process. */
function cpuOf({ pid }: ChildProcess): number | undefined {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
    return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
  } catch {
    return undefined;
  }
}

/** Numbers in [0, 1) that are the same in every run of the test. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
