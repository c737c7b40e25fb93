import {
  type CheckContext,
  type Finding,
  isRecord,
  openWorkspace,
  repeatedField,
  UsageError,
} from "@assay/core";
import { MAX_BUNDLE_BYTES } from "@assay/sigstore/files";
import { entryFinding } from "../ignores/findings.ts";
import { isAdded, textOf } from "../ignores/imported.ts";
import { VEX_FILES, type VexOptions } from "../ignores/inputs.ts";
import { readCycloneDxVex } from "./cyclonedx.ts";
import { readOpenVex } from "./openvex.ts";
import { signatureVerifier, wantsSignature } from "./signature.ts";
import type { VexStatement } from "./statement.ts";

export { applyVex } from "./apply.ts";

const MAX_BYTES = 64 * 1024 * 1024;
const MAX_STATEMENTS = 200_000;
const MAX_FAULTS = 20;
/** Changes of these are reported as those of settings. */
const DECLARED: ReadonlySet<string> = new Set(VEX_FILES);

/** All statements that may be believed, in the order of the files. */
export async function readVex(
  context: CheckContext,
  options: VexOptions,
): Promise<{
  readonly statements: readonly VexStatement[];
  readonly findings: readonly Finding[];
}> {
  const statements: VexStatement[] = [];
  const findings: Finding[] = [];
  const settings = (path: string, maxBytes: number) => context.settings.read(path, { maxBytes });
  const places = [settings];
  const verify = wantsSignature(options) ? await signatureVerifier(context, options) : undefined;
  if (verify !== undefined && context.settings.from === "base") {
    // What is signed may come with the change; that of the base counts beside it, so that an older one takes nothing back.
    const workspace = await openWorkspace(context.root);
    places.push((path, maxBytes) => workspace.readIfPresent(path, maxBytes));
  }
  for (const path of options.vex) {
    for (const read of places) {
      try {
        const bytes = await read(path, MAX_BYTES);
        if (bytes === undefined) continue;
        const why = verify && (await untrusted(path, bytes, read, verify));
        if (why !== undefined) {
          const message = `No statement of ${path} counts: ${why}`;
          findings.push(entryFinding("vex-untrusted", { path }, "", message));
          continue;
        }
        if (!DECLARED.has(path) && (await isAdded(context, path, bytes)))
          findings.push(
            entryFinding("ignore-added", { path }, "", `The change brings or alters ${path}`),
          );
        const document = documentOf(path, textOf(path, bytes));
        if (statements.length + document.statements.length > MAX_STATEMENTS)
          throw new UsageError(`there are more than ${MAX_STATEMENTS} statements`);
        for (const each of document.statements) statements.push(each);
        findings.push(...faultFindings(path, document.faults));
      } catch (error) {
        if (!(error instanceof UsageError)) throw error;
        const message = `No statement of ${path} counts: ${error.message}`;
        findings.push(entryFinding("vex-faulty", { path }, "", message, error.hint));
      }
    }
  }
  return { statements, findings };
}

async function untrusted(
  path: string,
  bytes: Uint8Array,
  read: (path: string, maxBytes: number) => Promise<Uint8Array | undefined>,
  verify: (bytes: Uint8Array, bundle: Uint8Array) => Promise<string | undefined>,
): Promise<string | undefined> {
  const name = `${path}.sigstore.json`;
  const bundle = await read(name, MAX_BUNDLE_BYTES);
  return bundle === undefined ? `there is no ${name}` : await verify(bytes, bundle);
}

function documentOf(path: string, text: string) {
  const document = parsed(path, text);
  if (!isRecord(document)) throw new UsageError(`${path} is no JSON object`);
  const twice = repeatedField(text);
  if (twice !== undefined)
    throw new UsageError(`${path} gives the field "${twice.slice(0, 60)}" twice`);
  return document["bomFormat"] === undefined
    ? readOpenVex(path, document)
    : readCycloneDxVex(path, document);
}

function parsed(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError(`${path} is no JSON`);
  }
}

function faultFindings(
  path: string,
  faults: readonly { readonly source: string; readonly why: string }[],
): readonly Finding[] {
  const shown = faults
    .slice(0, MAX_FAULTS)
    .map(({ source, why }) =>
      entryFinding("vex-faulty", { path }, source, `${source} does not count: ${why}`),
    );
  const more = faults.length - shown.length;
  if (more > 0)
    shown.push(
      entryFinding("vex-faulty", { path }, "more", `${more} more of ${path} do not count`),
    );
  return shown;
}
