import { createHash } from "node:crypto";
import { isRecord, UsageError } from "@assay/core";
import { textOf } from "../../../fields.ts";
import type { PackageGraph } from "../../../graph.ts";
import { fromLockfileFolder } from "../../../paths.ts";
import { type Table, tableOf } from "../../../toml.ts";
import type { ReaderInput } from "../../ecosystem.ts";
import { assemble } from "../assemble.ts";
import type { Need, Problem, PythonEntry } from "../entry.ts";
import { installedFolders } from "../installed.ts";
import { folderName } from "../manifests.ts";
import { groupByName, normalizeName } from "../names.ts";
import { pythonJson } from "../python-json.ts";
import { folderSource } from "../source.ts";
import { readPyproject, staleProblem } from "../stale.ts";
import { type PipenvEntry, readEntries, scopeOfCategory } from "./entries.ts";

const HINT = "Write it again with `pipenv lock`.";
const ROOT = ".";

/**
 * The graph of a `Pipfile.lock` (https://pipenv.pypa.io/en/latest/pipfile.html). It lists packages by category and says nothing of who
 * needs whom; what the project asks for itself stands in the `Pipfile`.
 *
 * @throws UsageError when it is no JSON, or of a version that is not known
 */
export async function readPipfileLock(input: ReaderInput): Promise<readonly PackageGraph[]> {
  const lock = parseLock(input);
  const { entries, problems } = readEntries(lock, input.text);
  const manifest = fromLockfileFolder(input.path, "Pipfile") ?? "Pipfile";
  const { table: pipfile, problems: unread } = await readPyproject(manifest, input);
  const asked = pipfile === undefined ? [] : askedIn(pipfile);
  const needs = rootNeeds(asked, entries);
  const stale =
    pipfile === undefined || !input.compareManifests
      ? []
      : staleProblems(lock, pipfile, asked, entries);
  return [
    assemble(input, {
      format: "pipenv",
      entries: pipfile === undefined ? entries : [rootEntry(input, manifest), ...entries],
      roots: pipfile === undefined ? [] : [ROOT],
      needs,
      edgeCompleteness: pipfile === undefined ? "unknown" : "direct",
      covers: [manifest],
      problems: [...problems, ...unread, ...stale],
      installed: await installedFolders(input),
    }),
  ];
}

function parseLock({ path, text }: ReaderInput): Table {
  let lock: unknown;
  try {
    lock = JSON.parse(text);
  } catch {
    throw new UsageError(`${path} is no JSON`, { hint: HINT });
  }
  if (!isRecord(lock)) throw new UsageError(`${path} is no JSON object`, { hint: HINT });
  const version = tableOf(lock["_meta"])["pipfile-spec"];
  if (version === 6) return lock;
  const stated = JSON.stringify(version)?.slice(0, 50) ?? "none";
  throw new UsageError(`${path} has the pipfile-spec ${stated}; 6 is known`, { hint: HINT });
}

interface Asked {
  readonly name: string;
  /** As the lockfile calls it. */
  readonly category: string;
  readonly requirement: string | undefined;
}

const CATEGORIES: ReadonlyMap<string, string> = new Map([
  ["packages", "default"],
  ["dev-packages", "develop"],
]);
const OTHERS: ReadonlySet<string> = new Set(["source", "requires", "scripts", "pipfile", "pipenv"]);

function askedIn(pipfile: Table): readonly Asked[] {
  return Object.entries(pipfile)
    .filter(([section]) => !OTHERS.has(section))
    .flatMap(([section, list]) =>
      Object.entries(tableOf(list)).map(([name, value]) => {
        const range = textOf(value) ?? textOf(tableOf(value)["version"]);
        return {
          name: normalizeName(name),
          category: CATEGORIES.get(section) ?? section,
          requirement: range === "*" ? undefined : range,
        };
      }),
    );
}

function rootNeeds(asked: readonly Asked[], entries: readonly PipenvEntry[]): readonly Need[] {
  const byName = groupByName(entries);
  return asked.flatMap(({ name, category, requirement }) =>
    (byName.get(name) ?? [])
      .filter(({ categories }) => categories.has(category))
      .map(({ key }): Need => {
        const scope = scopeOfCategory(category);
        return {
          from: ROOT,
          to: key,
          extras: [],
          ...(scope === "runtime" ? {} : { chosenBy: scope === "optional" ? "extra" : "group" }),
          ...(requirement === undefined ? {} : { requirement }),
          ...(scope === "runtime" ? {} : { condition: `'${category}' in categories` }),
        };
      }),
  );
}

function rootEntry(input: ReaderInput, manifest: string): PythonEntry {
  return {
    key: ROOT,
    name: folderName(input),
    version: undefined,
    line: undefined,
    path: manifest,
    source: folderSource(ROOT, true),
    artifacts: [],
  };
}

function staleProblems(
  lock: Table,
  pipfile: Table,
  asked: readonly Asked[],
  entries: readonly PipenvEntry[],
): readonly Problem[] {
  const names = new Set(
    entries.flatMap(({ name, categories }) => [...categories].map((each) => `${each} ${name}`)),
  );
  const missing = asked.filter(({ name, category }) => !names.has(`${category} ${name}`));
  const named = staleProblem(
    "Pipfile",
    missing.map(({ name }) => `${name} is not locked`),
  );
  if (named !== undefined) return [named];
  const hash = textOf(tableOf(tableOf(lock["_meta"])["hash"])["sha256"]);
  if (hash === undefined || matchesHash(hash, pipfile) !== false) return [];
  return [
    {
      kind: "stale",
      reason: "it was not made from the Pipfile as it is now: its `hash` is another one",
    },
  ];
}

const PYPI = { name: "pypi", url: "https://pypi.org/simple", verify_ssl: true };

/**
 * SHA-256 over the JSON of everything but scripts and settings of Pipenv itself, with names as they are written or, of late, normalised;
 * `undefined` where the Pipfile has no one JSON.
 */
function matchesHash(hash: string, pipfile: Table): boolean | undefined {
  const others = Object.entries(pipfile).filter(
    ([section]) => !OTHERS.has(section) && !CATEGORIES.has(section),
  );
  const categories = {
    default: tableOf(pipfile["packages"]),
    develop: tableOf(pipfile["dev-packages"]),
    ...Object.fromEntries(others),
  };
  const normalized = Object.entries(categories).map(([category, list]) => [
    category,
    Object.fromEntries(
      Object.entries(tableOf(list)).map(([name, value]) => [normalizeName(name), value]),
    ),
  ]);
  const meta = { sources: pipfile["source"] ?? [PYPI], requires: pipfile["requires"] ?? {} };
  const texts = [categories, Object.fromEntries(normalized)].map((each) =>
    pythonJson({ _meta: meta, ...each }, [",", ":"]),
  );
  if (texts.includes(undefined)) return undefined;
  return texts.some(
    (text) =>
      createHash("sha256")
        .update(text ?? "")
        .digest("hex") === hash,
  );
}
