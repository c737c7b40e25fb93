import type { BuiltInAllowlist } from "./built-in-rule.ts";
import { BUILT_IN } from "./built-in-rules.ts";

/** The built-in rules as a gitleaks configuration, so that the real program can run them. Checksums and what only
 * the native engine can run are not in it. */
export function builtInRulesAsToml(): string {
  const blocks = BUILT_IN.filter(({ nativeOnly }) => !nativeOnly).map((rule) => {
    const lines = [
      "[[rules]]",
      `id = ${text(rule.id)}`,
      `description = ${text(rule.title)}`,
      `regex = ${text(rule.regex)}`,
      `keywords = ${texts(rule.keywords)}`,
      ...(rule.entropy === undefined ? [] : [`entropy = ${rule.entropy}`]),
    ];
    return [...lines, ...(rule.allow === undefined ? [] : allowlists(rule.allow))].join("\n");
  });
  return `title = "Assay"\n\n${blocks.join("\n\n")}\n`;
}

/** One list for each pattern: gitleaks joins the patterns of a list, and a flag of one would reach the others. */
function allowlists(allow: BuiltInAllowlist): readonly string[] {
  const one = (key: string, values: readonly string[]) => [
    "[[rules.allowlists]]",
    `${key} = ${texts(values)}`,
  ];
  return [
    ...(allow.stopwords === undefined ? [] : one("stopwords", allow.stopwords)),
    ...(allow.regexes ?? []).flatMap((regex) => one("regexes", [regex])),
    ...(allow.matches ?? []).flatMap((regex) => [
      ...one("regexes", [regex]),
      'regexTarget = "match"',
    ]),
    ...(allow.paths ?? []).flatMap((path) => one("paths", [path])),
  ];
}

/** JSON's strings are valid basic strings of TOML. */
function text(value: string): string {
  return JSON.stringify(value);
}

function texts(values: readonly string[]): string {
  return `[${values.map(text).join(", ")}]`;
}
