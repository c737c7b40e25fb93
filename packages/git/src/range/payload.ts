import type { TriggerEvent } from "@assay/core";
import { isRecord, UsageError } from "@assay/core";
import { isObjectName } from "../objects/names.ts";

/** What stands at a path of a payload, through own properties only; `undefined` where nothing does. */
export function valueAt(event: TriggerEvent, path: string): unknown {
  let value: unknown = event.payload;
  for (const key of path.split(".")) {
    if (!isRecord(value) || !Object.hasOwn(value, key)) return undefined;
    value = value[key];
  }
  return value;
}

export function textAt(event: TriggerEvent, path: string): string | undefined {
  const value = valueAt(event, path);
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** @throws UsageError when there is no full object name. */
export function commitAt(event: TriggerEvent, path: string): string {
  const value = valueAt(event, path);
  if (isObjectName(value)) return value;
  throw new UsageError(`The payload of the event ${event.name} has no commit in ${path}`, {
    hint: "Name the range yourself with a base and a head, or run on another event.",
  });
}
