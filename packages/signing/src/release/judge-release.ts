import type { ActFailure, ActRecord, ActResult, ErrorKind } from "@assay/core";
import type { VerifiedBundle } from "@assay/sigstore";
import { isBundleName, isSharedName, subjectsOf } from "../targets/bundle-names.ts";
import type { ChecksumsFile } from "./checksums-files.ts";
import type { Asset } from "./github.ts";
import type { VerifyReleaseOptions } from "./run-verify-release.ts";

/** Digests of what was downloaded, by name and algorithm. */
export type Hex = ReadonlyMap<string, ReadonlyMap<string, Buffer>>;

/**
 * A file that a signed list names with its digest is signed by it. An unsigned list is no finding of its own, for it is compared
 * with files that are signed. With a policy both have to be what its rules say.
 */
export function judgeUnsigned(
  { records, failures, coverage: _coverage }: ActResult,
  lists: readonly ChecksumsFile[],
  digests: Hex,
  isByPolicy: boolean,
): {
  readonly records: readonly ActRecord[];
  readonly failures: readonly ActFailure[];
  readonly skipped: ActResult["coverage"]["skipped"];
} {
  if (isByPolicy) return { records, failures, skipped: [] };
  const skipped: { item: string; reason: string }[] = [];
  const more: ActRecord[] = [];
  const left = failures.filter(({ item, ruleId }) => {
    if (ruleId !== "verify.no-bundle") return true;
    if (records.length > 0 && lists.some(({ name }) => name === item)) {
      skipped.push({
        item,
        reason:
          "it is a list of checksums without a signature, and was only compared with the files",
      });
      return false;
    }
    for (const { name, sums } of lists) {
      const by = records.find(({ subject }) => subject.name === name);
      if (
        by === undefined ||
        !sums.some((sum) => sum.name === item && isSum(sum.digests, digests.get(item)))
      )
        continue;
      const hex = digests.get(item)?.get("sha256")?.toString("hex") ?? "";
      more.push({
        ...by,
        subject: { name: item, digests: { sha256: hex } },
        notes: [`${name} names it with its digest, and is signed.`],
      });
      return false;
    }
    return true;
  });
  return { records: [...records, ...more], failures: left, skipped };
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
  digests: Hex,
  lists: readonly ChecksumsFile[],
): readonly ActFailure[] {
  const fail = (item: string, reason: string) => failure("verify.release-checksums", item, reason);
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
      failure(
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
  return [...seen].flatMap(([name, { claims }]) => {
    const { sha, ref } = claims;
    if (claims.repository?.toLowerCase() !== `${serverUrl}/${repository}`.toLowerCase()) return [];
    const other = /^refs\/tags\/(.+)$/s.exec(ref ?? "")?.[1] ?? releaseTag;
    if (other !== releaseTag)
      return failure("verify.release-commit", name, `it was signed for the tag ${other}`);
    if (sha !== undefined && objects.includes(sha)) return [];
    const at = objects.length === 0 ? "gone" : `at ${objects.at(-1)}`;
    return failure(
      "verify.release-commit",
      name,
      `it was signed for ${sha === undefined ? "no commit" : `commit ${sha}`}, and the tag is ${at}`,
    );
  });
}

export function failure(
  ruleId: string,
  item: string,
  reason: string,
  kind: ErrorKind = "policy",
): ActFailure {
  return { item, ruleId, kind, message: `${item} is not verified: ${reason}`.replace(/\s+/g, " ") };
}
