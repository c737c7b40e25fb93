import type { Span, YamlNode } from "@assay/core/yaml";
import { entryAt, textOf, valueAt } from "@assay/core/yaml";
import { entriesOf, itemsOf } from "../yaml-places.ts";

export interface VexProblem {
  readonly message: string;
  /** What it is about: a key, or the vulnerability. */
  readonly key: string;
  readonly span: Span;
}

const STATUSES = ["not_affected", "affected", "fixed", "under_investigation"];
const JUSTIFICATIONS = [
  ...["component_not_present", "vulnerable_code_not_present"],
  "vulnerable_code_not_in_execute_path",
  "vulnerable_code_cannot_be_controlled_by_adversary",
  "inline_mitigations_already_exist",
];
const STATES =
  /^(?:resolved|resolved_with_pedigree|exploitable|in_triage|false_positive|not_affected)$/;

/** Whether a file is VEX by its name. */
export function isVexName(path: string): boolean {
  return /(?:^|\/)(?:\.?vex\/[^/]+|(?:[^/]*[.-])?(?:open)?vex(?:[.-][^/]*)?)\.json$/i.test(path);
}

/** Checks a document of OpenVEX, CycloneDX or CSAF by the rules of statuses; `undefined` where it is none of them. */
export function checkVex(root: YamlNode | undefined): readonly VexProblem[] | undefined {
  if (/openvex/.test(textOf(valueAt(root, "@context")) ?? "")) return checkOpenVex(root);
  if (textOf(valueAt(root, "bomFormat")) === "CycloneDX") return checkCycloneDx(root);
  const category = textOf(valueAt(valueAt(root, "document"), "category"));
  return category === undefined ? undefined : checkCsaf(root);
}

function missing(
  node: YamlNode | undefined,
  keys: readonly string[],
  key: string,
): readonly VexProblem[] {
  const span = node?.span ?? { start: 0, end: 0 };
  return keys
    .filter((name) => entryAt(node, name) === undefined)
    .map((name) => ({
      message: `\`${name}\` is missing`,
      key: `${key} ${name}`,
      span: { ...span, end: span.start },
    }));
}

function checkOpenVex(root: YamlNode | undefined): readonly VexProblem[] {
  const problems = [...missing(root, ["@id", "author", "timestamp", "version", "statements"], "")];
  const statements = itemsOf(valueAt(root, "statements"));
  for (const statement of statements) {
    const vulnerability = valueAt(statement, "vulnerability");
    const id =
      textOf(vulnerability) ??
      textOf(valueAt(vulnerability, "name")) ??
      textOf(valueAt(vulnerability, "@id")) ??
      "";
    const status = valueAt(statement, "status");
    const word = textOf(status) ?? "";
    const add = (message: string, { span }: { span: Span } = statement) =>
      problems.push({
        message: `${id || "a statement"}: ${message}`,
        key: `${id} ${message}`,
        span,
      });
    if (id === "") add("it names no vulnerability");
    if (itemsOf(valueAt(statement, "products")).length === 0) add("it names no `products`");
    if (!STATUSES.includes(word))
      add(`the status is "${word.slice(0, 40)}"; ${STATUSES.join(", ")} are allowed`, status);
    const justification = valueAt(statement, "justification");
    const why = textOf(justification);
    if (why !== undefined && !JUSTIFICATIONS.includes(why))
      add(`the justification "${why.slice(0, 60)}" is none of OpenVEX`, justification);
    if (word === "not_affected" && !why && !textOf(valueAt(statement, "impact_statement")))
      add("`not_affected` needs a `justification` or an `impact_statement`", status);
    if (word === "affected" && !textOf(valueAt(statement, "action_statement")))
      add("`affected` needs an `action_statement`", status);
    if (why !== undefined && word !== "not_affected" && STATUSES.includes(word))
      add("only `not_affected` may have a `justification`", justification);
  }
  return problems;
}

function checkCycloneDx(root: YamlNode | undefined): readonly VexProblem[] {
  return itemsOf(valueAt(root, "vulnerabilities")).flatMap((vulnerability) => {
    const analysis = valueAt(vulnerability, "analysis");
    const id = textOf(valueAt(vulnerability, "id")) ?? "a vulnerability";
    if (analysis === undefined) return [];
    const state = textOf(valueAt(analysis, "state")) ?? "";
    const say = (message: string) => [
      { message: `${id}: ${message}`, key: `${id} ${message}`, span: analysis.span },
    ];
    if (!STATES.test(state))
      return say(`the state is "${state.slice(0, 40)}", which CycloneDX does not have`);
    const isExplained = valueAt(analysis, "justification") ?? textOf(valueAt(analysis, "detail"));
    return state === "not_affected" && !isExplained
      ? say("`not_affected` needs a `justification` or a `detail`")
      : [];
  });
}

function checkCsaf(root: YamlNode | undefined): readonly VexProblem[] {
  const document = valueAt(root, "document");
  const problems = [
    ...missing(document, ["csaf_version", "publisher", "title", "tracking"], "document"),
  ];
  for (const vulnerability of itemsOf(valueAt(root, "vulnerabilities"))) {
    const id = textOf(valueAt(vulnerability, "cve")) ?? "a vulnerability";
    const status = valueAt(vulnerability, "product_status");
    const add = (message: string) =>
      problems.push({
        message: `${id}: ${message}`,
        key: `${id} ${message}`,
        span: (status ?? vulnerability).span,
      });
    if (entriesOf(status).length === 0) add("`product_status` says nothing");
    const has = (key: string) => itemsOf(valueAt(vulnerability, key)).length > 0;
    const isImpact = itemsOf(valueAt(vulnerability, "threats")).some(
      (threat) => textOf(valueAt(threat, "category")) === "impact",
    );
    if (entryAt(status, "known_not_affected") && !has("flags") && !isImpact)
      add("`known_not_affected` needs a flag or a threat of category `impact`");
    if (entryAt(status, "known_affected") && !has("remediations"))
      add("`known_affected` needs `remediations`");
  }
  return problems;
}
