import type { AppliedSuppression } from "@assay/core";
import type { PolicyRepository } from "../repository.ts";
import type { PolicyRule, Violation } from "../rule.ts";

/** A comment that accepts what a rule finds: `# assay: ignore <rule>[, <rule>] -- reason[, until YYYY-MM-DD]`. */
export interface Mark {
  readonly path: string;
  readonly line: number;
  /** Ids of rules; of a mark for zizmor its audits. */
  readonly rules: readonly string[];
  readonly tool: "assay" | "zizmor";
  readonly reason: string;
  /** `YYYY-MM-DD` */
  readonly until?: string;
  /** Nothing but the comment stands in its line: it is about the next line, at the head of a file about the file as a whole. */
  readonly alone: boolean;
  /** The comment as it stands there. */
  readonly text: string;
}

const ASSAY = /^assay:\s*ignore\s+([\w.*-]+(?:\s*,\s*[\w.*-]+)*)\s*(?:--\s*(.*))?$/;
const ZIZMOR = /zizmor: ignore\[([\w, -]+)\]\s*(.*)$/;
/** Where no reader of the format knows its comments. */
const COMMENT = /((?<!\S)#|<!--)\s*((?:assay|zizmor):\s*ignore.*)$/;
const MAX_HEAD = 1024 * 1024;
const UNTIL = /[,;]?\s*\buntil\s+(\d\S*)\s*$/;

/** The marks of a file: only real comments count. */
export async function marksIn(
  repository: PolicyRepository,
  path: string,
): Promise<readonly Mark[]> {
  return repository.once(`marks ${path}`, async () => {
    const text = await textOf(repository, path);
    if (text === undefined || !/(?:assay|zizmor):\s*ignore/.test(text)) return [];
    const lines = text.split(/\r\n?|\n/);
    const comments = /\.ya?ml$/i.test(path)
      ? ((await repository.yaml(path))?.comments ?? [])
      : lines.flatMap((line, at) => {
          const [, sign, said = ""] = COMMENT.exec(line) ?? [];
          const [inside = ""] = sign === "<!--" ? said.split("-->", 1) : [said];
          return inside === "" ? [] : [{ text: inside, line: at + 1 }];
        });
    return comments.flatMap(({ text: comment, line }) => {
      const alone = /^\s*(?:#|<!--)/.test(lines[line - 1] ?? "");
      const mark = readMark(comment.trim());
      return mark === undefined ? [] : [{ path, line, alone, text: comment, ...mark }];
    });
  });
}

/** A file that no rule read as text, such as a program or a large lockfile, is looked at without being called unreadable. */
async function textOf(repository: PolicyRepository, path: string): Promise<string | undefined> {
  if (repository.readPaths().includes(path)) return repository.read(path);
  const bytes = await repository.head(path, MAX_HEAD);
  return bytes === undefined || bytes.includes(0) ? undefined : new TextDecoder().decode(bytes);
}

function readMark(text: string): Pick<Mark, "rules" | "tool" | "reason" | "until"> | undefined {
  const [, rules, rest = ""] = ASSAY.exec(text) ?? [];
  if (rules !== undefined) {
    const said = rest.replace(/\s+/g, " ");
    const until = UNTIL.exec(said)?.[1];
    const reason = said.replace(UNTIL, "").trim();
    return { tool: "assay", rules: listed(rules), reason, ...(until !== undefined && { until }) };
  }
  const [, audits, why = ""] = ZIZMOR.exec(text) ?? [];
  return audits === undefined
    ? undefined
    : { tool: "zizmor", rules: listed(audits), reason: why.trim() || "a comment for zizmor" };
}

function listed(text: string): readonly string[] {
  return text.split(",").map((each) => each.trim());
}

/** Whether a mark is about a violation: it stands in its lines, or alone in the line before. */
export function isAbout(mark: Mark, rule: PolicyRule, { place }: Violation): boolean {
  const named =
    mark.tool === "assay"
      ? mark.rules.some((id) => id === rule.id || rule.aliases?.includes(id) === true)
      : mark.rules.some((audit) => rule.sources.zizmor?.includes(audit) === true);
  if (!named || (mark.tool === "assay" && mark.reason === "")) return false;
  if (place === undefined) return mark.tool === "assay" && mark.alone;
  const { startLine, endLine = startLine } = place;
  if (mark.line >= startLine && mark.line <= endLine) return true;
  return mark.tool === "assay" && mark.alone && mark.line === startLine - 1;
}

/** As the report shows it. */
export function suppressionBy({ reason, until }: Mark): AppliedSuppression {
  return { by: "inline", reason, ...(until !== undefined && { expires: until }) };
}
