import {
  type ActFailure,
  type ActResult,
  type CommandContext,
  plural,
  type Skipped,
  UsageError,
} from "@assay/core";
import { normalPlatform, parsePlatform } from "@assay/oci";
import { mapPool } from "../targets/pool.ts";
import { revokedKeys } from "../verify/keys-of.ts";
import { rootNotices } from "../verify/notices.ts";
import type { VerifyRunOptions } from "../verify/options.ts";
import { signerPolicy } from "../verify/signer-policy.ts";
import { isPredicate, type StatementDemand } from "../verify/statement-demand.ts";
import { statementDemand } from "../verify/statement-options.ts";
import { checkLayers } from "./check-layers.ts";
import { failure, failureOf } from "./failures.ts";
import type { ImageVerifyOptions } from "./options.ts";
import {
  type AbsentSubject,
  type FoundImage,
  type ImageSubjects,
  requireDigest,
  subjectsOf,
} from "./subjects.ts";
import { type SubjectDemand, verifySubject } from "./verify-subject.ts";
import { verifyingCommands } from "./verify-with.ts";

const CONCURRENCY = 4;

/**
 * Verifies an image as a whole: its index, and every image that it lists, each by a signature and the attestations that are asked
 * for. What can't be known is a failure of its own, never "unsigned".
 *
 * @throws UsageError where nothing says who must have signed, or the inputs contradict each other.
 */
export async function verifyImage(
  context: CommandContext,
  target: FoundImage,
  options: ImageVerifyOptions,
): Promise<ActResult> {
  requireDigest(target.store);
  const asFiles: VerifyRunOptions = {
    ...{ ...options, files: [], policy: undefined, bundle: undefined, bundleSuffix: "" },
  };
  const attestations = demandsOf(statementDemand(context, asFiles));
  const signer = await signerPolicy(context, asFiles);
  requireSense(options, attestations, signer.root !== undefined);
  const { requireLog, requireSignature, minSignatures, annotations } = options;
  const base = {
    ...{ signer, requireLog, requireSignature, minSignatures, annotations },
    revokedKeys: revokedKeys(options.revokedKeys ?? []),
  };
  let subjects: ImageSubjects;
  try {
    subjects = await subjectsOf(target);
  } catch (error) {
    const name = `${target.store.name}@${target.root.descriptor.digest}`;
    return resultOf(0, [], [failureOf(name, error, "verified")], [], []);
  }
  const { all, absent } = subjects;
  const looked = options.indexOnly ? all.slice(0, 1) : all;
  // Of an index that lists no image, nothing else could have the attestations.
  const isAlone = all.every(({ stored }) => stored.manifest.kind === "index");
  const verdicts = await mapPool(looked, CONCURRENCY, context.signal, async (subject) => {
    const isIndex = subject.stored.manifest.kind === "index";
    const needs = !isIndex || isAlone || options.indexOnly || !requireSignature;
    const demand: SubjectDemand = { ...base, attestations: needs ? attestations : [] };
    const verdict = await verifySubject(target.store, subject, demand);
    if (verdict.failures.length === 0) context.logger.info(`${subject.name}: verified`);
    return verdict;
  });
  context.signal.throwIfAborted();
  const layers = options.checkLayers
    ? await checkLayers(context, target.store, all)
    : { blobs: 0, failures: [], skipped: [] };
  const records = verdicts.flatMap(({ record }) => record ?? []);
  const failures = [
    ...absent
      .filter(({ mediaType }) => mediaType === undefined || !options.indexOnly)
      .map((one) => absentFailure(target.store.name, one)),
    ...platformFailures(target, subjects, options.platforms),
    ...verdicts.flatMap((one) => one.failures),
    ...layers.failures,
  ];
  const result = resultOf(looked.length, records, failures, layers.skipped, [
    ...(target.tag === undefined
      ? []
      : [
          `The tag ${target.tag} stands for ${target.root.descriptor.digest}: use that, for tags move.`,
        ]),
    ...verdicts.flatMap(({ notices }) => notices),
    ...builderNotices(subjects),
    ...rootNotices(signer),
  ]);
  return { ...result, verifyWith: verifyingCommands(options, signer, target, records) };
}

/** Each type is asked for; what is asked of a build, of provenance. */
function demandsOf({ types = [], ...build }: StatementDemand): readonly StatementDemand[] {
  const isBuild = Object.values(build).some((value) => value !== undefined);
  const isProvenance = (type: string) => type === "provenance" || isPredicate("provenance", type);
  const all = isBuild && !types.some(isProvenance) ? [...types, "provenance"] : types;
  return all.map((type) => (isProvenance(type) ? { ...build, types: [type] } : { types: [type] }));
}

function requireSense(
  { requireLog, requireSignature, minSignatures, ...who }: ImageVerifyOptions,
  attestations: readonly StatementDemand[],
  hasRoot: boolean,
): void {
  if (requireLog === true && !hasRoot) {
    throw new UsageError("`require-log` is on without `trusted-root`", {
      hint: "Give the trusted root that names the log.",
    });
  }
  if (!requireSignature && attestations.length === 0) {
    throw new UsageError("`require-signature` is off, and no attestation is asked for", {
      hint: "Name what is asked for with `predicate-type`, `source` or `builder`.",
    });
  }
  const isOne = (who.key !== undefined && !who.otherKeys?.length) || who.certificateIdentity;
  if (minSignatures > 1 && isOne) {
    throw new UsageError(`\`min-signatures\` is ${minSignatures}, and only one signer is named`, {
      hint: "Give several keys, or `certificate-identity-pattern` for several identities.",
    });
  }
}

function absentFailure(store: string, { name, platform, mediaType }: AbsentSubject): ActFailure {
  const of = platform === undefined ? "" : ` for ${platform}`;
  return mediaType === undefined
    ? failure(
        "image.missing-platform",
        name,
        `the index lists it${of}, and ${store} does not have it`,
      )
    : failure(
        "image.unreadable",
        name,
        `the index lists it${of} as ${mediaType}, which is no manifest, and some runtimes run it all the same`,
      );
}

function platformFailures(
  { store, root }: FoundImage,
  { all, absent }: ImageSubjects,
  wanted: readonly string[],
): readonly ActFailure[] {
  if (wanted.length === 0) return [];
  const asked = new Set(wanted.map((text) => normalPlatform(parsePlatform(text))));
  const images = all.filter(({ stored }) => stored.manifest.kind === "image");
  const there = new Set([...images, ...absent].map(({ platform }) => platform ?? "unknown"));
  const name = `${store.name}@${root.descriptor.digest}`;
  const list = [...there].sort().join(", ") || "none that says its platform";
  return [
    ...[...asked]
      .filter((platform) => !there.has(platform))
      .map((platform) =>
        failure("image.missing-platform", name, `it has no ${platform}, only ${list}`),
      ),
    ...images
      .filter(({ platform = "unknown" }) => !asked.has(platform))
      .map((one) => {
        const reason = `it is of the platform ${one.platform ?? "unknown"}, which \`platforms\` does not name`;
        return failure("image.extra-platform", one.name, reason);
      }),
  ];
}

/** What looks like an attestation and is none: nobody signed it, but with the index. */
function builderNotices({ statements }: ImageSubjects): readonly string[] {
  if (statements.length === 0) return [];
  const amount = plural(statements.length, "attestation manifest");
  return [
    `The index lists ${amount} of BuildKit (${statements.map((digest) => digest.slice(0, 19)).join(", ")}): unsigned statements, which the index' signature covers as they were pushed, and which count as no attestation.`,
  ];
}

function resultOf(
  manifests: number,
  records: ActResult["records"],
  failures: readonly ActFailure[],
  skipped: readonly Skipped[],
  notices: readonly string[],
): ActResult {
  const isWhole = failures.length === 0 && records.length > 0;
  return {
    act: "verify",
    records,
    failures,
    coverage: {
      inspected: { manifests, verified: records.length },
      skipped,
      summary: isWhole
        ? `${records.length === 1 ? "The image" : `All ${records.length} manifests of the image`} signed by the expected signer`
        : `${records.length} of ${plural(manifests, "manifest")} verified`,
    },
    notices: [...new Set(notices)],
  };
}
