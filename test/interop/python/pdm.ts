import { dirname, join } from "node:path";
import type { NamedGraph } from "../lockfiles/graph.ts";
import { run } from "../lockfiles/run.ts";

/** PDM's own reader of its lockfile: its entries with their dependencies, matched by its specifiers; extras are entries of their own. */
const SCRIPT = `
import json, sys
from pdm.core import Core
project = Core().create_project(sys.argv[1])
repository = project.get_locked_repository()
candidates = {key: c for key, c in repository.packages.items()}
def label(c): return c.candidate.req.key + "@" + c.candidate.version
names = {}
for entry in repository.packages.values(): names.setdefault(entry.candidate.req.key, []).append(entry)
edges = set()
from pdm.models.requirements import parse_requirement
from pdm.models.markers import get_marker
python = get_marker(project.python_requires.as_marker_string())
def meant(req, marker=None):
    for entry in names.get(req.key, []):
        c = entry.candidate
        if not req.specifier.contains(c.version, prereleases=True): continue
        both = python
        for each in (marker, req.marker, c.req.marker):
            if each is not None: both = both & each
        if both.is_empty(): continue
        yield entry
for entry in repository.packages.values():
    for text in entry.dependencies or []:
        req = parse_requirement(text) if isinstance(text, str) else text
        for target in meant(req, entry.candidate.req.marker):
            if label(target) != label(entry): edges.add((label(entry), label(target)))
for group in project.iter_groups():
    for req in project.get_dependencies(group):
        for target in meant(req): edges.add((".", label(target)))
print(json.dumps({"packages": sorted({"."} | {label(e) for e in repository.packages.values()}), "edges": sorted(" > ".join(e) for e in edges)}))
`;

export function graph(folder: string, pdm: string): NamedGraph {
  const text = run([join(dirname(pdm), "python")], ["-c", SCRIPT, folder], folder);
  const { packages, edges } = JSON.parse(text) as Record<keyof NamedGraph, readonly string[]>;
  return { packages: new Set(packages), edges: new Set(edges) };
}
