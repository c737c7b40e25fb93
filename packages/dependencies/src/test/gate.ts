import { type EcosystemData, memoryData, readRecord } from "@assay/advisories";
import type { Finding, TriggerEvent } from "@assay/core";
import { createMaterials, fixedClock, silentLogger, silentProgress } from "@assay/core";
import { nodeProcesses } from "@assay/core/host";
import { gitRepository, noSettingsFiles } from "@assay/testkit";
import { auditDependencies } from "../check.ts";
import type { DependenciesOptions } from "../inputs.ts";

export const NOW = "2026-12-01T12:00:00Z";

type Files = Readonly<Record<string, string | null>>;
type Entry = Readonly<Record<string, unknown>>;

/** A `package-lock.json` of version 3: `node_modules/…` paths by name, at least a version each. */
export function lock(entries: Readonly<Record<string, string | Entry>>, root: Entry = {}): string {
  const packages = Object.entries(entries).map(([name, given]) => {
    const entry = typeof given === "string" ? { version: given } : given;
    const digest = Buffer.alloc(64, `${name}@${entry["version"]}`).toString("base64");
    const resolved = `https://registry.npmjs.org/${name}/-/${name}-${entry["version"]}.tgz`;
    return [`node_modules/${name}`, { integrity: `sha512-${digest}`, resolved, ...entry }] as const;
  });
  const names = (dev: boolean) =>
    Object.fromEntries(
      packages
        .filter(
          ([path, entry]) => path.split("node_modules/").length === 2 && "dev" in entry === dev,
        )
        .map(([path]) => [path.slice("node_modules/".length), "*"]),
    );
  const own = {
    name: "shop",
    version: "1.0.0",
    dependencies: names(false),
    devDependencies: names(true),
  };
  const all = { "": { ...own, ...root }, ...Object.fromEntries(packages) };
  return JSON.stringify(
    { name: "shop", version: "1.0.0", lockfileVersion: 3, packages: all },
    null,
    2,
  );
}

/** An OSV record of an npm package that is affected below `fixed`. */
export function advisory(id: string, name: string, fixed = "2.0.0", more: Entry = {}) {
  const events = [{ introduced: "0" }, { fixed }];
  return {
    id,
    modified: "2026-11-01T00:00:00Z",
    published: "2026-11-01T00:00:00Z",
    database_specific: { severity: "HIGH" },
    affected: [{ package: { ecosystem: "npm", name }, ranges: [{ type: "SEMVER", events }] }],
    ...more,
  };
}

export interface GateRun {
  /** Committed first: what the change is compared with. */
  readonly base?: Files;
  readonly head: Files;
  readonly records?: readonly object[];
  readonly options?: Partial<DependenciesOptions>;
  readonly event?: string;
  readonly payload?: TriggerEvent["payload"];
  readonly takenAt?: string;
  /** What any server answers; without it none may be reached. */
  readonly answer?: object;
  /** What the data says of npm. */
  readonly npm?: Partial<EcosystemData>;
}

export const OPTIONS: DependenciesOptions = {
  mode: "auto",
  thresholdDevelopment: "same",
  thresholdOptional: "same",
  unknownSeverity: "block",
  undetermined: "warn",
  allowNoVersion: false,
  onDataError: "fail",
  onMissingBase: "full",
  onExisting: "deadline",
  warnOnly: false,
  onKev: "block",
  releaseDates: "none",
  failOn: "medium",
  maxAge: "7d",
  open: () => Promise.reject(new Error("nothing is to be opened")),
};

/** Runs the gate over a repository of two commits and these records. */
export async function gate({
  base,
  head,
  records = [],
  options,
  event,
  payload = {},
  takenAt = NOW,
  answer,
  npm,
}: GateRun) {
  const repository = await gitRepository();
  const before = base === undefined ? undefined : await repository.commit("base", base);
  await repository.commit("change", head);
  const opened: (readonly string[])[] = [];
  const processes = nodeProcesses();
  const asked: string[] = [];
  const requested: string[] = [];
  const trigger: TriggerEvent | null = event === undefined ? null : { name: event, payload };
  const audit = await auditDependencies(
    {
      root: repository.root,
      event: trigger,
      remote: null,
      offline: answer === undefined,
      http: {
        request: async ({ url }) => {
          if (answer === undefined) throw new Error("nothing may reach the network");
          requested.push(url);
          const text = JSON.stringify(answer);
          const body = Buffer.from(text);
          return { status: 200, headers: {}, body, text: () => text, json: () => answer };
        },
      },
      processes: {
        run(program, args, options) {
          asked.push(args.find((each) => !each.startsWith("-")) ?? "");
          return processes.run(program, args, options);
        },
        stream(program, args, options) {
          asked.push(args.find((each) => !each.startsWith("-")) ?? "");
          return processes.stream(program, args, options);
        },
      },
      clock: fixedClock(NOW),
      logger: silentLogger,
      progress: silentProgress,
      materials: createMaterials(),
      settings: noSettingsFiles,
      signal: new AbortController().signal,
      environment: { PATH: process.env["PATH"] },
    },
    {
      ...OPTIONS,
      ...(before !== undefined && { base: before }),
      open: async (ecosystems) => {
        opened.push(ecosystems);
        const { info, lookup } = memoryData(records.map(readRecord), takenAt);
        // An ecosystem without a hit has data all the same.
        const all = ecosystems.map((name) => [name, { records: 0, takenAt }]);
        const found = { ...Object.fromEntries(all), ...info.ecosystems };
        const known = found["npm"];
        return {
          info: {
            ...info,
            ecosystems: { ...found, ...(known && { npm: { ...known, ...npm } }) },
          },
          lookup,
        };
      },
      ...options,
    },
  );
  return { ...audit, opened, asked, requested, said: audit.findings.map(said) };
}

/** A finding in one line: rule, severity, change, threshold, place and message. */
export function said({ ruleId, severity, change, threshold, location, message }: Finding): string {
  const marks = [change, threshold === undefined ? undefined : `threshold ${threshold}`];
  const place = location === undefined ? "" : ` ${location.path}:${location.startLine ?? ""}`;
  return [
    ruleId.replace("dependencies.", ""),
    severity,
    ...marks.filter((mark) => mark),
    `|${place} ${message}`,
  ].join(" ");
}
