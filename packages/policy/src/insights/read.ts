import type { Span, YamlDocument, YamlNode } from "@assay/core/yaml";
import { entryAt, textOf, valueAt } from "@assay/core/yaml";
import { itemsOf } from "../yaml-places.ts";

export const INSIGHTS_PLACES = [
  "security-insights.yml",
  ".github/security-insights.yml",
  ".gitlab/security-insights.yml",
] as const;

export interface InsightsProblem {
  readonly message: string;
  /** What it is about: `header.url`. */
  readonly key: string;
  readonly span: Span;
  /** A date that is old or in the future: the file is valid. */
  readonly isOnlyOld?: boolean;
}

const TEXT = "text";
const URL_TEXT = "an http(s) URL";
const FLAG = "true or false";
const LIST = "a list";
const DATE = "a date (YYYY-MM-DD)";

/** Required keys below a key; a trailing `[]` means each item of a list. */
const REQUIRED: readonly (readonly [path: string, keys: Readonly<Record<string, string>>])[] = [
  [
    "header",
    { "schema-version": TEXT, "last-updated": DATE, "last-reviewed": DATE, url: URL_TEXT },
  ],
  [
    "project",
    { name: TEXT, administrators: LIST, repositories: LIST, "vulnerability-reporting": "a map" },
  ],
  ["project.administrators[]", { name: TEXT, primary: FLAG }],
  ["project.repositories[]", { name: TEXT, url: URL_TEXT, comment: TEXT }],
  ["project.vulnerability-reporting", { "reports-accepted": FLAG, "bug-bounty-available": FLAG }],
  [
    "repository",
    {
      ...{ url: URL_TEXT, status: TEXT, "accepts-change-request": FLAG },
      ...{ "accepts-automated-change-request": FLAG, "core-team": LIST },
      ...{ license: "a map", security: "a map" },
    },
  ],
  ["repository.core-team[]", { name: TEXT, primary: FLAG }],
  ["repository.license", { url: URL_TEXT, expression: TEXT }],
  ["repository.security.assessments.self", { comment: TEXT }],
];

const YEAR = 366 * 24 * 60 * 60 * 1000;

/**
 * Checks a `security-insights.yml` of version 2 (OpenSSF security-insights-spec). A file of version 1 has one problem: that.
 *
 * @param today Dates after it, or more than a year before it, are problems.
 */
export function checkInsights(
  { root }: Pick<YamlDocument, "root">,
  today: Date,
): readonly InsightsProblem[] {
  const header = valueAt(root, "header");
  const version = entryAt(header, "schema-version");
  const start: Span = { start: 0, end: 0 };
  const schema = textOf(version?.value) ?? "";
  if (/^1(?:\.|$)/.test(schema)) {
    const message = `schema-version ${schema} is an old version; write the file in version 2`;
    return [{ message, key: "header.schema-version", span: version?.span ?? start }];
  }
  const problems: InsightsProblem[] = [];
  if (schema !== "" && !/^2\.\d+\.\d+$/.test(schema))
    problems.push({
      message: `\`header.schema-version\` is "${schema.slice(0, 40)}"; 2.x.y is allowed`,
      key: "header.schema-version",
      span: version?.value.span ?? start,
    });
  const inherits = entryAt(header, "project-si-source") !== undefined;
  const needs = (name: string) => name === "header" || !inherits;
  for (const [path, keys] of REQUIRED) {
    for (const { node, at } of nodesAt(root, path)) {
      if (node === undefined) {
        const isTop = !path.includes(".");
        if (isTop && needs(path))
          problems.push({ message: `\`${path}\` is missing`, key: path, span: start });
        continue;
      }
      for (const [key, kind] of Object.entries(keys)) {
        const entry = entryAt(node, key);
        const full = `${at}.${key}`;
        if (entry === undefined)
          problems.push({
            message: `\`${full}\` is missing`,
            key: full,
            span: { ...node.span, end: node.span.start },
          });
        else if (!isKind(entry.value, kind))
          problems.push({
            message: `\`${full}\` is not ${kind}`,
            key: full,
            span: entry.value.span,
          });
        else if (kind === DATE) problems.push(...dateProblems(entry.value, full, today));
      }
    }
  }
  return problems;
}

function dateProblems(node: YamlNode, key: string, today: Date): readonly InsightsProblem[] {
  const text = textOf(node) ?? "";
  const age = today.getTime() - Date.parse(text);
  const what =
    age < -24 * 60 * 60 * 1000
      ? "lies in the future"
      : age > YEAR
        ? "is more than a year old"
        : undefined;
  if (what === undefined) return [];
  return [{ message: `\`${key}\` (${text}) ${what}`, key, span: node.span, isOnlyOld: true }];
}

function isKind(node: YamlNode, kind: string): boolean {
  if (kind === LIST) return node.kind === "list" && node.items.length > 0;
  if (kind === "a map") return node.kind === "map";
  if (node.kind !== "scalar") return false;
  if (kind === FLAG) return typeof node.value === "boolean";
  if (kind === URL_TEXT) return /^https?:\/\/[^\s/]+/.test(node.text);
  if (kind === DATE)
    return /^\d{4}-\d\d-\d\d$/.test(node.text) && !Number.isNaN(Date.parse(node.text));
  return node.text.trim() !== "" && node.value !== null;
}

/** The nodes that a path leads to; one without node where the path ends early. */
function nodesAt(root: YamlNode | undefined, path: string) {
  let found: { readonly node: YamlNode | undefined; readonly at: string }[] = [
    { node: root, at: "" },
  ];
  for (const part of path.split(".")) {
    const name = part.replace("[]", "");
    found = found.flatMap(({ node, at }) => {
      const value = valueAt(node, name);
      const full = at === "" ? name : `${at}.${name}`;
      if (name === part) return [{ node: value, at: full }];
      return itemsOf(value).map((item, index) => ({ node: item, at: `${full}[${index}]` }));
    });
  }
  return found;
}
