import {
  type CheckContext,
  clip,
  escapeControlCharacters,
  fingerprint,
  openWorkspace,
  UsageError,
  workTreeFiles,
} from "@assay/core";
import { fileAt } from "@assay/git";
import type { Change } from "../change/change.ts";
import type { Located } from "../located.ts";
import { mypySections, type Option, type Section } from "./sections.ts";

const MAX_BYTES = 1024 * 1024;
/** Flags of `--strict` that a section of modules may switch off; for all modules `--strict` goes before the file. */
const STRICT =
  /^(?:disallow_(?:any_generics|subclassing_any|untyped_calls|untyped_defs|incomplete_defs|untyped_decorators)|check_untyped_defs|warn_(?:return_any|unused_ignores)|implicit_reexport|strict_(?:equality|bytes)|extra_checks|strict)$/;

/** Options of a configuration that take back a part of `--strict`, in its file as the change has it. */
export async function strictnessFindings(
  { root }: Pick<CheckContext, "root">,
  path: string,
  change: Change | string,
): Promise<readonly Located[]> {
  const own = await readOwn(root, path);
  if (own === undefined) return [];
  const before =
    typeof change === "string"
      ? undefined
      : await fileAt(change.base.repository, change.base.commit, path);
  const text = new TextDecoder().decode(before);
  const known = new Set(before === undefined ? [] : relaxed(sectionsOf(path, text)).map(keyOf));
  return relaxed(sectionsOf(path, own)).map((each) => {
    const { modules, option } = each;
    const state =
      typeof change === "string" ? undefined : known.has(keyOf(each)) ? "existing" : "new";
    const setting = escapeControlCharacters(clip(`${option.name} = ${option.value}`, 120));
    const whom = escapeControlCharacters(clip(modules || "all modules", 80));
    return {
      finding: {
        ruleId: "python.strictness-weakened",
        severity: state === "new" ? "medium" : "low",
        message: `\`${setting}\` makes mypy less strict for ${whom}`,
        cause: path,
        fingerprint: fingerprint("python.strictness-weakened", path, modules, option.name),
        location: { path, ...(option.line !== undefined && { startLine: option.line }) },
        ...(state !== undefined && { change: state }),
      },
      path,
      first: option.line ?? 1,
      last: option.line ?? 1,
      wholeFile: true,
    };
  });
}

interface Relaxed {
  readonly modules: string;
  readonly option: Option;
}

export function relaxed(sections: readonly Section[]): readonly Relaxed[] {
  return sections.flatMap(({ modules, options }) =>
    options
      .filter((option) => isRelaxing(option, modules === ""))
      .map((option) => ({ modules, option })),
  );
}

/** @param isGlobal It is for all modules, where `--strict` goes before it. */
export function isRelaxing({ name, value }: Option, isGlobal: boolean): boolean {
  const isTrue = /^(?:true|yes|on|1)$/i.test(value);
  if (/^(?:disable_error_codes?|exclude|untyped_calls_exclude)$/.test(name)) return value !== "";
  if (name === "follow_imports") return /^(?:skip|silent)$/i.test(value);
  // `no_x` and `allow_x` are the opposites of `x` and `disallow_x`.
  const positive = name
    .replace(/^no_/, "")
    .replace(/^allow_(?=untyped|any|sub|incomplete)/, "disallow_");
  const isOn = positive === name ? isTrue : !isTrue;
  if (/^(?:ignore_errors|implicit_optional)$/.test(positive)) return isOn;
  if (positive === "ignore_missing_imports") return isOn && isGlobal;
  if (positive === "strict_optional") return !isOn;
  if (isGlobal || !STRICT.test(positive)) return false;
  return positive === "implicit_reexport" ? isOn : !isOn;
}

function keyOf({ modules, option }: Relaxed): string {
  return [modules, option.name, option.value].join("\0");
}

/** As the change has it, whatever decides over this run. */
async function readOwn(root: string, path: string): Promise<string | undefined> {
  const bytes = await workTreeFiles(await openWorkspace(root)).read(path, {
    named: true,
    maxBytes: MAX_BYTES,
  });
  return bytes === undefined ? undefined : new TextDecoder().decode(bytes);
}

function sectionsOf(path: string, text: string): readonly Section[] {
  try {
    return mypySections(path, text);
  } catch (error) {
    // mypy says itself what is broken.
    if (error instanceof UsageError) return [];
    throw error;
  }
}
