import { relative, resolve, sep } from "node:path";
import type { ProcessRunner, RemoteAccess, ReportSubject, TriggerEvent } from "@assay/core";
import { isInside, isRecord } from "@assay/core";
import type { Environment } from "../prepare/resolve.ts";
import { checkoutTop } from "../settings/checkout.ts";

export interface SubjectFacts {
  readonly event: TriggerEvent | null;
  readonly remote: RemoteAccess | null;
  readonly environment: Environment;
  readonly processes: ProcessRunner;
  /** Absolute real path of the folder that is looked at. */
  readonly root: string;
  /** Absolute path of the folder that the run starts in. */
  readonly cwd: string;
}

const OBJECT_NAME = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

/** What the report is about, as far as the event, the runner's variables and git know it. */
export async function reportSubject(facts: SubjectFacts): Promise<ReportSubject> {
  const { event, remote, environment } = facts;
  const runner = environment["GITHUB_ACTIONS"] === "true" ? environment : {};
  const server = remote?.serverUrl ?? (runner["GITHUB_SERVER_URL"] || undefined);
  const repository = remote?.repository ?? (runner["GITHUB_REPOSITORY"] || undefined);
  const local = event === null ? await localCheckout(facts) : {};
  const pull = event?.payload["pull_request"];
  const number = isRecord(pull) ? pull["number"] : undefined;
  const head = isRecord(pull) && isRecord(pull["head"]) ? pull["head"]["sha"] : undefined;
  const run = runner["GITHUB_RUN_ID"];
  const attempt = runner["GITHUB_RUN_ATTEMPT"];
  const known: Omit<ReportSubject, "workingDirectory"> = {
    server,
    repository,
    commit: event?.sha ?? local.commit,
    headCommit: typeof head === "string" && OBJECT_NAME.test(head) ? head : undefined,
    ref: event?.ref ?? local.ref,
    event: event?.name ?? (runner["GITHUB_EVENT_NAME"] || undefined),
    pullRequest: typeof number === "number" && Number.isSafeInteger(number) ? number : undefined,
    runUrl:
      server !== undefined && repository !== undefined && /^\d+$/.test(run ?? "")
        ? `${server}/${repository}/actions/runs/${run}${/^\d+$/.test(attempt ?? "") ? `/attempts/${attempt}` : ""}`
        : undefined,
  };
  const given = Object.entries(known).filter(([, value]) => value !== undefined);
  return { ...Object.fromEntries(given), workingDirectory: await workingDirectory(facts) };
}

/** Of a clone on this machine; a folder without git has neither. */
async function localCheckout({ root, processes, environment }: SubjectFacts) {
  if ((await checkoutTop(root)) === undefined) return {};
  try {
    const { checkedOut, openRepository } = await import("@assay/git");
    return await checkedOut(await openRepository({ root, processes, environment }));
  } catch {
    // No git, or one that can't read this clone: a check that needs it says so.
    return {};
  }
}

async function workingDirectory({ root, cwd }: SubjectFacts): Promise<string> {
  const base = (await checkoutTop(root)) ?? resolve(cwd);
  if (!isInside(base, root)) return ".";
  return relative(base, root).split(sep).join("/") || ".";
}
