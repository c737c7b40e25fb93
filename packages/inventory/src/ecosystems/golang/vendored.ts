import { plural } from "@assay/core";
import { fromLockfileFolder, placeOf } from "../../paths.ts";
import type { ReaderInput } from "../ecosystem.ts";
import type { GoProblem } from "./directives.ts";
import { isModulePath, type Replacement, readReplacement } from "./mod-file.ts";

import { isGoVersion } from "./version.ts";

const MAX_NAMED = 5;

/** One module of `vendor/modules.txt`. */
export interface VendoredModule {
  readonly path: string;
  readonly version: string;
  readonly by: Replacement["by"] | undefined;
  /** Named in a `go.mod` of the project itself. */
  readonly isExplicit: boolean;
  /** What is listed without packages only repeats a replacement, or is there for its version. */
  readonly hasPackages: boolean;
  readonly line: number;
}

export interface Vendored {
  /** Relative to the root of the inventory. */
  readonly path: string;
  readonly modules: ReadonlyMap<string, VendoredModule>;
}

/** The list of what `go mod vendor` copied beside a `go.mod` or `go.work` (https://go.dev/ref/mod#go-mod-vendor). */
export async function readVendored(input: ReaderInput): Promise<Vendored | undefined> {
  const path = fromLockfileFolder(input.path, "vendor/modules.txt");
  const text = path === undefined ? undefined : await input.readText(path);
  if (path === undefined || text === undefined) return undefined;
  return { path, modules: vendoredModules(text) };
}

/** By their paths, as the project asks for them. */
export function vendoredModules(text: string): ReadonlyMap<string, VendoredModule> {
  const modules = new Map<string, VendoredModule>();
  let last: string | undefined;
  for (const [index, content] of text.split("\n").entries()) {
    const [mark, ...words] = content.trim().split(/\s+/);
    if (mark === "#") {
      const [module = "", version = ""] = words;
      // Without a version it only repeats a replacement of the go.mod.
      last = isGoVersion(version) && isModulePath(module) ? module : undefined;
      if (last === undefined || modules.has(module)) continue;
      const by = readReplacement(words)?.by;
      const facts = { isExplicit: false, hasPackages: false, line: index + 1 };
      modules.set(module, { path: module, version, by, ...facts });
      continue;
    }
    const known = last === undefined ? undefined : modules.get(last);
    if (known === undefined || mark === "") continue;
    if (mark !== "##") modules.set(known.path, { ...known, hasPackages: true });
    else if (/^explicit;?$/.test(words[0] ?? ""))
      modules.set(known.path, { ...known, isExplicit: true });
  }
  return modules;
}

/** That the copies are of other modules than the `go.mod` names: `go` would refuse to build. */
export function vendorProblems(
  beside: string,
  { path, modules }: Vendored,
  wanted: readonly {
    readonly path: string;
    readonly version: string;
    /** What replaces it: a module and its version, or a folder relative to the root of the inventory. */
    readonly replacedBy: string;
  }[],
): readonly GoProblem[] {
  const shown = (by: Replacement["by"] | undefined) => {
    if (by?.version !== undefined) return `${by.path} ${by.version}`;
    // A folder is named as seen from the copies' own go.mod or go.work.
    return by === undefined ? "" : (placeOf(beside, by.path) ?? "outside");
  };
  const differences: string[] = [];
  const names = new Set(wanted.map((each) => each.path));
  for (const each of wanted) {
    const found = modules.get(each.path);
    if (found === undefined) differences.push(`${each.path} is not in it`);
    else if (found.version !== each.version)
      differences.push(`${each.path} is ${found.version} in it`);
    else if (shown(found.by) !== each.replacedBy)
      differences.push(`${each.path} is replaced otherwise in it`);
  }
  for (const each of modules.values())
    if (each.isExplicit && !names.has(each.path))
      differences.push(`${each.path} is no longer asked for`);
  if (differences.length === 0) return [];
  const sorted = differences.toSorted();
  const more = sorted.length - MAX_NAMED;
  const rest = more > 0 ? ` and ${plural(more, "more difference")}` : "";
  return [
    {
      kind: "stale",
      reason: `${path} does not fit it: ${sorted.slice(0, MAX_NAMED).join(", ")}${rest}`,
      identity: sorted.join("\n"),
      advice: "Run `go mod vendor` and commit the folder.",
    },
  ];
}
