import { UsageError } from "@assay/core";
import { buildPurl } from "@assay/purl";
import { assembleGraph } from "../../assemble/graph.ts";
import type { LockNode, LockProblem } from "../../assemble/parts.ts";
import type { PackageGraph } from "../../graph.ts";
import { folderOf } from "../../paths.ts";
import type { ReaderInput } from "../ecosystem.ts";
import { type Build, buildOf, verificationOf } from "./build.ts";
import { OWN_LOCKFILE } from "./files.ts";
import { type GradleEntry, type GradleLock, parseGradleLockfile } from "./lockfile.ts";
import { scopesBy } from "./scope.ts";
import type { Verification } from "./verification.ts";

/**
 * The packages of a lockfile of Gradle. It says which configurations have which package: not who needs it, nor where it is from. A file of
 * another tool whose name ends alike gives nothing.
 *
 * @throws UsageError when it has a name of Gradle's and none of its lines
 */
export async function readGradleLockfile(input: ReaderInput): Promise<readonly PackageGraph[]> {
  const { path, text } = input;
  const lock = parseGradleLockfile(path, text);
  if (!lock.hasHeader) {
    if (!OWN_LOCKFILE.test(path)) return [];
    if (lock.entries.length + lock.configurations.size === 0)
      throw new UsageError(`${path} is no lockfile of Gradle: it has no packages and no header`);
  }
  const build = buildOf(input);
  const { verification, problems } = await verified(build, input);
  const isOfScript = /(?:^|\/)(?:buildscript|settings)-[^/]*$/.test(path);
  const scopeOf = scopesBy(lock.isOfOneConfiguration ? besides(path, build) : lock.configurations);
  const nodes = lock.entries.map((entry): LockNode => {
    const key = `${entry.group}:${entry.name}:${entry.version}`;
    return {
      ...node(key, entry, verification),
      statedScope: isOfScript ? "development" : scopeOf(entry.configurations),
    };
  });
  const scripts = isOfScript ? [] : scriptsOf(build, path, lock);
  const graph = assembleGraph({
    path,
    format: "gradle",
    ecosystem: "gradle",
    roots: [],
    nodes,
    edges: [],
    edgeCompleteness: "unknown",
    problems: [...lock.problems, ...problems, ...(await otherLockfile(scripts, input))],
    covers: isOfScript ? [] : [...scripts, ...build.catalogs],
    integrityAdvice: VERIFY,
  });
  return [nodes.length === 0 ? { ...graph, saysEmpty: true } : graph];
}

/** That the build names another lockfile than the one that lies where Gradle puts it. */
async function otherLockfile(
  scripts: readonly string[],
  { path, compareManifests, readText }: ReaderInput,
): Promise<readonly LockProblem[]> {
  if (!compareManifests || !/(?:^|\/)gradle\.lockfile$/.test(path)) return [];
  const problems: LockProblem[] = [];
  for (const script of scripts) {
    const text = await readText(script).catch(() => undefined);
    if (/^[^/\r\n\u2028\u2029]*\blockFile\b[ \t]*(?:=|\.set\b|\()/m.test(text ?? ""))
      problems.push({ reason: `another lockfile is used: ${script} sets \`lockFile\`` });
  }
  return problems;
}

const VERIFY =
  "Write them with `./gradlew --write-verification-metadata sha256 help` and commit `gradle/verification-metadata.xml`.";

function node(
  key: string,
  { group, name, version, line }: Omit<GradleEntry, "configurations">,
  verification: Verification | undefined,
): LockNode {
  const known = verification?.packages.get(key);
  const isChecked = verification?.checksSignatures === true || known?.isChecked === true;
  return {
    key,
    name: `${group}:${name}`,
    version,
    line,
    firstParty: false,
    purl: buildPurl({ type: "maven", namespace: group, name, version }),
    artifacts: known?.artifacts ?? [],
    // Without any checksums in the build one gap says it for all its lockfiles.
    download: verification === undefined ? undefined : isChecked ? "checked" : "unchecked",
  };
}

/** What the build checks. What is wrong with that is said with its first lockfile. */
async function verified(build: Build, input: ReaderInput) {
  const isFirst = (build.lockfiles[0] ?? input.path) === input.path;
  let problem: LockProblem | undefined;
  try {
    const verification = await verificationOf(build, input);
    if (verification !== undefined) return { verification, problems: [] };
    problem = {
      kind: "no-integrity",
      reason: "no package of this build has a checksum: it has no gradle/verification-metadata.xml",
      identity: "",
      advice: VERIFY,
    };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    problem = { kind: "no-integrity", reason: `no checksum is known: ${error.message}` };
  }
  return { problems: isFirst ? [problem] : [] };
}

/** The configurations that it and other files beside it lock. */
function besides(path: string, { lockfiles }: Build): ReadonlySet<string> {
  const folder = folderOf(path);
  const beside = lockfiles.filter((each) => folderOf(each) === folder);
  return new Set(beside.map((each) => each.slice(folder.length + 1, -".lockfile".length)));
}

/** The build scripts of the project that a lockfile belongs to. */
function scriptsOf(build: Build, path: string, { project }: GradleLock): readonly string[] {
  const folder = folderOf(path).replace(/(?:^|\/)gradle\/dependency-locks$/, "");
  const own = build.scripts.get(folder);
  if (own !== undefined && /(?:^|\/)gradle\.lockfile$/.test(path)) return own;
  const named = project?.split(":").filter((part) => part !== "");
  const byProject =
    named === undefined
      ? undefined
      : [build.folder, ...named].filter((part) => part !== "").join("/");
  return build.scripts.get(byProject ?? folder) ?? own ?? [];
}
