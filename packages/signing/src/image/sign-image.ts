import { type ActResult, type CommandContext, plural } from "@assay/core";
import { openSession } from "../sign/prepare.ts";
import { noticesFor } from "../sign/run-sign.ts";
import { plannedResult } from "./dry-run.ts";
import { makeAll, type Unit } from "./make-all.ts";
import type { ImageSignOptions } from "./options.ts";
import { imageStatement, SIGNATURE } from "./statement.ts";
import { type FoundImage, subjectsOf, writableStore } from "./subjects.ts";
import { printedVerification } from "./verify-with.ts";

/**
 * Signs an image: its index first, then everything that runs and that it lists. Signatures are attached as cosign v3 does it; one
 * that is there and that this run would make is kept.
 *
 * @throws UsageError for an image that can't be signed; KnownError where there is no certificate to be had or the store fails at once.
 */
export async function signImage(
  context: CommandContext,
  target: FoundImage,
  options: ImageSignOptions,
): Promise<ActResult> {
  const store = writableStore(target);
  const { all, absent } = await subjectsOf(
    options.recursive ? target : { ...target, root: withoutChildren(target.root) },
  );
  const subjects = options.recursive ? all : all.map((one) => ({ ...one, stored: target.root }));
  const units: readonly Unit[] = subjects.map((subject) => ({
    subject,
    predicate: SIGNATURE,
    annotations: options.annotations,
    statement: imageStatement(subject.stored, SIGNATURE, options.annotations),
  }));
  if (options.dryRun) return await plannedResult("sign", context, options, units);
  const session = options.session ?? (await openSession(context, options));
  const made = await makeAll(context, session, store, units, { ...options, absent, act: "sign" });
  const signed = made.records.filter(({ act }) => act === "signed").length;
  const kept = made.records.length - signed;
  return {
    act: "sign",
    ...made,
    coverage: {
      inspected: { manifests: units.length, signed, kept },
      skipped: [],
      summary: [
        `${plural(signed, "manifest")} signed`,
        ...(kept === 0 ? [] : [`${kept} had a valid signature already`]),
        ...(made.failures.length === 0
          ? []
          : [`${plural(made.failures.length, "manifest")} not signed`]),
      ].join(", "),
    },
    notices: [...tagNotices(target), ...noticesFor(session)],
    verifyWith: printedVerification(options, session, target, made.records, {
      annotations: options.annotations,
      isWhole: options.recursive,
    }),
  };
}

function withoutChildren(root: FoundImage["root"]): FoundImage["root"] {
  const { manifest } = root;
  return manifest.kind === "image" ? root : { ...root, manifest: { ...manifest, manifests: [] } };
}

/** A tag can be moved between the moment that it is looked at and the one that it is signed. */
export function tagNotices({ tag, root }: FoundImage): readonly string[] {
  if (tag === undefined) return [];
  return [
    `The tag ${tag} stood for ${root.descriptor.digest} when this run looked: name the digest, and nothing else can come in between.`,
  ];
}
