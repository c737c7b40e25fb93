/** Hex digits in lower case; what is none, such as Base64, stays as it is. */
export function hashValue(text: string): string {
  return /^[0-9a-f]+$/i.test(text) ? text.toLowerCase() : text;
}
