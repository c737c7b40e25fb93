import { UsageError } from "@assay/core";
import type { ImageContent } from "../reader.ts";

/** Databases as text: more is no database that a package manager wrote. */
const MAX_TEXT = 100 * 1024 * 1024;
const MAX_LINE = 1024 * 1024;

/** One entry of a text database. */
export interface Paragraph {
  /** Of its first field, from 1. */
  readonly line: number;
  /** By name in lower case; further lines of a field are separated by line feeds. The first of several with one name counts. */
  readonly fields: ReadonlyMap<string, string>;
}

/** @throws UsageError for more than 100 MiB */
export async function textOf(content: ImageContent): Promise<string> {
  return new TextDecoder().decode(await content.bytes(MAX_TEXT));
}

/**
 * The paragraphs of a control file: fields `Name: value`, further lines of a field with a space in front, an empty line between
 * paragraphs (https://www.debian.org/doc/debian-policy/ch-controlfields.html).
 *
 * @param wanted Names in lower case; others are passed over.
 * @throws UsageError for a line of more than 1 MiB
 */
export function* paragraphs(text: string, wanted: ReadonlySet<string>): Generator<Paragraph> {
  let fields = new Map<string, string>();
  let start = 0;
  let last: string | undefined;
  let number = 0;
  for (const line of lines(text)) {
    number += 1;
    if (line.trim() === "") {
      if (start > 0) yield { line: start, fields };
      fields = new Map();
      start = 0;
      last = undefined;
      continue;
    }
    if (start === 0) start = number;
    if (line.startsWith(" ") || line.startsWith("\t")) {
      if (last !== undefined) fields.set(last, `${fields.get(last)}\n${line.trim()}`);
      continue;
    }
    const colon = line.indexOf(":");
    const name = line.slice(0, Math.max(colon, 0)).trim().toLowerCase();
    last = wanted.has(name) && !fields.has(name) ? name : undefined;
    if (last !== undefined) fields.set(last, line.slice(colon + 1).trim());
  }
  if (start > 0) yield { line: start, fields };
}

/** One by one: an array of them takes as much memory as the text. */
export function* lines(text: string): Generator<string> {
  for (let start = 0; start < text.length; ) {
    const end = text.indexOf("\n", start);
    const stop = end < 0 ? text.length : end;
    if (stop - start > MAX_LINE)
      throw new UsageError(`A line has ${stop - start} characters: at most ${MAX_LINE} are read.`);
    yield text.slice(start, stop).replace(/\r$/, "");
    start = stop + 1;
  }
}
