import { isRecord } from "@assay/core";
import { canonicalJson } from "./canonical.ts";

type Fields = Readonly<Record<string, unknown>>;

/** One signature of a document, and what it is over. */
export interface Signer {
  /** Such as `signature.signers[1]`. */
  readonly pointer: string;
  readonly fields: Fields;
  /** @throws UsageError as `canonicalJson` */
  message(): Buffer;
}

/** Each is over the whole document. */
const MAX_SIGNERS = 20;

/**
 * The signatures of a JSON object under its property `signature` (JSF, sections 5, 6, 8 and 9): one, several beside each other, or a
 * chain, in which each signs those before it too.
 *
 * @returns What is wrong, as a clause, where it is none of these, or does not sign all of the document.
 */
export function signersOf(document: Fields): readonly Signer[] | string {
  const outer = document["signature"];
  if (!isRecord(outer)) return "it is no object";
  const message = (signature: Fields) => () => canonicalJson({ ...document, signature });
  const name = ["signers", "chain"].find((each) => outer[each] !== undefined);
  const list = name === undefined ? [outer] : outer[name];
  if (!Array.isArray(list) || !list.every(isRecord)) return `\`${name}\` is no list of signatures`;
  if (list.length === 0 || list.length > MAX_SIGNERS)
    return `\`${name}\` has ${list.length} signatures; 1 to ${MAX_SIGNERS} are verified`;
  const partial = [outer, ...list].find(({ excludes }) => excludes !== undefined);
  if (partial !== undefined) {
    const parts = JSON.stringify(partial["excludes"]).slice(0, 100);
    return `it leaves out ${parts} (\`excludes\`), which anybody can add and change`;
  }
  return list.map((fields, index): Signer => {
    const { value: _, ...own } = fields;
    if (name === undefined) return { pointer: "signature", fields, message: message(own) };
    const before = name === "chain" ? list.slice(0, index) : [];
    return {
      pointer: `signature.${name}[${index}]`,
      fields,
      message: message({ ...outer, [name]: [...before, own] }),
    };
  });
}
