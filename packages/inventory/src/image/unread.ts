import { type Finding, fingerprint, plural, suppressionToPaste } from "@assay/core";
import type { Skipped } from "../graph.ts";

const MAX_RECORDS = 20;
/** Where package managers of distributions keep what they know, and what says which distribution it is. */
const DATABASE =
  /(?:^|\/)(?:var\/lib\/(?:dpkg|chisel|rpm|rpmmanifest|pacman|portage|opkg)|(?:usr\/)?lib\/(?:apk|sysimage\/rpm|sysimage\/rpm-ostree-base-db|opkg)|var\/db\/pkg|nix\/var\/nix\/db|usr\/share\/rpm|etc\/os-release)(?:\/|$)/;
/** Tests bring records that are broken, and none that are so large. */
const OVER_LIMIT = /; at most \d+ of such a file are read$/;
/** What has no name of its own may be anything: a layer, the files that are too many to be named. */
const LAYER = /(?:^|\/)(?:layer \d+ \(|\(others\)$)|, in layer \d+ \(/;

/** What was seen in an image and not read. Of broken records of single packages, which are mostly somebody's test, the first ones. */
export function unreadFindings(skipped: readonly Skipped[], today: Date): readonly Finding[] {
  const left = skipped.filter(({ kind }) => kind !== "excluded" && kind !== "unselected");
  const isPart = ({ item, reason, kind }: Skipped) =>
    kind === "unsupported" ||
    [DATABASE, LAYER].some((each) => each.test(item)) ||
    [OVER_LIMIT, LAYER].some((each) => each.test(reason));
  const records = left.filter((each) => !isPart(each));
  const more = records.length - MAX_RECORDS;
  return [
    ...left.filter(isPart).map((each) => finding("inventory.unread-image", "high", each, today)),
    ...records
      .slice(0, MAX_RECORDS)
      .map((each) => finding("inventory.unread-record", "low", each, today)),
    ...(more > 0 ? [others(more)] : []),
  ];
}

function others(count: number): Finding {
  return {
    ruleId: "inventory.unread-record",
    severity: "low",
    message: `${plural(count, "more record")} of packages could not be read`,
    fingerprint: fingerprint("inventory.unread-record"),
  };
}

function finding(
  ruleId: string,
  severity: Finding["severity"],
  { item, reason, advice }: Pick<Skipped, "item" | "reason" | "advice">,
  today: Date,
): Finding {
  const facts = {
    ruleId,
    message: `${item} was not read: ${reason}`,
    location: { path: item },
    fingerprint: fingerprint(ruleId, item, reason),
    remediation: `${advice?.replace(/\.$/, "") ?? "Build or pull the image again"}, or accept this with the entry to paste.`,
  };
  return { ...facts, severity, evidence: [suppressionToPaste(facts, today)] };
}
