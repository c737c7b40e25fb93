/** A quoted YAML scalar on one line: JSON's quotes are YAML's, and all but printable ASCII is escaped. */
export function yamlText(text: string): string {
  return JSON.stringify(text).replaceAll(
    /[^\x20-\x7e]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
