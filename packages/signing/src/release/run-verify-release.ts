import { type ActResult, type CommandContext, plural, UsageError } from "@assay/core";
import type { VerifiedBundle } from "@assay/sigstore";
import { shellWord } from "../act/verify-with.ts";
import { isBundleName } from "../targets/bundle-names.ts";
import { runVerify } from "../verify/run-verify.ts";
import { checksumsFiles } from "./checksums-files.ts";
import { download, fetchAttestations } from "./downloads.ts";
import { releaseApi } from "./github.ts";
import { differencesOf, judgeUnsigned, orphans, untied, wrongSources } from "./judge-release.ts";
import type { VerifyReleaseOptions } from "./options.ts";
import { remoteFrom } from "./remote.ts";
import { exchangedFiles, strangeFiles } from "./strange-files.ts";
import { inTemporaryFolder } from "./temporary-folder.ts";

/** Verifies a published release: every file of it is signed by whom it should, and nothing else is in it. */
export async function runVerifyRelease(
  context: CommandContext,
  options: VerifyReleaseOptions,
): Promise<ActResult> {
  const { repository, releaseTag: tag } = options;
  const run = asRunOf(context, options);
  // Without files: inputs that are wrong are errors before anything is downloaded.
  await runVerify(run, { ...options, files: [] });
  const remote = remoteFrom({ ...context, remote: null }, repository, options.token);
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
  return await inTemporaryFolder(async (folder) => {
    const { digests, failures } = await download(context, api, assets, folder);
    const files = assets.filter(({ name }) => digests.has(name));
    const names = new Set(files.map(({ name }) => name));
    const suffix = options.bundleSuffix;
    const subjects = files.filter(({ name }) => !isBundleName(name, suffix));
    const fetched = options.githubAttestations
      ? await fetchAttestations(context, options, subjects, { names, digests, folder })
      : 0;
    const seen = new Map<string, VerifiedBundle>();
    const verified = await runVerify(run, {
      ...{ ...options, folder, seen },
      files: subjects.map(({ name }) => `./${name}`),
    });
    const lists = await checksumsFiles(folder, subjects);
    const judged = judgeUnsigned(verified, lists, digests, asksOfEach(options));
    const skipped = [...verified.coverage.skipped, ...judged.skipped];
    const lost = orphans(files, names, suffix);
    const known = new Set([
      ...judged.records.map(({ subject }) => subject.name),
      ...[...judged.failures, ...lost, ...skipped].map(({ item }) => item),
    ]);
    const left = [...names].filter((name) => !known.has(name));
    const problems = [
      ...failures,
      ...judged.failures,
      ...lists.flatMap((list) => differencesOf(list, subjects, digests, lists)),
      ...lost,
      ...(await strangeFiles(folder, left)),
      ...exchangedFiles(judged.records, digests),
      ...(options.requireCommit ? wrongSources(seen, options, remote.serverUrl, objects) : []),
    ];
    const others = options.requireCommit ? untied(seen, options, remote.serverUrl) : 0;
    return {
      ...verified,
      records: judged.records,
      failures: problems,
      coverage: {
        inspected: { files: subjects.length, verified: judged.records.length },
        skipped,
        summary: `${judged.records.length} of ${plural(subjects.length, "file")} of ${repository}@${tag} are signed by the expected signer`,
      },
      notices: [
        ...(verified.notices ?? []),
        ...(release.isImmutable
          ? []
          : ["GitHub does not call this release immutable: what it holds can be exchanged."]),
        ...(others === 0
          ? []
          : [
              `${plural(others, "file")} signed by no run of ${repository}: no commit was compared there.`,
            ]),
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
  });
}

/** Whether something is asked of every file that a list of checksums can't say of it: who built it, and from what. */
function asksOfEach({ policy, predicateTypes, ...of }: VerifyReleaseOptions): boolean {
  return (policy ?? of.source ?? of.tag ?? of.builder) !== undefined || predicateTypes.length > 0;
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
