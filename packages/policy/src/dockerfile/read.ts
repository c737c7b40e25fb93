/** One image that a Dockerfile takes something from. Lines and columns count from 1. */
export interface DockerImage {
  /** With the defaults of build arguments in their places. */
  readonly image: string;
  /** As it is written. */
  readonly text: string;
  readonly by: "FROM" | "COPY --from" | "RUN --mount";
  /** An argument without default stands in it: the builder decides. */
  readonly isOpen: boolean;
  readonly line: number;
  readonly column: number;
}

interface Instruction {
  readonly text: string;
  readonly line: number;
}

const HEREDOC = /<<-?(["']?)([A-Za-z_]\w*)\1/g;

/**
 * The images of a Dockerfile that are no stages of it and not `scratch`. Continued lines, comments, heredocs, the `escape` directive and
 * arguments are read as BuildKit does (docs.docker.com, "Dockerfile reference"). Never throws.
 */
export function dockerImages(text: string): readonly DockerImage[] {
  const stages = new Set<string>();
  const globals = new Map<string, string | undefined>();
  const images: DockerImage[] = [];
  const lines = text.split(/\r?\n/);
  let count = 0;
  for (const instruction of instructionsOf(lines)) {
    const [word = "", ...rest] = instruction.text.trim().split(/\s+/);
    const name = word.toUpperCase();
    const add = (written: string, by: DockerImage["by"]) => {
      const { value, isOpen } = expand(written, globals);
      if (isStage(value, stages, count, by) || value === "") return;
      images.push({
        image: value,
        text: written,
        by,
        isOpen,
        ...placeOf(lines, instruction, written),
      });
    };
    if (name === "ARG" && count === 0) {
      for (const each of rest) {
        const [key = "", ...value] = each.split("=");
        globals.set(key, value.length === 0 ? undefined : unquoted(value.join("=")));
      }
    } else if (name === "FROM") {
      const words = rest.filter((each) => !each.startsWith("--"));
      add(unquoted(words[0] ?? ""), "FROM");
      count++;
      if (words[1]?.toUpperCase() === "AS" && words[2] !== undefined)
        stages.add(words[2].toLowerCase());
    } else if (name === "COPY" || name === "ADD") {
      const from = rest.find((each) => each.startsWith("--from="));
      if (from !== undefined) add(unquoted(from.slice(7)), "COPY --from");
    } else if (name === "RUN") {
      for (const each of rest.filter((option) => option.startsWith("--mount="))) {
        const from = /(?:[=,])from=([^,]+)/.exec(each)?.[1];
        if (from !== undefined) add(unquoted(from), "RUN --mount");
      }
    }
  }
  return images;
}

function isStage(
  value: string,
  stages: ReadonlySet<string>,
  count: number,
  by: DockerImage["by"],
): boolean {
  if (value.toLowerCase() === "scratch" || stages.has(value.toLowerCase())) return true;
  return by !== "FROM" && /^\d+$/.test(value) && Number(value) < count;
}

function unquoted(text: string): string {
  return text.replace(/^(["'])(.*)\1$/, "$2");
}

function expand(
  text: string,
  globals: ReadonlyMap<string, string | undefined>,
  depth = 0,
): { readonly value: string; readonly isOpen: boolean } {
  let isOpen = false;
  const value = text.replace(
    /\$(?:(\w+)|\{(\w+)(?:(:?[-+])([^{}]*))?\})/g,
    (whole, plain, braced, operator = "", word = "") => {
      const set = globals.get(plain ?? braced);
      if (operator.endsWith("+")) return set ? word : "";
      const result = set || (operator === "" ? set : word);
      if (result === undefined) isOpen = true;
      return result ?? whole;
    },
  );
  if (depth > 4 || value === text || !value.includes("$")) return { value, isOpen };
  const deeper = expand(value, globals, depth + 1);
  return { value: deeper.value, isOpen: isOpen || deeper.isOpen };
}

function instructionsOf(lines: readonly string[]): readonly Instruction[] {
  const escapeMark = /^#\s*escape\s*=\s*`/im.test(lines.slice(0, 3).join("\n")) ? "`" : "\\";
  const instructions: Instruction[] = [];
  for (let at = 0; at < lines.length; at++) {
    const start = at;
    const parts: string[] = [];
    for (; at < lines.length; at++) {
      const line = lines[at] ?? "";
      if (/^\s*#/.test(line) || (parts.length > 0 && line.trim() === "")) continue;
      const isContinued = line.trimEnd().endsWith(escapeMark);
      parts.push(isContinued ? line.trimEnd().slice(0, -1) : line);
      if (!isContinued) break;
    }
    const text = parts.join(" ");
    if (text.trim() !== "") instructions.push({ text, line: start + 1 });
    if (!/^\s*(?:RUN|COPY|ADD)\b/i.test(text)) continue;
    for (const [, , end] of text.matchAll(HEREDOC)) {
      do at++;
      while (at < lines.length && lines[at]?.trim() !== end);
    }
  }
  return instructions;
}

/** Where the text stands in the lines of its instruction. */
function placeOf(lines: readonly string[], { line }: Instruction, text: string) {
  for (let at = line - 1; at < lines.length && at < line + 20; at++) {
    const column = (lines[at] ?? "").indexOf(text);
    if (column >= 0 && !/^\s*#/.test(lines[at] ?? "")) return { line: at + 1, column: column + 1 };
  }
  return { line, column: 1 };
}
