import { globSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import type { NamedGraph } from "../lockfiles/graph.ts";
import { run } from "../lockfiles/run.ts";

/** What pip would install, and who of it needs whom here, by the metadata of the packages and the extras that are asked for. */
const REPORT = `
import json, sys
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name as canonical
report = json.load(open(sys.argv[1]))
items = {canonical(i["metadata"]["name"]): i for i in report["install"]}
def label(name): return name + "@" + items[name]["metadata"]["version"]
edges = set(); seen = set(); pending = []
for line in open(sys.argv[2]):
    text = line.split("#")[0].strip()
    if not text: continue
    requirement = Requirement(text)
    if requirement.marker and not requirement.marker.evaluate({"extra": ""}): continue
    edges.add((".", label(canonical(requirement.name))))
    pending.append((canonical(requirement.name), frozenset(requirement.extras)))
while pending:
    name, extras = pending.pop()
    if (name, extras) in seen: continue
    seen.add((name, extras))
    for text in items[name]["metadata"].get("requires_dist", []):
        requirement = Requirement(text)
        asked = [""] + list(extras)
        if requirement.marker and not any(requirement.marker.evaluate({"extra": e}) for e in asked): continue
        target = canonical(requirement.name)
        if target != name: edges.add((label(name), label(target)))
        pending.append((target, frozenset(requirement.extras)))
print(json.dumps({"packages": ["."] + [label(n) for n in items], "edges": sorted(" > ".join(e) for e in edges)}))
`;

/** @param tool a command in the virtual environment of the Python tools */
export function graph(folder: string, tool: string, compiled: string, asked: string): NamedGraph {
  const python = join(dirname(tool), "python");
  const pip = ["-m", "pip", "--disable-pip-version-check", "install", "--quiet", "--dry-run"];
  const report = join(folder, ".report.json");
  run([python], [...pip, "--ignore-installed", "--report", report, "-r", compiled], folder);
  return parsed(run([python], ["-c", REPORT, report, join(folder, asked)], folder));
}

const PYLOCK = `
import json, sys, tomllib
from packaging.pylock import Pylock
lock = Pylock.from_dict(tomllib.load(open(sys.argv[1], "rb")))
print(json.dumps({"packages": [p.name + "@" + (str(p.version) if p.version else "") for p in lock.packages], "edges": []}))
`;

/** What the reference reader finds in a `pylock.toml`. */
export function pylock(folder: string, tool: string, file: string): NamedGraph {
  return parsed(run([join(dirname(tool), "python")], ["-c", PYLOCK, join(folder, file)], folder));
}

/** What `pipenv requirements` makes of a `Pipfile.lock`. */
export function pipenv(folder: string, tool: string): NamedGraph {
  const lines = run([tool], ["requirements", "--dev"], folder).split("\n");
  const pins = lines.flatMap((line) => /^([\w.-]+)(?:\[[^\]]*\])?==([^\s;]+)/.exec(line) ?? []);
  const packages = new Set<string>();
  for (let at = 0; at < pins.length; at += 3)
    packages.add(`${pins[at + 1]?.toLowerCase().replace(/[-_.]+/g, "-")}@${pins[at + 2]}`);
  return { packages, edges: new Set() };
}

/** Where `pip inspect` finds the packages of the virtual environment in a folder, relative to it. */
export function inspect(folder: string, tool: string): ReadonlyMap<string, string> {
  const [lib = ""] = globSync(".venv/lib/python*/site-packages", { cwd: folder });
  const python = join(dirname(tool), "python");
  const report = JSON.parse(
    run([python], ["-m", "pip", "inspect", "--path", join(folder, lib)], folder),
  );
  const { installed } = report as {
    readonly installed: readonly {
      readonly metadata: { readonly name: string; readonly version: string };
      readonly metadata_location: string;
    }[];
  };
  return new Map(
    installed.map(({ metadata: { name, version }, metadata_location: place }) => [
      `${name.toLowerCase().replace(/[-_.]+/g, "-")}@${version}`,
      relative(folder, place),
    ]),
  );
}

/** A Pipfile with these requirements; those of development apart. */
export function writePipfile(folder: string, requirements: string): void {
  const lines = requirements.split("\n").flatMap((line) => {
    const [, name, extras, version, marker] =
      /^([\w.-]+)(?:\[([^\]]+)\])?==([^;\s]+)(?:;\s*(.+))?$/.exec(line) ?? [];
    if (name === undefined) return [];
    const more = [
      ...(extras === undefined ? [] : [`extras = ["${extras}"]`]),
      ...(marker === undefined ? [] : [`markers = "${marker}"`]),
    ];
    return [`"${name}" = {${[`version = "==${version}"`, ...more].join(", ")}}`];
  });
  const text = `[[source]]\nname = "pypi"\nurl = "https://pypi.org/simple"\nverify_ssl = true\n[packages]\n${lines.join("\n")}\n[dev-packages]\nsix = "==1.17.0"\n`;
  writeFileSync(join(folder, "Pipfile"), text);
}

function parsed(text: string): NamedGraph {
  const { packages, edges } = JSON.parse(text) as Record<keyof NamedGraph, readonly string[]>;
  return { packages: new Set(packages), edges: new Set(edges) };
}
