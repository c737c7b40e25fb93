import { UsageError } from "@assay/core";
import type { Selection, Service } from "./signing-config.ts";

/**
 * The services to use (client-spec, "service selection"): supported API versions only, valid now with both ends
 * inclusive, the highest version that is left, at most one per operator, the newest start first.
 *
 * @throws UsageError when there are fewer than the selection asks for.
 */
export function selectServices(
  services: readonly Service[],
  supported: readonly number[],
  selection: Selection | undefined,
  now: Date,
  kind: string,
): readonly Service[] {
  if (selection === undefined) return [];
  const usable = services.filter(
    (service) =>
      supported.includes(service.majorApiVersion) &&
      (service.start === undefined || service.start <= now) &&
      (service.end === undefined || now <= service.end),
  );
  const version = Math.max(...usable.map((service) => service.majorApiVersion));
  const ranked = usable
    .filter((service) => service.majorApiVersion === version)
    .sort((a, b) => (b.start?.getTime() ?? 0) - (a.start?.getTime() ?? 0));
  const operators = new Set<string>();
  const distinct = ranked.filter((service) => {
    // Services that name no operator are each their own.
    if (service.operator === "") return true;
    const isNew = !operators.has(service.operator);
    operators.add(service.operator);
    return isNew;
  });
  const wanted = selection.selector === "ALL" ? Math.max(distinct.length, 1) : selection.count;
  if (distinct.length < wanted) {
    throw new UsageError(
      `The signing config has ${distinct.length} usable ${kind} services; ${wanted} needed`,
      { hint: `Supported API versions are ${supported.join(", ")}; check \`validFor\` too.` },
    );
  }
  return distinct.slice(0, wanted);
}
