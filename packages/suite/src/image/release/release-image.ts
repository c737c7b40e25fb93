import {
  type ActResult,
  type CheckResult,
  type CommandContext,
  UsageError,
  type VerifyCommand,
} from "@assay/core";
import { imageInventories, withOpenedImage } from "@assay/inventory/image";
import type { OpenedImage, RegistryOptions } from "@assay/oci";
import { type ImageArtifact, type ImageSbomOptions, imageSbom } from "@assay/sbom/image";
import {
  attestImage,
  attestStatements,
  type FoundImage,
  type ImageStatement,
  openSession,
  requireVerifiable,
  type SignerOptions,
  type SigningSession,
  signImage,
  verifyAsStranger,
} from "@assay/signing/image/acts";

export interface ImageReleaseOptions extends SignerOptions, Pick<ImageSbomOptions, "formats"> {
  readonly registry: RegistryOptions;
  readonly image: string;
  readonly baseImage: string | undefined;
  /** Where it is not given: where the CI says what it builds. */
  readonly provenance: boolean | undefined;
  readonly annotations: Readonly<Record<string, string>>;
  readonly legacy: boolean;
  readonly dryRun: boolean;
  readonly tufUrl: string | undefined;
  readonly tufRoot: string | undefined;
}

export interface ImageReleaseResult {
  readonly acts: readonly ActResult[];
  /** The documents; absent where none was asked for. */
  readonly result?: CheckResult;
  readonly digest: string;
}

/**
 * Releases an image: documents, signatures, attestations; then all of it is read from the registry again. The registry is the state: a
 * run that was stopped is taken up by the next one.
 *
 * @throws UsageError before anything is written where the image can't be signed, or what is signed could not be verified.
 */
export async function releaseImage(
  context: CommandContext,
  options: ImageReleaseOptions,
): Promise<ImageReleaseResult> {
  if (!options.dryRun) await requireVerifiable(context, options);
  return await withOpenedImage(context, options.image, options.registry, async (opened) => {
    const image = foundImage(opened, options.image);
    const digest = opened.root.descriptor.digest;
    const documents = await documentsOf(context, opened, options);
    const statements = (documents?.artifacts ?? []).map(statementOf);
    const { result } = documents ?? {};
    const done = (acts: readonly ActResult[]) => ({
      acts,
      digest,
      ...(result === undefined ? {} : { result }),
    });
    const { dryRun } = options;
    const session = dryRun ? undefined : await openSession(context, options);
    const how = { ...options, ...(session !== undefined && { session }) };
    // First: where there is nothing to say of the build, nothing is written yet.
    const provenance = session && (await provenanceOf(context, image, { ...options, session }));
    const signed = await signImage(context, image, { ...how, recursive: true });
    const isSigned = signed.failures.length === 0;
    const attested =
      isSigned && statements.length > 0
        ? [await attestStatements(context, image, statements, how)]
        : [];
    const made = [
      titled("Signature", signed),
      ...attested.map((act) => notTwice(titled("Bills of materials", act), signed)),
      ...(provenance?.act ? [notTwice(titled(PROVENANCE, provenance.act), signed)] : []),
    ];
    if (session === undefined || made.some(({ failures }) => failures.length > 0))
      return done(made);
    const verified = await verifiedFrom(context, opened, session, options, made);
    const notices = provenance?.notices ?? [];
    const [first, ...others] = verified;
    if (first === undefined) return done(made);
    const types = statements.map(({ predicate }) => predicate.kind.type);
    const verifyWith = uniqueCommands(
      [...verified, ...made].flatMap((act) => act.verifyWith ?? []),
      types,
    );
    return done([
      // The commands of all stand once, with what was verified.
      ...made.map(({ verifyWith: _, ...act }) => act),
      { ...first, verifyWith, notices: [...(first.notices ?? []), ...notices] },
      ...others.map(({ verifyWith: _, ...act }) => act),
    ]);
  });
}

function foundImage({ store, root, reference, tag }: OpenedImage, text: string): FoundImage {
  if (store.isSynthetic === true) {
    throw new UsageError(`${store.name} has no digest that could be released`, {
      hint: "An archive of `docker save` holds no manifest: push the image, and release that.",
    });
  }
  const isTag = store.kind === "registry" && !text.includes("@");
  return { store, root, reference, ...(isTag ? { tag } : {}) };
}

async function documentsOf(
  context: CommandContext,
  opened: OpenedImage,
  { formats, baseImage, registry }: ImageReleaseOptions,
) {
  if (formats.length === 0) return undefined;
  const inventories = await imageInventories(context, opened, { ...registry, baseImage });
  const { documents, result, inventory } = await imageSbom(context, inventories, { formats });
  // An act has no findings to be judged: what the documents lack is said.
  const lacking = inventory.findings
    .filter(({ severity }) => severity !== "low")
    .map(({ message }) => `The bills of materials lack what could not be read: ${message}.`);
  return {
    artifacts: documents.artifacts,
    result: { ...result, notices: [...(result.notices ?? []), ...lacking] },
  };
}

const TYPES: Readonly<Record<string, ImageStatement["predicate"]["kind"]>> = {
  "cyclonedx-1.6": { name: "cyclonedx", type: "https://cyclonedx.org/bom" },
  "cyclonedx-1.7": { name: "cyclonedx", type: "https://cyclonedx.org/bom" },
  "spdx-2.3": { name: "spdx", type: "https://spdx.dev/Document/v2.3" },
  "spdx-3.0.1": { name: "spdx", type: "https://spdx.dev/Document/v3" },
};

function statementOf({ format, digest, bytes, name }: ImageArtifact): ImageStatement {
  const kind = TYPES[format];
  if (kind === undefined || digest === undefined) throw new TypeError(`${name} can't be attested`);
  return { digest, predicate: { kind, text: Buffer.from(bytes).toString("utf8").trim() } };
}

/** Where nobody asked for it, that there is no build to speak of is no failure. */
async function provenanceOf(
  context: CommandContext,
  image: FoundImage,
  options: ImageReleaseOptions & { readonly session: SigningSession },
): Promise<{ readonly act?: ActResult; readonly notices: readonly string[] }> {
  const { provenance, session, tokenRequestUrl } = options;
  const isThere = session.claims !== undefined || tokenRequestUrl !== undefined;
  if (provenance === false || (provenance === undefined && !isThere)) return { notices: [] };
  const what = { predicateType: "provenance", predicates: [], platforms: [] };
  try {
    const act = await attestImage(context, image, { ...options, ...what });
    return { act, notices: [] };
  } catch (error) {
    if (provenance === true || !(error instanceof UsageError)) throw error;
    return { notices: [`No provenance was attested: ${error.message}.`] };
  }
}

/** Opened again, by its digest: nothing that this run holds is believed. */
async function verifiedFrom(
  context: CommandContext,
  { reference, root }: OpenedImage,
  session: SigningSession,
  options: ImageReleaseOptions,
  made: readonly ActResult[],
): Promise<readonly ActResult[]> {
  const hasProvenance = made.some(({ title }) => title === PROVENANCE);
  const types = [
    ...new Set(options.formats.flatMap((format) => TYPES[format]?.name ?? [])),
    ...(hasProvenance ? ["provenance"] : []),
  ];
  const isIndex = root.manifest.kind === "index";
  return await withOpenedImage(
    context,
    reference,
    options.registry,
    async ({ store, ...fresh }) => {
      const image = { store, root: fresh.root, reference };
      const verify = (isIndexAlone: boolean) =>
        verifyAsStranger(context, image, session, { ...options, types, isIndexAlone });
      return [
        titled("Verification", await verify(false)),
        ...(isIndex && types.length > 0
          ? [titled("Verification of the index' attestations", await verify(true))]
          : []),
      ];
    },
  );
}

const PROVENANCE = "Provenance";

/** What is noted of the image itself is noted once. */
function notTwice(act: ActResult, { notices: noted = [] }: ActResult): ActResult {
  return { ...act, notices: (act.notices ?? []).filter((each) => !noted.includes(each)) };
}

function titled(title: string, act: ActResult): ActResult {
  return { ...act, title };
}

/** Ours says all at once; cosign's looks at attestations of one type. */
function uniqueCommands(
  commands: readonly VerifyCommand[],
  types: readonly string[],
): readonly VerifyCommand[] {
  const [first, ...others] = commands;
  const all = others
    .filter(({ tool }) => tool !== "assay")
    .flatMap(({ tool, command }) => {
      const [, type] = / --type (\S+) /.exec(command) ?? [];
      const asked = type !== undefined && types.includes(type) ? types : [type];
      return asked.map((each) => ({
        tool,
        command: command.replace(` --type ${type} `, ` --type ${each} `),
      }));
    });
  const unique = new Map(all.map((each) => [each.command, each]));
  return [...(first === undefined ? [] : [first]), ...unique.values()];
}
