import { isRecord } from "@assay/core";

const ASKS = ["dependencies", "devDependencies", "optionalDependencies"];

/**
 * Whether a `package.json` asks for packages.
 *
 * @throws SyntaxError when it is no JSON.
 */
export function asksForPackages(text: string): boolean {
  const json: unknown = JSON.parse(text);
  return (
    isRecord(json) &&
    ASKS.some((field) => {
      const asked = json[field];
      return isRecord(asked) && Object.keys(asked).length > 0;
    })
  );
}
