import type { MavenSettings } from "./profiles.ts";

/** Reads `.mvn/maven.config`. Arguments are separated by blanks up to Maven 3.8, by line breaks since. */
export function readSettings(text: string): MavenSettings {
  const properties = new Map<string, string>();
  const on = new Set<string>();
  const off = new Set<string>();
  const args = text
    .split("\n")
    .filter((line) => !line.trimStart().startsWith("#"))
    .join("\n")
    .replace(/(^|\s)(-[DP]|--define|--activate-profiles)\s+/g, "$1$2=")
    .matchAll(/(?:^|\s)(-[DP]|--define|--activate-profiles)=?(?:"([^"]*)"|(\S+))/g);
  for (const [, flag, quoted, plain = ""] of args) {
    const value = quoted ?? plain;
    if (flag === "-D" || flag === "--define") {
      const [name = "", ...rest] = value.split("=");
      properties.set(name, rest.length === 0 ? "true" : rest.join("=").replace(/^"(.*)"$/, "$1"));
      continue;
    }
    for (const id of value.split(",")) {
      const name = id.replace(/^[!+?-]+/, "");
      if (/^[!-]/.test(id)) off.add(name);
      else on.add(name);
    }
  }
  return { properties, profiles: { on, off } };
}
