import type { Artifact } from "@assay/core";
import type { AuditedPackage } from "./audit.ts";

/**
 * `licenses.json`: every judged package with its licence, who said so, the verdict, the chosen branch of a choice and the exception
 * that lets it pass. Sorted, without a date: equal inputs give equal bytes.
 */
export function licensesDocument(packages: readonly AuditedPackage[]): Artifact {
  const document = {
    schema: 1,
    packages: packages.map(({ audited: { key, subject }, judgement, exception }) => ({
      name: subject.name,
      version: subject.version,
      purl: subject.purl,
      id: subject.purl === undefined ? key : undefined,
      scope: subject.scope,
      direct: subject.direct,
      license: judgement.statement.license.text,
      source: judgement.statement.source,
      location: judgement.statement.location.path,
      verdict: judgement.evaluation.verdict,
      choice: judgement.evaluation.choice,
      exception:
        exception === undefined
          ? undefined
          : {
              reason: exception.entry.reason,
              owner: exception.entry.owner,
              expires: exception.entry.expires,
            },
    })),
  };
  return {
    name: "licenses.json",
    mediaType: "application/json",
    bytes: new TextEncoder().encode(`${JSON.stringify(document, null, 2)}\n`),
  };
}
