import { createLogger, type Logger, type Report } from "@assay/core";
import { secretForms } from "./secret-forms.ts";

/** Takes every secret that it was told out of what a run says, wherever that came from. */
export interface SecretFilter {
  add(secret: string): void;
  text(text: string): string;
  /** The one place where a report is filtered: every renderer is a function of what comes out. */
  report(report: Report): Report;
  logger(logger: Logger): Logger;
}

const MASK = "***";
/** A shorter form would black out ordinary words. Passwords that short are masked in a runner's log alone. */
const SHORTEST_FORM = 6;
/** Fields with words of our own, which a reader of the report compares: a secret that is such a word stays one there. */
const VOCABULARY: ReadonlySet<string> = new Set([
  "act",
  "check",
  "command",
  "decision",
  "failOn",
  "kind",
  "mediaType",
  "outcome",
  "ruleId",
  "severity",
  "source",
  "status",
  "tool",
]);

export function secretFilter(): SecretFilter {
  const forms = new Set<string>();
  let pattern: RegExp | undefined;
  const text = (given: string): string =>
    pattern === undefined ? given : given.replace(pattern, MASK);
  return {
    add(secret) {
      for (const form of secretForms(secret)) if (form.length >= SHORTEST_FORM) forms.add(form);
      if (forms.size === 0) return;
      // The longest first: a part of a token must not leave the rest of it behind.
      const longestFirst = [...forms].sort((a, b) => b.length - a.length);
      pattern = new RegExp(longestFirst.map(literal).join("|"), "g");
    },
    text,
    report: (report) => (pattern === undefined ? report : (mapTexts(report, text) as Report)),
    logger: (logger) => ({
      ...createLogger((level, message) => logger[level](text(message))),
      group: (title, work) => logger.group(text(title), work),
    }),
  };
}

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
}

function mapTexts(value: unknown, change: (text: string) => string, field = ""): unknown {
  if (typeof value === "string") return VOCABULARY.has(field) ? value : change(value);
  if (Array.isArray(value)) return value.map((entry) => mapTexts(entry, change, field));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, entry]) => [name, mapTexts(entry, change, name)]),
  );
}
