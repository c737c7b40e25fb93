import { isRecord } from "@assay/core";
import type { LockEdge, LockNode, LockProblem } from "../../assemble/parts.ts";
import { publicUrl } from "../../assemble/public-url.ts";
import { textOf } from "../../fields.ts";
import { parseIntegrity } from "../../integrity.ts";
import type { Json } from "../../json-object.ts";
import type { ModuleFile } from "./module-file.ts";
import type { LockedModules } from "./module-lock.ts";
import { registryModule } from "./source.ts";

const ROOT = "<root>";
/** Parts of Bazel itself. */
const BUILT_IN: ReadonlySet<string> = new Set(["bazel_tools", "local_config_platform"]);

/** The graph that files before version 11 have: `name@version` with what it depends on, under the names that it gives them. */
export function moduleGraph(
  graph: Json,
  line: (key: string) => number | undefined,
  root: LockNode,
  file: ModuleFile | undefined,
  registry: string,
): LockedModules {
  const nodes: LockNode[] = [];
  const edges: LockEdge[] = [];
  const problems: LockProblem[] = [];
  const dev = new Set(file?.dependencies.filter(({ isDev }) => isDev).map(({ name }) => name));
  const ofBazel = new Set<string>();
  const isBuiltIn = (key: string) => BUILT_IN.has(key.slice(0, key.lastIndexOf("@")));
  if (!isRecord(graph[ROOT])) problems.push({ item: ROOT, reason: "the root module is missing" });
  for (const [key, value] of Object.entries(graph)) {
    if (isBuiltIn(key)) {
      const own = isRecord(value) && isRecord(value["deps"]) ? Object.values(value["deps"]) : [];
      for (const to of own) if (typeof to === "string" && !isBuiltIn(to)) ofBazel.add(to);
      continue;
    }
    const fail = (reason: string) => problems.push({ item: key, line: line(key), reason });
    const entry = isRecord(value) ? value : {};
    const isRoot = key === ROOT;
    const name = textOf(entry["name"]);
    if (!isRoot && name === undefined) fail("it names no module");
    else if (!isRoot && name !== undefined)
      nodes.push(toNode(key, name, line(key), entry, registry));
    if (!isRecord(entry["deps"])) fail("`deps` is no object");
    for (const [apparent, target] of Object.entries(isRecord(entry["deps"]) ? entry["deps"] : {})) {
      const to = textOf(target) ?? "";
      if (isBuiltIn(to)) continue;
      const member = graph[to];
      const real = isRecord(member) ? textOf(member["name"]) : undefined;
      if (to !== ROOT && real === undefined)
        fail(`its dependency ${to || apparent} is not in the lockfile`);
      edges.push({
        from: isRoot ? root.key : key,
        to,
        kind: isRoot && real !== undefined && dev.has(real) ? "development" : "runtime",
        ...(real === undefined || real === apparent ? {} : { alias: apparent }),
      });
    }
  }
  // What only Bazel itself asks for builds the project.
  const asked = new Set(edges.map(({ to }) => to));
  for (const to of ofBazel) if (!asked.has(to)) edges.push({ from: root.key, to, kind: "build" });
  return { nodes, edges, problems, isWhole: true, considered: new Set() };
}

function toNode(
  key: string,
  name: string,
  line: number | undefined,
  entry: Json,
  registry: string,
): LockNode {
  const version = textOf(entry["version"]);
  const spec = isRecord(entry["repoSpec"]) ? entry["repoSpec"] : {};
  const attributes = isRecord(spec["attributes"]) ? spec["attributes"] : {};
  const urls = Array.isArray(attributes["urls"]) ? attributes["urls"] : [];
  const { hashes } = parseIntegrity(textOf(attributes["integrity"]) ?? "");
  const url = urls.map((each) => publicUrl(String(each))).find((each) => each !== undefined)?.href;
  const common = { key, name, version, line, firstParty: false };
  const artifacts =
    hashes.length === 0 && url === undefined
      ? []
      : [{ hashes, ...(url === undefined ? {} : { url }) }];
  // Without a version it is from no registry: what it is stands in `MODULE.bazel`.
  if (version === undefined) return { ...common, artifacts };
  const source = registryModule(name, version, registry);
  return { ...common, ...source, artifacts, download: hashes.length > 0 ? "checked" : "unchecked" };
}
