import type { Plugin } from "rolldown";

const LIBRARIES = /[\\/]node_modules[\\/]@sigstore[\\/][\w-]+[\\/]dist[\\/][\w\\/-]+\.js$/;

/**
 * Sigstore's libraries as ECMAScript modules: TypeScript wrote them as CommonJS, of which a bundler keeps every file whole that one
 * name is asked of. What is not asked for is then left out, a quarter of them.
 *
 * Only forms that TypeScript writes are known: any other one ends the build, and no release of these libraries is taken unseen.
 */
export const asModules: Plugin = {
  name: "as-modules",
  transform: (code, id) => (LIBRARIES.test(id) ? asModule(code, id) : undefined),
};

/** How protobuf's generator asks for a value of an enumeration, and for its name: a case for each, of which all do the same. */
const ENUM_SWITCH =
  /^function (\w+)(From|To)JSON\(object\) \{\n {4}switch \(object\) \{\n(?: {8}case .*\n(?: {12}return .*\n)?)+ {8}default:\n {12}(throw .* for enum (\w+)"\);)\n {4}\}\n\}$/gm;

/** The enumeration is a table of both already. */
function enumLookup(_: string, name: string, way: string, failure: string, table: string): string {
  return way === "From"
    ? `function ${name}FromJSON(object) {
  const value = typeof object === "string" ? ${table}[object] : object;
  if (typeof value === "number" && typeof ${table}[value] === "string") return value;
  ${failure}
}`
    : `function ${name}ToJSON(object) {
  if (typeof object === "number" && typeof ${table}[object] === "string") return ${table}[object];
  ${failure}
}`;
}

/** @throws where a form of import or export stays over */
export function asModule(code: string, id: string): string {
  const sources = new Map<string, string>();
  const exported = new Set<string>();
  const module = code
    .replace(/^"use strict";\n/, "")
    .replaceAll(ENUM_SWITCH, enumLookup)
    // Helpers: __importStar and the like.
    .replaceAll(/^var __\w+ = [\s\S]*?^[})(]+;\n/gm, "")
    .replaceAll(/^Object\.defineProperty\(exports, "__esModule", \{ value: true \}\);\n/gm, "")
    .replaceAll(/^(?:exports\.\w+ = )+void 0;\n/gm, "")
    .replaceAll(/^__exportStar\(require\("([^"]+)"\), exports\);$/gm, 'export * from "$1";')
    .replaceAll(
      /^exports\.(\w+) = __importStar\(require\("([^"]+)"\)\);$/gm,
      'export * as $1 from "$2";',
    )
    .replaceAll(
      /^(?:const|var) (\w+) = (__importStar\()?require\("([^"]+)"\)\2?\)?;$/gm,
      (_, name: string, _star, source: string) => {
        sources.set(name, source);
        return `import * as ${name} from "${source}";`;
      },
    )
    .replaceAll(
      /^const (\w+) = __importDefault\(require\("([^"]+)"\)\);$/gm,
      'import $1_ from "$2";const $1 = {default: $1_};',
    )
    .replaceAll(
      /^Object\.defineProperty\(exports, "(\w+)", \{ enumerable: true, get: function \(\) \{ return (\w+)\.(\w+); \} \}\);$/gm,
      (_, name: string, from: string, inner: string) =>
        `export { ${inner} as ${name} } from "${sources.get(from)}";`,
    )
    .replaceAll(
      /^var (\w+);\n\(function \(\1\) \{\n([\s\S]*?)^\}\)\(\1 \|\| \(exports\.\1 = \1 = \{\}\)\);$/gm,
      "export const $1 = /* @__PURE__ */ (function ($1) {\n$2return $1;\n})({});",
    )
    .replaceAll(/^exports\.(\w+) = \1;$/gm, "export { $1 };")
    .replaceAll(/^exports\.(\w+) = /gm, (_, name: string) => {
      exported.add(name);
      return `const ${name}_0 = `;
    })
    .replaceAll(/\bexports\.(\w+)/g, (whole, name: string) =>
      exported.has(name) ? `${name}_0` : whole,
    );
  const list = [...exported].map((name) => `${name}_0 as ${name}`).join(", ");
  const whole = exported.size === 0 ? module : `${module}\nexport { ${list} };\n`;
  const left = /.*\b(?:exports\b|require\("|__\w+\().*/.exec(
    whole.replaceAll(/\/\*[\s\S]*?\*\//g, ""),
  );
  if (left !== null)
    throw new Error(`${id} has a form that scripts/as-modules.ts does not know: ${left[0]}`);
  return whole;
}
