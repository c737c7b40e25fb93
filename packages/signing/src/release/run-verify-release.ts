import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type ActFailure,
  type ActRecord,
  type ActResult,
  type CommandContext,
  compareText,
  type ErrorKind,
  isRecord,
  plural,
  UsageError,
} from "@assay/core";
import { createGithubApi, PermissionError } from "@assay/core/github";
import type { VerifiedBundle } from "@assay/sigstore";
import { digestFile } from "@assay/sigstore/files";
import { shellWord } from "../act/verify-with.ts";
import { apiUrlOf } from "../attest/github-inputs.ts";
import { isBundleName, isSharedName, subjectsOf } from "../targets/bundle-names.ts";
import { mapPool } from "../targets/pool.ts";
import type { VerifyRunOptions } from "../verify/options.ts";
import { runVerify } from "../verify/run-verify.ts";
import { type ChecksumsFile, checksumsFiles } from "./checksums-files.ts";
import { type Asset, type ReleaseApi, releaseApi } from "./github.ts";
import { remoteFrom } from "./remote.ts";

export interface VerifyReleaseOptions extends VerifyRunOptions {
  /** `owner/name` */
  readonly repository: string;
  readonly releaseTag: string;
  readonly token: string | undefined;
  readonly requireCommit: boolean;
  readonly githubAttestations: boolean;
  /** Of all assets. */
  readonly maxBytes: number;
}

type Hex = ReadonlyMap<string, ReadonlyMap<string, Buffer>>;

const DOWNLOADS = 4;

/** Verifies a published release: every file of it is signed by whom it should, and nothing else is in it. */
export async function runVerifyRelease(
  context: CommandContext,
  options: VerifyReleaseOptions,
): Promise<ActResult> {
  const { repository, releaseTag: tag } = options;
  const remote = { ...remoteFrom({ ...context, remote: null }, repository, options.token) };
  const api = releaseApi(context, remote);
  const release = await api.published(tag);
  if (release === undefined) {
    throw new UsageError(
      `There is no published release of ${tag} in ${repository}, or this token does not see it`,
      {
        hint: "Drafts are found by nobody. For a private repository give a token as GITHUB_TOKEN.",
      },
    );
  }
  const assets = await api.assets(release);
  const bytes = assets.reduce((sum, { size }) => sum + size, 0);
  if (bytes > options.maxBytes) {
    throw new UsageError(
      `The release has ${bytes} bytes in ${plural(assets.length, "file")}; ${options.maxBytes} are allowed`,
      {
        hint: "Give a larger `max-size`.",
      },
    );
  }
  const objects = await api.tagged(tag);
  const folder = await mkdtemp(join(tmpdir(), "assay-release-"));
  try {
    const failures: ActFailure[] = [];
    const digests = await download(context, api, assets, folder, failures);
    const files = assets.filter(({ name }) => digests.has(name));
    const names = new Set(files.map(({ name }) => name));
    const suffix = options.bundleSuffix;
    const subjects = files.filter(({ name }) => !isBundleName(name, suffix));
    const fetched = options.githubAttestations
      ? await fetchAttestations(context, options, subjects, { names, digests, folder })
      : 0;
    const seen = new Map<string, VerifiedBundle>();
    const verified = await runVerify(asRunOf(context, options), {
      ...{ ...options, folder, seen },
      files: subjects.map(({ name }) => `./${name}`),
    });
    const lists = await checksumsFiles(folder, subjects);
    const judged = judgeUnsigned(verified, lists, digests, options.policy !== undefined);
    const problems = [
      ...failures.sort((a, b) => compareText(a.item, b.item)),
      ...judged.failures,
      ...lists.flatMap((list) => differencesOf(list, subjects, digests, lists)),
      ...orphans(files, names, suffix),
      ...(options.requireCommit ? wrongSources(seen, options, remote.serverUrl, objects) : []),
    ];
    return {
      ...verified,
      records: judged.records,
      failures: problems,
      coverage: {
        inspected: { files: subjects.length, verified: judged.records.length },
        skipped: [...verified.coverage.skipped, ...judged.skipped],
        summary: `${judged.records.length} of ${plural(subjects.length, "file")} of ${repository}@${tag} are signed by the expected signer`,
      },
      notices: [
        ...(verified.notices ?? []),
        ...(release.isImmutable
          ? []
          : ["GitHub does not call this release immutable: what it holds can be exchanged."]),
        ...(objects.length === 0
          ? ["The tag of the release is gone: no commit was compared."]
          : []),
        ...(fetched === 0
          ? []
          : [
              `${plural(fetched, "file")} without a bundle: attestations that GitHub keeps were looked at.`,
            ]),
      ],
      verifyWith: (verified.verifyWith ?? [])
        .filter(({ tool }) => tool === "assay")
        .map(({ tool, command }) => ({
          tool,
          command: command.replace(
            /^assay verify (.*?)-- .*$/s,
            `assay verify release $1-- ${shellWord(`${repository}@${tag}`)}`,
          ),
        })),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Placeholders stand for the release that was asked for, and not for the run that asks. */
function asRunOf(
  context: CommandContext,
  { repository, releaseTag }: VerifyReleaseOptions,
): CommandContext {
  return {
    ...context,
    event: {
      ...(context.event ?? { name: "release", payload: {} }),
      ref: `refs/tags/${releaseTag}`,
    },
    environment: { ...context.environment, GITHUB_REPOSITORY: repository },
  };
}

async function download(
  { signal, progress }: CommandContext,
  api: ReleaseApi,
  assets: readonly Asset[],
  folder: string,
  failures: ActFailure[],
): Promise<Hex> {
  const digests = new Map<string, ReadonlyMap<string, Buffer>>();
  let done = 0;
  await mapPool(assets, DOWNLOADS, signal, async (asset) => {
    const { name, size, state, digest } = asset;
    // A name is a path here; GitHub gives no asset such a one.
    if (!/^[^/\\\p{Cc}]{1,255}$/u.test(name) || /^\.{1,2}$/.test(name) || digests.has(name)) {
      failures.push(
        failure(
          "verify.release-incomplete",
          name,
          "it has a name that no file can have, or one of another file",
        ),
      );
      return;
    }
    digests.set(name, new Map());
    try {
      if (state !== "uploaded") throw new TypeError("its upload was never finished");
      await api.download(asset, join(folder, name));
      const found = await digestFile(join(folder, name), ["sha256", "sha384", "sha512"], signal);
      const hex = `sha256:${found.digests.get("sha256")?.toString("hex")}`;
      if (found.size !== size || (digest ?? hex) !== hex) {
        throw new TypeError(
          `${found.size} bytes with ${hex} were sent, and GitHub lists ${size} with ${digest}`,
        );
      }
      digests.set(name, found.digests);
    } catch (error) {
      if (signal.aborted || !(error instanceof Error)) throw error;
      digests.delete(name);
      await rm(join(folder, name), { force: true });
      const kind = error instanceof TypeError ? "policy" : "external";
      failures.push(failure("verify.release-incomplete", name, error.message, kind));
    } finally {
      done += 1;
      progress.update("Downloading", done, assets.length);
    }
  });
  progress.finish();
  return digests;
}

interface Downloaded {
  readonly names: ReadonlySet<string>;
  readonly digests: Hex;
  readonly folder: string;
}

/** GitHub keeps attestations by digest: bundles of files that have none in the release. */
async function fetchAttestations(
  { http, environment, signal, remote }: CommandContext,
  { repository, token, bundleSuffix }: VerifyReleaseOptions,
  subjects: readonly Asset[],
  { names, digests, folder }: Downloaded,
): Promise<number> {
  const access = remoteFrom({ remote: null, environment }, repository, remote?.token ?? token);
  const { call } = createGithubApi({
    http,
    apiUrl: apiUrlOf(environment),
    remote: access,
    permissions: [],
  });
  const covered = new Set(
    [...names]
      .filter((name) => isBundleName(name, bundleSuffix))
      .flatMap((name) => subjectsOf(name, bundleSuffix)),
  );
  const bare = [...names].some(isSharedName)
    ? []
    : subjects.filter(({ name }) => !covered.has(name));
  const found = await mapPool(bare, DOWNLOADS, signal, async ({ name }) => {
    const hex = digests.get(name)?.get("sha256")?.toString("hex");
    const answer = await call("GET", `/attestations/sha256:${hex}?per_page=30`).catch(
      (error: unknown) => {
        if (error instanceof PermissionError) return undefined;
        throw error;
      },
    );
    const list =
      isRecord(answer) && Array.isArray(answer["attestations"]) ? answer["attestations"] : [];
    const bundles = list.flatMap((each: unknown) =>
      isRecord(each) && isRecord(each["bundle"]) ? [each["bundle"]] : [],
    );
    if (bundles.length === 0) return 0;
    await writeFile(
      join(folder, `${name}.github.sigstore.jsonl`),
      bundles.map((bundle) => `${JSON.stringify(bundle)}\n`).join(""),
    );
    return 1;
  });
  return found.reduce<number>((sum, one) => sum + one, 0);
}

/**
 * A file that a signed list names with its digest is signed by it. An unsigned list is no finding of its own, for it is compared
 * with files that are signed. With a policy both have to be what its rules say.
 */
function judgeUnsigned(
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
    if (lists.some(({ name }) => name === item)) {
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

function differencesOf(
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
  const left =
    of === undefined
      ? subjects
          .filter((file) => !listed.has(file.name) && !others.has(file.name))
          .map((file) => fail(file.name, `${name} does not name it`))
      : [];
  return [...wrong, ...left];
}

function orphans(
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
function wrongSources(
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
    if (sha === undefined || objects.length === 0 || objects.includes(sha)) return [];
    return failure(
      "verify.release-commit",
      name,
      `it was signed for commit ${sha}, and the tag is at ${objects.at(-1)}`,
    );
  });
}

function failure(
  ruleId: string,
  item: string,
  reason: string,
  kind: ErrorKind = "policy",
): ActFailure {
  return { item, ruleId, kind, message: `${item} is not verified: ${reason}`.replace(/\s+/g, " ") };
}
