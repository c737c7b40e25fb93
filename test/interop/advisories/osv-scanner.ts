import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { normalName } from "../../../packages/advisories/src/index.ts";
import { peer } from "../peers.ts";
import { packageId, type Reported } from "./ours.ts";

interface Answer {
  readonly results?: readonly {
    readonly packages: readonly {
      readonly package: {
        readonly name: string;
        readonly version: string;
        readonly ecosystem: string;
      };
      readonly vulnerabilities?: readonly { readonly id: string }[];
      readonly groups?: readonly { readonly ids: readonly string[] }[];
    }[];
  }[];
}

export interface Theirs {
  readonly affected: Reported;
  /** Of each package: which ids it puts together. */
  readonly groups: ReadonlyMap<string, readonly (readonly string[])[]>;
}

/** A cache folder as osv-scanner wants it, with archives of a folder of `<ecosystem>.zip`. */
export function fillCache(archives: string, ecosystems: readonly string[], folder: string): void {
  for (const name of ecosystems) {
    const own = join(folder, "osv-scanner", name);
    mkdirSync(own, { recursive: true });
    copyFileSync(join(archives, `${name}.zip`), join(own, "all.zip"));
  }
}

/** What osv-scanner says of lockfiles, without a network. */
export function osvScanner(lockfiles: readonly string[], cache: string): Theirs {
  const flags = ["--experimental-offline", "--format", "json"];
  const { status, stdout, stderr } = spawnSync(
    peer("osv-scanner"),
    [...flags, ...lockfiles.flatMap((path) => ["-L", path])],
    {
      encoding: "utf8",
      maxBuffer: 1 << 28,
      env: { ...process.env, OSV_SCANNER_LOCAL_DB_CACHE_DIRECTORY: cache },
    },
  );
  // 1: it found something.
  if (status !== 0 && status !== 1) throw new Error(`osv-scanner: ${stderr}`);
  const { results } = JSON.parse(stdout) as Answer;
  const affected = new Map<string, ReadonlySet<string>>();
  const groups = new Map<string, readonly (readonly string[])[]>();
  for (const { package: found, vulnerabilities = [], groups: own = [] } of (results ?? []).flatMap(
    ({ packages }) => packages,
  )) {
    const { ecosystem, version } = found;
    const id = packageId({ ecosystem, name: normalName(ecosystem, found.name), version });
    if (vulnerabilities.length === 0) continue;
    affected.set(id, new Set(vulnerabilities.map((each) => each.id)));
    groups.set(
      id,
      own.map(({ ids }) => ids),
    );
  }
  return { affected, groups };
}
