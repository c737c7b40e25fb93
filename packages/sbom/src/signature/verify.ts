import {
  createHash,
  createPublicKey,
  type JsonWebKeyInput,
  type KeyObject,
  X509Certificate,
} from "node:crypto";
import { isRecord, plural, repeatedField, UsageError } from "@assay/core";
import type { PublicKey } from "@assay/sigstore";
import { isJwaAlgorithm, verifyJwa } from "@assay/sigstore/jwa";
import type { Source } from "../read/source.ts";
import { canonicalJson } from "./canonical.ts";
import { type Signer, signersOf } from "./signers.ts";

export interface SignatureCheck {
  /** What holds, and what is not verified: sentences. */
  readonly notices: readonly string[];
  /** Why the document is not what somebody signed: clauses about its signature. */
  readonly problems: readonly string[];
}

/**
 * Verifies the signature of a CycloneDX JSON document (JSF 0.82, https://cyberphone.github.io/doc/security/jsf.html). With the public
 * key that it brings, no more is known than that the document is as that key signed it.
 *
 * @param expected Who must have signed.
 */
export function checkSignature(
  { value, text, syntax }: Pick<Source, "value" | "text" | "syntax">,
  expected?: PublicKey,
): SignatureCheck {
  const inner = innerSignatures(value);
  const notices =
    inner === 0
      ? []
      : [`${plural(inner, "signature")} of parts of it: not verified, only that of the whole is.`];
  if (syntax !== "json" || value["signature"] === undefined) {
    const problem = "it has none, and only CycloneDX JSON can hold one";
    return { notices, problems: expected === undefined ? [] : [problem] };
  }
  const repeated = repeatedField(text);
  if (repeated !== undefined) {
    const field = JSON.stringify(repeated.slice(0, 100));
    return {
      notices,
      problems: [`${field} stands twice in one object: readers differ in which counts`],
    };
  }
  if (hasInexactNumber(value))
    return { notices, problems: ["a number in it is so large that readers take it for others"] };
  const signers = signersOf(value);
  if (typeof signers === "string") return { notices, problems: [signers] };
  const verdicts = signers.map((signer) => judge(signer, expected));
  const problems = verdicts.flatMap(({ problem = [] }) => problem);
  if (problems.length === 0 && expected !== undefined && !verdicts.some((each) => each.isExpected))
    problems.push("it is not by the key of `--key`, or the document was changed");
  const [only] = signers;
  if (problems.length > 0 && signers.length === 1 && only !== undefined) {
    const { signature: _, ...rest } = value;
    const message = () => canonicalJson(rest);
    if (judge({ ...only, message }, expected).holds === true)
      problems.push(
        "it fits the document without it, as cdxgen signs; JSF signs algorithm and key too",
      );
  }
  return {
    notices: [...verdicts.flatMap(({ notice = [] }) => notice), ...notices],
    problems: problems.length === 0 ? [] : [problems.join("; ")],
  };
}

interface Verdict {
  readonly holds?: true;
  readonly isExpected?: boolean;
  readonly notice?: string;
  readonly problem?: string;
}

function judge({ fields, pointer, message }: Signer, expected: PublicKey | undefined): Verdict {
  const { algorithm, value, keyId } = fields;
  if (typeof algorithm !== "string" || typeof value !== "string")
    return { problem: `\`${pointer}\` has no algorithm or value` };
  if (!isJwaAlgorithm(algorithm)) {
    const name = JSON.stringify(algorithm.slice(0, 50));
    return {
      notice: `\`${pointer}\` (${name}) is not verified: no public key verifies its algorithm.`,
    };
  }
  const shown = `\`${pointer}\` (${algorithm})`;
  try {
    const own = keyOf(fields);
    const key = own ?? expected?.key;
    if (key === undefined) {
      const id =
        typeof keyId === "string" ? ` but the id ${JSON.stringify(keyId.slice(0, 100))}` : "";
      return {
        notice: `${shown} is not verified: it brings no public key${id}. Give that as \`--key\`.`,
      };
    }
    const bytes = Buffer.from(value, "base64url");
    const holds =
      bytes.toString("base64url") === value && verifyJwa(key, algorithm, message(), bytes);
    if (!holds && own === undefined) return { notice: `${shown} is not by the key of \`--key\`.` };
    if (!holds) return { problem: `${shown} does not fit the document and the key that it brings` };
    if (expected?.key.equals(key) === true)
      return { holds, isExpected: true, notice: `${shown} holds, and is by the key of \`--key\`.` };
    const hash = createHash("sha256").update(key.export({ format: "der", type: "spki" }));
    return {
      holds,
      notice: `${shown} holds: the document is as the key inside of it signed it (SHA-256 ${hash.digest("base64")}). Whose key that is only \`--key\` can tell.`,
    };
  } catch (error) {
    if (error instanceof UsageError) return { problem: `${shown}: ${error.message}` };
    throw error;
  }
}

/** The key that a signature brings. The path of a certificate is not verified. @throws UsageError when it can't be read. */
function keyOf({ publicKey, certificatePath }: Signer["fields"]): KeyObject | undefined {
  let keys: KeyObject[];
  try {
    const certificate = Array.isArray(certificatePath) ? certificatePath[0] : certificatePath;
    keys = [
      ...(publicKey === undefined
        ? []
        : [createPublicKey({ key: publicKey as JsonWebKeyInput["key"], format: "jwk" })]),
      ...(certificate === undefined
        ? []
        : [new X509Certificate(Buffer.from(String(certificate), "base64url")).publicKey]),
    ];
  } catch (cause) {
    throw new UsageError("the public key that it brings can't be read", { cause });
  }
  const [first, second] = keys;
  if (first !== undefined && second?.equals(first) === false)
    throw new UsageError("it brings a public key and a certificate of another key");
  return first;
}

/** A double beyond these stands for several numbers (RFC 7493, section 2.2): one may be written in the place of another. */
function hasInexactNumber(document: Source["value"]): boolean {
  const open: unknown[] = [document];
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (typeof value === "number" && Math.abs(value) > Number.MAX_SAFE_INTEGER) return true;
    if (typeof value === "object" && value !== null)
      for (const each of Object.values(value)) open.push(each);
  }
  return false;
}

/** How many parts of a document have a signature of their own. */
function innerSignatures(document: Source["value"]): number {
  let count = 0;
  const open: unknown[] = Object.values(document);
  while (open.length > 0) {
    const value = open.pop();
    if (typeof value !== "object" || value === null) continue;
    if (value !== document["signature"] && "signature" in value && isRecord(value.signature))
      count++;
    for (const each of Object.values(value)) open.push(each);
  }
  return count;
}
