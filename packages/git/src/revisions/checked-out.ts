import { join } from "node:path";
import { statusAt } from "@assay/core";
import type { Repository } from "../repository/repository.ts";
import { readSmallFile } from "../repository/small-file.ts";

/** What is checked out: the commit, and the branch where `HEAD` is one. Both are absent before the first commit. */
export interface CheckedOut {
  /** Full object name. */
  readonly commit?: string;
  /** Such as `refs/heads/main`. */
  readonly ref?: string;
}

const MAX_REF_BYTES = 4096;
const MAX_PACKED_BYTES = 16 * 1024 * 1024;
const OBJECT_NAME = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

/**
 * Reads the files in which git writes it (gitrepository-layout: `HEAD`, `refs/`, `packed-refs`), and asks git where they don't
 * say it: a process costs more than all of them.
 */
export async function checkedOut(repo: Repository): Promise<CheckedOut> {
  const head = await readLine(join(repo.folders.git, "HEAD"));
  if (OBJECT_NAME.test(head)) return { commit: head };
  const ref = /^ref: (refs\/heads\/[^\\]+)$/.exec(head)?.[1];
  // A repository of the format reftable names no branch here that exists.
  const commit = ref === undefined || ref.includes("..") ? "" : await commitOf(repo, ref);
  if (ref !== undefined && OBJECT_NAME.test(commit)) return { commit, ref };
  return askGit(repo);
}

async function commitOf({ folders }: Repository, ref: string): Promise<string> {
  const path = join(folders.common, ref);
  // A loose file that can't be read is still newer than the packed line.
  const isLoose = statusAt(path)?.isDirectory() === false;
  if (isLoose) return readLine(path);
  const packed = await readSmallFile(join(folders.common, "packed-refs"), MAX_PACKED_BYTES);
  const lines = packed?.toString("utf8") ?? "";
  const end = lines.indexOf(` ${ref}\n`);
  return end < 0 ? "" : lines.slice(lines.lastIndexOf("\n", end) + 1, end);
}

async function readLine(path: string): Promise<string> {
  return (await readSmallFile(path, MAX_REF_BYTES))?.toString("utf8").trim() ?? "";
}

async function askGit(repo: Repository): Promise<CheckedOut> {
  // One process says both: the commit, and the branch (`HEAD` itself where none is checked out).
  const answer = await repo.run(["rev-parse", "HEAD", "--symbolic-full-name", "HEAD"]);
  if (answer.exitCode !== 0) return {};
  const [commit = "", ref = ""] = Buffer.from(answer.stdout).toString().trim().split("\n");
  return {
    ...(OBJECT_NAME.test(commit) && { commit }),
    ...(ref.startsWith("refs/") && { ref }),
  };
}
