import { createHash } from "node:crypto";
import { lstat } from "node:fs/promises";
import { resolve } from "node:path";
import {
  type ActFailure,
  type ActResult,
  type CommandContext,
  plural,
  UsageError,
} from "@assay/core";
import { keyReference } from "@assay/sigstore/key-services";
import { requireConsent } from "../services/consent.ts";
import type { SignerOptions } from "../sign/options.ts";
import { openSigner, readPlan } from "../sign/prepare.ts";

/** What would be made: a file, or several under one name. */
export interface Planned {
  readonly what: string;
  readonly place: string;
}

const MAX_NAMED = 100;

/**
 * What a run would sign as whom, and where it would be logged. Opens no socket and writes nothing: who a keyless run is, only
 * its token says.
 *
 * @throws UsageError for inputs that the run itself refuses, but for consent, which may depend on the token.
 */
export async function dryRun(
  act: string,
  context: CommandContext,
  options: SignerOptions,
  planned: readonly Planned[],
  failures: readonly ActFailure[],
): Promise<ActResult> {
  const plan = await readPlan(context, options);
  const logs = plan.logs.map(({ url, version }) => `${url} (Rekor v${version})`);
  const named = planned.slice(0, MAX_NAMED);
  const notices = [
    "Nothing was signed, and no socket opened. This is what would be done:",
    `Signer: ${await signer(context, options, plan.certificateAuthority)}.`,
    logs.length === 0
      ? "Logged: nowhere."
      : `Logged, for everyone who reads the log: ${logs.join(", ")}.`,
    ...(plan.timestampUrls.length === 0 ? [] : [`Timestamps: ${plan.timestampUrls.join(", ")}.`]),
    ...consent(() => requireConsent(plan, context.event, undefined, options.allowPublicLog)),
    ...(await Promise.all(
      named.map(async ({ what, place }) => {
        const there = await lstat(resolve(context.root, place)).catch(() => undefined);
        return `${what}: ${place}${there === undefined ? "" : " (there already)"}`;
      }),
    )),
    ...(planned.length > MAX_NAMED ? [`And ${planned.length - MAX_NAMED} more.`] : []),
  ];
  return {
    act,
    records: [],
    failures,
    coverage: {
      inspected: { bundles: planned.length },
      skipped: [],
      ...(planned.length === 0 ? {} : { nothingToDo: "it is a dry run" }),
      summary: `${plural(planned.length, "bundle")} would be made`,
    },
    notices,
  };
}

async function signer(
  context: CommandContext,
  options: SignerOptions,
  authority: string | undefined,
): Promise<string> {
  const { key } = options;
  if (key !== undefined && keyReference(key) === undefined) {
    const { key: opened, certificate } = await openSigner(context, options);
    if (certificate !== undefined) return `${certificate.identity.subject}, by its certificate`;
    const { spki } = opened.publicKey;
    return `the key with SHA-256 ${createHash("sha256").update(spki).digest("hex")}`;
  }
  if (key !== undefined) return `the key ${key}, which was not asked`;
  const workflow = context.environment["GITHUB_WORKFLOW_REF"];
  const run = workflow === undefined ? "the identity token" : `this run of ${workflow}`;
  return `${run}, with a certificate of ${authority ?? "nobody"}`;
}

function consent(ask: () => void): readonly string[] {
  try {
    ask();
    return [];
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return [`${error.message}. The run asks its token, and for \`allow-public-log\` otherwise.`];
  }
}
