import { type Finding, fingerprint } from "@assay/core";

/** A finding and the lines that it is about: what a change touches decides over it. */
export interface Located {
  readonly finding: Finding;
  readonly path: string;
  readonly first: number;
  readonly last: number;
  /** Whether a change anywhere in the file may have caused it, as with types. */
  readonly wholeFile: boolean;
}

/** Makes names of findings that stay when lines move: equal ones are counted. */
export function createNames(): (ruleId: string, ...parts: readonly string[]) => string {
  const seen = new Map<string, number>();
  return (ruleId, ...parts) => {
    const name = fingerprint(ruleId, ...parts);
    const count = seen.get(name) ?? 0;
    seen.set(name, count + 1);
    return count === 0 ? name : fingerprint(ruleId, ...parts, String(count));
  };
}

/** A path as a tool wrote it, relative to the root with `/`; `undefined` outside of it. */
export function pathInside(root: string, written: string): string | undefined {
  const slashed = process.platform === "win32" ? written.replaceAll("\\", "/") : written;
  const base = process.platform === "win32" ? root.replaceAll("\\", "/") : root;
  const relative = slashed.startsWith(`${base}/`) ? slashed.slice(base.length + 1) : slashed;
  const parts = relative.split("/").filter((part) => part !== "." && part !== "");
  return relative.startsWith("/") || /^[a-z]:\//i.test(relative) || parts.includes("..")
    ? undefined
    : parts.join("/");
}

/** A column of UTF-16 code units from 1, of an offset in UTF-8 bytes from 0. */
export function columnOf(line: string, byteOffset: number): number {
  return (
    new TextDecoder().decode(new TextEncoder().encode(line).subarray(0, byteOffset)).length + 1
  );
}
