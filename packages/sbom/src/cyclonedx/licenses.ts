import type { StatedLicense } from "../model.ts";

/** A list of licences or one expression: 1.6 has no more. */
export function licensesJson(licenses: readonly StatedLicense[]): readonly object[] | undefined {
  if (licenses.length === 0) return undefined;
  return licenses.map(({ acknowledgement, statement, text, url }) => {
    if (statement.kind === "expression") return { acknowledgement, expression: statement.text };
    return {
      license: {
        acknowledgement,
        ...(statement.kind === "id" ? { id: statement.id } : { name: statement.name }),
        text: text === undefined ? undefined : { content: text },
        url,
      },
    };
  });
}
