import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const LOADED = String.raw`await import\(("[^"]+")\)\.then\(m=>\(\{([^{}]+)\}\)\)`;
/** `(await import("./a.js").then(m=>({read:m.r}))).read` */
const MEMBER = new RegExp(String.raw`\(${LOADED}\)\.([\w$]+)`, "g");
/** `{read:e}=await import("./a.js").then(m=>({read:m.r}))` */
const PATTERN = new RegExp(String.raw`\{([\w$:,]+)\}=${LOADED}`, "g");

/** What is taken of a file by its own name that is loaded there and then is taken by the name that it has in the file. */
export function directImports(outputFolder: string): void {
  const shared = join(outputFolder, "shared");
  for (const path of [outputFolder, shared].flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith(".js"))
      .map((name) => join(folder, name)),
  )) {
    const text = readFileSync(path, "utf8");
    const direct = withDirectImports(text);
    if (direct !== text) writeFileSync(path, direct);
  }
}

export function withDirectImports(text: string): string {
  return text
    .replace(MEMBER, (whole, file: string, names: string, asked: string) => {
      const inner = innerNames(names).get(asked);
      return inner === undefined ? whole : `(await import(${file})).${inner}`;
    })
    .replace(PATTERN, (whole, pattern: string, file: string, names: string) => {
      const inner = innerNames(names);
      const taken = pattern.split(",").map((each) => {
        const [outer = "", local = outer] = each.split(":");
        return [inner.get(outer), local] as const;
      });
      if (taken.some(([name]) => name === undefined)) return whole;
      return `{${taken.map(([name, local]) => `${name}:${local}`).join(",")}}=await import(${file})`;
    });
}

/** By the name that others use the one in the file, of `read:m.r,write:m.w`. */
function innerNames(names: string): ReadonlyMap<string, string> {
  return new Map(
    names.split(",").map((pair) => {
      const [outer = "", inner = ""] = pair.split(":m.");
      return [outer, inner] as const;
    }),
  );
}
