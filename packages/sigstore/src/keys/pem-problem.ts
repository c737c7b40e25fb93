import { UsageError } from "@assay/core";

/**
 * The error for a text without a PEM block: it names what usually happened to the key on its way, for a secret that was
 * pasted looks right to whoever stored it.
 *
 * @param otherwise The hint where nothing of the kind is seen.
 */
export function noPemBlock(text: string, source: string, otherwise: string): UsageError {
  const [problem, hint] = causeOf(text) ?? ["", otherwise];
  return new UsageError(`${source} holds no PEM block${problem === "" ? "" : `: ${problem}`}`, {
    hint,
  });
}

const STORE_WHOLE = "Store the file as it is, with its line breaks: `gh secret set NAME < FILE`.";

function causeOf(text: string): readonly [problem: string, hint: string] | undefined {
  const begin = /-----BEGIN [A-Z0-9 ]+-----/.exec(text)?.[0];
  if (begin === undefined) {
    const packed = text.replace(/\s+/g, "");
    const decoded = /^[A-Za-z0-9+/]{40,}={0,2}$/.test(packed)
      ? Buffer.from(packed, "base64").toString("latin1")
      : "";
    return decoded.startsWith("-----BEGIN ")
      ? ["it is one in Base64", "Decode it first, or store the PEM file itself as the secret."]
      : undefined;
  }
  if (text.includes("\\n")) {
    return ["its line breaks stand there as the two characters `\\n`", STORE_WHOLE];
  }
  if (!text.includes(begin.replace("BEGIN", "END"))) {
    return [`it has the line "${begin}" and not the one that ends it`, STORE_WHOLE];
  }
  return ["its lines are joined to one", STORE_WHOLE];
}
