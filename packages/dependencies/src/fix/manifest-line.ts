/** A line of a manifest that asks for a package. */
export interface ManifestLine {
  readonly line: number;
  /** Without indent. */
  readonly before: string;
  /** As it stands in the line. */
  readonly requirement: string;
}

const MOST_LINES = 20_000;
/** How far below its name a package's version may stand: `<artifactId>`, `[dependencies.name]`. */
const BELOW = 6;

/**
 * Where a manifest asks for a package with a requirement; without a requirement the first version on the line counts. Text is
 * compared, not meaning, and `undefined` is said rather than a line that may be another's.
 */
export function manifestLine(
  text: string,
  name: string,
  requirement: string,
): ManifestLine | undefined {
  const lines = text.split(/\r?\n/, MOST_LINES);
  const names = spellings(name);
  for (const [at, line] of lines.entries()) {
    if (/^\s*(?:#|\/\/)/.test(line) || !names.some((each) => each.test(line))) continue;
    const below = /^\s*\[|<artifactId>/.test(line) ? lines.slice(at, at + BELOW) : [line];
    for (const [offset, each] of below.entries()) {
      const found = requirementIn(each, requirement, offset > 0 ? undefined : name);
      if (found !== undefined)
        return { line: at + offset + 1, before: each.trim(), requirement: found };
      // Maven: the version is a property's.
      const property = offset > 0 ? /<version>\$\{([^}]+)\}/.exec(each)?.[1] : undefined;
      if (property !== undefined) return manifestLine(text, property, requirement);
    }
  }
  return undefined;
}

function requirementIn(line: string, requirement: string, name: string | undefined) {
  // Behind the name: a version may be a part of it.
  const start = name === undefined ? 0 : Math.max(0, line.indexOf(name) + name.length);
  const rest = line.slice(start);
  if (requirement !== "") {
    if (rest.includes(requirement)) return requirement;
    const tight = requirement.replaceAll(/\s/g, "");
    const found = /["'(=<>~^!\s]([^"'#;]*\d[^"'#;]*)/.exec(rest)?.[0];
    return found?.replaceAll(/[\s"'(]/g, "") === tight
      ? found.replace(/^["'(\s]+/, "").trim()
      : undefined;
  }
  return /[\^~<>=!]*\s*v?\d+(?:\.[\w*+-]+)*(?:\s*,\s*[<>=!]+\s*[\w.*]+)*/.exec(rest)?.[0].trim();
}

/** The name between marks that can't be a part of one; Python's in any spelling, and Maven's artifact alone. */
function spellings(name: string): readonly RegExp[] {
  const quoted = (part: string) => part.replaceAll(/[.*+?^${}()|[\]\\/]/g, "\\$&");
  const loose = quoted(name).replaceAll(/\\\.|[-_]/g, "[-_.]");
  const [, artifact] = name.split(":");
  return [loose, ...(artifact === undefined ? [] : [quoted(artifact)])].map(
    (each) => new RegExp(`(?<![\\w@/.-])${each}(?![\\w/.-])`, "i"),
  );
}
