import { isPublicPackage } from "@assay/advisories/sources";
import { asKnownError, type CheckContext } from "@assay/core";
import type { Component } from "@assay/inventory";
import { parsePurl } from "@assay/purl";
import { instantOf } from "../ignores/collect.ts";
import { registryOf } from "./registries.ts";

/** No update of a tool moves so many; what is over it stays unknown. */
const MAX_PACKAGES = 100;
const MAX_BYTES = 64 * 2 ** 20;

type Context = Pick<CheckContext, "http" | "logger" | "signal">;

/**
 * When versions were published, by purl, in milliseconds since the epoch, as the public registries of their types say it. Those of
 * private places, of types without such a registry, and those whose registry gives no date are left out.
 *
 * @param origin For tests: in place of `https://`, and the registry's host is the first part of the path.
 */
export async function releaseDates(
  { http, logger, signal }: Context,
  components: readonly Pick<Component, "purl" | "artifacts">[],
  origin = "https://",
): Promise<ReadonlyMap<string, number>> {
  const dates = new Map<string, number>();
  const asked = new Set(components.flatMap((each) => (isPublicPackage(each) ? [each.purl] : [])));
  for (const purl of [...asked].slice(0, MAX_PACKAGES)) {
    const { type, namespace, name, version = "" } = parsePurl(purl ?? "");
    const registry = registryOf(type);
    if (purl === undefined || registry === undefined || version === "") continue;
    const full = namespace ? `${namespace}/${name}` : name;
    const url = `${origin}${registry.host}/${registry.path(encodeURIComponent(full), encodeURIComponent(version))}`;
    try {
      const answer = await http.request({ url, maxBytes: MAX_BYTES, tries: 2 });
      const at = answer.status === 200 ? latest(registry.dates(answer.json(), version)) : undefined;
      if (at === undefined) logger.info(`No date of ${purl} (status ${answer.status})`);
      else dates.set(purl, at);
    } catch (error) {
      const { kind, message } = asKnownError(error);
      if (kind === "internal" || signal.aborted) throw error;
      logger.warning(`When ${purl} was published is not known: ${message}`);
    }
  }
  return dates;
}

/** Of the files of a version the last one: it is as young as its youngest. */
function latest(values: readonly unknown[]): number | undefined {
  const times = values.map((value) => (typeof value === "string" && instantOf(value)) || 0);
  // NuGet gives what was withdrawn the year 1900.
  const isKnown = times.length > 0 && times.every((time) => time > Date.UTC(1990));
  return isKnown ? Math.max(...times) : undefined;
}
