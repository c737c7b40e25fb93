import type { Span, YamlDocument, YamlMap, YamlNode } from "@assay/core/yaml";
import { entryAt, textOf, valueAt } from "@assay/core/yaml";
import { compilePattern, matchesPattern } from "../codeowners/pattern.ts";
import { itemsOf, textsOf } from "../yaml-places.ts";

/** GitHub takes either name; the first one counts. */
export const DEPENDABOT_PLACES = [".github/dependabot.yml", ".github/dependabot.yaml"] as const;

/** One entry of `updates`. */
export interface DependabotEntry {
  readonly ecosystem: string;
  /** Folders as written, from the root; may hold globs. */
  readonly directories: readonly string[];
  /** `open-pull-requests-limit: 0`: no version updates, only those for security. */
  readonly securityOnly: boolean;
  readonly cooldown: YamlNode | undefined;
  readonly node: YamlMap;
  /** Of what names the ecosystem, or of the entry where nothing does. */
  readonly span: Span;
}

export interface Dependabot {
  readonly entries: readonly DependabotEntry[];
  /** What makes Dependabot refuse the file, with the place. */
  readonly problems: readonly { readonly message: string; readonly span: Span }[];
}

const START: Span = { start: 0, end: 0 };

/** Reads `dependabot.yml` (docs.github.com, "Dependabot options reference"); never throws. */
export function readDependabot({ root }: Pick<YamlDocument, "root">): Dependabot {
  const problems: { message: string; span: Span }[] = [];
  const span = root?.span ?? START;
  const version = valueAt(root, "version");
  if (textOf(version) !== "2")
    problems.push({ message: "`version: 2` is missing", span: version?.span ?? START });
  const updates = entryAt(root, "updates");
  if (updates?.value.kind !== "list" || updates.value.items.length === 0)
    problems.push({
      message: "`updates` lists nothing",
      span: updates?.key.span ?? { ...span, end: span.start },
    });
  const entries = itemsOf(updates?.value).flatMap((node) => {
    if (node.kind !== "map") return [];
    const ecosystem = entryAt(node, "package-ecosystem");
    const directories = [
      ...textsOf(valueAt(node, "directory")),
      ...textsOf(valueAt(node, "directories")),
    ];
    const at = ecosystem?.span ?? node.span;
    const missing = ["`package-ecosystem`", "`directory` or `directories`", "`schedule`"].filter(
      (_, index) =>
        [
          ecosystem === undefined,
          directories.length === 0,
          !(entryAt(node, "schedule") ?? entryAt(node, "multi-ecosystem-group")),
        ][index],
    );
    for (const key of missing)
      problems.push({ message: `an entry of \`updates\` has no ${key}`, span: at });
    return {
      ecosystem: textOf(ecosystem?.value) ?? "",
      directories,
      securityOnly: textOf(valueAt(node, "open-pull-requests-limit")) === "0",
      cooldown: valueAt(node, "cooldown"),
      node,
      span: at,
    };
  });
  return { entries, problems };
}

/** Whether a `directory` with or without globs takes a folder (relative to the root; `""` is the root). */
export function takesFolder(directory: string, folder: string): boolean {
  const plain = directory.replace(/^\.?\/+|\/+$/g, "").replace(/^\.$/, "");
  if (!/[*?]/.test(plain)) return plain === folder;
  const pattern = compilePattern(`/${plain}`);
  if (folder === "") return /^\*\*(?:\/\*)?$/.test(plain);
  return pattern !== undefined && matchesPattern({ ...pattern, rest: "none" }, folder.split("/"));
}
