import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { AdvisoryRecord } from "../../../packages/advisories/src/index.ts";
import { peer } from "../peers.ts";
import { packageId, type Reported } from "./ours.ts";

const TIME = "2026-01-01T00:00:00Z";

/** A database as govulncheck wants it (https://go.dev/security/vuln/database#api), of the records of a folder. */
export function goDatabase(records: readonly AdvisoryRecord[], from: string, folder: string): void {
  mkdirSync(join(folder, "ID"), { recursive: true });
  mkdirSync(join(folder, "index"));
  for (const name of readdirSync(from)) copyFileSync(join(from, name), join(folder, "ID", name));
  const modules = new Map<string, Set<string>>();
  for (const { id, affected } of records)
    for (const { name, ecosystem } of affected)
      if (name !== undefined && ecosystem === "Go")
        modules.set(name, (modules.get(name) ?? new Set()).add(id));
  const write = (name: string, value: unknown) =>
    writeFileSync(join(folder, "index", `${name}.json`), JSON.stringify(value));
  write("db", { modified: TIME });
  write(
    "modules",
    [...modules].map(([path, ids]) => ({
      path,
      vulns: [...ids].map((id) => ({ id, modified: TIME })),
    })),
  );
  write(
    "vulns",
    records.map(({ id, aliases }) => ({ id, modified: TIME, aliases })),
  );
}

/** What govulncheck says at module level, and the modules that it looked at: those of packages that are imported. */
export function govulncheck(
  root: string,
  database: string,
): { readonly affected: Reported; readonly modules: ReadonlySet<string> } {
  const { status, stdout, stderr } = spawnSync(
    peer("govulncheck"),
    ["-db", pathToFileURL(database).href, "-scan", "module", "-format", "json"],
    {
      cwd: root,
      encoding: "utf8",
      maxBuffer: 1 << 28,
      env: { ...process.env, GOFLAGS: "-mod=mod" },
    },
  );
  if (status !== 0) throw new Error(`govulncheck: ${stderr}`);
  const affected = new Map<string, Set<string>>();
  const modules = new Set<string>();
  // One JSON value after another, each starting at a line's start.
  for (const text of stdout.split(/\n(?=\{)/)) {
    const { SBOM, finding } = JSON.parse(text) as Message;
    for (const { path } of SBOM?.modules ?? []) modules.add(path);
    const { module: name, version } = finding?.trace.at(-1) ?? {};
    if (finding === undefined || name === undefined || name === "stdlib") continue;
    const id = packageId({ ecosystem: "Go", name, ...(version === undefined ? {} : { version }) });
    affected.set(id, (affected.get(id) ?? new Set()).add(finding.osv));
  }
  return { affected, modules };
}

interface Message {
  readonly SBOM?: { readonly modules: readonly { readonly path: string }[] };
  readonly finding?: {
    readonly osv: string;
    readonly trace: readonly { readonly module: string; readonly version?: string }[];
  };
}

/** The module of `Go path@version`. */
export function moduleOf(name: string): string {
  return name.slice("Go ".length, name.lastIndexOf("@"));
}
