import { readFile } from "node:fs/promises";
import { posix, resolve } from "node:path";
import {
  type ActFailure,
  type ActResult,
  type CommandContext,
  plural,
  UsageError,
} from "@assay/core";
import { dryRun } from "../act/dry-run.ts";
import { readPredicate } from "../attest/predicate.ts";
import {
  type Content,
  givenContents,
  isThere,
  LIST,
  requireUploadable,
  SUFFIX,
  VERIFY_TEXT,
} from "./contents.ts";
import type { ReleaseOptions } from "./options.ts";

export interface Kind {
  readonly kind: string;
  readonly predicateType: string;
  /** Its document; provenance has none. */
  readonly path?: string;
}

export interface Plan {
  readonly given: readonly Content[];
  /** Patterns that name nothing that can be released. */
  readonly failures: readonly ActFailure[];
  readonly kinds: readonly Kind[];
  /** Everything that the release holds in the end; what is made has no digest yet. */
  readonly all: readonly Content[];
  /** The text of `notes`, where there is one. */
  readonly notes: string;
}

export async function planOf(context: CommandContext, options: ReleaseOptions): Promise<Plan> {
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
  const { given, failures } = await givenContents(context, [...options.files, ...sboms], own);
  const { key } = options;
  if (key !== undefined && given.some(({ path }) => resolve(root, path) === resolve(root, key))) {
    throw new UsageError(`\`files\` names ${key}, the private key`);
  }
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
  return { given, failures, kinds, all, notes: await notesOf(root, options.notes) };
}

/** Read before anything is signed: what is logged stays, also where the release fails of its notes. */
async function notesOf(root: string, path: string | undefined): Promise<string> {
  if (path === undefined) return "";
  try {
    return `${await readFile(resolve(root, path), "utf8")}\n\n`;
  } catch (cause) {
    throw new UsageError(`\`notes\` is ${path}, which can't be read as a file`, { cause });
  }
}

export async function planned(
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
