import { type AdvisoryRecord, matchAdvisories, memoryData } from "@assay/advisories";
import type { TriggerEvent } from "@assay/core";
import { memorySource, readInventory } from "@assay/inventory";
import { changeFindings } from "../../change-findings.ts";
import { packageChanges } from "../../changes.ts";
import { baseManifests } from "../../comparison.ts";
import { packageReader } from "../../packages.ts";
import { findVulnerabilities, withPaths } from "../../vulnerabilities.ts";
import { reviewUpdate, type UpdateInput } from "../review.ts";

export const DEPENDABOT = { login: "dependabot[bot]", type: "Bot" };
export const BY_DEPENDABOT = {
  author: "dependabot[bot] <49699333+dependabot[bot]@users.noreply.github.com>",
  committer: "GitHub <noreply@github.com>",
};
const OWN = { full_name: "acme/shop" };

/** The event of a pull request that Dependabot opened; `more` replaces parts of the pull request. */
export function pullRequest(
  more: object = {},
  payload: Readonly<Record<string, unknown>> = {},
): TriggerEvent {
  return {
    name: "pull_request",
    payload: {
      action: "opened",
      sender: DEPENDABOT,
      pull_request: {
        user: DEPENDABOT,
        head: { ref: "dependabot/npm_and_yarn/left-1.1.0", repo: OWN },
        base: { ref: "main", repo: OWN },
        ...more,
      },
      ...payload,
    },
  };
}

/** Versions by name; `dev:` before a name puts it into development. */
export type Locked = Readonly<Record<string, string | Readonly<Record<string, unknown>>>>;

export function lockfile(locked: Locked): string {
  const own: Record<string, Record<string, string>> = { dependencies: {}, devDependencies: {} };
  const packages: Record<string, unknown> = {};
  for (const [key, entry] of Object.entries(locked)) {
    const dev = key.startsWith("dev:");
    const name = dev ? key.slice(4) : key;
    const more = typeof entry === "string" ? { version: entry } : entry;
    const list = own[dev ? "devDependencies" : "dependencies"];
    if (list !== undefined) list[name] = "*";
    packages[`node_modules/${name}`] = { ...more, ...(dev && { dev }) };
  }
  const root = { name: "shop", version: "1.0.0" };
  return JSON.stringify({
    ...root,
    lockfileVersion: 3,
    packages: { "": { ...root, ...own }, ...packages },
  });
}

export interface Update extends Partial<UpdateInput> {
  readonly from: Locked;
  readonly to: Locked;
  readonly records?: readonly AdvisoryRecord[];
}

/** The review of an update of package-lock.json as Dependabot makes it, but for what is given. */
export async function reviewed({ from, to, records = [], ...more }: Update) {
  const read = async (locked: Locked) =>
    (await readInventory(memorySource({ "package-lock.json": lockfile(locked) }))).graphs;
  const [before, after] = [await read(from), await read(to)];
  const [base, head] = [packageReader()(before), packageReader()(after)];
  const queries = [...base, ...head].flatMap(({ query }) => query ?? []);
  const matches = await matchAdvisories(memoryData(records), queries);
  const old = findVulnerabilities(base, matches);
  const now = withPaths(findVulnerabilities(head, matches), after);
  const keys = (list: typeof old) => new Set(list.map(({ key }) => key));
  const changes = packageChanges(head, base, baseManifests(after, before));
  return reviewUpdate({
    event: pullRequest(),
    changes,
    findings: changeFindings(changes, base),
    fixed: old.filter(({ key }) => !keys(now).has(key)),
    introduced: now.filter(({ key }) => !keys(old).has(key)),
    others: [],
    commits: [BY_DEPENDABOT],
    now: Date.parse("2026-11-28T00:00:00Z"),
    ...more,
  });
}
