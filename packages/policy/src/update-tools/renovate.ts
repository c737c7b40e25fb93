import type { Span, YamlDocument, YamlNode } from "@assay/core/yaml";
import { entryAt, readYaml, textOf, valueAt } from "@assay/core/yaml";
import { timesIn } from "../security-policy/hours.ts";
import { itemsOf, textsOf } from "../yaml-places.ts";

/** In Renovate's order; the first one counts. */
export const RENOVATE_PLACES: readonly string[] = [
  ...["", ".github/", ".gitlab/"].flatMap((folder) =>
    ["json", "json5"].map((end) => `${folder}renovate.${end}`),
  ),
  ".renovaterc",
  ".renovaterc.json",
  ".renovaterc.json5",
];

/** How long a new release waits. */
export interface ReleaseAge {
  /** `undefined` where the text is no length of time. */
  readonly days: number | undefined;
  readonly text: string;
  readonly span: Span;
  /** The rule of `packageRules` that sets it for some packages; none at the top level. */
  readonly forSome: boolean;
}

export interface Renovate {
  readonly document: YamlDocument;
  readonly isDisabled: boolean;
  readonly presets: readonly string[];
  /** Presets that stand in another repository or file: what they set is not known. */
  readonly foreignPresets: readonly string[];
  readonly ages: readonly ReleaseAge[];
  /** The only managers that run; all where it is not given. */
  readonly managers: readonly string[] | undefined;
}

/** Built in: `config:recommended`, `:dependencyDashboard`. */
const BUILT_IN = /^(?:[a-z][A-Za-z]*)?:[^/]*$/;

/** Reads a Renovate configuration, JSON or JSON5; never throws: what is broken is in the document's problems. */
export function readRenovate(text: string): Renovate {
  const document = readYaml(withoutComments(text.replace(/^\uFEFF/, " ")));
  const { root } = document;
  const presets = textsOf(valueAt(root, "extends"));
  const managers = valueAt(root, "enabledManagers");
  return {
    document,
    isDisabled: textOf(valueAt(root, "enabled")) === "false",
    presets,
    foreignPresets: presets.filter((preset) => !BUILT_IN.test(preset)),
    ages: [
      ...ageOf(root, false),
      ...itemsOf(valueAt(root, "packageRules")).flatMap((rule) => ageOf(rule, isForSome(rule))),
    ],
    managers: managers === undefined ? undefined : textsOf(managers),
  };
}

function ageOf(node: YamlNode | undefined, forSome: boolean): readonly ReleaseAge[] {
  const entry = entryAt(node, "minimumReleaseAge");
  if (entry === undefined) return [];
  const text = textOf(entry.value) ?? "";
  const [time] = timesIn(text);
  const isNothing = text === "null" || text === "";
  const days = isNothing ? 0 : time && time.hours / 24;
  return [{ days, text, span: entry.span, forSome }];
}

function isForSome(rule: YamlNode): boolean {
  if (rule.kind !== "map") return false;
  const matchers = rule.entries.filter(({ key }) => /^(?:match|exclude)[A-Z]/.test(key.text));
  return !matchers.every(({ value }) => textsOf(value).every((text) => /^\*{1,2}$/.test(text)));
}

/** JSON5 without comments and tabs, which is YAML in flow style: every character keeps its place. */
function withoutComments(text: string): string {
  return text
    .replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\/\/[^\n]*|\/\*[\s\S]*?\*\//g, (part) =>
      part.startsWith("/") ? part.replace(/[^\n]/g, " ") : part,
    )
    .replaceAll("\t", " ");
}
