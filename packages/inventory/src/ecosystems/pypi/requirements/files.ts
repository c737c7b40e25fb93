import { UsageError } from "@assay/core";
import { folderOf, fromLockfileFolder } from "../../../paths.ts";
import type { ReaderInput } from "../../ecosystem.ts";
import type { Problem } from "../entry.ts";
import { type ParsedLine, parseLine, readLines, statedEncoding } from "./lines.ts";

const MAX_FILES = 200;

/** A requirement, or an option that is no file, of any of the files that belong together. */
export interface FoundLine extends ParsedLine {
  /** Relative to the root of the inventory. */
  readonly path: string;
  readonly line: number;
  readonly comments: readonly string[];
  /** It stands in a file of constraints: it asks for nothing. */
  readonly isConstraint: boolean;
}

export interface RequirementFiles {
  readonly lines: readonly FoundLine[];
  /** Comments above the first line of the first file. */
  readonly header: readonly string[];
  readonly problems: readonly Problem[];
}

/** A requirements file with all files that it includes by `-r` and `-c`, in the order in which pip reads them. */
export async function readFiles(input: ReaderInput): Promise<RequirementFiles> {
  const { header } = readLines(input.text);
  const found: FoundLine[] = [];
  const problems: Problem[] = [];
  const seen = new Set([seenKey(input.path, false)]);
  const include = async (path: string, text: string, isConstraint: boolean) => {
    const encoding = statedEncoding(text);
    if (encoding !== undefined)
      problems.push({
        path,
        reason: `it says that it is written in ${encoding.slice(0, 50)}, and it was read as UTF-8`,
        advice: "Write it in UTF-8",
      });
    for (const each of readLines(text).lines) {
      const parsed = parseLine(each.text);
      if (parsed.option !== "-r" && parsed.option !== "-c") {
        found.push({ ...parsed, path, line: each.line, comments: each.comments, isConstraint });
        continue;
      }
      const asks = isConstraint || parsed.option === "-c";
      const next = await readIncluded(parsed.value, path, asks, seen, input);
      if (typeof next === "string") problems.push({ line: each.line, path, reason: next });
      else if (next !== undefined) await include(next.path, next.text, asks);
    }
  };
  await include(input.path, input.text, false);
  return { lines: found, header, problems };
}

/** A clause where it can't be read; nothing where it was read before. */
async function readIncluded(
  file: string,
  from: string,
  isConstraint: boolean,
  seen: Set<string>,
  { readText }: ReaderInput,
): Promise<{ readonly path: string; readonly text: string } | string | undefined> {
  if (/^[a-z][a-z\d+.-]+:/i.test(file)) return "it includes a file by its URL, which is not read";
  const path = /^[/~]/.test(file) ? undefined : fromLockfileFolder(from, file);
  if (path === undefined) return "it includes a file outside the repository";
  const key = seenKey(path, isConstraint);
  if (seen.has(key)) return undefined;
  seen.add(key);
  if (seen.size > MAX_FILES) return `it includes more than ${MAX_FILES} files`;
  const shown = path.slice(folderOf(path).length).replace(/^\//, "").slice(0, 200);
  try {
    const text = await readText(path);
    return text === undefined ? `it includes ${shown}, which is not there` : { path, text };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return `it includes ${shown}, which can't be read: ${error.message}`;
  }
}

function seenKey(path: string, isConstraint: boolean): string {
  return `${isConstraint ? "-c" : "-r"} ${path}`;
}
