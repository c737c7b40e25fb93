import type { Expression, Lookup } from "../expressions/index.ts";
import { NOTHING_KNOWN, truthOf } from "../expressions/index.ts";

/** What a condition asks before it lets a run of an outsider through: only people with rights start it, or mark it first. */
export type Gate = "author" | "same-repository" | "mark";

const INSIDER = /^(?:member|owner|collaborator)$/i;

/** The gate that holds whenever the condition is true; none where a way around it exists, as far as `lookup` knows it open. */
export function gateOf(node: Expression, lookup: Lookup = NOTHING_KNOWN): Gate | undefined {
  switch (node.kind) {
    case "logical": {
      const open = node.operands.filter((each) => truthOf(each, lookup) !== false);
      const gates = open.map((each) => gateOf(each, lookup));
      if (node.operator === "&&") return gates.find((gate) => gate !== undefined);
      return gates.includes(undefined)
        ? undefined
        : (gates.find((gate) => gate === "mark") ?? gates[0]);
    }
    case "not":
      return pathText(node.operand)?.endsWith("head.repo.fork") ? "same-repository" : undefined;
    case "comparison":
      if (node.operator === "==")
        return equal(node.left, node.right) ?? equal(node.right, node.left);
      return node.operator === "!="
        ? (unequal(node.left, node.right) ?? unequal(node.right, node.left))
        : undefined;
    case "call": {
      const [within, item] = node.parameters;
      if (node.name.toLowerCase() !== "contains" || within === undefined) return undefined;
      if (pathText(within)?.includes("labels.")) return "mark";
      const insiders = item && pathText(item)?.endsWith("author_association");
      return insiders && !/CONTRIBUTOR|NONE|FIRST|MANNEQUIN/i.test(literals(within))
        ? "author"
        : undefined;
    }
    default:
      return isMerged(pathText(node)) ? "same-repository" : undefined;
  }
}

/** What was merged has been let in by somebody with write access. */
function isMerged(path: string | undefined): boolean {
  return path === "github.event.pull_request.merged";
}

function equal(left: Expression, right: Expression): Gate | undefined {
  const path = pathText(left);
  if (path === undefined) return undefined;
  const value = right.kind === "literal" ? right.value : undefined;
  if (isMerged(path)) return value === true ? "same-repository" : undefined;
  if (/head\.repo\.fork$/.test(path)) return value === false ? "same-repository" : undefined;
  if (/(?:head\.repo|head_repository)\.(?:full_name|id|owner\.(?:login|id))$/.test(path)) {
    const own = pathText(right);
    const isOwn = own === undefined ? typeof value === "string" : /repository|base\.repo/.test(own);
    return isOwn ? "same-repository" : undefined;
  }
  if (typeof value !== "string") return undefined;
  if (path.endsWith("author_association")) return INSIDER.test(value) ? "author" : undefined;
  if (path === "github.event.workflow_run.event") {
    return /^(?:push|schedule|release|workflow_dispatch|merge_group)$/.test(value)
      ? "same-repository"
      : undefined;
  }
  if (/\.(?:user|author)\.login$/.test(path)) return "author";
  if (/^github\.event\.label\.name$/.test(path)) return "mark";
  return /^github\.(?:actor|triggering_actor)$/.test(path) && !value.endsWith("[bot]")
    ? "mark"
    : undefined;
}

function unequal(left: Expression, right: Expression): Gate | undefined {
  const path = pathText(left);
  const value = right.kind === "literal" ? right.value : undefined;
  if (path?.endsWith("head.repo.fork")) return value === true ? "same-repository" : undefined;
  const isFork = path === "github.event.workflow_run.event" && value === "pull_request";
  return isFork ? "same-repository" : undefined;
}

/** A context's path in lower case, joined by dots; undefined for what is none. */
export function pathText(node: Expression): string | undefined {
  if (node.kind === "context") return node.name.toLowerCase();
  if (node.kind === "wildcard") return `${pathText(node.of)}.*`;
  if (node.kind !== "index") return undefined;
  const of = pathText(node.of);
  const key = node.key.kind === "literal" ? String(node.key.value).toLowerCase() : "*";
  return of === undefined ? undefined : `${of}.${key}`;
}

function literals(node: Expression): string {
  if (node.kind === "literal") return String(node.value);
  return node.kind === "call" ? node.parameters.map(literals).join(" ") : "NONE";
}
