import { type ActFailure, type CommandContext, UsageError } from "@assay/core";
import { normalPlatform, parsePlatform } from "@assay/oci";
import {
  claimedPredicate,
  type Predicate,
  readPredicate,
  requireDocument,
} from "../attest/predicate.ts";
import type { SigningSession } from "../sign/prepare.ts";
import { describedDigests, isSbomType } from "./described.ts";
import { failure } from "./failures.ts";
import type { Unit } from "./make-all.ts";
import type { ImageAttestOptions } from "./options.ts";
import { imageStatement } from "./statement.ts";
import type { ImageSubject } from "./subjects.ts";

export interface PlannedUnits {
  readonly units: readonly Unit[];
  readonly failures: readonly ActFailure[];
}

/** `linux/arm64=sbom.json`: the first `=` behind something that is a platform. */
const OF_PLATFORM = /^([a-z]+\/[a-z0-9_]+(?:\/[a-z0-9.]+)?)=(.+)$/;
const NO_DIGEST = "The document names no digest of the image that it describes.";

/**
 * What is said of which manifest.
 *
 * @param isPlanned Nothing is signed: provenance is not made yet.
 * @throws UsageError for a document that is none of its type.
 */
export async function unitsFor(
  context: CommandContext,
  all: readonly ImageSubject[],
  { predicateType, predicates, platforms }: ImageAttestOptions,
  claims: SigningSession["claims"],
  isPlanned: boolean,
): Promise<PlannedUnits> {
  const chosen = chosenBy(all, platforms);
  const failures = chosen.absent.map((platform) => noPlatform(platform));
  const { subjects } = chosen;
  if (predicates.length === 0) {
    requireDocument(predicateType);
    const server = context.environment["GITHUB_SERVER_URL"];
    const predicate = isPlanned ? PLANNED : claimedPredicate(claims, server);
    return { units: subjects.map((subject) => unit(subject, predicate)), failures };
  }
  const units: Unit[] = [];
  for (const given of predicates) {
    const [, platform, named] = OF_PLATFORM.exec(given) ?? [];
    const path = named ?? given;
    const predicate = await readPredicate(context, predicateType, path);
    const own = platform === undefined ? { subjects, absent: [] } : chosenBy(subjects, [platform]);
    failures.push(...own.absent.map((each) => noPlatform(each)));
    if (own.subjects.length === 0) continue;
    const placed = isSbomType(predicate.kind.type)
      ? sbomUnits(own.subjects, predicate, path)
      : { units: own.subjects.map((subject) => unit(subject, predicate)), failures: [] };
    units.push(...placed.units);
    failures.push(...placed.failures);
  }
  return { units, failures };
}

const PLANNED: Predicate = {
  kind: { name: "provenance", type: "https://slsa.dev/provenance/v1" },
  text: "{}",
};

/** A bill of materials belongs to the one manifest that it describes. */
function sbomUnits(
  subjects: readonly ImageSubject[],
  predicate: Predicate,
  path: string,
): PlannedUnits {
  const digests = describedDigests(JSON.parse(predicate.text));
  if (digests.size === 0) {
    const [only, second] = subjects;
    if (only !== undefined && second === undefined) {
      return { units: [unit(only, predicate, [NO_DIGEST])], failures: [] };
    }
    throw new UsageError(
      `${path} names no digest of what it describes, and the image has several manifests`,
      {
        hint: "Say which platform it is of: `linux/amd64=PATH`.",
      },
    );
  }
  const found = subjects.filter(({ stored }) => digests.has(stored.descriptor.digest));
  if (found.length > 0) {
    return { units: found.map((subject) => unit(subject, predicate)), failures: [] };
  }
  const wanted = subjects.map(({ stored }) => stored.descriptor.digest).join(", ");
  const said = [...digests].join(", ");
  const reason = `it describes ${said}, and none of ${wanted}`;
  const refused = failure("image.sbom-of-another", path, reason, { participle: "attested" });
  return { units: [], failures: [{ ...refused, location: { path } }] };
}

/** A predicate about a manifest. */
export function unit(
  subject: ImageSubject,
  predicate: Predicate,
  notes: readonly string[] = [],
): Unit {
  const statement = imageStatement(subject.stored, predicate);
  return { subject, predicate, annotations: {}, statement, notes };
}

function chosenBy(all: readonly ImageSubject[], platforms: readonly string[]) {
  if (platforms.length === 0) return { subjects: all, absent: [] };
  const wanted = platforms.map((text) => normalPlatform(parsePlatform(text)));
  return {
    subjects: all.filter(({ platform }) => platform !== undefined && wanted.includes(platform)),
    absent: wanted.filter((each) => !all.some(({ platform }) => platform === each)),
  };
}

function noPlatform(platform: string): ActFailure {
  const reason = "the image has no such platform";
  return failure("image.nothing-to-sign", platform, reason, {
    participle: "attested",
    kind: "usage",
  });
}
