import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { join } from "node:path";
import { parseSync } from "rolldown/utils";

/**
 * Takes Node's own modules from `process.getBuiltinModule`: an import statement reads every export of one, and with them what Node loads
 * only where it is asked for (Web Crypto among them), a tenth of the time that a run needs before it begins. No entry has one before the
 * version of Node is known to be new enough.
 */
export function withoutNodeImports(outputFolder: string): void {
  for (const folder of [outputFolder, join(outputFolder, "shared")])
    for (const name of readdirSync(folder).filter((each) => each.endsWith(".js"))) {
      const text = readFileSync(join(folder, name), "utf8");
      writeFileSync(join(folder, name), withoutImports(name, text));
    }
}

function withoutImports(name: string, text: string): string {
  const parts: string[] = [];
  let last = 0;
  for (const statement of parseSync(name, text).program.body) {
    if (statement.type !== "ImportDeclaration") continue;
    const { start, end, specifiers } = statement;
    const source = statement.source.value;
    if (!isBuiltin(source)) continue;
    const names = specifiers.flatMap((each) =>
      each.type === "ImportSpecifier" && each.imported.type === "Identifier"
        ? [`${each.imported.name}:${each.local.name}`]
        : [],
    );
    const targets = [
      ...specifiers.flatMap((each) => (each.type === "ImportSpecifier" ? [] : [each.local.name])),
      ...(names.length === 0 ? [] : [`{${names.join(",")}}`]),
    ].map((target) => `${target}=process.getBuiltinModule("${source}")`);
    parts.push(text.slice(last, start), targets.length === 0 ? "" : `const ${targets.join(",")};`);
    last = end;
  }
  return parts.join("") + text.slice(last);
}
