import { ExternalError, UsageError } from "@assay/core";
import type { Tool } from "./tool.ts";

/**
 * That the tool has the version which was asked for: `1.7.5` or `>=1.7`.
 *
 * @throws UsageError when that is no version. @throws ExternalError when the tool has another one or does not say.
 */
export function expectVersion({ name, version }: Tool, wanted: string | undefined): void {
  if (wanted === undefined) return;
  const [, least, number] = /^(>=)?\s*(\d{1,6}(?:\.\d{1,6}){0,3})$/.exec(wanted.trim()) ?? [];
  if (number === undefined) {
    throw new UsageError(`\`${name}-version\` is "${wanted.slice(0, 40)}"`, {
      hint: "Write one version (`1.7.5`) or the least one (`>=1.7`).",
    });
  }
  const order = version === undefined ? undefined : compareNumbers(version, number);
  if (order === 0 || (order !== undefined && order > 0 && least !== undefined)) return;
  throw new ExternalError(
    `${name} ${version ?? "of unknown version"} is there, and \`${name}-version\` asks for ${wanted}`,
    { hint: `Install that version of ${name}, or change \`${name}-version\`.` },
  );
}

/** Whether a version is at least another; unknown ones are not. */
export function isAtLeastVersion(version: string | undefined, least: string): boolean {
  return version !== undefined && compareNumbers(version, least) >= 0;
}

function compareNumbers(a: string, b: string): number {
  const [left, right] = [a, b].map((text) => text.split(/[.-]/).map((part) => Number(part) || 0));
  for (let at = 0; at < 4; at++) {
    const order = (left?.[at] ?? 0) - (right?.[at] ?? 0);
    if (order !== 0) return order;
  }
  return 0;
}
