import type { Command, SettingsFile } from "@assay/core";
import { inputsOf } from "../../prepare/prepare-run.ts";
import { resolveInputs } from "../../prepare/resolve.ts";
import type { Base } from "../base-files.ts";
import type { ChooseOptions } from "../choose-settings.ts";
import type { Judgement } from "../judgement.ts";
import type { LooseningMode, SettingsReview } from "../settings-findings.ts";
import { compareConfigs, type Loosened } from "./compare-config.ts";
import { compareBaselines, compareFiles, compareLedgers } from "./compare-files.ts";
import { loosenedBy } from "./direction.ts";

/** What a change does to the settings of the branch that it wants to go to. */
export async function reviewChange(
  before: Judgement,
  own: Judgement,
  options: ChooseOptions,
  { commit, branch }: Base,
): Promise<SettingsReview> {
  const mode = before.config.value("settings.loosening") as LooseningMode | undefined;
  const hasConfig = before.config.path !== undefined || own.config.path !== undefined;
  const configs = hasConfig
    ? compareConfigs(before.config, own.config, await options.loadSections())
    : [];
  const [was = [], now = []] = await Promise.all(
    [before, own].map(({ inputs, config }) => options.command.parts?.(inputs, config)),
  );
  // A check that runs for its section is gone with it.
  const fewer = loosenedBy("checks", was.map(nameOf), now.map(nameOf), "removed");
  const isTold = configs.some(({ key }) => key === "checks");
  return {
    mode: mode ?? "report",
    base: `${branch ?? "the base branch"} at ${commit.slice(0, 10)}`,
    loosened: [
      ...configs,
      ...compareBaselines(before.baseline, own.baseline),
      ...compareLedgers(before.ledger, own.ledger),
      ...(fewer === undefined || isTold ? [] : [{ key: "checks", ...fewer }]),
      ...(await otherFiles(before, own, [...was, ...now], options)),
    ],
  };
}

const nameOf = ({ name }: Command) => name;

/** Files that the commands of this run declare, and those that inputs name. */
async function otherFiles(
  before: Judgement,
  own: Judgement,
  parts: readonly Command[],
  options: ChooseOptions,
): Promise<readonly Loosened[]> {
  const commands = new Map([options.command, ...parts].map((each) => [each.name, each]));
  const found: Loosened[] = [];
  for (const command of commands.values()) {
    for (const declared of command.settingsFiles ?? []) {
      const variable = declared.environment && options.environment[declared.environment];
      const file = variable ? { ...declared, path: variable } : declared;
      const named = file !== declared;
      const texts = [
        await before.files.read(file.path, { named }),
        await own.files.read(file.path, { named }),
      ] as const;
      found.push(...compareFiles(file, ...texts));
    }
    const [old, now] = [before, own].map((judgement) => namedFiles(command, judgement, options));
    for (const [name, path] of Object.entries(now ?? {})) {
      const file: SettingsFile = { path, loosened: "any" };
      const was = old?.[name];
      const texts = [
        was === undefined ? undefined : await before.files.read(was, { named: true }),
        await own.files.read(path, { named: true }),
      ] as const;
      found.push(...compareFiles(file, ...texts));
    }
  }
  return found;
}

/** The paths of a command's inputs whose content decides. */
function namedFiles(
  command: Command,
  { config, workspace }: Judgement,
  { command: whole, explicit, environment, host }: ChooseOptions,
): Readonly<Record<string, string>> {
  const specs = Object.fromEntries(
    Object.entries(inputsOf(command)).filter(
      ([, spec]) => spec.type === "path" && spec.decides === true,
    ),
  );
  const given = Object.entries(command === whole ? explicit : {});
  const { values } = resolveInputs(specs, {
    explicit: Object.fromEntries(given.filter(([name]) => Object.hasOwn(specs, name))),
    environment,
    config,
    host,
    root: workspace.root,
  });
  const paths = Object.entries(values).filter(([, path]) => typeof path === "string");
  return Object.fromEntries(paths) as Readonly<Record<string, string>>;
}
