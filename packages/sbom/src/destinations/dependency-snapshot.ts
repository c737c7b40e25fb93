import { ExternalError, isRecord, plural, type TriggerEvent, UsageError } from "@assay/core";
import { correlatorOf } from "./correlator.ts";
import type { Destination } from "./destination.ts";
import { contentsApi } from "./github.ts";
import { uploaded } from "./records.ts";
import { snapshotOf } from "./snapshot.ts";

const MAX_NAMED = 10;

/** Submits the packages to the dependency graph of the repository. */
export const submitSnapshot: Destination = async (context, made, { matrix }) => {
  const { environment, clock, event, remote } = context;
  const api = contentsApi(context);
  const { sha, ref } = commitOf(event);
  if (made.ref !== undefined) {
    throw new UsageError("A snapshot is of the commit of the run, and `ref` names another one", {
      hint: "Leave `ref` or `dependency-snapshot` out.",
    });
  }
  const { folder, head } = made.provenance;
  // A pull request is checked out as its merge, or as its own head.
  if (head !== undefined && head !== sha && head !== event?.sha) {
    throw new UsageError(
      `The checkout is of the commit ${head.slice(0, 10)}, and the run's is ${sha.slice(0, 10)}: a snapshot would say that one's packages are the other's`,
      { hint: "Leave `ref` of actions/checkout out, or submit from a run of that commit." },
    );
  }
  const run = environment["GITHUB_RUN_ID"] ?? "";
  const { snapshot, rejected } = snapshotOf(made, folder, {
    job: {
      id: run === "" ? sha : run,
      correlator: correlatorOf(environment, matrix, [folder, ...made.parts]),
      ...(run !== "" &&
        remote !== null && {
          html_url: `${remote.serverUrl}/${remote.repository}/actions/runs/${run}`,
        }),
    },
    sha,
    ref,
    scanned: clock.wall().toISOString(),
  });
  const bytes = Buffer.from(JSON.stringify(snapshot));
  const answer = await api.call("POST", "/dependency-graph/snapshots", snapshot);
  const { id, result, message } = isRecord(answer) ? answer : {};
  if (result !== "SUCCESS" && result !== "ACCEPTED") {
    throw new ExternalError(
      `GitHub did not take the snapshot: ${String(result ?? "no result")}${typeof message === "string" ? ` (${message.slice(0, 300)})` : ""}`,
      { hint: "Report this with the message: the snapshot should be valid." },
    );
  }
  const named = rejected.slice(0, MAX_NAMED).join(", ");
  const more = rejected.length > MAX_NAMED ? ` and ${rejected.length - MAX_NAMED} more` : "";
  return {
    records: [
      uploaded({ name: "dependency snapshot", bytes }, `the dependency graph, for ${ref}`, [
        `Snapshot ${String(id)} of ${sha}: ${String(result)}, correlator ${snapshot.job.correlator}.`,
      ]),
    ],
    notices:
      rejected.length === 0
        ? []
        : [
            `Not in the snapshot, for GitHub takes no package without a package URL and version: ${plural(rejected.length, "package")} (${named}${more}).`,
          ],
  };
};

/**
 * The commit that a snapshot is of, and the ref that this commit is on: of a pull request its own head and branch, not the merge that
 * is checked out, which no branch ever has.
 */
function commitOf(event: TriggerEvent | null): { readonly sha: string; readonly ref: string } {
  const pull = event?.payload["pull_request"];
  const head = isRecord(pull) && isRecord(pull["head"]) ? pull["head"] : undefined;
  const sha = head === undefined ? event?.sha : head["sha"];
  const ref = head === undefined ? event?.ref : `refs/heads/${String(head["ref"])}`;
  if (
    typeof sha === "string" &&
    /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(sha) &&
    ref?.startsWith("refs/")
  )
    return { sha, ref };
  throw new UsageError("The run has no commit and branch that a snapshot could be of", {
    hint: "Submit snapshots from `push`, `pull_request`, `schedule` or `workflow_dispatch`.",
  });
}
