import { isRecord, UsageError } from "@assay/core";
import { buildPurl } from "@assay/purl";
import { assembleGraph } from "../../assemble/graph.ts";
import type { LockNode, LockProblem } from "../../assemble/parts.ts";
import { projectNode } from "../../assemble/project-node.ts";
import { manifestText } from "../../assemble/stale.ts";
import { textOf } from "../../fields.ts";
import type { PackageGraph } from "../../graph.ts";
import { type Json, parseObject } from "../../json-object.ts";
import { folderOf, fromLockfileFolder } from "../../paths.ts";
import type { ReaderInput } from "../ecosystem.ts";
import { readConfiguration, type VcpkgConfiguration } from "./configuration.ts";
import { dependenciesOf, overridesOf, type VcpkgVersion, versionOf } from "./manifest.ts";

const MAX_OVERLAYS = 20;

/**
 * What a `vcpkg.json` asks for (https://learn.microsoft.com/vcpkg/reference/vcpkg-json). Which versions that are, and what these
 * need, is in the registry alone. The manifest of a port, which says how somebody else's package is built, is no project.
 *
 * @throws UsageError when it is no JSON object
 */
export async function readVcpkgManifest(input: ReaderInput): Promise<readonly PackageGraph[]> {
  const { path, text } = input;
  const beside = (name: string) => fromLockfileFolder(path, name) ?? name;
  if (input.paths.includes(beside("portfile.cmake"))) return [];
  const json = parseObject(path, text, "vcpkg takes strict JSON, without comments.");
  const { configuration, problems } = await configurationOf(input, json);
  const { dependencies, problems: odd } = dependenciesOf(json, text);
  const overrides = overridesOf(json);
  const root = projectNode(input, {
    name: textOf(json["name"]),
    version: versionOf(json)?.version,
    line: 1,
    declaredLicense: textOf(json["license"]),
  });
  const own = textOf(json["name"]);
  const ports = overlayPorts(input, configuration);
  const nodes = new Map<string, LockNode>();
  for (const { name, line } of dependencies) {
    if (name === own || nodes.has(name)) continue;
    const overlay = await overlayVersion(input, ports.get(name), name);
    const version = overlay ?? overrides.get(name);
    nodes.set(
      name,
      portNode(
        name,
        version,
        line,
        overlay === undefined ? configuration.registryOf(name) : undefined,
      ),
    );
  }
  const baseline = textOf(json["builtin-baseline"]) ?? configuration.baseline;
  return [
    assembleGraph({
      path,
      format: "vcpkg",
      ecosystem: "vcpkg",
      roots: [root],
      nodes: [root, ...nodes.values()],
      edges: dependencies
        .filter(({ name }) => name !== own)
        .map(({ name, kind, minimum, condition }) => ({
          from: root.key,
          to: name,
          kind,
          requirement: minimum === undefined ? undefined : `>=${minimum}`,
          condition,
        })),
      edgeCompleteness: "direct",
      problems: [...problems, ...odd, ...unresolved([...nodes.values()], baseline)],
      covers: [],
    }),
  ];
}

/** One gap for all that only the registry can say. */
function unresolved(
  ports: readonly LockNode[],
  baseline: string | undefined,
): readonly LockProblem[] {
  if (ports.length === 0) return [];
  const open = ports.filter(({ version }) => version === undefined).length;
  const versions = open === 0 ? "" : `, and ${open} of ${ports.length} versions,`;
  const where =
    baseline === undefined
      ? "in whatever copy of vcpkg builds it"
      : `in the registry at its baseline ${baseline.slice(0, 64)}`;
  return [
    {
      reason: `vcpkg has no lockfile: what its packages need themselves${versions} stands ${where}`,
      identity: "",
      advice:
        "Pin versions with `overrides`, and take the whole list from what vcpkg writes beside the packages that it has built (`vcpkg_installed/*/share/*/vcpkg.spdx.json`)",
    },
  ];
}

async function configurationOf(input: ReaderInput, json: Json) {
  const embedded = json["vcpkg-configuration"] ?? json["configuration"];
  if (isRecord(embedded)) return { configuration: readConfiguration(embedded), problems: [] };
  const path = fromLockfileFolder(input.path, "vcpkg-configuration.json") ?? "";
  const { text, problems } = input.paths.includes(path)
    ? await manifestText(path, input)
    : { problems: [] };
  try {
    const stated = text === undefined ? {} : parseObject(path, text);
    return { configuration: readConfiguration(stated), problems };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    const reason = `nobody can say which registries it has: ${error.message}`;
    return { configuration: readConfiguration({}), problems: [...problems, { reason }] };
  }
}

/** The manifests of ports that lie in the repository, by the name of the port. */
function overlayPorts(
  input: ReaderInput,
  { overlays }: VcpkgConfiguration,
): ReadonlyMap<string, string> {
  const folders = new Map<string, number>();
  for (const [order, folder] of overlays.slice(0, MAX_OVERLAYS).entries()) {
    const path = /^[/~\\]|^[A-Za-z]:/.test(folder)
      ? undefined
      : fromLockfileFolder(input.path, folder);
    if (path !== undefined && !folders.has(path)) folders.set(path, order);
  }
  const found = new Map<string, { readonly path: string; readonly order: number }>();
  for (const path of folders.size === 0 ? [] : input.everyPath) {
    if (!path.endsWith("/vcpkg.json")) continue;
    const port = folderOf(path);
    // A folder with ports, or a port itself.
    const order = folders.get(folderOf(port)) ?? folders.get(port);
    const name = port.slice(port.lastIndexOf("/") + 1);
    const known = found.get(name);
    if (order !== undefined && (known === undefined || order < known.order))
      found.set(name, { path, order });
  }
  return new Map([...found].map(([name, { path }]) => [name, path]));
}

/** The version of a port that lies in the repository. */
async function overlayVersion(
  input: ReaderInput,
  path: string | undefined,
  name: string,
): Promise<VcpkgVersion | undefined> {
  if (path === undefined) return undefined;
  const { text } = await manifestText(path, input);
  try {
    const json = parseObject(path, text ?? "");
    return json["name"] === name ? versionOf(json) : undefined;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return undefined;
  }
}

function portNode(
  name: string,
  version: VcpkgVersion | undefined,
  line: number | undefined,
  registry: string | undefined,
): LockNode {
  return {
    key: name,
    name,
    version: version?.version,
    line,
    firstParty: false,
    purl: buildPurl({
      type: "vcpkg",
      name,
      version: version?.version,
      qualifiers: { port_version: version?.port, repository_url: registry },
    }),
  };
}
