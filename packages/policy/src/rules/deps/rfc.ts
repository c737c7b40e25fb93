import { type PackageSelector, packageSelector } from "@assay/purl";
import { type AllowList, evaluate, loadAllowList, normalizeDeclared } from "@assay/spdx";
import { DEFAULT_ALLOW } from "@assay/spdx/default-allow";
import type { PolicyRepository } from "../../repository.ts";
import { defineRule, type Violation } from "../../rule.ts";
import type { RfcReference } from "../../settings.ts";
import { type Locked, lockedBefore, lockedIn, nameOf, packageKey, placeOf } from "./packages.ts";

/** No proprietary dependency; a commercial one, or one of a licence that is not allowed, is a decision with a document. */
export const rfc = defineRule({
  id: "deps.rfc",
  title: "A dependency that needs a decision, and no RFC for it",
  description:
    "A dependency that is proprietary, or new and commercial or not under an allowed licence, has to be decided in writing.",
  help: "Write the RFC and name both in `policy.rfcs`.",
  severity: "high",
  sources: { ssdf: ["PO.1", "PW.4"] },
  decidedBy: "files",
  confidence: "high",
  async judge(repository) {
    const { base, settings } = repository;
    const locked = lockedIn(await repository.inventory());
    const isDirect = ({ component }: Locked) => component.direct === true;
    const before =
      base === undefined
        ? undefined
        : new Set(
            (await lockedBefore(base)).filter(isDirect).map((each) => packageKey(each.component)),
          );
    const isNew = (each: Locked) =>
      before !== undefined && isDirect(each) && !before.has(packageKey(each.component));
    const { allowedLicenses: allowed } = settings;
    const judge = judgeOf(
      loadAllowList(allowed.length > 0 ? allowed : DEFAULT_ALLOW),
      settings.commercial.map((each) => packageSelector(each, "policy.commercial")),
    );
    const rfcs = settings.rfcs.map((each, at) => ({
      entry: each,
      isMeant: packageSelector(each.package, `policy.rfcs[${at}].package`),
    }));
    const violations: Violation[] = [];
    const unknown = new Set<string>();
    for (const each of locked) {
      const { component } = each;
      const reason = judge(each, isNew(each));
      if (reason === undefined) continue;
      const entries = rfcs.filter(({ isMeant }) => isMeant(subjectOf(each)));
      if (entries.some(({ entry }) => isThere(entry, repository))) continue;
      if (reason === UNDECLARED) {
        unknown.add(`The licence of the new dependency ${nameOf(component)} is not known.`);
        continue;
      }
      const [found] = entries;
      const lack =
        found === undefined
          ? "no entry in `policy.rfcs` names it"
          : `its RFC ${JSON.stringify(found.entry.rfc)} is neither a file of the repository nor an \`https:\` link`;
      violations.push({
        ...{ path: each.graph.path, ...placeOf(component), key: packageKey(component) },
        message: `${nameOf(component)} ${reason}, and ${lack}.`,
      });
    }
    return {
      ...{ violations, looked: locked.length },
      ...(unknown.size > 0 && { unknown: [...unknown] }),
    };
  },
});

const UNDECLARED = "undeclared";

/** Why a package needs an RFC, as the end of a sentence. */
function judgeOf(allowList: AllowList, commercial: readonly PackageSelector[]) {
  return (each: Locked, isNew: boolean): string | undefined => {
    const { declaredLicense } = each.component;
    const { kind, text, expression } = normalizeDeclared(declaredLicense);
    const { verdict } = evaluate(expression, allowList);
    const isProprietary =
      verdict === "deny" &&
      (expression.kind === "opaque" || /proprietary|commercial/i.test(text.slice(0, 200)));
    if (isProprietary) return `is proprietary (${text.slice(0, 80)})`;
    if (!isNew) return undefined;
    if (commercial.some((isMeant) => isMeant(subjectOf(each)))) return "is new and commercial";
    if (verdict === "allow") return undefined;
    return kind === "undeclared"
      ? UNDECLARED
      : `is new, and its licence ${text.slice(0, 80)} is not allowed`;
  };
}

function subjectOf({ component: { name, version, ecosystem, purl } }: Locked) {
  return {
    ...{ name, ecosystem },
    ...(version !== undefined && { version }),
    ...(purl !== undefined && { purl }),
  };
}

function isThere({ rfc: place }: RfcReference, repository: PolicyRepository): boolean {
  if (/^https:\/\//i.test(place)) return URL.canParse(place);
  return repository.has(place.replace(/^\.\//, "").replace(/#.*$/, ""));
}
