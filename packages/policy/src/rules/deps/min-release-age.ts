import { isRecord, UsageError } from "@assay/core";
import { textOf, valueAt } from "@assay/core/yaml";
import { parseToml } from "@assay/inventory";
import type { PolicyRepository } from "../../repository.ts";
import { defineRule, type Violation } from "../../rule.ts";
import { timesIn } from "../../security-policy/hours.ts";

/** A file where a package manager reads the age from. */
interface Setting {
  readonly file: string;
  /** Below these keys; of `.npmrc` the name. */
  readonly keys: readonly string[];
  /** How many of a bare number make a day. */
  readonly perDay: number;
}

const MINUTES = 24 * 60;
/** By the format of the lockfile. The classic Yarn has no such setting, and its lockfiles no way to tell it apart but the file. */
const SETTINGS: Readonly<Record<string, readonly Setting[]>> = {
  "package-lock": [{ file: ".npmrc", keys: ["min-release-age"], perDay: 1 }],
  "pnpm-lock": [
    { file: "pnpm-workspace.yaml", keys: ["minimumReleaseAge"], perDay: MINUTES },
    { file: ".npmrc", keys: ["minimum-release-age"], perDay: MINUTES },
  ],
  "yarn-lock": [{ file: ".yarnrc.yml", keys: ["npmMinimalAgeGate"], perDay: MINUTES }],
  "bun-lock": [
    { file: "bunfig.toml", keys: ["install", "minimumReleaseAge"], perDay: MINUTES * 60 },
  ],
  uv: [
    { file: "uv.toml", keys: ["exclude-newer"], perDay: 1 },
    { file: "pyproject.toml", keys: ["tool", "uv", "exclude-newer"], perDay: 1 },
  ],
};

/** Rule 28. */
export const minReleaseAge = defineRule({
  id: "deps.min-release-age",
  title: "A package manager takes versions on the day they are published",
  description: "Most malicious versions are found within days: who waits never installs them.",
  help: "Set the package manager's minimum release age to `policy.cooldown-days`.",
  severity: "low",
  sources: { ssdf: ["PW.4"] },
  decidedBy: "files",
  confidence: "medium",
  async judge(repository) {
    const { graphs } = await repository.inventory();
    const violations: Violation[] = [];
    const unknown: string[] = [];
    let looked = 0;
    for (const { path, format } of graphs) {
      const settings = Object.hasOwn(SETTINGS, format) ? SETTINGS[format] : undefined;
      const [first] = settings ?? [];
      if (settings === undefined || first === undefined) continue;
      if (format === "yarn-lock" && !/^__metadata:/m.test((await repository.read(path)) ?? ""))
        continue;
      looked++;
      const folder = path.slice(0, path.lastIndexOf("/") + 1);
      let days: number | undefined;
      try {
        for (const place of new Set([folder, ""])) {
          for (const setting of settings) days ??= await daysIn(repository, place, setting);
        }
      } catch (error) {
        if (!(error instanceof UsageError)) throw error;
        unknown.push(`${error.message}.`);
        continue;
      }
      const wanted = repository.settings.cooldownDays;
      if (days !== undefined && days >= wanted) continue;
      const { file, keys } = first;
      violations.push({
        ...{ path, key: "age" },
        message:
          days === undefined
            ? `New versions for ${path} are taken at once: \`${keys.join(".")}\` is set in no \`${file}\`.`
            : `New versions for ${path} wait ${Math.floor(days * 10) / 10} days; the policy asks for ${wanted}.`,
        remediation: `Set \`${keys.join(".")}\` in \`${folder}${file}\` to ${wanted * first.perDay}${first.perDay === 1 ? " (days)" : first.perDay === MINUTES ? " (minutes)" : " (seconds)"}.`,
      });
    }
    return { violations, looked, ...(unknown.length > 0 && { unknown }) };
  },
});

/** @throws UsageError where the file is no TOML. */
async function daysIn(
  repository: PolicyRepository,
  folder: string,
  { file, keys, perDay }: Setting,
): Promise<number | undefined> {
  const path = folder + file;
  const text = await repository.read(path);
  if (text === undefined) return undefined;
  const value =
    file.endsWith("ml") && !file.endsWith("toml")
      ? textOf(valueAt((await repository.yaml(path))?.root, keys[0] ?? ""))
      : file.endsWith("toml")
        ? keys.reduce(
            (at: unknown, key) => (isRecord(at) ? at[key] : undefined),
            parseToml(path, text),
          )
        : new RegExp(`^[ \\t]*${keys[0]}[ \\t]*=(.*)$`, "m").exec(text)?.[1]?.trim();
  if (value === undefined || value === null) return undefined;
  const said = value instanceof Date ? value.toISOString() : String(value);
  if (/^\d+(?:\.\d+)?$/.test(said)) return Number(said) / perDay;
  const fixed = /^\d{4}-\d\d-\d\d/.test(said) ? Date.parse(said) : Number.NaN;
  if (!Number.isNaN(fixed)) return (repository.today.getTime() - fixed) / 86_400_000;
  const [time] = timesIn(said.replace(/^P(\d+)([DW])$/i, "$1 $2"));
  return time === undefined ? undefined : time.hours / 24;
}
