import { dirname, join } from "node:path";
import type { NamedGraph } from "../lockfiles/graph.ts";
import { run } from "../lockfiles/run.ts";

/**
 * `poetry show --tree` resolves by name alone. Poetry's own reader of the lockfile, and its own algebra of constraints and markers, say
 * which entries a dependency may mean; what an extra asks for is followed from the project on.
 */
const SCRIPT = `
import json, sys
from pathlib import Path
from poetry.factory import Factory
poetry = Factory().create_poetry(Path(sys.argv[1]))
python = poetry.package.python_marker
info = {(p.name, p.version): i for p, i in poetry.locker.locked_packages().items()}
locked = {p: info[(p.name, p.version)] for p in poetry.locker.locked_repository().packages}
def meant(dependency, marker):
    found = []
    for package, info in locked.items():
        own = None
        for each in info.markers.values():
            own = each if own is None else own.union(each)
        if package.name != dependency.name or not dependency.constraint.allows(package.version): continue
        both = marker.intersect(dependency.marker.without_extras())
        if own is not None: both = both.intersect(own)
        if not both.is_empty(): found.append((package, own))
    return found
def label(package): return package.name + "@" + package.version.text
edges = set(); seen = set(); pending = []
root = poetry.package
for dependency in root.all_requires:
    if dependency.name == root.name: continue
    for package, own in meant(dependency, python):
        edges.add((".", label(package)))
        pending.append((package, own, frozenset(dependency.extras)))
while pending:
    package, own, extras = pending.pop()
    if (label(package), extras) in seen: continue
    seen.add((label(package), extras))
    asked = {name for extra in extras for name in [d.name for d in package.extras.get(extra, [])]}
    for dependency in package.requires:
        if dependency.is_optional() and dependency.name not in asked: continue
        for target, target_own in meant(dependency, python.intersect(own) if own is not None else python):
            if target is package: continue
            edges.add((label(package), label(target)))
            pending.append((target, target_own, frozenset(dependency.extras)))
print(json.dumps({"packages": ["."] + [label(p) for p in locked], "edges": sorted(" > ".join(e) for e in edges)}))
`;

export function graph(folder: string, poetry: string): NamedGraph {
  const text = run([join(dirname(poetry), "python")], ["-c", SCRIPT, folder], folder);
  const { packages, edges } = JSON.parse(text) as Record<keyof NamedGraph, readonly string[]>;
  return { packages: new Set(packages), edges: new Set(edges) };
}
