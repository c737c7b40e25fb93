import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { NamedGraph } from "./graph.ts";
import { run } from "./run.ts";

interface Dependency {
  readonly descriptor: string;
  readonly locator: string | null;
}

interface Info {
  readonly value: string;
  readonly children: {
    readonly Version?: string;
    readonly Dependencies?: readonly Dependency[];
    readonly "Peer dependencies"?: readonly Dependency[];
  };
}

/** What `yarn info` says. Of a package with peers it tells each instance, which differ in these: all of them are the one package. */
export function graph(folder: string, yarn: readonly string[]): NamedGraph {
  const told = run(yarn, ["info", "--all", "--recursive", "--virtuals", "--json"], folder);
  const infos = told
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Info);
  const versions = new Map(
    infos.map(({ value, children }) => [withoutInstance(value), children.Version ?? ""]),
  );
  const nameOf = (locator: string) => packageName(folder, withoutInstance(locator), versions);
  const isStated = statements(folder);
  const edges = new Set<string>();
  const possible = new Set<string>();
  for (const { value, children } of infos) {
    const from = nameOf(value);
    const all = [...(children.Dependencies ?? []), ...(children["Peer dependencies"] ?? [])];
    for (const { descriptor, locator } of all) {
      const to = locator === null ? from : nameOf(locator);
      // Yarn gives a package with a peer one to that one's types too, and some packages what they forgot to ask for.
      const isOwn = /^@types\/[^@]+@\*$/.test(descriptor) || !isStated(value, descriptor);
      if (from !== to) (isOwn ? possible : edges).add(`${from} > ${to}`);
    }
  }
  return { packages: new Set(infos.map(({ value }) => nameOf(value))), edges, possible };
}

/** Whether the lockfile's entry of a package names another one at all. */
function statements(folder: string): (locator: string, descriptor: string) => boolean {
  const entries = readFileSync(join(folder, "yarn.lock"), "utf8").split(/\n\n/);
  const byLocator = new Map(
    entries.map((entry) => [/^ {2}resolution: "(.*)"$/m.exec(entry)?.[1] ?? "", entry] as const),
  );
  const settings = join(folder, ".yarnrc.yml");
  const extended = existsSync(settings) ? readFileSync(settings, "utf8") : "";
  return (locator, descriptor) => {
    const name = descriptor.slice(0, descriptor.indexOf("@", 1));
    const entry = byLocator.get(withoutInstance(locator)) ?? "";
    return (
      new RegExp(`^ {4}"?${name.replaceAll(/[.$]/g, "\\$&")}"?:`, "m").test(entry) ||
      extended.includes(name)
    );
  };
}

/** `a@virtual:0123#npm:1.0.0` is one instance of `a@npm:1.0.0`. */
function withoutInstance(locator: string): string {
  return locator.replace(/@virtual:[0-9a-f]+#/, "@");
}

function packageName(
  folder: string,
  locator: string,
  versions: ReadonlyMap<string, string>,
): string {
  const at = locator.indexOf("@", 1);
  const name = locator.slice(0, at);
  const reference = locator.slice(at + 1);
  if (reference.startsWith("workspace:")) return reference.slice("workspace:".length);
  const linked = /^(?:link|portal):([^:]*)::locator=(.*)$/.exec(reference);
  if (linked === null) return `${name}@${versions.get(locator)}`;
  const parent = /workspace:(.*)$/.exec(decodeURIComponent(linked[2] ?? ""))?.[1] ?? ".";
  const path = join(folder, parent, linked[1] ?? "", "package.json");
  if (!existsSync(path)) return `${name}@`;
  const manifest = JSON.parse(readFileSync(path, "utf8")) as { name?: string; version?: string };
  return `${manifest.name ?? name}@${manifest.version ?? ""}`;
}
