import { isRecord, UsageError } from "@assay/core";
import {
  instant,
  JUSTIFICATIONS,
  listIn,
  textIn,
  textsIn,
  VEX_STATUSES,
  type VexDocument,
  type VexProduct,
  type VexStatement,
} from "./statement.ts";

type Fields = Readonly<Record<string, unknown>>;

const CONTEXT = /^https:\/\/openvex\.dev\/ns(?:\/v(?:0\.0\.1|0\.2\.\d{1,3}))?$/;
const DOCUMENT_FIELDS = ["@id", "author", "timestamp"] as const;

/**
 * OpenVEX 0.2.0 and 0.0.1: https://github.com/openvex/spec/blob/main/OPENVEX-SPEC.md.
 *
 * @throws UsageError where the document lacks what it must have.
 */
export function readOpenVex(path: string, document: Fields): VexDocument {
  const context = document["@context"];
  const wrong = (what: string) =>
    new UsageError(`${path} is no OpenVEX document that is read: ${what}`);
  if (typeof context !== "string" || !CONTEXT.test(context))
    throw wrong("its `@context` names none of the versions 0.0.1 and 0.2.0");
  const missing = DOCUMENT_FIELDS.find((key) => textIn(document[key]) === undefined);
  if (missing !== undefined) throw wrong(`it has no \`${missing}\``);
  const { version, statements } = document;
  // 0.0.1 wrote it as a text.
  if (!/^[1-9]\d{0,8}$/.test(typeof version === "number" ? `${version}` : `${textIn(version)}`))
    throw wrong("its `version` is no whole number from 1");
  if (!Array.isArray(statements)) throw wrong("`statements` is no list");
  const at = instant(document["timestamp"]);
  if (at === undefined) throw wrong("its `timestamp` is no instant");
  const read = statements.map((each: unknown, index) =>
    statementOf(each, `${path}, statement ${index + 1}`, at, textIn(document["author"]) ?? ""),
  );
  return {
    statements: read.filter((each) => "ids" in each),
    faults: read.flatMap((each) => {
      const why = "ids" in each ? each.fault : each.why;
      return why === undefined ? [] : [{ source: each.source, why }];
    }),
  };
}

function statementOf(
  value: unknown,
  source: string,
  inherited: number,
  author: string,
): VexStatement | { readonly source: string; readonly why: string } {
  if (!isRecord(value)) return { source, why: "it is no object" };
  const { vulnerability, status } = value;
  const ids = isRecord(vulnerability)
    ? textsIn(vulnerability["name"], ...listIn(vulnerability["aliases"]))
    : textsIn(vulnerability);
  if (ids.length === 0 || (isRecord(vulnerability) && textIn(vulnerability["name"]) === undefined))
    return { source, why: "its `vulnerability` has no name" };
  // 0.0.1 has subcomponents of the statement.
  const parts = partsOf(value["subcomponents"]);
  const products = listIn(value["products"]).flatMap((each) => productOf(each, parts) ?? []);
  if (products.length === 0) return { source, why: "it names no product" };
  const at = value["timestamp"] === undefined ? inherited : instant(value["timestamp"]);
  if (at === undefined) return { source, why: "its `timestamp` is no instant" };
  const justification = JUSTIFICATIONS.find((each) => each === value["justification"]);
  const impact = textIn(value["impact_statement"]);
  const action = textIn(value["action_statement"]);
  const known = VEX_STATUSES.find((each) => each === status);
  return {
    ids: ids.map((id) => id.toLowerCase()),
    products,
    status: known ?? "affected",
    justification,
    impact: impact ?? textIn(value["status_notes"]),
    action,
    at,
    author: textIn(value["supplier"]) ?? author,
    source,
    fault:
      known === undefined
        ? "its `status` is none of OpenVEX"
        : value["justification"] !== undefined && justification === undefined
          ? "its `justification` is none of OpenVEX"
          : known === "not_affected" && justification === undefined && impact === undefined
            ? "`not_affected` needs a `justification` or an `impact_statement`"
            : known === "affected" && action === undefined
              ? "`affected` needs an `action_statement`"
              : undefined,
  };
}

function productOf(value: unknown, inherited: readonly string[]): VexProduct | undefined {
  const ids = idsOf(value);
  if (ids.length === 0) return undefined;
  const own = isRecord(value) ? partsOf(value["subcomponents"]) : [];
  return { ids, subcomponents: [...own, ...inherited] };
}

/** A part without an identifier must not make a statement one about the whole. */
function partsOf(value: unknown): readonly string[] {
  return listIn(value).flatMap((each) => {
    const ids = idsOf(each);
    return ids.length === 0 ? [""] : ids;
  });
}

function idsOf(value: unknown): readonly string[] {
  if (!isRecord(value)) return textsIn(value);
  const { identifiers } = value;
  return textsIn(value["@id"], isRecord(identifiers) ? identifiers["purl"] : undefined);
}
