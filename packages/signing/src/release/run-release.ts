import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, posix, resolve } from "node:path";
import {
  type ActResult,
  type CommandContext,
  ExternalError,
  PolicyFailure,
  plural,
  UsageError,
} from "@assay/core";
import { MAX_BUNDLE_BYTES } from "@assay/sigstore/files";
import { dryRun } from "../act/dry-run.ts";
import { recordOf } from "../act/record.ts";
import { expectationOf } from "../act/verify-with.ts";
import { readPredicate } from "../attest/predicate.ts";
import { runAttest } from "../attest/run-attest.ts";
import { openSession, type SigningSession } from "../sign/prepare.ts";
import { runSign } from "../sign/run-sign.ts";
import { signerOf } from "../sign/sign-file.ts";
import { checksumsText } from "../targets/checksums.ts";
import { mapPool } from "../targets/pool.ts";
import { type CheckedFile, checkUploaded, VERIFY_TEXT } from "./check-uploaded.ts";
import {
  type Content,
  compare,
  contentAt,
  givenContents,
  isThere,
  requireUploadable,
  SUFFIX,
} from "./contents.ts";
import { checkTag, findRelease, makeDraft, markOf } from "./draft.ts";
import { type Asset, type Release, type ReleaseApi, releaseApi, requireToken } from "./github.ts";
import type { ReleaseOptions } from "./options.ts";
import { verifyText } from "./verify-text.ts";

const LIST = "SHA256SUMS";
const UPLOADS = 3;
const ROUNDS = 5;

interface Kind {
  readonly kind: string;
  readonly predicateType: string;
  /** Its document; provenance has none. */
  readonly path?: string;
}

export interface ReleaseResult {
  readonly acts: readonly ActResult[];
  readonly release?: Release;
}

interface Plan {
  readonly given: readonly Content[];
  readonly kinds: readonly Kind[];
  /** Everything that the release holds in the end; what is made has no digest yet. */
  readonly all: readonly Content[];
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
  if (options.dryRun) return { acts: [await planned(context, options, plan)] };
  requireToken(remote);
  const api = releaseApi(context, remote);
  const commit = context.event?.sha;
  const hasTag = await checkTag(api, tag, commit, createTag);
  const { release: found, notices } = await findRelease(api, tag, adopt);
  if (found !== undefined) {
    const assets = await api.assets(found);
    requireSame(
      found,
      compare(plan.all, assets, () => options.replace && found.isDraft),
    );
    await fetchBundles(context, api, plan, assets);
  }
  const session = await openSession(context, options);
  const temporary = await mkdtemp(join(tmpdir(), "assay-release-"));
  try {
    if (found?.isDraft === false) {
      const assets = await api.assets(found);
      const digests = digestsOf(plan.given);
      const checked = await checkUploaded(context, api, session, assets, digests, temporary);
      const said = `The release ${tag} was published before, and holds all of this.`;
      return done(
        found,
        [],
        await resultOf(session, found, checked, "verified", [said, ...notices]),
      );
    }
    const made = await makeProducts(context, { ...options, session }, plan);
    if (made.some(({ failures }) => failures.length > 0)) return { acts: made };
    const all = await mapPool(plan.all, UPLOADS, context.signal, async ({ path, isMade }) =>
      contentAt(context.root, path, isMade, context.signal),
    );
    context.signal.throwIfAborted();
    const draft =
      found ?? (await makeDraft(api, await newRelease(context, options, hasTag, commit)));
    await uploadAll(context, api, draft, all, options.replace);
    const assets = await api.assets(draft);
    requireComplete(draft, all, assets);
    const checked = await checkUploaded(context, api, session, assets, digestsOf(all), temporary);
    if (!options.publish)
      return done(
        draft,
        made,
        await resultOf(session, draft, checked, "uploaded", ["It stays a draft."]),
      );
    await checkTag(api, tag, commit, createTag);
    requireComplete(draft, all, await api.assets(draft));
    const published = await publish(api, draft);
    requireComplete(published, all, await api.assets(published));
    await checkTag(api, tag, commit, false);
    const mutable = published.isImmutable
      ? []
      : [
          "GitHub did not make this release immutable: its files can still be exchanged. Turn on immutable releases in the settings of the repository.",
        ];
    return done(published, made, await resultOf(session, published, checked, "uploaded", mutable));
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

async function planOf(context: CommandContext, options: ReleaseOptions): Promise<Plan> {
  const { root } = context;
  const { outputDirectory: folder, sboms, provenance } = options;
  const kinds: Kind[] = provenance
    ? [{ kind: "provenance", predicateType: "https://slsa.dev/provenance/v1" }]
    : [];
  for (const path of sboms) {
    const { kind } = await readPredicate(context, "cyclonedx", path).catch(() =>
      readPredicate(context, "spdx", path),
    );
    if (kinds.some((other) => other.kind === kind.name)) {
      throw new UsageError(`\`sbom\` names two documents of the kind ${kind.name}`, {
        hint: "Name one here for all files, and the others in `files`; `assay attest` attests them file by file.",
      });
    }
    kinds.push({ kind: kind.name, predicateType: kind.type, path });
  }
  const at = (name: string): Content => ({ name, path: posix.join(folder, name), isMade: true });
  const texts = [at(VERIFY_TEXT), at(LIST)];
  const attestations = kinds.map(({ kind }) => at(`${kind}${SUFFIX}`));
  const own = new Set([...texts, ...attestations].map(({ path }) => path));
  const given = await givenContents(context, [...options.files, ...sboms], own);
  const signed = [...given, ...texts];
  const bundles = signed.map(({ name, path }) => ({
    name: `${name}${SUFFIX}`,
    path: `${path}${SUFFIX}`,
    isMade: true,
  }));
  const all = [...signed, ...bundles, ...attestations];
  requireUploadable(all);
  const [text] = texts;
  const there =
    text !== undefined && (await isThere(root, text.path))
      ? await readFile(resolve(root, text.path), "utf8")
      : "# Verify `";
  if (!there.startsWith("# Verify `")) {
    throw new UsageError(`${text?.path} is there and not by Assay; it stays as it is`, {
      hint: "Choose another `output-directory`.",
    });
  }
  return { given, kinds, all };
}

async function planned(
  context: CommandContext,
  options: ReleaseOptions,
  { all, given }: Plan,
): Promise<ActResult> {
  const bundles = all
    .filter(({ name }) => name.endsWith(SUFFIX))
    .map(({ name, path }) => ({ what: name.slice(0, -SUFFIX.length), place: path }));
  const {
    coverage,
    notices = [],
    ...rest
  } = await dryRun("release", context, options, bundles, []);
  return {
    ...rest,
    coverage: {
      ...coverage,
      summary: `${plural(all.length, "file")} would be released as ${options.tag}`,
    },
    notices: [
      ...notices,
      `Uploaded to a draft of ${options.tag} in ${options.remote.repository}, ${options.publish ? "verified there and published" : "and verified there"}: ${all
        .map(({ name }) => name)
        .sort()
        .join(", ")}.`,
      ...given.map(({ name, sha256 }) => `${name}: sha256:${sha256}`),
    ],
  };
}

/** Bundles that an earlier run uploaded come back, so that nothing is signed and logged twice. */
async function fetchBundles(
  { root, products, signal }: CommandContext,
  api: ReleaseApi,
  { all }: Plan,
  assets: readonly Asset[],
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "assay-release-"));
  try {
    await mapPool(all, UPLOADS, signal, async ({ name, path }) => {
      const asset = assets.find((each) => each.name === name && each.state === "uploaded");
      const isWanted =
        name.endsWith(SUFFIX) && asset !== undefined && asset.size <= MAX_BUNDLE_BYTES;
      if (!isWanted || (await isThere(root, path))) return;
      const file = join(folder, String(asset.id));
      await api.download(asset, file);
      await products.write({ path, mediaType: "application/json", bytes: await readFile(file) });
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function makeProducts(
  context: CommandContext,
  options: ReleaseOptions & { readonly session: SigningSession },
  { given, kinds, all }: Plan,
): Promise<readonly ActResult[]> {
  const { outputDirectory, session, replace } = options;
  const listPath = posix.join(outputDirectory, LIST);
  const textPath = posix.join(outputDirectory, VERIFY_TEXT);
  const files = given.map(({ path }) => `./${path}`);
  const given1 = { ...options, subjectsFromChecksums: undefined, dryRun: false, replace };
  const signed = await runSign(context, {
    ...given1,
    files,
    checksums: undefined,
    bundleSuffix: SUFFIX,
    async also(records) {
      const [first] = records;
      if (first === undefined) return [];
      const { log, trustedRoot } = expectationOf(options, session.plan, first);
      const { identity, issuer } = first.signer;
      const facts = {
        repository: options.remote.repository,
        tag: options.tag,
        assets: all.map(({ name }) => name),
        signer:
          identity === undefined || issuer === undefined
            ? { key: "cosign.pub" }
            : { identity, issuer },
        checksums: LIST,
        attestations: kinds,
        // Of another instance than the public one the consumer needs a file.
        trustedRoot:
          (options.signingConfig ??
          options.fulcioUrl ??
          (identity === undefined ? trustedRoot : undefined))
            ? "trusted_root.json"
            : undefined,
        isUnlogged: log === "none",
      };
      const write = async (path: string, text: string) => {
        await context.products.write({ path, mediaType: "text/plain", bytes: Buffer.from(text) });
      };
      await write(textPath, verifyText(facts));
      const text = await contentAt(context.root, textPath, true, context.signal);
      // As it was signed, whatever a file has become since.
      const lines = records.map(({ subject }) => ({
        name: posix.basename(subject.name),
        hex: subject.digests["sha256"] ?? "",
      }));
      await write(
        listPath,
        checksumsText([...lines, { name: VERIFY_TEXT, hex: text.sha256 ?? "" }]),
      );
      return [textPath, listPath];
    },
  });
  const acts = [signed];
  if (signed.failures.length > 0) return acts;
  for (const { kind, path } of kinds) {
    acts.push(
      await runAttest(context, {
        ...given1,
        files: [...files, `./${listPath}`],
        predicateType: kind,
        predicate: path,
        perSubject: false,
        bundle: undefined,
        githubAttestation: false,
      }),
    );
  }
  return acts;
}

async function newRelease(
  { root }: CommandContext,
  { tag, title, notes, prerelease }: ReleaseOptions,
  hasTag: boolean,
  commit: string | undefined,
) {
  const text = notes === undefined ? "" : `${await readFile(resolve(root, notes), "utf8")}\n\n`;
  return {
    tag_name: tag,
    ...(hasTag || commit === undefined ? {} : { target_commitish: commit }),
    name: title ?? tag,
    body: `${text}${markOf(tag)}`,
    prerelease,
  };
}

/** Until the draft holds everything once: what was lost, half done or repeated is put right. */
async function uploadAll(
  { root, signal, logger }: CommandContext,
  api: ReleaseApi,
  draft: Release,
  all: readonly Content[],
  replace: boolean,
): Promise<void> {
  const isOurs = draft.body.includes(markOf(draft.tag));
  let failure: unknown;
  for (let round = 1; ; round++) {
    const compared = compare(
      all,
      await api.assets(draft),
      ({ isMade }) => replace || (isOurs && isMade),
    );
    requireSame(draft, compared);
    const { missing, stale } = compared;
    if (missing.length + stale.length === 0) return;
    if (round > ROUNDS) {
      throw (
        failure ??
        new ExternalError(`GitHub does not keep ${missing.map(({ name }) => name).join(", ")}`, {
          hint: "Run the step again later.",
        })
      );
    }
    for (const asset of stale) await api.remove(asset);
    await mapPool(missing, UPLOADS, signal, async ({ name, path, size = 0 }) => {
      try {
        const made = await api.upload(draft, name, resolve(root, path), size);
        if (made !== undefined && made.name !== name) {
          await api.remove(made);
          throw new UsageError(`GitHub calls ${name} ${made.name}: give the file that name`);
        }
        logger.info(`${name}: uploaded`);
      } catch (error) {
        if (!(error instanceof ExternalError)) throw error;
        logger.info(`${name}: ${error.message}`);
        failure = error;
      }
    });
    signal.throwIfAborted();
  }
}

/** A request without an answer may have published it. */
async function publish(api: ReleaseApi, draft: Release): Promise<Release> {
  let failure: unknown;
  try {
    await api.publish(draft);
  } catch (error) {
    if (!(error instanceof ExternalError)) throw error;
    failure = error;
  }
  const now = await api.release(draft.id);
  if (!now.isDraft) return now;
  throw (
    failure ?? new ExternalError("GitHub answered that it published the release, and it is a draft")
  );
}

/**
 * @param isWhole Whether nothing may be missing.
 * @throws PolicyFailure for what nobody may pass over.
 */
function requireSame(
  { tag, isDraft }: Release,
  { problems, missing, stale }: ReturnType<typeof compare>,
  isWhole = !isDraft,
): void {
  const lacking = isWhole
    ? [...missing, ...stale].map(({ name }) => `${name} is missing, or not whole`)
    : [];
  if (problems.length + lacking.length === 0) return;
  throw new PolicyFailure(
    `The ${isDraft ? "draft" : "published release"} ${tag} is not what this run would make`,
    {
      problems: [...new Set([...problems, ...lacking])],
      hint: isDraft
        ? "Delete what should not be there, or name it in `files`; `replace` exchanges assets with other content."
        : "What is published stays: make a release of another tag.",
    },
  );
}

function requireComplete(
  release: Release,
  all: readonly Content[],
  assets: readonly Asset[],
): void {
  requireSame(
    release,
    compare(all, assets, () => false),
    true,
  );
}

function digestsOf(contents: readonly Content[]): ReadonlyMap<string, string> {
  return new Map(
    contents.flatMap(({ name, sha256 }) => (sha256 === undefined ? [] : [[name, sha256]])),
  );
}

function done(release: Release, made: readonly ActResult[], result: ActResult): ReleaseResult {
  return { release, acts: [...made, result] };
}

async function resultOf(
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
