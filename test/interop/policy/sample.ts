/**
 * Draws places for a person to judge: `node test/interop/policy/sample.ts ours|zizmor [count] [seed]`, from the checkouts in the
 * folder that `ASSAY_INTEROP_WORKFLOWS` names. Only of rules that both have, without guesses and without what zizmor says to other
 * personas.
 */
import { checkouts } from "./checkouts.ts";
import { type Candidate, draw, shown } from "./draw.ts";
import { ourViolations, rulesByAudit } from "./ours.ts";
import { zizmorFindings } from "./peers.ts";

const [tool = "ours", count = "100", seed = "1"] = process.argv.slice(2);
const audits = rulesByAudit();
const rules = new Set([...audits.values()].flatMap((ids) => [...ids]));
const all: Candidate[] = [];
for (const root of checkouts()) {
  const found =
    tool === "ours"
      ? await ourViolations(root, (id) => rules.has(id))
      : zizmorFindings(root).filter(({ rule }) => audits.has(rule));
  all.push(...found.filter(({ isExtra }) => !isExtra).map((seen) => ({ root, seen })));
}
const drawn = draw(all, Number(count), seed);
console.log(`${drawn.length} of ${all.length} places of ${tool}, seed ${seed}`);
for (const [index, each] of drawn.entries()) console.log(`\n#${index + 1} ${shown(each)}`);
