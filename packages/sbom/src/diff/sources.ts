import { type SbomComponent, STATED } from "../model.ts";
import { readPurl } from "./package-key.ts";

/** Whether a package now comes from another place: by its purl, or because both name archives, or repositories, and none is the same. */
export function hasOtherSource(before: SbomComponent, after: SbomComponent): boolean {
  const [one, other] = [qualifiersOf(before), qualifiersOf(after)];
  if (one !== undefined && other !== undefined && one !== other) return true;
  return ["distribution", "source-distribution", "vcs"].some((type) => {
    const [olds, news] = [placesOf(before, type), placesOf(after, type)];
    return olds.size > 0 && news.size > 0 && ![...news].some((place) => olds.has(place));
  });
}

function qualifiersOf(component: SbomComponent): string | undefined {
  const purl = readPurl(component);
  const { download_url, vcs_url } = purl?.qualifiers ?? {};
  return purl && JSON.stringify([download_url, vcs_url]);
}

/** Addresses with a host: the mere name of an archive says nothing of where it is from. */
function placesOf({ references }: SbomComponent, wanted: string): ReadonlySet<string> {
  return new Set(
    references.flatMap(({ type, url, comment }) => {
      const isPlace = type === wanted && comment !== STATED;
      const parsed = isPlace && URL.canParse(url) ? new URL(url) : undefined;
      return parsed?.host ? [parsed.href.replace(/\/$/, "")] : [];
    }),
  );
}
