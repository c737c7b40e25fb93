import type { Scope } from "../../graph.ts";

/** Words in the names of configurations for tests and for tools that run in a build. */
const BUILD_WORDS: ReadonlySet<string> = new Set(
  `test tests testing jmh benchmark benchmarks ksp kapt lint ktlint detekt checkstyle pmd spotbugs codenarc jacoco
  zinc toolchain dokka errorprone spotless asciidoctor javadoc doclet pitest revapi japicmp development buildscript`.split(
    /\s+/,
  ),
);
/** The same in names of one's own, but for classpaths of a source set that may be called so. */
const TOOL_WORDS: ReadonlySet<string> = new Set(["plugin", "plugins", "tool", "tools", "tooling"]);
const BUILD_NAME =
  /^(?:classpath|kotlinCompiler|kotlinBuildTools|kotlinKlibCommonizer|kotlinNative|kotlinScriptDef|scalaCompiler)|annotationProcessor|ProtoPath$/i;
const CLASSPATH = /(?:[Cc]ompile|[Rr]untime)Classpath$/;

/**
 * How a package is needed by the configurations that it is in. Only their names tell: those of Gradle's own plugins, of Kotlin and of
 * Android are known, any other may be a part of what is shipped.
 *
 * @param all every configuration that is locked
 */
export function scopesBy(all: ReadonlySet<string>): (configurations: readonly string[]) => Scope {
  const known = new Map([...all].map((name) => [name, scopeOfOne(name, all)]));
  return (configurations) => {
    const scopes = new Set(configurations.map((name) => known.get(name) ?? "runtime"));
    const order = ["runtime", "optional", "development"] as const;
    return order.find((scope) => scopes.has(scope)) ?? "runtime";
  };
}

function scopeOfOne(name: string, all: ReadonlySet<string>): Scope {
  const words = name
    .replace(/([a-z\d])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z\d]+/);
  const isTool = !CLASSPATH.test(name) && words.some((word) => TOOL_WORDS.has(word));
  if (isTool || BUILD_NAME.test(name) || words.some((word) => BUILD_WORDS.has(word)))
    return "development";
  // Android's debug build is not shipped where there is another.
  const release = name.replace("Debug", "Release").replace(/^debug/, "release");
  if (release !== name && all.has(release)) return "development";
  // What is there to compile and not at run time comes from where the program runs, or is not needed there.
  const runtime = name.replace(/Compile(?=Classpath$)/, "Runtime").replace(/^compile/, "runtime");
  return runtime !== name && all.has(runtime) ? "optional" : "runtime";
}
