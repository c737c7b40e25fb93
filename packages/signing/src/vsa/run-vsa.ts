import { lstat, rm } from "node:fs/promises";
import { resolve } from "node:path";
import {
  type ActFailure,
  type ActResult,
  type CommandContext,
  type CommandOutcome,
  type OutputSpecs,
  plural,
  UsageError,
} from "@assay/core";
import { digestFile, MAX_BUNDLE_BYTES, readRegularFile } from "@assay/sigstore/files";
import { recordOf } from "../act/record.ts";
import { attestStatement } from "../attest/attest-statement.ts";
import { attestationVerification } from "../attest/attest-with.ts";
import { placesOf } from "../attest/places.ts";
import { type Subject, sharded, statementBytes } from "../attest/statement.ts";
import { parsedOrNone, predicateTypeOf } from "../sign/existing-bundle.ts";
import { failureOf } from "../sign/failures.ts";
import type { SignerOptions } from "../sign/options.ts";
import { openSession } from "../sign/prepare.ts";
import { rateLimit } from "../sign/rate-limit.ts";
import { watchedSink } from "../sign/room.ts";
import { noticesFor } from "../sign/run-sign.ts";
import { signerOf } from "../sign/sign-file.ts";
import { SUMMARY_TYPE } from "../verify/policy/summary.ts";
import { requireLevels, type SummaryOptions, summaryOf, unproven } from "./predicate.ts";

export interface VsaOptions extends Omit<SummaryOptions, "resource"> {
  readonly place: string;
  readonly resource: string | undefined;
  readonly verifier: string | undefined;
  readonly signer: SignerOptions;
}

const KIND = { name: "vsa", type: SUMMARY_TYPE };

/**
 * Verifies, and signs what came of it. An older summary is gone before that: no run that ends early leaves one that passed.
 *
 * @throws UsageError where an input is wrong or something else lies at the summary's place; what `verify` throws.
 */
export async function runVsa<O extends OutputSpecs>(
  context: CommandContext,
  options: VsaOptions,
  verify: () => Promise<CommandOutcome<O>>,
): Promise<CommandOutcome<O>> {
  const { resource, verifier, levels, place } = options;
  await removeOlder(context, place);
  for (const [name, value] of [
    ["vsa-resource", resource],
    ["vsa-verifier", verifier ?? (options.signer.key === undefined ? "keyless:" : undefined)],
  ] as const) {
    if (value === undefined || !/^[a-z][a-z0-9+.-]*:/i.test(value)) {
      throw new UsageError(`\`vsa\` needs \`${name}\`, a URI`, {
        hint: "Consumers compare it: resource is where they fetch the files, verifier stands for you.",
      });
    }
  }
  requireLevels(levels);
  const outcome = await verify();
  const [verdict] = outcome.acts ?? [];
  if (verdict === undefined || context.signal.aborted) return outcome;
  const summary = await written(context, { ...options, resource: resource ?? "" }, verdict);
  return { ...outcome, acts: [verdict, summary] };
}

async function removeOlder({ root }: CommandContext, place: string): Promise<void> {
  const read = await readRegularFile(resolve(root, place), MAX_BUNDLE_BYTES);
  if ("problem" in read && read.problem === "absent") return;
  const lines = "bytes" in read ? read.bytes.toString("utf8").trim().split("\n") : [];
  const isSummary = (line: string) => {
    const content = parsedOrNone(Buffer.from(line))?.bundle.content;
    return content !== undefined && predicateTypeOf(content) === SUMMARY_TYPE;
  };
  if (lines.length > 0 && lines.every(isSummary)) return await rm(resolve(root, place));
  throw new UsageError(
    `\`vsa\` is ${place}, and something else than a verification summary is there`,
    {
      hint: "Move it away, or give another path.",
    },
  );
}

async function written(
  context: CommandContext,
  options: VsaOptions & SummaryOptions,
  verdict: ActResult,
): Promise<ActResult> {
  const { place, levels } = options;
  const passed = verdict.failures.length === 0;
  const failures: readonly ActFailure[] = passed
    ? unproven(levels, verdict.records).map(([{ subject }, problem]) =>
        failureOf(subject.name, new UsageError(problem), "attest"),
      )
    : [];
  try {
    const subjects = await subjectsOf(context, verdict);
    if (subjects.length === 0) throw new UsageError("there is no file that the verdict is about");
    if (failures.length > 0) return actOf([], failures, "nothing was written");
    return await sign(context, options, verdict, subjects);
  } catch (error) {
    context.signal.throwIfAborted();
    return actOf([], [failureOf(place, error, "attest")], "nothing was written");
  }
}

async function sign(
  context: CommandContext,
  options: VsaOptions & SummaryOptions,
  verdict: ActResult,
  subjects: readonly Subject[],
): Promise<ActResult> {
  const session = await openSession(context, options.signer);
  const { certificate, key } = await session.credential();
  const verifier = options.verifier ?? certificate?.identity.subject ?? "";
  if (!verifier.includes(":")) {
    throw new UsageError(`\`vsa-verifier\` is not given, and ${verifier} is no URI`);
  }
  const predicate = summaryOf(verdict, verifier, options, context.clock.wall());
  const given = { kind: KIND, text: JSON.stringify(predicate) };
  const statements = sharded(subjects, false);
  const places = placesOf(statements, KIND.name, {
    bundle: options.place,
    outputDirectory: undefined,
  });
  const permit = rateLimit(session.plan.logs.map(({ url }) => url));
  const [products, at] = [watchedSink(context.products), new Set<string>()];
  const records = [];
  for (const [index, shard] of statements.entries()) {
    const unit = {
      subjects: shard,
      statement: () => statementBytes(shard, given),
      predicateType: KIND.type,
      place: places[index] ?? options.place,
    };
    const { act, facts, credential } = await attestStatement(session, context, unit, {
      ...{ replace: false, permit, products, written: at, check: () => {} },
    });
    const notes = [`A verification summary: ${predicate.verificationResult}.`, ...facts.notes];
    const by = signerOf(credential);
    records.push(
      ...shard.map(({ name, digests }) =>
        recordOf(act, name, digests, by, unit.place, { ...facts, notes }),
      ),
    );
  }
  const isForCosign = key.publicKey.algorithm.digest === "sha256";
  const commands = attestationVerification(options.signer, session, given, records, isForCosign);
  return {
    ...actOf(records, [], `${predicate.verificationResult} for ${plural(subjects.length, "file")}`),
    // What `sign` calls so is here the root to verify by.
    notices: noticesFor(session).map((notice) =>
      notice.replace("`trusted-root`", "`vsa-trusted-root`"),
    ),
    // Of Assay's commands those with a policy take it alone.
    verifyWith: commands.filter(({ tool }) => tool !== "assay"),
  };
}

/** What was verified; where something was not, also what was to be, as far as it is there. */
async function subjectsOf(
  { root, signal }: CommandContext,
  { records, failures }: ActResult,
): Promise<readonly Subject[]> {
  const subjects = new Map<string, Subject>();
  for (const { subject } of records) {
    const digests = Object.entries(subject.digests).map(
      ([name, hex]) => [name, Buffer.from(hex, "hex")] as const,
    );
    subjects.set(subject.name, {
      name: subject.name,
      digests: new Map(digests) as Subject["digests"],
    });
  }
  for (const { item, location, ruleId } of failures) {
    const path = resolve(root, item);
    if (location === undefined || ruleId === "verify.policy-expired") continue;
    if ((await lstat(path).catch(() => undefined))?.isFile() !== true) continue;
    const { digests } = await digestFile(path, ["sha256"], signal);
    subjects.set(item, { name: item, digests });
  }
  return [...subjects.values()];
}

function actOf(
  records: ActResult["records"],
  failures: readonly ActFailure[],
  summary: string,
): ActResult {
  return {
    act: "attest",
    title: "Verification summary",
    records,
    failures,
    coverage: { inspected: { files: records.length }, skipped: [], summary },
  };
}
