import { relative, resolve, sep } from "node:path";
import { suggestion, UsageError } from "@assay/core";
import { type FoundLockfile, formatOf } from "../discover.ts";
import type { Ecosystem } from "../ecosystems/ecosystem.ts";
import { ECOSYSTEMS } from "../ecosystems/index.ts";

const FORMATS = ECOSYSTEMS.flatMap((ecosystem) =>
  ecosystem.formats
    .filter(({ load }) => load !== undefined)
    .map((format) => ({ ecosystem, format })),
);

/**
 * Lockfiles that a person names, as `path`, or as `format=path` where the file's name does not tell the format.
 *
 * @throws UsageError for one that leads out of the root, or of a format that is not known or not read.
 */
export function namedLockfiles(
  names: readonly string[],
  root: string,
  ecosystems: readonly Ecosystem[] = ECOSYSTEMS,
): readonly FoundLockfile[] {
  return names.map((name) => {
    const equals = name.indexOf("=");
    const id = name.slice(0, Math.max(equals, 0));
    const stated = FORMATS.find(({ format }) => format.id === id);
    const path = rootedPath(stated === undefined ? name : name.slice(equals + 1), root);
    const { ecosystem, format } = stated ?? formatOf(path, ecosystems) ?? {};
    if (ecosystem !== undefined && format?.load !== undefined) return { path, ecosystem, format };
    const ids = FORMATS.map((each) => each.format.id);
    throw new UsageError(
      format !== undefined
        ? `${format.title} lockfiles are not read by this version: ${path}`
        : id === ""
          ? `The name of ${JSON.stringify(path)} does not tell which format the lockfile has`
          : `${JSON.stringify(id)} is no format of a lockfile${suggestion(id, ids)}`,
      {
        hint: `Name one before the path, such as \`package-lock=${path.slice(path.indexOf("=") + 1)}\`: ${ids.join(", ")}.`,
      },
    );
  });
}

/** A path that a person writes, relative to the root with `/` separators; `""` is the root. */
export function rootedPath(text: string, root: string): string {
  const path = relative(root, resolve(root, text)).split(sep).join("/");
  if (path === ".." || path.startsWith("../") || /^[A-Za-z]:/.test(path)) {
    throw new UsageError(`The path ${JSON.stringify(text)} leads out of the working directory`, {
      hint: "Name what lies below `working-directory`.",
    });
  }
  return path;
}
