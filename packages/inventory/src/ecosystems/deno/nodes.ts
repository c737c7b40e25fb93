import { buildPurl } from "@assay/purl";
import type { LockNode, LockProblem } from "../../assemble/parts.ts";
import { withoutCredentials } from "../../credentials.ts";
import { fromLockfileFolder } from "../../paths.ts";
import type { ReaderInput } from "../ecosystem.ts";
import { platformCondition } from "../npm/lock-graph/platform.ts";
import { sourceParts } from "../npm/lock-graph/source.ts";
import { isPackageName } from "../npm/package-name.ts";
import type { DenoLock, DenoNpm } from "./lockfile.ts";

/** A package of npm. */
export function npmNode(
  { path }: ReaderInput,
  { id, name, version, line, json }: DenoNpm,
  links: ReadonlySet<string>,
  problems: LockProblem[],
): LockNode {
  const text = (field: string) => (typeof json[field] === "string" ? json[field] : undefined);
  const integrity = text("integrity");
  const isLinked = integrity === undefined && links.has(`npm:${name}@${version}`);
  const { problems: found, ...parts } = sourceParts(
    { name, version, resolved: text("tarball"), integrity },
    undefined,
  );
  const flags = [
    ...(json["deprecated"] === true ? ["deprecated"] : []),
    ...(json["scripts"] === true ? ["hasInstallScript"] : []),
  ];
  const folder = `node_modules/.deno/${name.replace("/", "+")}@${version}/node_modules/${name}`;
  const node: LockNode = {
    key: id,
    ecosystem: "npm",
    name,
    version,
    line,
    firstParty: false,
    flags,
    installPath: isPackageName(name) ? fromLockfileFolder(path, folder) : undefined,
    // A folder that stands for the package is not the registry's.
    ...(isLinked ? {} : parts),
  };
  const reasons = [...found, ...(isPackageName(name) ? [] : ["its name is no package name"])];
  problems.push(...reasons.map((reason) => ({ node, reason })));
  return node;
}

/** The platforms that it is made for. */
export function conditionOf({ json }: DenoNpm): string | undefined {
  const list = (field: string): readonly string[] => {
    const value = json[field];
    return Array.isArray(value) ? value.filter((each) => typeof each === "string") : [];
  };
  return platformCondition({ os: list("os"), cpu: list("cpu"), libc: [] });
}

/** A package of JSR. Its `integrity` is that of the list of a version's files: no archive has it. */
export function jsrNode({ key, line, name, version }: DenoLock["jsr"][number]): LockNode {
  const slash = name.indexOf("/");
  const purl = buildPurl({
    type: "generic",
    namespace: name.slice(0, Math.max(slash, 0)),
    name: name.slice(slash + 1),
    version,
    qualifiers: { repository_url: "https://jsr.io" },
  });
  return { key, name, version, line, firstParty: false, purl, download: "checked" };
}

/** A file of some server. */
export function remoteNode({ url, hash, line }: DenoLock["remote"][number]): LockNode {
  const name = withoutCredentials(url);
  return {
    key: url,
    name,
    line,
    kind: "file",
    firstParty: false,
    purl: buildPurl({
      type: "generic",
      name: new URL(name).pathname.split("/").findLast((part) => part !== "") ?? new URL(name).host,
      qualifiers: { download_url: name, checksum: `sha256:${hash}` },
    }),
    artifacts: [{ hashes: [{ algorithm: "SHA-256", value: hash }], url: name }],
    download: "checked",
  };
}
