/**
 * PEM as variables and secret stores hand it on, made PEM again: in Base64, with line breaks as CR or as the two characters `\n`, or on
 * one line. What is none of these is left as it is, for the reader to say what is wrong.
 */
export function restoredPem(text: string): string {
  return decoded(text)
    .replace(/\\r\\n|\\n|\\r|\r\n?/g, "\n")
    .replace(
      /(-----BEGIN ([A-Z0-9 ]+)-----)([A-Za-z0-9+/= \t]*)(-----END \2-----)/g,
      (_all, begin: string, _label, body: string, end: string) =>
        [begin, ...(body.replace(/\s+/g, "").match(/.{1,64}/g) ?? []), end, ""].join("\n"),
    );
}

function decoded(text: string): string {
  const packed = text.replace(/\s+/g, "");
  // "-----BEGIN " begins so in Base64.
  if (!/^LS0tLS1CRUdJTi[A-Za-z0-9+/]+={0,2}$/.test(packed)) return text;
  return Buffer.from(packed, "base64").toString("latin1");
}
