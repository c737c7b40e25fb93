import { isPackageName, normalizeName } from "../names.ts";

/** Why a package is in a compiled file, as `pip-compile` and `uv pip compile` note it: `# via flask`, `# via -r app.in`. */
export interface Via {
  /** Normalised names of the packages that ask for it. */
  readonly parents: ReadonlySet<string>;
  /** The files that ask for it themselves. */
  readonly files: ReadonlySet<string>;
}

/** Reads the comments of one requirement; `undefined` where they say nothing of it. */
export function readVia(comments: readonly string[]): Via | undefined {
  const start = comments.findIndex((comment) => /^via(?:\s|$)/.test(comment));
  if (start < 0) return undefined;
  const items = [comments[start]?.slice("via".length).trim() ?? "", ...comments.slice(start + 1)];
  const parents = new Set<string>();
  const files = new Set<string>();
  for (const item of items.flatMap((each) => each.split(/,\s+/))) {
    const [, , file] = /^(-r|--requirement)\s+(.+)$/.exec(item) ?? [];
    const [, project] = /^[\w.-]+(?:\[[^\]]*\])?\s+\((.+)\)$/.exec(item) ?? [];
    const asking = file ?? project;
    const [name = ""] = /^[\w.-]+(?=\[|$)/.exec(item) ?? [];
    if (asking !== undefined) files.add(asking.trim());
    else if (isPackageName(name)) parents.add(normalizeName(name));
  }
  return parents.size + files.size === 0 ? undefined : { parents, files };
}

const COMMAND = /^(?:pip-compile|uv pip compile)(?:\s|$)/;

/** Whether the header names the command that compiled the file. */
export function namesCommand(header: readonly string[]): boolean {
  return header.some((line) => COMMAND.test(line));
}

/** The manifests that the header of a compiled file names in the command which wrote it. */
export function compiledFrom(header: readonly string[]): readonly string[] {
  const command = header.find((line) => COMMAND.test(line));
  const words = command?.split(/\s+/) ?? [];
  return words.filter((word) => /^[^-].*(?:\.in|pyproject\.toml|setup\.(?:py|cfg))$/.test(word));
}
