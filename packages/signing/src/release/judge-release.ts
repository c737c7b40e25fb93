import type { ActFailure, ActRecord, ActResult, ErrorKind } from "@assay/core";
import type { VerifiedBundle } from "@assay/sigstore";
import { isBundleName, isSharedName, subjectsOf } from "../targets/bundle-names.ts";
import type { ChecksumsFile } from "./checksums-files.ts";
import type { Asset } from "./github.ts";
import type { VerifyReleaseOptions } from "./options.ts";

/** By the name of a file, then by algorithm. */
export type FileDigests = ReadonlyMap<string, ReadonlyMap<string, Buffer>>;

/**
 * A file that a signed list names with its digest is signed by it. An unsigned list is no finding of its own, for it is compared
 * with files that are signed.
 *
 * @param asksOfEach Both have to be what a policy or a demand on attestations says, and no list stands in for that.
 */
export function judgeUnsigned(
  { records, failures }: ActResult,
  lists: readonly ChecksumsFile[],
  digests: FileDigests,
  asksOfEach: boolean,
): {
  readonly records: readonly ActRecord[];
  readonly failures: readonly ActFailure[];
  readonly skipped: ActResult["coverage"]["skipped"];
} {
  if (asksOfEach) return { records, failures, skipped: [] };
  const reason =
    "it is a list of checksums without a signature, and was only compared with the files";
  const skipped: { item: string; reason: string }[] = [];
  const listed: ActRecord[] = [];
  const signedLists = lists.flatMap((list) => {
    const record = records.find(({ subject }) => subject.name === list.name);
    return record === undefined ? [] : { ...list, record };
  });
  const left = failures.filter(({ item, ruleId }) => {
    if (ruleId !== "verify.no-bundle") return true;
    if (records.length > 0 && lists.some(({ name }) => name === item)) {
      skipped.push({ item, reason });
      return false;
    }
    const found = digests.get(item);
    const list = signedLists.find(({ sums }) =>
      sums.some((sum) => sum.name === item && isSum(sum.digests, found)),
    );
    if (list === undefined) return true;
    listed.push({
      ...list.record,
      subject: { name: item, digests: { sha256: found?.get("sha256")?.toString("hex") ?? "" } },
      notes: [`${list.name} names it with its digest, and is signed.`],
    });
    return false;
  });
  return { records: [...records, ...listed], failures: left, skipped };
}

function isSum(
  sums: ReadonlyMap<string, Buffer>,
  found: ReadonlyMap<string, Buffer> | undefined,
): boolean {
  return [...sums].every(([name, digest]) => found?.get(name)?.equals(digest) === true);
}

export function differencesOf(
  { name, sums, of, problem }: ChecksumsFile,
  subjects: readonly Asset[],
  digests: FileDigests,
  lists: readonly ChecksumsFile[],
): readonly ActFailure[] {
  const fail = (item: string, reason: string) =>
    releaseFailure("verify.release-checksums", item, reason);
  if (problem !== undefined) return [fail(name, problem)];
  const listed = new Set(sums.map((sum) => sum.name));
  const wrong = sums.flatMap((sum) => {
    if (!digests.has(sum.name))
      return fail(sum.name, `${name} names it, and it is not in the release`);
    return isSum(sum.digests, digests.get(sum.name))
      ? []
      : fail(sum.name, `it is not what ${name} says`);
  });
  const others = new Set(lists.map((list) => list.name));
  const left = subjects
    .filter((file) => (of === undefined ? !others.has(file.name) : file.name === of))
    .filter((file) => !listed.has(file.name))
    .map((file) => fail(file.name, `${name} does not name it`));
  return [...wrong, ...left];
}

export function orphans(
  files: readonly Asset[],
  names: ReadonlySet<string>,
  suffix: string,
): readonly ActFailure[] {
  return files
    .filter(({ name }) => isBundleName(name, suffix) && !isSharedName(name))
    .filter(({ name }) => !subjectsOf(name, suffix).some((subject) => names.has(subject)))
    .map(({ name }) =>
      releaseFailure(
        "verify.release-incomplete",
        name,
        "it is a bundle, and its file is not in the release",
      ),
    );
}

/** Of runs of the repository itself: what else signs for it is said by whoever names the identity. */
export function wrongSources(
  seen: ReadonlyMap<string, VerifiedBundle>,
  { repository, releaseTag }: VerifyReleaseOptions,
  serverUrl: string,
  objects: readonly string[],
): readonly ActFailure[] {
  return [...seen].flatMap(([name, bundle]) => {
    const { sha, ref } = bundle.claims;
    if (!isRunOf(bundle, `${serverUrl}/${repository}`)) return [];
    const other = /^refs\/tags\/(.+)$/s.exec(ref ?? "")?.[1] ?? releaseTag;
    if (other !== releaseTag)
      return releaseFailure("verify.release-commit", name, `it was signed for the tag ${other}`);
    if (sha !== undefined && objects.includes(sha)) return [];
    const at = objects.length === 0 ? "gone" : `at ${objects.at(-1)}`;
    return releaseFailure(
      "verify.release-commit",
      name,
      `it was signed for ${sha === undefined ? "no commit" : `commit ${sha}`}, and the tag is ${at}`,
    );
  });
}

function isRunOf({ claims }: VerifiedBundle, repository: string): boolean {
  return claims.repository?.toLowerCase() === repository.toLowerCase();
}

/** How many files runs of other repositories signed, or identities that are no runs: nothing ties them to the tag. */
export function untied(
  seen: ReadonlyMap<string, VerifiedBundle>,
  { repository }: VerifyReleaseOptions,
  serverUrl: string,
): number {
  return [...seen.values()].filter(
    (bundle) => bundle.identity !== undefined && !isRunOf(bundle, `${serverUrl}/${repository}`),
  ).length;
}

/** @param kind Of policy, where the release itself is at fault. */
export function releaseFailure(
  ruleId: string,
  item: string,
  reason: string,
  kind: ErrorKind = "policy",
): ActFailure {
  return { item, ruleId, kind, message: `${item} is not verified: ${reason}`.replace(/\s+/g, " ") };
}
