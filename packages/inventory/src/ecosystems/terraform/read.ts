import { buildPurl } from "@assay/purl";
import { assembleGraph } from "../../assemble/graph.ts";
import type { LockEdge, LockNode, LockProblem } from "../../assemble/parts.ts";
import { projectNode } from "../../assemble/project-node.ts";
import { staleProblems } from "../../assemble/stale.ts";
import { textOf } from "../../fields.ts";
import type { PackageArtifact, PackageGraph } from "../../graph.ts";
import { folderOf } from "../../paths.ts";
import type { ReaderInput } from "../ecosystem.ts";
import { type ProviderAddress, providerAddress, providerName, REGISTRIES } from "./address.ts";
import { type Folder, foldersOf } from "./configuration.ts";
import { type HclBlock, type HclValue, readHcl } from "./hcl.ts";

/**
 * The graph of a `.terraform.lock.hcl` (https://developer.hashicorp.com/terraform/language/files/dependency-lock), of Terraform or OpenTofu:
 * the providers of the configuration in its folder, with those that its modules need. Modules are not locked.
 *
 * @throws UsageError when it is not Terraform's language
 */
export async function readTerraformLock(input: ReaderInput): Promise<readonly PackageGraph[]> {
  const { path } = input;
  const { attributes, blocks } = readHcl(path, input.text);
  const root = projectNode(input, { line: 1 });
  const nodes: LockNode[] = [root];
  const edges: LockEdge[] = [];
  const problems: LockProblem[] = [...attributes.keys()].map((item) => ({
    item,
    reason: "no provider stands here",
  }));
  const locked = new Map<string, string | undefined>();
  for (const block of blocks) {
    const address = addressOf(block);
    if (address === undefined) {
      const item = [block.type, ...block.labels].join(" ");
      problems.push({ item, line: block.line, reason: "it names no provider" });
      continue;
    }
    const { node, requirement, reasons } = provider(block, address);
    nodes.push(node);
    for (const reason of reasons) problems.push({ node, reason });
    edges.push({ from: root.key, to: node.key, kind: "runtime", requirement });
    for (const name of namesOf(address)) locked.set(name, node.version);
  }
  const folder = (await foldersOf(input)).get(folderOf(path));
  return [
    assembleGraph({
      path,
      format: "terraform",
      ecosystem: "terraform",
      roots: [root],
      nodes,
      edges,
      edgeCompleteness: "complete",
      problems: input.compareManifests ? [...problems, ...staleFiles(folder, locked)] : problems,
      covers: [...(folder?.files.keys() ?? [])],
      integrityAdvice:
        "Write the checksums of every platform: `terraform providers lock -platform=linux_amd64 …`.",
    }),
  ];
}

function addressOf({ type, labels }: HclBlock): (ProviderAddress & { host: string }) | undefined {
  const [label, ...others] = labels;
  if (type !== "provider" || label === undefined || others.length > 0) return undefined;
  const { host, ...address } = providerAddress(label) ?? {};
  return host === undefined || !("type" in address) ? undefined : { host, ...address };
}

function provider({ labels, body, line }: HclBlock, address: ProviderAddress & { host: string }) {
  const { attributes } = body;
  const { host, namespace, type } = address;
  const version = textOf(attributes.get("version"));
  const constraints = textOf(attributes.get("constraints"));
  const { artifacts, isChecked, problem } = checksums(attributes.get("hashes"));
  const node: LockNode = {
    key: labels[0] ?? "",
    name: providerName(address),
    version,
    line,
    firstParty: false,
    // No type of purls is registered for them.
    purl: buildPurl({ type: "generic", namespace: `${host}/${namespace}`, name: type, version }),
    artifacts,
    download: isChecked ? "checked" : "unchecked",
  };
  const [inner] = body.blocks;
  const reasons = [
    version === undefined ? "it has no version" : undefined,
    problem,
    inner && `another block stands in it, from line ${inner.line} on`,
  ];
  return {
    node,
    requirement: constraints,
    reasons: reasons.filter((each) => each !== undefined),
  };
}

const SOME_PLATFORM = "a platform that the lockfile does not name";

/** `zh:` is of the archive for one platform; `h1:` of what is in it. */
function checksums(hashes: HclValue) {
  const artifacts: PackageArtifact[] = [];
  const list = Array.isArray(hashes) ? hashes : [];
  let isChecked = false;
  // An empty list is refused by Terraform itself.
  const isRead = hashes === undefined || list.length > 0;
  let problem = isRead ? undefined : "`hashes` is no list of checksums";
  for (const each of list) {
    const [, scheme, value = ""] =
      typeof each === "string" ? (/^(h1|zh):(\S+)$/.exec(each) ?? []) : [];
    if (scheme === "zh" && /^[0-9a-f]{64}$/.test(value))
      artifacts.push({ hashes: [{ algorithm: "SHA-256", value }], condition: SOME_PLATFORM });
    else if (scheme !== "h1" || !/^[A-Za-z0-9+/]{43}=$/.test(value)) {
      problem = "one of its checksums is none";
      continue;
    }
    isChecked = true;
  }
  return { artifacts, isChecked, problem };
}

/** What a configuration may call it: without a host it is of either public registry. */
function namesOf(address: ProviderAddress & { host: string }): readonly string[] {
  const { host, namespace, type } = address;
  const full = `${host}/${namespace}/${type}`;
  return REGISTRIES.has(host) ? [full, providerName(address)] : [full];
}

/** Providers that the folder asks for and the lockfile lacks, or has in another version than the only one that is asked for. */
function staleFiles(
  folder: Folder | undefined,
  locked: ReadonlyMap<string, string | undefined>,
): readonly LockProblem[] {
  return [...(folder?.files ?? [])].flatMap(([path, { required }]) =>
    staleProblems(
      path,
      [...required.values()].flatMap(({ address, version }) => {
        if (address === undefined) return [];
        const { host, namespace, type } = address;
        const name = [host, namespace, type].filter((each) => each !== undefined).join("/");
        const [, exact] = /^=?\s*v?(\d+\.\d+\.\d+[-+.\w]*)$/.exec(version?.trim() ?? "") ?? [];
        if (!locked.has(name)) return [`${name} is not locked`];
        const found = locked.get(name);
        return exact === undefined || found === undefined || exact === found
          ? []
          : [`${name} ${exact} is asked for, and ${found} is locked`];
      }),
    ),
  );
}
