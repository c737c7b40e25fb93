import { type ActResult, type CommandContext, plural } from "@assay/core";
import { recordOf } from "../act/record.ts";
import { openSession, type SigningSession } from "../sign/prepare.ts";
import { signerOf } from "../sign/sign-file.ts";
import { mapPool } from "../targets/pool.ts";
import { type CheckedFile, checkUploaded } from "./check-uploaded.ts";
import { type Content, compare, contentAt, SUFFIX } from "./contents.ts";
import { checkTag, findRelease, makeDraft, markOf } from "./draft.ts";
import { type Release, releaseApi, requireToken } from "./github.ts";
import type { ReleaseOptions } from "./options.ts";
import { type Plan, planned, planOf } from "./plan.ts";
import { fetchBundles, makeProducts } from "./products.ts";
import { publish, requireComplete, requireSame, uploadAll } from "./upload.ts";

const HASHING = 4;
const MUTABLE =
  "GitHub did not make this release immutable: its files can still be exchanged. Turn on immutable releases in the settings of the repository.";

export interface ReleaseResult {
  readonly acts: readonly ActResult[];
  readonly release?: Release;
}

/**
 * Makes a release whole before it is published: files, a signature of each, checksums, attestations and `VERIFY.md` go to a
 * draft, are downloaded again and verified, and only then published. The draft on GitHub is the state: a run that was killed is
 * taken up by the next one, also on another machine.
 *
 * @throws UsageError, PolicyFailure or ExternalError where the release is not published, each saying why.
 */
export async function runRelease(
  context: CommandContext,
  options: ReleaseOptions,
): Promise<ReleaseResult> {
  const { tag, remote, adopt, createTag } = options;
  const plan = await planOf(context, options);
  if (plan.failures.length > 0) return { acts: [nothing(plan.failures)] };
  if (options.dryRun) return { acts: [await planned(context, options, plan)] };
  requireToken(remote);
  const api = releaseApi(context, remote);
  const commit = context.event?.sha;
  const hasTag = await checkTag(api, tag, commit, createTag);
  const { release: found, notices } = await findRelease(api, tag, adopt);
  const held = found === undefined ? [] : await api.assets(found);
  if (found !== undefined) {
    requireSame(
      found,
      compare(plan.all, held, () => options.replace && found.isDraft),
    );
    await fetchBundles(context, api, plan, held);
  }
  const session = await openSession(context, options);
  if (found?.isDraft === false) {
    const said = `The release ${tag} was published before, and holds all of this.`;
    const files = await checkUploaded(context, api, session, held, digestsOf(plan.given));
    const act = await actOf(session, found, files, "verified", [said, ...notices]);
    return { release: found, acts: [act] };
  }
  const made = await makeProducts(context, { ...options, session }, plan);
  if (made.some(({ failures }) => failures.length > 0)) return { acts: made };
  const all = await mapPool(plan.all, HASHING, context.signal, async ({ path, isMade }) =>
    contentAt(context.root, path, isMade, context.signal),
  );
  context.signal.throwIfAborted();
  const draft = found ?? (await makeDraft(api, newRelease(plan, options, hasTag, commit)));
  await uploadAll(context, api, draft, all, options.replace);
  const assets = await api.assets(draft);
  requireComplete(draft, all, assets);
  const files = await checkUploaded(context, api, session, assets, digestsOf(all));
  if (!options.publish) {
    const act = await actOf(session, draft, files, "uploaded", ["It stays a draft."]);
    return { release: draft, acts: [...made, act] };
  }
  const isTagged = await checkTag(api, tag, commit, createTag);
  requireComplete(draft, all, await api.assets(draft));
  const release = await publish(api, draft, isTagged ? undefined : commit);
  requireComplete(release, all, await api.assets(release));
  await checkTag(api, tag, commit, false);
  const act = await actOf(
    session,
    release,
    files,
    "uploaded",
    release.isImmutable ? [] : [MUTABLE],
  );
  return { release, acts: [...made, act] };
}

function newRelease(
  { notes }: Plan,
  { tag, title, prerelease }: ReleaseOptions,
  hasTag: boolean,
  commit: string | undefined,
) {
  return {
    tag_name: tag,
    ...(hasTag || commit === undefined ? {} : { target_commitish: commit }),
    name: title ?? tag,
    body: `${notes}${markOf(tag)}`,
    prerelease,
  };
}

function digestsOf(contents: readonly Content[]): ReadonlyMap<string, string> {
  return new Map(
    contents.flatMap(({ name, sha256 }) => (sha256 === undefined ? [] : [[name, sha256]])),
  );
}

function nothing(failures: ActResult["failures"]): ActResult {
  const summary = "Nothing was released: not all files are there";
  return {
    act: "release",
    records: [],
    failures,
    coverage: { inspected: { files: 0 }, skipped: [], summary },
  };
}

async function actOf(
  session: SigningSession,
  { tag, page }: Release,
  checked: readonly CheckedFile[],
  act: "uploaded" | "verified",
  notices: readonly string[],
): Promise<ActResult> {
  const signer = signerOf(await session.credential());
  return {
    act: "release",
    records: checked.map(({ name, digests, facts }) => ({
      ...recordOf(act, name, digests, signer, `${name}${SUFFIX}`, facts),
      destination: page || tag,
    })),
    failures: [],
    coverage: {
      inspected: { files: checked.length },
      skipped: [],
      summary: `${plural(checked.length, "file")} of the release ${tag}, downloaded and verified`,
    },
    notices,
  };
}
