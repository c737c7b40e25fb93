import { type CheckContext, UsageError } from "@assay/core";
import type { VerifyRunOptions } from "./options.ts";
import { isPredicateName, type StatementDemand } from "./statement-demand.ts";
import { filled, isTemplate, templateValues } from "./templates.ts";

/**
 * What attestations must say, from the inputs. `tag` alone fills placeholders; where there are none, or a source or builder is
 * given too, the provenance must be of it.
 *
 * @throws UsageError for a kind of predicate that nobody knows.
 */
export function statementDemand(context: CheckContext, options: VerifyRunOptions): StatementDemand {
  const { source, tag, builder, predicateTypes: types } = options;
  const unknown = types.find((type) => !isPredicateName(type));
  if (unknown !== undefined) {
    throw new UsageError(
      `\`predicate-type\` is ${unknown.slice(0, 100)}, which is no known kind and no URI`,
      {
        hint: "Give the full type, or one of provenance, spdx, cyclonedx, openvex, vuln, test-result, scai, link and release.",
      },
    );
  }
  const isFilled = [
    options.certificateIdentity,
    options.certificateIdentityWildcard,
    ...Object.values(options.claims),
  ].some((text) => isTemplate(text));
  const isOfTag = tag !== undefined && (source !== undefined || builder !== undefined || !isFilled);
  return {
    types,
    source,
    ...(isOfTag ? { tag } : {}),
    builder:
      builder === undefined
        ? undefined
        : filled(builder, templateValues(context, options), "builder"),
  };
}
