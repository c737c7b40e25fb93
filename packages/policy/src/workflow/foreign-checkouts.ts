import type { Span, YamlScalar } from "@assay/core/yaml";
import { flowsFrom } from "../expressions/index.ts";
import type { Step } from "./model.ts";
import type { Scope } from "./scope.ts";
import { scriptInput } from "./script-values.ts";
import type { Sources } from "./sources.ts";
import { lineSpan, templateSpan, templatesOf } from "./templates.ts";
import { actionOf } from "./uses.ts";

/** A part of a step: a command, an input or an action. */
export interface Found {
  readonly span: Span;
  readonly what: string;
}

/** What names the head of a pull request. */
export const HEAD =
  /^github\.(?:head_ref|event\.(?:number|issue\.number|pull_request(?:\.(?:\*|number|merge_commit_sha|head(?:\..*)?))?|workflow_run\.(?:head_.*|pull_requests.*)))$/;
const NUMBER = /\.number$/;
const FETCH = /\bgh\s+pr\s+checkout\b|\bgit\s+(?:fetch|pull)\b.*\bpull\//;
const GIT = /\bgit\s+(?:-\S+\s+\S+\s+)?(?:checkout|switch|merge|pull|reset|clone|fetch|worktree)\b/;
const NEW_BRANCH = /\b(?:checkout\s+-[bB]|switch\s+-[cC])\s+\S+\s*$/;
/** Without one of these, what was fetched lies in git's store alone. */
const INTO_TREE =
  /\bgit\s+(?:-\S+\s+\S+\s+)?(?:checkout|switch|merge|rebase|reset|worktree|read-tree|restore|cherry-pick|pull|archive)\b/;
const ASKS_SERVER = /\bgh\s+(?:pr|api)\b|\bpulls\.get\b|\/pulls\/|\.head\.(?:sha|ref)|headRef/;

/** The command or input of a step that brings code of a pull request in. */
export function broughtBy(step: Step, scope: Scope, sources: Sources): Found | undefined {
  if (actionOf(step) === "actions/checkout") {
    for (const input of ["ref", "repository"]) {
      const value = step.with.get(input)?.value;
      const start = value?.kind === "scalar" ? headTemplate(value, scope, sources) : undefined;
      if (value?.kind !== "scalar" || start === undefined) continue;
      return { span: templateSpan(scope.file, value, start), what: `${input} of actions/checkout` };
    }
  }
  const { run } = step;
  if (run === undefined) return undefined;
  for (const match of run.text.matchAll(/[^\n]+/g)) {
    const line = match[0].slice(0, 1000);
    if (/^\s*#/.test(line)) continue;
    const part = { start: match.index, end: match.index + match[0].length };
    const fetched = FETCH.exec(line)?.[0];
    const isHead =
      GIT.test(line) &&
      !NEW_BRANCH.test(line) &&
      /[$%]/.test(line) &&
      sources.ofScript(run, scope, part).some(isName);
    if (fetched === undefined && !isHead) continue;
    const later = scope.steps.slice(scope.steps.indexOf(step) + 1).map((each) => each.run?.text);
    const rest = [run.text.slice(match.index), ...later].join("\n");
    if (/^git\s+fetch/.test(fetched ?? GIT.exec(line)?.[0] ?? "") && !INTO_TREE.test(rest))
      continue;
    const what = fetched?.split(/\s+/).slice(0, 3).join(" ") ?? "git";
    return { span: lineSpan(scope.file, run, match.index), what };
  }
  return undefined;
}

const isName = ({ class: kind, context }: { class: string; context: string }) =>
  kind === "name" && !NUMBER.test(context);

/** Where in a `ref` or `repository` the template is that names the head of a pull request. */
function headTemplate(node: YamlScalar, scope: Scope, sources: Sources): number | undefined {
  const isPull = /\bpull\//.test(node.text);
  const found = templatesOf(node).find(({ expression }) => {
    if (expression === undefined) return false;
    const named = sources.ofExpression(expression, scope);
    if (named.some((each) => isName(each) || (isPull && each.class === "name"))) return true;
    return flowsFrom(expression).some(({ path: [context, id, , name = ""] }) =>
      context === "steps" ? isAsked(id ?? "", name, scope) : false,
    );
  });
  return found?.start;
}

/** An output of a step that asked the server for the pull request. */
function isAsked(id: string, name: string, { steps }: Scope): boolean {
  if (/^base/i.test(name)) return false;
  const step = steps.find((each) => each.id?.toLowerCase() === id);
  const script = step?.run ?? (step && scriptInput(step));
  if (script !== undefined) return ASKS_SERVER.test(script.text);
  return /pull|pr-|comment|origin/.test(actionOf(step)) && /ref|sha|branch/i.test(name);
}
