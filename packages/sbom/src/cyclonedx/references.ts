/** Everything but the ASCII characters that an IRI reference may hold (RFC 3987, section 2.2) and what is beyond ASCII. */
const FORBIDDEN = /[^!#-&(-;=?-Z_a-z~\u0080-\uffff]/g;

/** The text with what no IRI reference may hold in percent codes: the schema checks for it. */
export function iriReference(text: string): string {
  return text.replace(FORBIDDEN, percentCode);
}

function percentCode(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`;
}
