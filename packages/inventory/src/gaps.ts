import { type Finding, fingerprint, groupBy, plural, suppressionToPaste } from "@assay/core";
import { rewriteOf } from "./ecosystems/ecosystem.ts";
import { ECOSYSTEMS } from "./ecosystems/index.ts";
import type { Gap, GapKind, Inventory, PackageGraph, Skipped } from "./graph.ts";
import { aboveAdvice, type LockfileAbove } from "./lockfiles-above.ts";
import { INVENTORY_RULES } from "./rules.ts";

/**
 * Everything that the inventory does not know, each fact once, with the entry of the config file that accepts it and nothing else.
 *
 * @param today by the machine's time, for the entries' expiry
 * @param above lockfiles above the working directory
 */
export function inventoryFindings(
  inventory: Inventory,
  today: Date,
  above: readonly LockfileAbove[] = [],
): readonly Finding[] {
  const { graphs, skipped } = inventory;
  const left = skipped.filter(({ kind }) => kind !== "excluded" && kind !== "unselected");
  return [
    ...(graphs.length + left.length === 0 ? [nothingFound(skipped, above)] : []),
    ...left.map(leftOut),
    ...graphs.flatMap((graph) => {
      const rewrite = rewriteFor(graph);
      return oneGapPerCause(graph.gaps).map((gap) => gapFinding(graph, rewrite, gap));
    }),
    ...graphs.filter(isEmpty).map(noComponents),
  ].map((facts) => withEntry(facts, today));
}

type Facts = Omit<Finding, "severity" | "evidence">;

function withEntry(facts: Facts, today: Date): Finding {
  const severity = INVENTORY_RULES[facts.ruleId]?.severity ?? "medium";
  return { ...facts, severity, evidence: [suppressionToPaste(facts, today)] };
}

function nothingFound(skipped: readonly Skipped[], [first]: readonly LockfileAbove[]): Facts {
  const excluded = skipped.length;
  const aside =
    excluded === 0
      ? ""
      : `; ${plural(excluded, "file")} that may be one ${excluded === 1 ? "is" : "are"} left out (see what was not looked at)`;
  return {
    ruleId: "inventory.nothing-found",
    message: `No lockfile was found, and no manifest that asks for packages${aside}`,
    fingerprint: fingerprint("inventory.nothing-found"),
    remediation:
      first === undefined
        ? "Set `working-directory` to the folder that holds the project, or, if it has no dependencies, accept this with the entry to paste."
        : aboveAdvice(first),
  };
}

const LEFT_OUT = {
  excluded: "inventory.unread-ecosystem",
  unselected: "inventory.unread-ecosystem",
  unsupported: "inventory.unread-ecosystem",
  unreadable: "inventory.broken-lockfile",
  unlocked: "inventory.unlocked-manifest",
  absent: "inventory.not-checked-out",
} as const satisfies Record<Skipped["kind"], string>;

function leftOut({ item, reason, kind, ecosystem, others = [], advice }: Skipped): Facts {
  const isFolder = kind === "unreadable" && ecosystem === undefined;
  const ruleId = isFolder ? "inventory.unreadable-folder" : LEFT_OUT[kind];
  const what =
    kind === "unsupported"
      ? "Look at these packages with another tool"
      : (advice?.replace(/\.$/, "") ?? "Make it readable");
  return {
    ruleId,
    message: `The packages of ${item}${kind === "unlocked" ? andOthers(others) : ""} are not known: ${reason}`,
    location: { path: item },
    ...(others.length === 0 ? {} : { relatedLocations: others.map((path) => ({ path })) }),
    // Whoever accepts these has not accepted one that comes later.
    fingerprint: fingerprint(
      ruleId,
      item,
      kind === "unreadable" ? reason : "",
      ...(kind === "unlocked" ? others : []),
    ),
    remediation: `${what}, or accept this with the entry to paste.`,
  };
}

function andOthers(others: readonly string[]): string {
  return others.length === 0 ? "" : ` and of ${plural(others.length, "file")} like it`;
}

const MAX_NAMED = 5;
/** So many packages that nothing asks for are reported one by one: of more, few can be left over by chance. */
const MAX_ORPHANS = 10;
/** So many gaps of one kind are reported one by one. */
const MAX_OF_KIND = 100;

/** Where several peers are not locked there is one cause: one gap says it for all. So it is with entries that lack the same. */
function oneGapPerCause(gaps: readonly Gap[]): readonly Gap[] {
  const causes = groupBy(gaps, ({ kind, reason, advice }) =>
    kind === "missing-peer" || kind === "orphan" ? kind : `${kind}\n${reason}\n${advice}`,
  );
  const found = [...causes.values()].flatMap((group) => {
    const [first, second] = group;
    if (first === undefined || second === undefined) return group;
    if (first.kind === "missing-peer") return [onePeerGap(first, group)];
    if (first.kind === "orphan") return group.length > MAX_ORPHANS ? [oneOrphanGap(group)] : group;
    return group.length > MAX_NAMED ? [oneEntryGap(first, group)] : group;
  });
  return [...groupBy(found, ({ kind }) => kind).values()].flatMap(withoutMany);
}

/** The first of many gaps of one kind, and one gap for those behind them. */
function withoutMany(gaps: readonly Gap[]): readonly Gap[] {
  const [first, ...others] = gaps.slice(MAX_OF_KIND);
  if (first === undefined || others.length === 0) return gaps;
  const more = oneEntryGap({ ...first, reason: "and more of its kind" }, [first, ...others]);
  return [...gaps.slice(0, MAX_OF_KIND), more];
}

function oneOrphanGap(gaps: readonly Gap[]): Gap {
  const items = gaps.map(({ item }) => item);
  const reason = `no dependency in the lockfile leads to ${plural(items.length, "package")} (${firstOf(items)})`;
  const [first] = gaps as readonly [Gap, ...Gap[]];
  const { componentId: _, ...gap } = first;
  return { ...gap, item: "", reason, identity: items.join("\n") };
}

function onePeerGap(first: Gap, gaps: readonly Gap[]): Gap {
  const all = gaps.map(({ item, reason }) => `${item}: ${reason}`);
  const reason = `${plural(all.length, "peer requirement")} not met: ${firstOf(all)}`;
  return { ...first, item: "", reason, identity: all.join("\n") };
}

function oneEntryGap(first: Gap, gaps: readonly Gap[]): Gap {
  const items = gaps.map(({ item }) => item);
  const identity = gaps.map((gap) => `${gap.item}\n${gap.identity ?? gap.reason}`).join("\n");
  return { ...first, item: "", reason: `${first.reason} (${firstOf(items)})`, identity };
}

function firstOf(all: readonly string[]): string {
  const more = all.length > MAX_NAMED ? `; and ${all.length - MAX_NAMED} more` : "";
  return `${all.slice(0, MAX_NAMED).join("; ")}${more}`;
}

const GAP_RULES = {
  entry: "inventory.incomplete",
  stale: "inventory.stale-lockfile",
  transitive: "inventory.missing-transitive",
  "missing-peer": "inventory.missing-peer",
  orphan: "inventory.orphan",
  "no-integrity": "inventory.missing-integrity",
} as const satisfies Record<GapKind, string>;

/** A file may hold packages of another ecosystem than its tool's own. */
function rewriteFor({ format, path }: PackageGraph): string | undefined {
  const formats = ECOSYSTEMS.flatMap((each) => each.formats);
  return rewriteOf(
    formats.find(({ id }) => id === format),
    path,
  );
}

function gapFinding(
  { path, ecosystem, components }: PackageGraph,
  rewrite: string | undefined,
  gap: Gap,
): Facts {
  const { kind, item, reason, location, componentId, advice } = gap;
  const ruleId = GAP_RULES[kind];
  const place = item === path || item === "" ? path : `${item} in ${path}`;
  const orphan =
    kind === "orphan" && componentId !== undefined
      ? components.find(({ id }) => id === componentId)
      : undefined;
  const again = `Write the lockfile again${rewrite === undefined ? "" : ` with \`${rewrite}\``} and commit it`;
  return {
    ruleId,
    message: `${place}: ${reason}`,
    location: location ?? { path },
    ...(orphan === undefined
      ? {}
      : {
          subject: {
            name: orphan.name,
            ecosystem,
            ...(orphan.version === undefined ? {} : { version: orphan.version }),
            ...(orphan.purl === undefined ? {} : { purl: orphan.purl }),
          },
        }),
    fingerprint: fingerprint(ruleId, path, item, gap.identity ?? reason),
    remediation: `${advice?.replace(/\.$/, "") ?? again}, or accept this with the entry to paste.`,
  };
}

function isEmpty({ components, gaps, saysEmpty }: PackageGraph): boolean {
  return (
    saysEmpty !== true && gaps.length === 0 && components.every(({ firstParty }) => firstParty)
  );
}

function noComponents({ path }: PackageGraph): Facts {
  return {
    ruleId: "inventory.no-components",
    message: `${path} lists no package but the project's own`,
    location: { path },
    fingerprint: fingerprint("inventory.no-components", path),
    remediation: "Nothing has to be done if the project has no dependencies.",
  };
}
