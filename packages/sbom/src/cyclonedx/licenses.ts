import type { StatedLicense } from "../model.ts";

export type SpecVersion = "1.6" | "1.7";

type Licenses = readonly object[] | undefined;

/**
 * What is said of a licence. 1.7 lists all of it. 1.6 has either a list of licences or one expression: where an expression is not
 * alone, what was concluded stands as the component's licence, and what it declares as evidence.
 */
export function licensesJson(
  licenses: readonly StatedLicense[],
  spec: SpecVersion,
): { readonly stated: Licenses; readonly evidence?: Licenses } {
  if (licenses.length === 0) return { stated: undefined };
  const fits =
    spec === "1.7" ||
    licenses.length === 1 ||
    licenses.every(({ statement }) => statement.kind !== "expression");
  if (fits) return { stated: licenses.map(licenseJson) };
  const concluded = licenses.filter(({ acknowledgement }) => acknowledgement === "concluded");
  const others = licenses.filter((each) => !concluded.includes(each));
  if (concluded.length === 0) return { stated: oneForm(others) };
  return {
    stated: oneForm(concluded),
    evidence: others.length === 0 ? undefined : oneForm(others),
  };
}

/** Several statements of one side as one expression; where one of them is a name, all as names. */
function oneForm(licenses: readonly StatedLicense[]): readonly object[] {
  const [first, ...others] = licenses;
  if (first === undefined || others.length === 0) return licenses.map(licenseJson);
  const texts = licenses.map(({ statement }) =>
    statement.kind === "expression"
      ? statement.text
      : statement.kind === "id"
        ? statement.id
        : undefined,
  );
  const { acknowledgement } = first;
  if (texts.includes(undefined))
    return licenses.map((each) =>
      each.statement.kind === "expression"
        ? licenseJson({ ...each, statement: { kind: "name", name: each.statement.text } })
        : licenseJson(each),
    );
  const expression = texts.map((text = "") => (/\sOR\s/.test(text) ? `(${text})` : text));
  return [{ acknowledgement, expression: expression.join(" AND ") }];
}

function licenseJson({ acknowledgement, statement, text, url }: StatedLicense): object {
  if (statement.kind === "expression") return { acknowledgement, expression: statement.text };
  return {
    license: {
      acknowledgement,
      ...(statement.kind === "id" ? { id: statement.id } : { name: statement.name }),
      text: text === undefined ? undefined : { content: text },
      url,
    },
  };
}
