import { isRecord, UsageError } from "@assay/core";
import { scanJsonKeys } from "../../../json-keys.ts";
import { fromLockfileFolder } from "../../../paths.ts";
import type { ReaderInput } from "../../ecosystem.ts";
import { isPackageName } from "../package-name.ts";
import type { NpmEntry, NpmLockfile, NpmProblem } from "./entry.ts";
import { readEntry, textOf } from "./fields.ts";
import { keyProblem } from "./version-3.ts";

/** Levels of nesting that are read; npm's own trees stay below ten. */
const MAX_NESTING = 50;

/**
 * The entries of a lockfile of version 1, put as version 3 puts them: nested `dependencies` become paths, `requires` becomes
 * `dependencies`. What the project itself asks for stands only in the `package.json` beside it.
 *
 * @throws UsageError when the `dependencies` of `json` are no object.
 */
export async function readNestedDependencies(
  json: Record<string, unknown>,
  input: ReaderInput,
): Promise<NpmLockfile> {
  // npm 5 and 6 leave it out where there are none.
  const dependencies = json["dependencies"] ?? {};
  if (!isRecord(dependencies)) {
    throw new UsageError(`The \`dependencies\` of ${input.path} are no object`, {
      hint: "Write it again with `npm install --package-lock-only --lockfile-version 3`.",
    });
  }
  const lines = nestedLines(input.text);
  const entries = new Map<string, NpmEntry>();
  const problems: NpmProblem[] = [];
  const add = (key: string, line: number | undefined, fields: Record<string, unknown>) => {
    const { entry, problems: found } = readEntry(key, line, fields);
    entries.set(key, entry);
    problems.push(...found.map((reason) => ({ key, line, reason })));
  };
  const manifest = await projectManifest(input);
  if (manifest === undefined) {
    const reason = "lockfileVersion 1 needs the package.json beside it, which can't be read";
    if (Object.keys(dependencies).length > 0) problems.push({ key: "", reason });
  }
  if (Object.keys(dependencies).length > 0) {
    problems.push({
      key: "",
      kind: "missing-peer",
      reason: "nested `dependencies` do not record peer dependencies",
      advice: "Run `npm install --package-lock-only --lockfile-version 3`, which writes them.",
    });
  }
  add("", undefined, manifest ?? {});
  // A folder's own packages lie in the folder, while their lines are known by the link.
  const pending = [{ parent: "", linkedParent: "", nested: dependencies, depth: 1 }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { parent, linkedParent, nested, depth } = next;
    for (const [name, fields] of Object.entries(nested)) {
      const key = installKey(parent, name);
      const linkedKey = installKey(linkedParent, name);
      const line = lines.get(linkedKey);
      if (!isPackageName(name) || !isRecord(fields) || depth > MAX_NESTING) {
        const tooDeep = depth > MAX_NESTING;
        const reason = tooDeep ? "it is nested too deeply" : "it is no entry of a package";
        problems.push({ key: key.slice(0, 200), line, reason });
        continue;
      }
      const folder = linkedFolder(fields["version"]);
      const misplaced = folder === undefined ? undefined : keyProblem(folder);
      if (misplaced !== undefined) {
        problems.push({ key: key.slice(0, 200), line, reason: misplaced });
        continue;
      }
      if (folder === undefined) {
        add(key, line, asPackage(name, fields));
      } else {
        add(key, line, { link: true, resolved: folder });
        add(folder, line, {
          ...asPackage(name, fields),
          name,
          version: undefined,
          resolved: undefined,
        });
      }
      const inner = fields["dependencies"];
      if (isRecord(inner)) {
        const next = { parent: folder ?? key, linkedParent: linkedKey };
        pending.push({ ...next, nested: inner, depth: depth + 1 });
      }
    }
  }
  const top = { name: textOf(json["name"]), version: textOf(json["version"]) };
  return { ...top, nested: true, entries, problems };
}

function installKey(parent: string, name: string): string {
  return parent === "" ? `node_modules/${name}` : `${parent}/node_modules/${name}`;
}

/** `version` holds where the package came from wherever that is not the configured registry. */
function asPackage(name: string, fields: Record<string, unknown>): Record<string, unknown> {
  const version = textOf(fields["version"]) ?? "";
  const alias = /^npm:(.+)@([^@]+)$/.exec(version);
  const isSource = /^(?:git|https?:|ssh:|file:|github:|gitlab:|bitbucket:)/.test(version);
  const kept = { ...fields, dependencies: fields["requires"], inBundle: fields["bundled"] };
  if (alias !== null) return { ...kept, name: alias[1], version: alias[2] };
  return isSource ? { ...kept, version: versionInUrl(name, version), resolved: version } : kept;
}

/** A registry's archives are called `<name>/-/<name without scope>-<version>.tgz`. */
function versionInUrl(name: string, url: string): string | undefined {
  const path = url
    .replace(/[?#].*$/, "")
    .replaceAll(/%2f/gi, "/")
    .replaceAll("%40", "@");
  const start = `/${name}/-/${name.slice(name.indexOf("/") + 1)}-`;
  const at = path.indexOf(start);
  if (at < 0 || !path.endsWith(".tgz")) return undefined;
  const version = path.slice(at + start.length, -".tgz".length);
  return /^\d+\.\d+\.\d+[0-9A-Za-z.+-]*$/.test(version) ? version : undefined;
}

/** The folder of a `file:` dependency; an archive is none. */
function linkedFolder(version: unknown): string | undefined {
  if (typeof version !== "string" || !version.startsWith("file:")) return undefined;
  const path = version.slice("file:".length).replace(/^\.\//, "").replace(/\/+$/, "");
  return path === "" || /\.(?:tgz|tar|tar\.gz)$/i.test(path) ? undefined : path;
}

async function projectManifest(input: ReaderInput): Promise<Record<string, unknown> | undefined> {
  const path = fromLockfileFolder(input.path, "package.json");
  const text = path === undefined ? undefined : await input.readText(path).catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    const json: unknown = JSON.parse(text);
    return isRecord(json) ? json : undefined;
  } catch {
    return undefined;
  }
}

/** Lines by the key that version 3 would give: odd depths hold `dependencies`, even ones a name. */
function nestedLines(text: string): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  const names: string[] = [];
  let nesting = 0;
  scanJsonKeys(text, (key, depth, line) => {
    const level = Math.ceil(depth / 2);
    if (level > MAX_NESTING) return;
    if (depth % 2 === 1) {
      nesting =
        key === "dependencies" && nesting >= level - 1 ? level : Math.min(nesting, level - 1);
    } else if (nesting >= level) {
      nesting = level;
      names[level - 1] = key;
      lines.set(`node_modules/${names.slice(0, level).join("/node_modules/")}`, line);
    }
  });
  return lines;
}
