import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readYaml } from "../../../packages/core/src/yaml/index.ts";
import { withEditor } from "../../../packages/policy/src/fix/editor.ts";
import { type FilePlan, planFixes } from "../../../packages/policy/src/fix/plan.ts";
import { judge } from "../../../packages/policy/src/judge.ts";
import { POLICY_RULES } from "../../../packages/policy/src/rules/index.ts";
import { applyMarks } from "../../../packages/policy/src/suppressions/apply.ts";
import { openOurs } from "./ours.ts";
import { zizmorFindings } from "./peers.ts";

const COMMIT = "c0ffee".repeat(7).slice(0, 40);

/**
 * Makes every fix in a copy of the workflows and tells what is wrong then: a comment that is gone, a second run that still has something to
 * do, or an audit of zizmor that finds more than before.
 */
export async function problemsOfFixes(root: string): Promise<readonly string[]> {
  const folder = await mkdtemp(join(tmpdir(), "assay-fixes-"));
  try {
    await cp(join(root, ".github"), join(folder, ".github"), { recursive: true });
    const before = counts(folder);
    const problems: string[] = [];
    const plans = await plansFor(folder);
    if (plans.length === 0 && before.has("artipacked"))
      problems.push("nothing is fixed, and zizmor finds credentials that stay");
    for (const plan of plans) {
      if (plan.refused !== undefined) problems.push(`${plan.path}: ${plan.refused}`);
      problems.push(...lostComments(plan));
      const now = await readFile(join(folder, plan.path), "utf8");
      if (now === plan.before) await writeFile(join(folder, plan.path), plan.after);
      else problems.push(`${plan.path} was read otherwise than it is`);
    }
    for (const { path, left } of await plansFor(folder))
      if (left === 0) problems.push(`${path} has something to fix once more`);
    for (const [audit, count] of counts(folder)) {
      const was = before.get(audit) ?? 0;
      if (count > was) problems.push(`zizmor finds ${audit} ${count} times, and ${was} before`);
    }
    return problems;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function plansFor(folder: string): Promise<readonly FilePlan[]> {
  const repository = withEditor(await openOurs(folder), async () => COMMIT);
  const fixing = POLICY_RULES.filter(({ fixes }) => fixes === true);
  const { found } = await applyMarks(await judge(fixing, repository), repository, true);
  return planFixes(found, repository);
}

function counts(folder: string): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const { rule, isExtra } of zizmorFindings(folder))
    if (!isExtra) found.set(rule, (found.get(rule) ?? 0) + 1);
  return found;
}

function lostComments({ path, before, after }: FilePlan): readonly string[] {
  const [old, now] = [before, after].map((text) =>
    readYaml(text).comments.map((each) => each.text),
  );
  let at = 0;
  for (const text of now ?? []) if (text.endsWith(old?.[at] ?? "\0")) at++;
  const lost = old?.[at];
  return lost === undefined ? [] : [`${path} has lost the comment "${lost}"`];
}
