import { type GoProblem, readDirectives } from "./directives.ts";
import { inOne, notUnderstood, type Replacement, readReplacement } from "./mod-file.ts";

/** A `go.work` (https://go.dev/ref/mod#go-work-file). */
export interface GoWork {
  /** Folders of its modules, as they are written. */
  readonly uses: readonly { readonly folder: string; readonly line: number }[];
  readonly replacements: readonly Replacement[];
  readonly problems: readonly GoProblem[];
}

const NO_MATTER = new Set(["go", "toolchain", "godebug"]);

export function parseGoWork(text: string): GoWork {
  const { directives, problems: broken } = readDirectives(text);
  const problems: GoProblem[] = [...broken];
  const uses: { folder: string; line: number }[] = [];
  const replacements: Replacement[] = [];
  for (const directive of directives) {
    const { verb, words, line } = directive;
    const [folder] = words;
    const replacement = verb === "replace" ? readReplacement(words) : undefined;
    if (verb === "use" && folder !== undefined) uses.push({ folder, line });
    else if (replacement !== undefined) replacements.push(replacement);
    else if (!NO_MATTER.has(verb)) problems.push(notUnderstood(directive));
  }
  return { uses, replacements, problems: inOne(problems) };
}
