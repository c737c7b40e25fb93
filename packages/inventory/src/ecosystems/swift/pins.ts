import { isRecord, UsageError } from "@assay/core";
import { textOf } from "../../fields.ts";
import { scanJsonKeys } from "../../json-keys.ts";

/** One pinned package. */
export interface SwiftPin {
  /** In lower case. */
  readonly identity: string;
  readonly kind: string;
  readonly location: string;
  readonly version: string | undefined;
  readonly revision: string | undefined;
  readonly line: number | undefined;
}

type Problem = {
  readonly item: string;
  readonly reason: string;
  readonly line?: number | undefined;
};

const KNOWN = [1, 2, 3];

/**
 * Reads a `Package.resolved` of version 1 (`object.pins`), 2 or 3 (`pins`). A later one is read as far as it has pins.
 *
 * @throws UsageError when it is no JSON, or has no list of pins
 */
export function readPins(
  path: string,
  text: string,
): { readonly pins: readonly SwiftPin[]; readonly problems: readonly Problem[] } {
  const json = parsed(path, text);
  const isFirst = isRecord(json["object"]);
  const list = isRecord(json["object"]) ? json["object"]["pins"] : json["pins"];
  if (!Array.isArray(list)) throw new UsageError(`${path} has no list \`pins\``);
  const problems: Problem[] = [];
  const version = json["version"];
  if (!KNOWN.some((each) => each === version))
    problems.push({
      item: `version ${String(version).slice(0, 20)}`,
      reason: "only versions 1, 2 and 3 are known: something may be missing",
    });
  const [nameKey, depth] = isFirst ? ["package", 4] : ["identity", 3];
  const lines: number[] = [];
  scanJsonKeys(text, (key, at, line) => {
    if (key === nameKey && at === depth) lines.push(line);
  });
  const pins: SwiftPin[] = [];
  let named = 0;
  for (const [index, pin] of list.entries()) {
    const line = isRecord(pin) && nameKey in pin ? lines[named++] : undefined;
    const found = isRecord(pin) ? toPin(pin, line) : undefined;
    if (found === undefined)
      problems.push({ item: `pins[${index}]`, line, reason: "it names no package" });
    else pins.push(found);
  }
  // Of two keys with one name the first is lost.
  if (lines.length !== named)
    problems.push({ item: "pins", reason: "keys stand in it twice: packages may be hidden" });
  return { pins, problems };
}

function parsed(path: string, text: string): Readonly<Record<string, unknown>> {
  try {
    const json: unknown = JSON.parse(text);
    if (isRecord(json)) return json;
  } catch {
    throw new UsageError(`${path} is no JSON`);
  }
  throw new UsageError(`${path} has no list \`pins\``);
}

function toPin(
  pin: Readonly<Record<string, unknown>>,
  line: number | undefined,
): SwiftPin | undefined {
  const state = isRecord(pin["state"]) ? pin["state"] : {};
  const location = textOf(pin["location"]) ?? textOf(pin["repositoryURL"]) ?? "";
  const identity = textOf(pin["identity"]) ?? textOf(pin["package"]);
  if (identity === undefined) return undefined;
  return {
    identity: identity.toLowerCase(),
    kind: textOf(pin["kind"]) ?? "remoteSourceControl",
    location,
    version: textOf(state["version"]),
    revision: textOf(state["revision"]),
    line,
  };
}
