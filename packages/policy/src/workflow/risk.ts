import type { Severity } from "@assay/core";
import type { Confidence } from "../rule.ts";
import { isDangerous, trustOf } from "../untrusted/events.ts";
import type { Gate } from "./gates.ts";
import { rightsOf, writesOf } from "./permissions.ts";
import type { Scope, Source } from "./scope.ts";
import type { Reached } from "./taint.ts";

const LEVELS: readonly Severity[] = ["low", "medium", "high", "critical"];

/** A severity that is lower by what a gate asks: people with rights start the run, or at least mark it first. */
export function lowered(severity: Severity, gates: readonly Gate[]): Severity {
  const steps = gates.some((gate) => gate !== "mark") ? 2 : gates.length > 0 ? 1 : 0;
  return LEVELS[Math.max(0, LEVELS.indexOf(severity) - steps)] ?? severity;
}

/** Whether a run has more than it needs to read: a token that can write, or secrets. What is not said counts as yes. */
export function hasRights({ workflow, job }: Pick<Scope, "workflow" | "job"> = {}): boolean {
  if (workflow === undefined || job === undefined) return true;
  const permissions = rightsOf(workflow, job);
  if (permissions === undefined || writesOf(permissions).length > 0) return true;
  const parts = [job.node, workflow.env].flatMap((node) =>
    node === undefined ? [] : [workflow.text.slice(node.span.start, node.span.end)],
  );
  return parts.some((text) => /\bsecrets\b(?!\s*\.\s*GITHUB_TOKEN\b)/i.test(text));
}

/** How bad it is that this source reaches a place that runs it: by who writes it, who starts the run and what the run may do. */
export function riskOf(reached: Reached): { severity: Severity; confidence?: Confidence } {
  const { class: kind, context } = reached;
  if (kind === "trusted") return { severity: "low" };
  if (kind === "unknown") {
    return { severity: "low", ...(!context.startsWith("inputs.") && { confidence: "low" }) };
  }
  return { severity: lowered(outsider(reached), gatesOf(reached)) };
}

function outsider({ event, entry }: Reached): Severity {
  if (isDangerous(event)) return hasRights(entry) ? "critical" : "high";
  return trustOf(event).who === "write" ? "high" : "medium";
}

/** An environment may ask for a review, which no file shows. */
export function gatesOf({ gates, entry }: Pick<Reached, "gates" | "entry">): readonly Gate[] {
  return entry?.job?.environment === undefined ? gates : [...gates, "mark"];
}

/** The worst first. */
export function byRisk(reached: readonly Reached[]): readonly Reached[] {
  const level = (each: Reached) => LEVELS.indexOf(riskOf(each).severity);
  return [...reached].sort((a, b) => level(b) - level(a));
}

const WRITERS: Readonly<Record<Source["class"], string>> = {
  arbitrary: "text of outsiders",
  name: "a name that outsiders choose",
  trusted: "text of people with write access",
  unknown: "of unknown content",
};

/** A source as a message names it: `` `github.event.issue.title` (text of outsiders, on `issues`) by env T ``. */
export function describe({ context, class: kind, event, way }: Source): string {
  const shown = context.startsWith("`") ? context : `\`${context}\``;
  const steps = way.map(({ what, path, line }) => `${what} (${path}:${line})`).join(", ");
  return `${shown} (${WRITERS[kind]}, on \`${event}\`)${steps === "" ? "" : ` by ${steps}`}`;
}
