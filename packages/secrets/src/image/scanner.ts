import {
  type CheckContext,
  type CheckResult,
  type Evidence,
  type Finding,
  fingerprint,
  plural,
} from "@assay/core";
import type { SecretsOptions } from "../command.ts";
import { loadRules } from "../config/load-rules.ts";
import { createEngine } from "../engine/engine.ts";
import { timeLimit } from "../engine/time-limit.ts";
import { createFindings } from "../findings/collect-findings.ts";
import { type Hit, toHit } from "../findings/hit.ts";
import { withhold } from "../redaction/withhold.ts";
import type { SourceFragment } from "../sources/source-fragment.ts";
import { fragmentsOf, textOf } from "../sources/text.ts";
import { readIgnoreFile } from "../suppressions/ignore-file.ts";
import { isTextHead, leftOutBelow } from "./which-files.ts";

const BATCH_CHARACTERS = 1024 * 1024;
const BATCH_FRAGMENTS = 512;
const LIMIT_MS = 20_000;
/** A file of text that is larger holds data. */
export const MAX_TEXT_BYTES = 8 * 1024 * 1024;

/** Where a text of an image lies. */
export interface ImageTextPlace {
  /** As the image names it, without `/` at the start: `app/.env`; what is no file is called `image config: env`. */
  readonly path: string;
  /** The layer that brings it, as its digest; absent where none does. */
  readonly layer?: string | undefined;
}

/** What is known of a place once all layers were read. */
export interface ImagePlaceFacts {
  /** Which layer of which image: `linux/amd64, layer 3 of 5`. */
  readonly label: string;
  /** Whether a later layer deletes or replaces it: it is in the image, and no container sees it. */
  readonly hidden: boolean;
  readonly base: boolean;
}

/** Looks for secrets in the texts of images, as they come by. */
export interface ImageSecretScanner {
  /** Whether a file is to be scanned, by its name, size and first bytes: quick. */
  wants(file: { readonly path: string; readonly size: number; readonly head: Uint8Array }): boolean;
  add(place: ImageTextPlace, bytes: Uint8Array): void;
  /** Where something was found so far. */
  places(): readonly ImageTextPlace[];
  /** The result, once everything came by. */
  finish(factsOf: (place: ImageTextPlace) => ImagePlaceFacts): CheckResult;
}

/**
 * @param settings Where a gitleaks configuration and `.gitleaksignore` are read from.
 * @throws UsageError when the configuration is wrong.
 */
export async function imageSecretScanner(
  {
    environment,
    logger,
    settings,
    clock,
    signal,
  }: Pick<CheckContext, "environment" | "logger" | "settings" | "clock" | "signal">,
  options: Pick<SecretsOptions, "gitleaksConfig" | "maxDecodeDepth" | "limitMs">,
): Promise<ImageSecretScanner> {
  const read = async (path: string, named = false) => {
    const bytes = await settings.read(path, { named });
    return bytes === undefined ? undefined : Buffer.from(bytes).toString("utf8");
  };
  const { gitleaksConfig } = options;
  const { ruleSet } = await loadRules(
    { environment, read, ...(gitleaksConfig === undefined ? {} : { path: gitleaksConfig }) },
    logger,
  );
  const { ignore, notices } = await readIgnoreFile({ read });
  const { rules } = ruleSet;
  const engine = createEngine(ruleSet, { maxDecodeDepth: options.maxDecodeDepth });
  const findings = createFindings({ ignore, rules, deleted: new Map(), today: clock.now() });
  const limited = timeLimit(options.limitMs ?? LIMIT_MS);
  const hits: Hit[] = [];
  const leftOut = new Map<string, number>();
  const layers = new Map<string, string>();
  let [batch, characters, files, bytes, place]: [SourceFragment[], number, number, number, string] =
    [[], 0, 0, 0, ""];
  const flush = () => {
    signal.throwIfAborted();
    const work = () => {
      for (const fragment of batch) {
        place = fragment.path;
        for (const candidate of engine.scan(fragment)) hits.push(toHit(candidate, undefined));
      }
    };
    limited(work, () => `${engine.current()} on ${place}`);
    batch = [];
    characters = 0;
  };
  return {
    wants({ path, size, head }) {
      const below = leftOutBelow(path);
      if (below !== undefined) {
        leftOut.set(below, (leftOut.get(below) ?? 0) + 1);
        return false;
      }
      if (!isTextHead(head)) return false;
      if (size <= MAX_TEXT_BYTES) return true;
      leftOut.set(LARGE, (leftOut.get(LARGE) ?? 0) + 1);
      return false;
    },
    add({ path, layer }, content) {
      const text = textOf(
        Buffer.from(content.buffer, content.byteOffset, content.length).toString("latin1"),
      );
      if (text === undefined) return;
      files += 1;
      bytes += content.length;
      // A layer takes the part that a commit has in a history: the oldest that brings a secret is its place.
      const hex = layer?.replace(/^.*:/, "") ?? "";
      if (layer !== undefined) layers.set(hex, layer);
      for (const fragment of fragmentsOf({ path, commit: hex, text, startLine: 1 })) {
        batch.push(fragment);
        characters += fragment.text.length;
        if (characters >= BATCH_CHARACTERS || batch.length >= BATCH_FRAGMENTS) flush();
      }
    },
    places() {
      flush();
      const all = hits.map(({ path, commit }) => ({ path, layer: layers.get(commit) }));
      return [...new Map(all.map((each) => [JSON.stringify(each), each])).values()];
    },
    finish(factsOf) {
      flush();
      // Whoever builds an image from a change of outside does not say that a line of it is no secret.
      for (const hit of hits)
        findings.add({ ...hit, marked: hit.marked && settings.addedMarksCount });
      const at = (path: string, hex: string) => {
        const layer = layers.get(hex);
        return { layer, ...factsOf({ path, layer }) };
      };
      const all = findings.all().map((finding) => inImage(finding, at));
      const result: CheckResult = {
        check: "secrets",
        title: "Secrets",
        sensitive: true,
        findings: [...all, ...(bytes === 0 ? [NOTHING] : [])],
        artifacts: [],
        coverage: {
          inspected: { files, bytes },
          skipped: [...leftOut]
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([item, count]) => ({
              item,
              reason:
                item === LARGE
                  ? `larger than ${MAX_TEXT_BYTES} bytes (${plural(count, "file")})`
                  : `files of the system or of installed packages (${plural(count, "file")})`,
            })),
          summary: `${plural(files, "file")} of text in all layers, and the image's config`,
        },
        notices,
      };
      return withhold(result, findings.secrets());
    },
  };
}

const LARGE = "large files";
const NOTHING: Finding = {
  ruleId: "secrets.nothing-scanned",
  severity: "info",
  message: "There is no text in the image outside of the system and installed packages",
  fingerprint: fingerprint("secrets.nothing-scanned"),
};

/** The finding with the layers that have the secret in place of commits. */
function inImage(finding: Finding, factsOf: (path: string, layer: string) => PlaceFacts): Finding {
  const { location, relatedLocations = [], ...given } = finding;
  const places = [location, ...relatedLocations].flatMap((each) => each ?? []);
  const keys = new Set(places.map(({ path, commit = "" }) => JSON.stringify([path, commit])));
  const facts = [...keys].map((key) => factsOf(...(JSON.parse(key) as [string, string])));
  const [isHidden, isBase] = (["hidden", "base"] as const).map(
    (fact) => facts.length > 0 && facts.every((each) => each[fact]),
  );
  const layers = facts.map(
    ({ label, layer, hidden }): Evidence => ({
      label: "Layer",
      value: `${label}${layer === undefined ? "" : `, ${layer}`}${hidden ? ", hidden by a later layer" : ""}`,
    }),
  );
  const placed = new Map(
    places.map(({ commit: _, ...place }) => [JSON.stringify(place), place] as const),
  );
  const [own, ...related] = placed.values();
  return {
    ...given,
    message: `${given.message}${isBase ? " of the base image" : ""}${isHidden ? ", which a later layer deletes or replaces: whoever has the image can still read it" : ""}`,
    ...(location === undefined || own === undefined ? {} : { location: own }),
    ...(related.length === 0 ? {} : { relatedLocations: related }),
    evidence: [...layers, ...(given.evidence ?? [])],
    remediation:
      `${given.remediation ?? ""} Build the image without it, such as with a secret of the build (\`RUN --mount=type=secret\`): a later layer does not take it out.`.trim(),
  };
}

type PlaceFacts = ImagePlaceFacts & { readonly layer: string | undefined };
