import type { Span } from "@assay/core/yaml";
import { entryAt, textOf, valueAt } from "@assay/core/yaml";
import type { PolicyRepository } from "../../repository.ts";
import { defineRule, type Violation } from "../../rule.ts";
import type { DependabotEntry } from "../../update-tools/dependabot.ts";
import { updateToolsOf } from "../../update-tools/find.ts";
import type { Renovate } from "../../update-tools/renovate.ts";
import { entriesOf, itemsOf, placeAt } from "../../yaml-places.ts";

/** What Dependabot waits where nothing is set (since July 2026). */
const IMPLICIT_DAYS = 3;
const SEMVER = /^semver-(?:major|minor|patch)-days$/;

/** Rule 22. */
export const dependabotCooldown = defineRule({
  id: "dependabot.cooldown",
  title: "Updates are proposed before a release has aged",
  description: "Most malicious releases are found within days. Security updates do not wait.",
  help: "Set `cooldown.default-days` in every entry of `updates`, or Renovate's `minimumReleaseAge`, to `policy.cooldown-days`.",
  severity: "medium",
  sources: { zizmor: ["dependabot-cooldown"], ssdf: ["PW.4"] },
  decidedBy: "files",
  confidence: "high",
  fixes: true,
  async judge(repository) {
    const { dependabot, renovate, inManifest } = await updateToolsOf(repository);
    const days = repository.settings.cooldownDays;
    const violations: Violation[] = [];
    const unknown = inManifest ? ["Renovate's settings in package.json are not read."] : [];
    let looked = 0;
    if (dependabot) {
      const { path, document, entries } = dependabot;
      const text = (await repository.read(path)) ?? "";
      for (const entry of entries.filter(({ securityOnly }) => !securityOnly)) {
        looked++;
        for (const { what, span, edits } of entryFaults(entry, days, text, repository.editor)) {
          const folders = entry.directories.join(", ").slice(0, 200);
          violations.push({
            path,
            place: placeAt(document, span),
            key: `${entry.ecosystem} ${folders} ${what.split(" ", 1)}`,
            message: `The updates of ${entry.ecosystem} in ${folders}: ${what}; at least ${days} days are required.`,
            edits,
          });
        }
      }
    }
    if (renovate && !renovate.isDisabled) {
      looked++;
      const { faults, isForeign } = renovateFaults(renovate, days);
      if (isForeign)
        unknown.push(
          `${renovate.path} extends a preset from elsewhere, which may set a release age.`,
        );
      for (const { what, span, severity } of faults)
        violations.push({
          path: renovate.path,
          place: placeAt(renovate.document, span),
          key: what.split(" ", 1).join(),
          message: `${what}; at least ${days} days are required.`,
          ...severity,
        });
    }
    return { violations, looked, ...(unknown.length > 0 && { unknown }) };
  },
});

interface Fault {
  readonly what: string;
  readonly span: Span;
  readonly edits?: Violation["edits"];
  readonly severity?: { readonly severity: "low" };
}

function entryFaults(
  { cooldown, span, node }: DependabotEntry,
  days: number,
  text: string,
  editor: PolicyRepository["editor"],
): readonly Fault[] {
  if (days === 0) return [];
  const faults: Fault[] = [];
  const edits = editor?.setValue(text, node, ["cooldown", "default-days"], String(days), {
    after: "package-ecosystem",
  });
  const set = entryAt(cooldown, "default-days");
  const number = Number(textOf(set?.value) ?? Number.NaN);
  if (set === undefined) {
    const what = cooldown ? "`cooldown` has no `default-days`" : "`cooldown` is missing";
    if (days > IMPLICIT_DAYS || cooldown !== undefined)
      faults.push({ what, span: cooldown?.span ?? span, edits });
  } else if (!(number >= days)) {
    faults.push({
      what: `\`default-days\` is ${(textOf(set.value) ?? "no number").slice(0, 20)}`,
      span: set.span,
      edits,
    });
  }
  for (const { key, value, span: at } of entriesOf(cooldown)) {
    const less = SEMVER.test(key.text) && Number(textOf(value)) < days;
    if (less) faults.push({ what: `\`${key.text}\` is ${textOf(value)}`, span: at });
    const isAll = itemsOf(value).some((item) => textOf(item) === "*");
    if (key.text === "exclude" && isAll)
      faults.push({ what: "`exclude` leaves out every package", span: at });
    if (key.text === "include" && !isAll)
      faults.push({ what: "`include` leaves out all other packages", span: at });
  }
  return faults;
}

function renovateFaults({ ages, presets, foreignPresets, document }: Renovate, days: number) {
  if (days === 0) return { faults: [], isForeign: false };
  const faults: Fault[] = ages
    .filter(({ days: has }) => has === undefined || has < days)
    .map(({ text, span, forSome }) => ({
      what: `\`minimumReleaseAge\` is "${text.slice(0, 40)}"${forSome ? " for some packages" : ""}`,
      span,
      ...(forSome && { severity: { severity: "low" } as const }),
    }));
  const isSet = ages.some(({ forSome }) => !forSome);
  if (isSet) return { faults, isForeign: false };
  if (foreignPresets.length > 0) return { faults, isForeign: true };
  const partly = presets.some((preset) =>
    /^(?:config:best-practices|security:minimumReleaseAge)/.test(preset),
  );
  const start = document.root?.span.start ?? 0;
  const span = valueAt(document.root, "extends")?.span ?? { start, end: start };
  if (partly && days <= IMPLICIT_DAYS) return { faults, isForeign: false };
  const what = partly
    ? `\`minimumReleaseAge\` is missing; the preset sets ${IMPLICIT_DAYS} days for npm alone`
    : "`minimumReleaseAge` is missing";
  return { faults: [{ what, span }, ...faults], isForeign: false };
}
