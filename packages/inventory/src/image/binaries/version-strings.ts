import { purlOf } from "../purl.ts";
import type { Found, ProgramFact } from "./found.ts";
import type { Content } from "./program.ts";

const WINDOW = 1024 * 1024;
/** Longer than any text that is looked for. */
const OVERLAP = 256;
const MAX_BYTES = 1024 * 1024 * 1024;

/** A well-known program, by the text that it prints about itself. */
export interface RuntimeVersion {
  readonly name: string;
  readonly version: string;
  /** What comes with it and has no text of its own, beside the program's folder; folders end with `/`. */
  readonly brings: readonly string[];
}

interface Runtime {
  readonly name: string;
  /** Real paths of the program; the first group is what the text begins with, where it has one. */
  readonly path: RegExp;
  /** In the program, as bytes of Latin-1; the first group is the version. */
  readonly text: (prefix: string) => RegExp;
  readonly brings?: (prefix: string) => readonly string[];
}

const fixed = (text: RegExp) => () => text;
const escaped = (text: string) => text.replaceAll(".", "\\.");

/**
 * Path and text have to fit: a text alone is in many programs (those that test, call or document another one). Each text was looked up
 * in a real program.
 */
const RUNTIMES: readonly Runtime[] = [
  { name: "node", path: /(?:^|\/)node$/, text: fixed(/node\.js\/v(\d+\.\d+\.\d+)/) },
  {
    name: "python",
    path: /(?:^|\/)(?:lib)?python(\d\.\d+)m?(?:\.so(?:\.[\d.]+)?)?$/,
    // A linker puts it at the end of a path that ends alike.
    text: (prefix) => new RegExp(`[\\0/-](${escaped(prefix)}\\.\\d+(?:(?:a|b|rc)\\d+)?)\\+?\\0`),
    brings: (prefix) => [
      `lib/python${prefix}/lib-dynload/`,
      "lib/libpython3.so",
      `bin/python${prefix}`,
      ...[`idle${prefix}`, `pydoc${prefix}`, `2to3-${prefix}`, `python${prefix}-config`].map(
        (script) => `bin/${script}`,
      ),
    ],
  },
  {
    name: "ruby",
    path: /(?:^|\/)(?:lib)?ruby(?:\.so\.|-)?(\d\.\d+)?[\d.so]*$/,
    text: fixed(/ruby (\d+\.\d+\.\d+)(?:p\d+)? \(\d{4}-/),
    brings: (prefix) => (prefix === "" ? [] : [`lib/ruby/${prefix}.0/`, "bin/ruby"]),
  },
  {
    name: "php",
    path: /(?:^|\/)(?:php(?:-cgi|-fpm|dbg)?[\d.]*|libphp[\d.]*\.so)$/,
    text: fixed(/X-Powered-By: PHP\/(\d+\.\d+\.\d+(?:(?:alpha|beta|RC)\d+)?)/),
    brings: () => ["lib/php/extensions/"],
  },
  { name: "perl", path: /(?:^|\/)perl[\d.]*$/, text: fixed(/\0v(5\.\d+\.\d+)\0/) },
  { name: "bash", path: /(?:^|\/)bash$/, text: fixed(/@\(#\)Bash version (\d+\.\d+\.\d+)/) },
  { name: "nginx", path: /(?:^|\/)nginx$/, text: fixed(/nginx version: nginx\/(\d+\.\d+\.\d+)/) },
  {
    name: "redis",
    path: /(?:^|\/)redis-(?:server|cli|benchmark|check-aof|check-rdb|sentinel)$/,
    // The version, then who built it and when, whether it was changed, and its commit.
    text: fixed(/(?<![\d.])(\d+\.\d+\.\d+?)(?:[a-z][\w.-]*-|[\da-f]{12}-)?1\d{9}[01][\da-f]{8}/),
  },
  {
    name: "postgresql",
    path: /(?:^|\/)postgres$/,
    text: fixed(/PostgreSQL (\d+\.\d+(?:\.\d+)?) (?:\(|on )/),
    brings: () => ["lib/", "bin/"].map((folder) => `${folder}postgresql/`),
  },
  {
    name: "httpd",
    path: /(?:^|\/)(?:httpd|apache2)$/,
    text: fixed(/Apache\/(\d+\.\d+\.\d+)/),
    brings: () => ["modules/"],
  },
  {
    name: "openssl",
    path: /(?:^|\/)(?:openssl|libcrypto\.so[\d.]*)$/,
    text: fixed(/OpenSSL (\d+\.\d+\.\d+[a-z]{0,2})(?:-fips)? +\d+ [A-Z][a-z]{2} \d{4}/),
    brings: () =>
      ["lib", "lib64"].flatMap((folder) =>
        ["libssl.so.3", "libssl.so.1.1", "ossl-modules/", "engines-3/", "engines-1.1/"].map(
          (name) => `${folder}/${name}`,
        ),
      ),
  },
  // The image of its makers has it as `[`, to which every other name is a hard link.
  { name: "busybox", path: /(?:^|\/)(?:busybox|\[)$/, text: fixed(/BusyBox v(\d+\.\d+\.\d+)/) },
  {
    name: "curl",
    path: /(?:^|\/)(?:curl|libcurl(?:-gnutls)?\.so[\d.]*)$/,
    text: fixed(/(?:^|[^a-z])(?:lib)?curl\/(\d+\.\d+\.\d+)/),
  },
  {
    name: "haproxy",
    path: /(?:^|\/)haproxy$/,
    text: fixed(/ version (\d+\.\d+\.\d+)[\w.+-]*, released /),
  },
  { name: "memcached", path: /(?:^|\/)memcached$/, text: fixed(/memcached (\d+\.\d+\.\d+)/) },
];

/** The version that a program of a well-known path says of itself; it is read until the text is met. */
export async function runtimeVersion(
  content: Content,
  path: string,
): Promise<RuntimeVersion | undefined> {
  for (const { name, path: at, text, brings } of RUNTIMES) {
    const match = at.exec(path);
    if (match === null) continue;
    const prefix = match[1] ?? "";
    const version = await find(content, text(prefix));
    if (version === undefined) return undefined;
    const home = path.replace(
      /(?:(?:^|\/)(?:s?bin|lib(?:64|32)?|lib\/[\w-]+-linux-[\w]+))?\/?[^/]*$/,
      "",
    );
    return {
      name,
      version,
      brings: (brings?.(prefix) ?? []).map((each) => (home === "" ? each : `${home}/${each}`)),
    };
  }
  return undefined;
}

async function find(content: Content, text: RegExp): Promise<string | undefined> {
  const end = Math.min(content.size, MAX_BYTES);
  for (let start = 0; start < end; start += WINDOW) {
    const bytes = await content.read(start, WINDOW + OVERLAP);
    const window = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const version = text.exec(window.toString("latin1"))?.[1];
    if (version !== undefined) return version;
  }
  return undefined;
}

export function addRuntime(
  found: Found,
  { name, version }: RuntimeVersion,
  at: ProgramFact<unknown>,
): void {
  found.add(
    `version-string:${name}@${version}`,
    {
      name,
      version,
      kind: "application",
      ecosystem: "generic",
      purl: purlOf({ type: "generic", name, version }),
    },
    at,
    "version-string",
  );
}
