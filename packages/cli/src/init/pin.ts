import { PROJECT_URL, UsageError, VERSION } from "@assay/core";
import { headCommit } from "@assay/git";
import type { Terminal } from "../terminal.ts";
import { openIfRepository } from "./detect.ts";

/** Where the action lives. */
export const ACTION = new URL(PROJECT_URL).pathname.slice(1);

/** A commit of Assay that a workflow is pinned to. */
export interface Pin {
  /** 40 hex digits, or a text that says what has to stand there. */
  readonly commit: string;
  /** The release's tag, where it is known. */
  readonly label?: string;
  /** Why the workflow may not run with it, as a sentence. */
  readonly doubt?: string;
}

const RELEASES = `${PROJECT_URL}/releases`;
const PLACEHOLDER = "<full commit SHA>";

/** The pin that was asked for, else the commit of Assay itself, else a placeholder. */
export async function choosePin(given: unknown, terminal: Terminal): Promise<Pin> {
  if (given !== undefined) return readPin(given);
  return (
    (await ownPin(terminal)) ?? {
      commit: PLACEHOLDER,
      label: `v${VERSION}`,
      doubt: `This workflow does not run yet: replace ${PLACEHOLDER} by that of a release, see ${RELEASES}.`,
    }
  );
}

function readPin(pin: unknown): Pin {
  if (typeof pin === "string" && /^[0-9a-f]{40}$/.test(pin)) return { commit: pin };
  throw new UsageError(`\`--pin\` is ${JSON.stringify(pin)}; it must be a full commit`, {
    hint: "Give all 40 hex digits: a tag or a short commit can be moved to other code.",
  });
}

/** The commit of Assay itself, where the CLI runs from a clone of it. An installed copy does not know its commit. */
async function ownPin(terminal: Terminal): Promise<Pin | undefined> {
  const home = await openIfRepository(import.meta.dirname, terminal);
  const action = await home?.run(["show", "HEAD:action.yml"], { maxBytes: 1024 * 1024 });
  if (home === undefined || action?.exitCode !== 0) return undefined;
  if (!Buffer.from(action.stdout).toString().includes('\nname: "Assay"\n')) return undefined;
  const head = await headCommit(home);
  if (head === undefined) return undefined;
  const tags = await home.run(["tag", "--points-at", "HEAD"]);
  const label = `v${VERSION}`;
  if (Buffer.from(tags.stdout).toString().split("\n").includes(label)) {
    return { commit: head.sha, label };
  }
  return {
    commit: head.sha,
    doubt: `This commit is the one of the clone of Assay that wrote this file; it is not a release. The workflow runs only if ${ACTION} has it on GitHub; releases: ${RELEASES}.`,
  };
}
