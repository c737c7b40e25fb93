import type { Finding, TriggerEvent } from "@assay/core";
import type { CommitPeople } from "@assay/git";
import type { UpdateType } from "@assay/versions";
import type { Vulnerability } from "../vulnerability.ts";
import { authorshipOf } from "./author.ts";
import { type ChangedPackage, changedPackages, type PackageMove } from "./packages.ts";
import { changeText, type Decision, policyOf, type UpdatePolicy, type Verdict } from "./policy.ts";

export interface UpdateReview extends Pick<Verdict, "decision"> {
  /** Why, for people: sentences, the ones that decided. */
  readonly reasons: readonly string[];
  /** The largest of all packages; absent where no package changes. */
  readonly updateType?: UpdateType;
  /** The login of the app that opened it, where the policy names it. */
  readonly bot?: string;
  readonly packages: readonly (ChangedPackage & Verdict)[];
  /** Display ids of the advisories that are gone with it, and of those that it brings. Sorted. */
  readonly fixed: readonly string[];
  readonly introduced: readonly string[];
}

type Found = Pick<Vulnerability, "graph" | "component" | "match">;

export interface UpdateInput {
  readonly event: TriggerEvent | null;
  /** Of all lockfiles between base and head; absent where there is no base to compare with. */
  readonly changes?: readonly PackageMove[] | undefined;
  /** What the gate reports of the change, without what is suppressed. */
  readonly findings: readonly Pick<Finding, "ruleId" | "message" | "severity" | "change">[];
  /** Vulnerabilities that only the base has, and those that only the head has. */
  readonly fixed: readonly Found[];
  readonly introduced: readonly Found[];
  /** What changes beside versions, as `path: why`; `undefined` where nobody can tell. See `otherChanges`. */
  readonly others?: readonly string[] | undefined;
  /** See `authorshipOf`. */
  readonly commits?: readonly CommitPeople[] | undefined;
  /** That of the base: a change can't bring its own. */
  readonly policy?: UpdatePolicy | undefined;
  readonly placeOf?: ((key: string) => string) | undefined;
  /** When versions were published, by purl, in milliseconds since the epoch: only where the user has a registry asked. */
  readonly published?: ReadonlyMap<string, number> | undefined;
  /** In milliseconds since the epoch. */
  readonly now: number;
}

/** Findings that are never for a rule to decide on: something else than a version changed. */
const STOPS: ReadonlyMap<string, Decision> = new Map([
  ["dependencies.changed-hash", "block"],
  ["dependencies.malware", "block"],
  ["dependencies.denied", "block"],
  ["dependencies.new-source", "review"],
  ["dependencies.install-script", "review"],
  ["dependencies.scope-raised", "review"],
  ["dependencies.downgraded", "review"],
  ["dependencies.undetermined", "review"],
  ["dependencies.stale-data", "review"],
  ["dependencies.no-base", "review"],
]);

/**
 * Whether a pull request is an update that may be merged without a person. Who made it is taken from the event, what it changes
 * from the lockfiles of base and head: nothing that its author writes in a title, a body, a commit message or a branch name has a say.
 */
export function reviewUpdate(input: UpdateInput): UpdateReview {
  const { policy = {}, published, now, others } = input;
  const fixed = displayIds(input.fixed);
  const introduced = displayIds(input.introduced).filter((id) => !fixed.includes(id));
  const packages = changedPackages(input.changes ?? [], {
    "zero-minor": policy["zero-minor"],
    ageOf: (purl) => {
      const at = published?.get(purl);
      return at === undefined ? undefined : Math.max(0, now - at);
    },
    fixesOf: ({ manifest, name }) =>
      displayIds(
        input.fixed.filter(
          ({ graph, component }) => graph.path === manifest && component.name === name,
        ),
      ),
  });
  const decideBy = policyOf(policy, input.placeOf);
  const decided = packages.map((each) => ({ ...each, ...decide(each, decideBy) }));
  const { bot, doubts } = authorshipOf(input.event, input.commits, policy);
  const stops = input.findings.filter(
    ({ ruleId, change }) => STOPS.has(ruleId) && change !== "existing",
  );
  const because = (decision: Decision) => [
    ...stops
      .filter(({ ruleId }) => STOPS.get(ruleId) === decision)
      .map(({ message }) => `${message}.`),
    ...decided.filter((each) => each.decision === decision).map(({ reason }) => reason),
  ];
  const blocks = [
    ...because("block"),
    ...(introduced.length === 0 ? [] : [`It brings ${introduced.join(", ")}.`]),
  ];
  const reviews = [
    ...doubts,
    ...(input.changes === undefined ? ["There is no base to compare it with."] : []),
    ...(others?.map((each) => `${each}.`) ?? ["Which files it changes is not known."]),
    ...(input.changes?.length !== undefined && packages.length === 0
      ? ["It moves no package to another version."]
      : []),
    ...because("review"),
  ];
  const decision = blocks.length > 0 ? "block" : reviews.length > 0 ? "review" : "merge";
  const updateType = largest(packages);
  return {
    decision,
    reasons: decision === "block" ? blocks : decision === "review" ? reviews : because("merge"),
    ...(updateType !== undefined && { updateType }),
    ...(bot !== undefined && { bot }),
    packages: decided,
    fixed,
    introduced,
  };
}

/** What leaves the tree is nothing that anybody installs. */
function decide(each: ChangedPackage, decideBy: (each: ChangedPackage) => Verdict): Verdict {
  const what = changeText(each);
  if (each.to === undefined) return { decision: "merge", reason: `${what}.` };
  const verdict = decideBy(each);
  return each.moved === true && verdict.decision === "merge"
    ? { decision: "review", reason: `${what}: it comes from another place than before.` }
    : verdict;
}

const SIZES: readonly UpdateType[] = ["patch", "minor", "other", "major"];

/** By what moves; where nothing does, what comes and goes is `other`. */
function largest(packages: readonly ChangedPackage[]): UpdateType | undefined {
  const moved = packages.filter(({ from, to }) => from !== undefined && to !== undefined);
  const types = (moved.length > 0 ? moved : packages).map(({ updateType }) => updateType);
  return SIZES.findLast((size) => types.includes(size));
}

function displayIds(list: readonly Found[]): readonly string[] {
  const counted = list.filter(
    ({ match }) => match.verdict === "affected" && match.group.kind !== "informational",
  );
  return [...new Set(counted.map(({ match }) => match.group.id))].sort();
}
