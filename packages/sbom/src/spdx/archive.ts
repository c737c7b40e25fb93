import { type ExternalReference, type SbomComponent, STATED } from "../model.ts";

/** The archive or repository that speaks for a package: the only one, or the one whose hashes are the package's. */
export function archiveOf({ references, hashes }: SbomComponent): ExternalReference | undefined {
  const places = placesIn(references);
  if (places.length < 2) return places[0];
  const isOwn = (each: ExternalReference) =>
    each.hashes.length === hashes.length && JSON.stringify(each.hashes) === JSON.stringify(hashes);
  return places.find((each) => each.hashes === hashes) ?? places.find(isOwn);
}

/** Archives with hashes that are not the package's own. */
export function otherArchives(each: SbomComponent): readonly ExternalReference[] {
  const archive = archiveOf(each);
  return placesIn(each.references).filter((one) => one !== archive && one.hashes.length > 0);
}

function placesIn(references: SbomComponent["references"]): readonly ExternalReference[] {
  const archives = references.filter(({ type }) => type === "distribution");
  if (archives.length > 0) return archives;
  return references.filter(({ type, comment }) => type === "vcs" && comment !== STATED);
}

/** SPDX writes a git commit behind `@`, not `#` (2.3, section 7.7). */
export function downloadLocation(each: SbomComponent): string | undefined {
  const { url, type } = archiveOf(each) ?? {};
  if (url === undefined || !/^\w[\w+.-]*:/.test(url) || /^(?:file|pkg):/.test(url))
    return undefined;
  if (type === "distribution" && !/^(?:git|ssh:)/.test(url)) return url;
  const [repository = "", commit] = url.split("#");
  const base = repository.startsWith("git") ? repository : `git+${repository}`;
  return commit === undefined ? base : `${base}@${commit}`;
}
