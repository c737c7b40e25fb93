import type { ChangedFile } from "@assay/git";
import { isRead, type PackageGraph } from "@assay/inventory";
import type { ChangedPackage } from "./packages.ts";

/** Lockfiles that a tool writes and of which everything that counts is in the inventory. */
const WRITTEN_BY_TOOLS: ReadonlySet<string> = new Set([
  ...["package-lock", "yarn-lock", "pnpm-lock", "bun-lock", "deno-lock", "cargo-lock", "uv"],
  ...["poetry", "pdm", "pylock", "pipenv", "bundler", "composer", "nuget-lock", "gradle", "mix"],
  ...["pub", "swift", "cocoapods", "carthage", "conda-lock", "pixi", "nix-flake", "julia"],
]);

/** Manifests that hold versions beside those that the inventory knows as such. */
const MANIFESTS =
  /(?:^|\/)(?:pnpm-workspace\.yaml|[^/]+\.versions\.toml|Directory\.[^/]+\.props|[^/]+\.[a-z]+proj)$/;

export interface Texts {
  /** At the base and at the head; `undefined` where there is no such file. */
  before(path: string): Promise<string | undefined>;
  after(path: string): Promise<string | undefined>;
}

/**
 * What a change holds beside other versions of packages, each as a clause for people: files of another kind, files that come or go,
 * and lines of manifests that differ in more than the version of a package that the lockfiles move.
 */
export async function otherChanges(
  files: readonly ChangedFile[],
  graphs: readonly PackageGraph[],
  packages: readonly ChangedPackage[],
  texts: Texts,
): Promise<readonly string[]> {
  const formats = new Map(graphs.map(({ path, format }) => [path, format]));
  const covered = new Set(graphs.flatMap(({ covers }) => covers));
  const others: string[] = [];
  for (const { path, status } of files) {
    const format = formats.get(path) ?? "";
    const isManifest = format !== "" || covered.has(path) || isRead(path) || MANIFESTS.test(path);
    if (status !== "modified") others.push(`${path} is ${status}`);
    else if (WRITTEN_BY_TOOLS.has(format) || isSums(path, formats)) continue;
    else if (!isManifest) others.push(`${path} is no lockfile or manifest`);
    else {
      const [before, after] = [await texts.before(path), await texts.after(path)];
      const line =
        before === undefined || after === undefined
          ? 1
          : strangeLine(before, after, format, packages);
      if (line !== undefined) others.push(`${path} changes more than versions (line ${line})`);
    }
  }
  return others;
}

function isSums(path: string, formats: ReadonlyMap<string, string>): boolean {
  return /(?:^|\/)go\.sum$/.test(path) && formats.get(path.replace(/sum$/, "mod")) === "go-mod";
}

/** Lines that come and go as packages do. */
const LOOSE: Readonly<Record<string, RegExp>> = {
  "go-mod": /^\s*(?:(?:require\s+)?[\w.~/-]+ v\d[\w.+-]*(?:\s*\/\/ indirect)?|require \(|\))?\s*$/,
  requirements:
    /^(?:[\w.-]+(?:\[[\w,.-]+\])?==\d[\w.+!]*(?:\s*;[\w\s'"<>=.()]*)?\s*\\?|\s+--hash=\w+:[0-9a-f]+\s*\\?|\s+#.*|\s*)$/,
};
const VERSION = /[0-9a-f]{40,64}|v?\d[\w.+-]*/gi;
/** How far above its version a package's name may stand. */
const ABOVE = 5;
const MOST_LINES = 100_000;

/** The first line of a manifest, from 1, that differs in more than the version of a package that moves. */
function strangeLine(
  before: string,
  after: string,
  format: string,
  packages: readonly ChangedPackage[],
): number | undefined {
  const [olds, news] = [before.split(/\r?\n/, MOST_LINES), after.split(/\r?\n/, MOST_LINES)];
  const loose = LOOSE[format];
  if (loose !== undefined) {
    const [was, is] = [new Set(olds), new Set(news)];
    const gone = olds.find((line) => !is.has(line) && !loose.test(line));
    const at = news.findIndex((line) => !was.has(line) && !loose.test(line));
    return at >= 0 ? at + 1 : gone === undefined ? undefined : olds.indexOf(gone) + 1;
  }
  if (olds.length !== news.length || news.length === MOST_LINES) return 1;
  const at = news.findIndex((line, index) => {
    const old = olds[index] ?? "";
    if (old === line) return false;
    const near = news
      .slice(Math.max(0, index - ABOVE), index + 1)
      .join("\n")
      .toLowerCase();
    const named = packages.filter(({ name }) => near.includes(shortName(name)));
    return old.replace(VERSION, "\0") !== line.replace(VERSION, "\0") || !moves(old, line, named);
  });
  return at < 0 ? undefined : at + 1;
}

/** Whether every version that is new on a line is one of a package's, or the start of it. */
function moves(old: string, now: string, packages: readonly ChangedPackage[]): boolean {
  const was = old.match(VERSION) ?? [];
  const versions = packages.flatMap(({ to, claimed }) => [to ?? "", claimed ?? ""]).map(plain);
  return (now.match(VERSION) ?? []).every((each, at) => {
    const version = plain(each);
    return (
      each === was[at] || versions.some((one) => one === version || one.startsWith(`${version}.`))
    );
  });
}

function plain(version: string): string {
  return version.toLowerCase().replace(/^v/, "");
}

/** What stands in a manifest of Maven or of Go beside the rest of the name. */
function shortName(name: string): string {
  return (name.split(":").at(-1) ?? name).toLowerCase();
}
