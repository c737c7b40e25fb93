import type { ReportSettings, SettingSource } from "@assay/core";
import type { ChosenSettings } from "./choose-settings.ts";
import type { Judgement } from "./judgement.ts";
import { sameBytes } from "./merged-files.ts";

/**
 * Where the settings of a run came from, and what a change does to them.
 *
 * @param isOwnJudged Whether the change was judged by its own settings too.
 */
export function reportSettings(
  { judgement, own, review }: ChosenSettings,
  isOwnJudged: boolean,
): ReportSettings {
  const ownSources =
    own === undefined || !isOwnJudged ? [] : sourcesOf(own).filter(({ from }) => from !== "input");
  return {
    sources: [
      ...sourcesOf(judgement),
      ...ownSources.map((source) => ({ ...source, judgement: "own" as const })),
    ],
    loosened: (review?.loosened ?? []).map(({ key, before, after }) => ({ key, before, after })),
  };
}

/** What a reader should know of the settings without looking for it. */
export function settingsNotices(
  { own, review }: ChosenSettings,
  isOwnJudged: boolean,
): readonly string[] {
  if (own === undefined || review?.base === undefined) return [];
  const twice = isOwnJudged
    ? ", and a second time by those that it brings: what either blocks, blocks"
    : "";
  return [
    `The change comes from outside: it was judged by the settings of ${review.base}${twice}.`,
  ];
}

/**
 * Whether a change from outside brings a setting that decides otherwise than on the base branch: among the files that were
 * read there, whatever they are called.
 */
export async function bringsOther({ judgement, own }: ChosenSettings): Promise<boolean> {
  if (own === undefined) return false;
  const config = (of: Judgement) => of.files.reads.get(of.config.path ?? "")?.bytes;
  const baseline = (of: Judgement) => of.files.reads.get(of.inputs.baseline ?? "")?.bytes;
  if (!sameBytes(config(judgement), config(own))) return true;
  if (!sameBytes(baseline(judgement), baseline(own))) return true;
  const settled = new Set([judgement, own].flatMap((of) => [of.config.path, of.inputs.baseline]));
  for (const { path, named, bytes, from } of judgement.files.reads.values()) {
    if (from === "input" || settled.has(path)) continue;
    // What can't be read there is another setting than what can.
    const other = await own.files.read(path, { named }).catch(() => "unreadable" as const);
    if (other === "unreadable" || !sameBytes(bytes, other)) return true;
  }
  return false;
}

function sourcesOf({ files, config, inputs }: Judgement): readonly SettingSource[] {
  return [...files.reads.values()].flatMap(({ path, from, bytes }) => {
    if (bytes === undefined) return [];
    const what = path === config.path ? "config" : path === inputs.baseline ? "baseline" : path;
    const commit = from === "base" ? files.commit : undefined;
    return [{ what, path, from, ...(commit !== undefined && { commit }) }];
  });
}
