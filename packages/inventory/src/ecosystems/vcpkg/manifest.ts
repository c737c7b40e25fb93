import { isRecord } from "@assay/core";
import type { LockProblem } from "../../assemble/parts.ts";
import { textOf } from "../../fields.ts";
import { type Json, keyLines } from "../../json-object.ts";
import { lineCounter } from "../../line-counter.ts";

export interface VcpkgDependency {
  readonly name: string;
  readonly line: number | undefined;
  readonly kind: "runtime" | "build" | "optional";
  /** A lower bound. */
  readonly minimum: string | undefined;
  readonly condition: string | undefined;
}

export interface VcpkgVersion {
  readonly version: string;
  readonly port: string | undefined;
}

/** vcpkg itself takes no others, but for comments, which begin with `$`. */
const KEYS =
  /^(?:\$.*|name|version(?:-(?:semver|date|string))?|port-version|maintainers|contacts|summary|description|homepage|documentation|license|supports|dependencies|overrides|builtin-baseline|features|default-features|(?:vcpkg-)?configuration)$/;
const NAME = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** The version of a project, a port or an override; the part behind `#` is that of the port. */
export function versionOf(json: Json): VcpkgVersion | undefined {
  const stated = ["version", "version-semver", "version-date", "version-string"]
    .map((key) => textOf(json[key]))
    .find((each) => each !== undefined);
  if (stated === undefined) return undefined;
  const [version = "", port] = stated.split("#", 2);
  const number = json["port-version"];
  return {
    version,
    port: port ?? (typeof number === "number" && number > 0 ? `${number}` : undefined),
  };
}

/** Versions by name that are used whatever the registry says. */
export function overridesOf({ overrides }: Json): ReadonlyMap<string, VcpkgVersion> {
  const list: readonly unknown[] = Array.isArray(overrides) ? overrides : [];
  return new Map(
    list.flatMap((each) => {
      const name = isRecord(each) ? textOf(each["name"]) : undefined;
      const version = isRecord(each) ? versionOf(each) : undefined;
      return name === undefined || version === undefined ? [] : [[name, version] as const];
    }),
  );
}

/** What a manifest asks for, its features included: those that are not on by default are optional. */
export function dependenciesOf(
  json: Json,
  text: string,
): {
  readonly dependencies: readonly VcpkgDependency[];
  readonly problems: readonly LockProblem[];
} {
  const { line, twice } = keyLines(text, 3);
  const problems: LockProblem[] = twice.map(({ path, line: at }) => ({
    item: path.join(" > "),
    line: at,
    reason: "it stands in the file twice",
  }));
  for (const key of Object.keys(json))
    if (!KEYS.test(key))
      problems.push({ item: key, line: line(key), reason: "it was not understood" });
  const dependencies: VcpkgDependency[] = [];
  const read = (value: unknown, place: readonly string[], feature?: string) => {
    const start = line(...place);
    const odd = (item: string) =>
      problems.push({ item, line: start, reason: "it was not understood" });
    if (value !== undefined && !Array.isArray(value)) odd(place.join(" > "));
    const lineOf = finder(text, start ?? 1);
    for (const [index, each] of (Array.isArray(value) ? value : []).entries()) {
      const entry: Json = isRecord(each) ? each : { name: each };
      const name = textOf(entry["name"]);
      if (name === undefined || !NAME.test(name)) {
        odd(`${place.join(" > ")}[${index}]`);
        continue;
      }
      const found = lineOf(name);
      const isHost = entry["host"] === true;
      const conditions = [
        feature === undefined ? undefined : `feature=${feature}`,
        textOf(entry["platform"]),
      ].filter((part) => part !== undefined);
      dependencies.push({
        name,
        line: found ?? start,
        kind: isHost ? "build" : feature === undefined ? "runtime" : "optional",
        minimum: textOf(entry["version>="]),
        condition: conditions.length === 0 ? undefined : conditions.join(" & "),
      });
    }
  };
  read(json["dependencies"], ["dependencies"]);
  const { features = {} } = json;
  if (!isRecord(features))
    problems.push({ item: "features", line: line("features"), reason: "it was not understood" });
  const byDefault = defaultFeatures(json);
  for (const [name, feature] of Object.entries(isRecord(features) ? features : {})) {
    const place = ["features", name, "dependencies"];
    if (isRecord(feature))
      read(feature["dependencies"], place, byDefault.has(name) ? undefined : name);
    else problems.push({ item: `features > ${name}`, reason: "it was not understood" });
  }
  return { dependencies, problems };
}

/** The lines of names, each looked for behind the one before it: a list is in the order of the text. */
function finder(text: string, start: number): (name: string) => number | undefined {
  const lineAt = lineCounter(text);
  let behind = 0;
  for (let line = 1; line < start && behind >= 0; line++) behind = text.indexOf("\n", behind + 1);
  return (name) => {
    const found = behind < 0 ? -1 : text.indexOf(JSON.stringify(name), behind);
    behind = found < 0 ? -1 : found + name.length;
    return found < 0 ? undefined : lineAt(found);
  };
}

/** Those of the project itself that are on unless somebody turns them off, and those that these turn on. */
function defaultFeatures(json: Json): ReadonlySet<string> {
  const { features } = json;
  const on = new Set(namesOf(json["default-features"]));
  // A feature asks for others of its own package under the package's name.
  for (const name of on) {
    const feature =
      isRecord(features) && Object.hasOwn(features, name) ? features[name] : undefined;
    const own = isRecord(feature) ? feature["dependencies"] : undefined;
    for (const each of Array.isArray(own) ? own : [])
      if (isRecord(each) && each["name"] === json["name"])
        for (const more of namesOf(each["features"])) on.add(more);
  }
  return on;
}

function namesOf(value: unknown): readonly string[] {
  return (Array.isArray(value) ? value : []).flatMap((each) => {
    const name: unknown = isRecord(each) ? each["name"] : each;
    return typeof name === "string" ? [name] : [];
  });
}
