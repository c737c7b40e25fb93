import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";

const RULE = `\n\n${"-".repeat(80)}\n\n`;
/** What differs from package to package: the name of the licence at the top, and whose the copyright is. */
const OWN_WORDS =
  /^(?:(?:the )?(?:mit|isc|bsd)[\w -]*(?:licen[cs]e)?\b.{0,20}$|(?:\(c\) )?copyright\b)/i;

/** Behind the terms of Apache-2.0, on how others may apply it: no part of the licence, but for whose copyright it names. */
const APPENDIX = /^APPENDIX: How to apply the Apache License to your work/;
const APPENDIX_END = /^Unless required by applicable law or agreed to in writing, software/;
const TEMPLATE =
  /^Copyright (?:\[yyyy\] \[name of copyright owner\]|\{yyyy\} \{name of copyright owner\})$/;

/**
 * The licences of every package whose code went into the bundle: they ask for their texts and for the copyright notices. Each text
 * stands once, below the packages that have it and their own notices; that of our own licence stands in `LICENSE`, which is downloaded
 * with the bundle. Lines are joined to paragraphs; no word of a licence is left out.
 */
export function thirdPartyNotices(root: string, moduleIds: readonly string[]): string {
  const folders = new Set<string>();
  for (const id of moduleIds) {
    const folder = packageFolder(id.replace(/^\0/, "").replace(/\?.*$/, ""));
    if (folder !== undefined) folders.add(folder);
  }
  const ours = noticeOf(readFileSync(join(root, "LICENSE"), "utf8")).text;
  const byText = new Map<string, string[]>();
  for (const folder of [...folders].sort((a, b) =>
    relative(root, a) < relative(root, b) ? -1 : 1,
  )) {
    const { own, text } = noticeOf(textsOf(folder, /^(?:licen[cs]e|copying)(?:\.|-|$)/i));
    const heading = [headingOf(folder), ...own, textsOf(folder, /^notice(?:\.|-|$)/i)]
      .filter((line) => line !== "")
      .join("\n");
    byText.set(text, [...(byText.get(text) ?? []), heading]);
  }
  const sections = [...byText].map(([text, packages]) =>
    [
      ...packages,
      text === ours ? "The text of the licence is that of the file LICENSE of Assay." : text,
    ]
      .filter((part) => part !== "")
      .join("\n\n"),
  );
  return `${sections.join(RULE)}\n`;
}

/** The paragraphs of a text, and apart from them those lines that are a package's own. */
function noticeOf(license: string): { readonly own: readonly string[]; readonly text: string } {
  const paragraphs = license
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim().replace(/\s*\n\s*/g, "\n"))
    .filter((paragraph) => paragraph !== "");
  const own = paragraphs.filter((paragraph) =>
    paragraph.split("\n").every((line) => OWN_WORDS.test(line) && !TEMPLATE.test(line)),
  );
  const appendix = paragraphs.findIndex((paragraph) => APPENDIX.test(paragraph));
  const end = paragraphs.findIndex(
    (paragraph, at) => at > appendix && APPENDIX_END.test(paragraph),
  );
  const isAppendix = (at: number) => appendix !== -1 && at >= appendix && at <= end;
  const rest = paragraphs.filter(
    (paragraph, at) => !own.includes(paragraph) && !TEMPLATE.test(paragraph) && !isAppendix(at),
  );
  return { own, text: rest.map((paragraph) => paragraph.replaceAll("\n", " ")).join("\n\n") };
}

/** The innermost folder below `node_modules` that has a named package.json. */
function packageFolder(file: string): string | undefined {
  if (!file.includes("/node_modules/")) return undefined;
  for (let folder = dirname(file); folder.includes("/node_modules/"); folder = dirname(folder)) {
    const manifest = join(folder, "package.json");
    if (
      existsSync(manifest) &&
      "name" in readManifest(manifest) &&
      "version" in readManifest(manifest)
    ) {
      return folder;
    }
  }
  return undefined;
}

function readManifest(path: string): Record<string, unknown> {
  return JSON.parse(readFileSync(path, "utf8")) as Record<string, unknown>;
}

function headingOf(folder: string): string {
  const manifest = readManifest(join(folder, "package.json"));
  return `${String(manifest["name"])} ${String(manifest["version"])}\nLicence: ${String(manifest["license"])}`;
}

function textsOf(folder: string, name: RegExp): string {
  return readdirSync(folder)
    .filter((file) => name.test(file))
    .sort()
    .map((file) => readFileSync(join(folder, file), "utf8").replaceAll("\r\n", "\n").trim())
    .join("\n\n");
}
