const MAX_SHOWN = 160;

/** A declared value as one short line. Marks that can't be seen are the renderers' to show. */
export function shown(text: string): string {
  // Cut before anything else: the text may have megabytes.
  const line = text
    .slice(0, 4 * MAX_SHOWN)
    .replaceAll(/\s+/g, " ")
    .trim();
  return line.length > MAX_SHOWN || text.length > 4 * MAX_SHOWN
    ? `${line.slice(0, MAX_SHOWN).trimEnd()}…`
    : line;
}
