import { COMMON_INPUTS, type InputSpec, type InputSpecs } from "@assay/core";

/** The inputs that a host has, in the order in which people look for them: must be given, the command's own, common ones. */
export function orderedInputs(
  inputs: InputSpecs,
  host: "action" | "cli",
): readonly (readonly [string, InputSpec])[] {
  const rank = ([name, spec]: readonly [string, InputSpec]): number => {
    if (isMandatory(spec)) return 0;
    return Object.hasOwn(COMMON_INPUTS, name) || spec.host !== undefined ? 2 : 1;
  };
  return Object.entries(inputs)
    .filter(([, spec]) => spec.host === undefined || spec.host === host)
    .sort((a, b) => rank(a) - rank(b));
}

/** Whether a run without any setting fails for want of this input. */
export function isMandatory(spec: InputSpec): boolean {
  return spec.required === true && formatDefault(spec) === undefined;
}

/** A default as people write it; `undefined` where there is none to tell. */
export function formatDefault(spec: InputSpec): string | undefined {
  if (!("default" in spec) || spec.default === undefined) return undefined;
  if (typeof spec.default === "object") {
    return spec.default.length === 0 ? undefined : spec.default.join(", ");
  }
  return spec.default === "" ? undefined : String(spec.default);
}
