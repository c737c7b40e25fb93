import { isNamed } from "../record.ts";

/** What is used of `META-INF/MANIFEST.MF`: https://docs.oracle.com/en/java/javase/21/docs/specs/jar/jar.html#jar-manifest */
export interface JarManifest {
  /** As Maven and Gradle write it. */
  readonly group: string | undefined;
  /** The symbolic name is made of group and artifact: https://felix.apache.org/documentation/subprojects/apache-felix-maven-bundle-plugin-bnd.html */
  readonly isNamedByMaven: boolean;
  readonly symbolicName: string | undefined;
  readonly module: string | undefined;
  readonly version: string | undefined;
  /** An SPDX id or a URL, by OSGi. */
  readonly license: string | undefined;
  /** It is started, or deployed, as a whole. */
  readonly isApplication: boolean;
}

const MAX_LICENSE = 200;

export function readJarManifest(text: string): JarManifest {
  // Lines of more than 72 bytes go on behind a blank; other sections are of single files.
  const [main = ""] = text.replaceAll(/\r\n?/g, "\n").replaceAll("\n ", "").split(/\n\n/, 1);
  const fields = new Map<string, string>();
  for (const line of main.split("\n")) {
    const [, name, value = ""] = /^([\w-]{1,70}):\s*(.*)$/.exec(line) ?? [];
    if (name !== undefined) fields.set(name.toLowerCase(), value.trim());
  }
  const named = (name: string) => {
    const value = fields.get(name)?.split(";", 1)[0]?.trim();
    return value !== undefined && isNamed(value, undefined) ? value : undefined;
  };
  // Of several the first; what stands behind a semicolon says more of it.
  const [, quoted, plain] =
    /^(?:"([^"]*)"|([^;,]*))/.exec(fields.get("bundle-license") ?? "") ?? [];
  const license = (quoted ?? plain)?.trim() || undefined;
  // As plug-ins of Gradle write it.
  const [, titled] = /^([\w.-]+)[#:][\w.-]+;/.exec(fields.get("implementation-title") ?? "") ?? [];
  return {
    group: titled ?? named("implementation-vendor-id"),
    isNamedByMaven: fields.get("created-by")?.startsWith("Apache Maven Bundle Plugin") === true,
    symbolicName: named("bundle-symbolicname"),
    module: named("automatic-module-name"),
    version: named("implementation-version") ?? named("bundle-version"),
    license: license !== undefined && license.length <= MAX_LICENSE ? license : undefined,
    isApplication: fields.has("spring-boot-version") || fields.has("start-class"),
  };
}
