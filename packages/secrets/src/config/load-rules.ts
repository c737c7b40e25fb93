import { type Logger, UsageError } from "@assay/core";
import type { RuleSet } from "../engine/rule-set.ts";
import { builtInRules } from "../rules/built-in-rules.ts";
import { type ConfigSource, readGitleaksConfig } from "./gitleaks-config.ts";
import { type LocateOptions, locateConfig } from "./locate.ts";

export interface LoadedRules {
  readonly ruleSet: RuleSet;
  /** The user's own configuration; absent with the built-in rules. */
  readonly source?: ConfigSource;
}

/** The rules of a run. A relative `[extend] path` begins at the working directory, as in gitleaks, and stays inside. */
export async function loadRules(options: LocateOptions, logger: Logger): Promise<LoadedRules> {
  const source = await locateConfig(options);
  if (source === undefined) return { ruleSet: builtInRules() };
  const ruleSet = await readGitleaksConfig(source, {
    builtIn: builtInRules,
    readExtended: async (path) => {
      const text = await options.read(path);
      if (text !== undefined) return text;
      throw new UsageError(
        `${source.name}: \`extend.path\` is "${path}"; no such file can be read`,
        {
          hint: "The path is relative to the working directory and may not lead out of it.",
        },
      );
    },
    warn: (message) => logger.warning(message),
  });
  if (ruleSet.rules.length === 0) {
    throw new UsageError(`${source.name} has no rules, so nothing could ever be found`, {
      hint: "Add `[extend]` with `useDefault = true`, or rules of your own.",
    });
  }
  return { ruleSet, source };
}
