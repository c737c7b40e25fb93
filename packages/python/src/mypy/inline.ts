import { clip, escapeControlCharacters, fingerprint, type Skipped } from "@assay/core";
import type { Change } from "../change/change.ts";
import type { Located } from "../located.ts";
import type { Sources } from "../sources.ts";
import type { Option } from "./sections.ts";
import { isRelaxing } from "./strictness.ts";

const PREFIX = "# mypy: ";

/** Comments of Python files that take back a part of `--strict` (mypy's documentation, "Inline configuration"). */
export async function inlineFindings(
  files: readonly string[],
  sources: Sources,
  change: Change | string,
): Promise<readonly Located[]> {
  const found: Located[] = [];
  for (const path of files) {
    const text = await sources.text(path);
    if (text?.includes(PREFIX) !== true) continue;
    for (const option of optionsIn(text).filter((each) => isRelaxing(each, false))) {
      const { name, line = 1 } = option;
      const state =
        typeof change === "string"
          ? undefined
          : change.touchesLines(path, line, line)
            ? "new"
            : "existing";
      const comment = escapeControlCharacters(clip(`${PREFIX}${name}`, 120));
      found.push({
        finding: {
          ruleId: "python.strictness-weakened",
          severity: state === "new" ? "medium" : "low",
          message: `\`${comment}\` makes mypy less strict for this file`,
          fingerprint: fingerprint("python.strictness-weakened", path, "", name),
          location: { path, startLine: line },
          ...(state !== undefined && { change: state }),
        },
        ...{ path, first: line, last: line, wholeFile: false },
      });
    }
  }
  return found;
}

/** Only what stands at the begin of a line counts, anywhere in the file; a name without a value is true. */
function optionsIn(text: string): readonly Option[] {
  return text.split("\n").flatMap((whole, index) =>
    whole.startsWith(PREFIX)
      ? whole
          .slice(PREFIX.length)
          .split(",")
          .map((each) => {
            const [name = "", value = "true"] = each.split("=", 2).map((part) => part.trim());
            const plain = name.toLowerCase().replaceAll("-", "_");
            return { name: plain, value: value.replace(/^"|"$/g, ""), line: index + 1 };
          })
      : [],
  );
}

/** What mypy passes over in a folder without a word. */
export function hiddenFromMypy(files: readonly string[]): readonly Skipped[] {
  const known = new Set(files);
  return files.flatMap((item) => {
    if (/(?:^|\/)\.[^/]+\//.test(item))
      return [{ item, reason: "mypy looks into no folder whose name begins with a dot" }];
    return known.has(`${item}i`)
      ? [{ item, reason: "mypy reads the `.pyi` beside it in its place" }]
      : [];
  });
}
