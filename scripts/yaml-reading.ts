import { readFileSync } from "node:fs";
import type { Plugin } from "rolldown";

/** Of the YAML library: writing, making nodes of values, and the schemas beside that of YAML 1.2. The file of 1.1 for `<<` is asked by every mapping. */
const UNREACHED =
  /[\\/]yaml[\\/]browser[\\/]dist[\\/](?:stringify[\\/]|doc[\\/](?:createNode|applyReviver)|schema[\\/](?:json[\\/]|yaml-1\.1[\\/](?!merge\.)))/;

/**
 * Leaves out what reading a config file can't reach (`packages/runtime/src/config/yaml-document.ts` asks for the schema `core`, for no
 * known tags and for text keys): a third of the library, which its classes name and the bundler must keep. Each name that is left out
 * throws when it is called.
 */
export const yamlReading: Plugin = {
  name: "yaml-reading",
  load(id) {
    if (!UNREACHED.test(id)) return undefined;
    const [, names = ""] = /^export \{([^}]*)\};/m.exec(readFileSync(id, "utf8")) ?? [];
    const absent = names.split(",").map((name) => `absent as ${name.trim()}`);
    return `function absent() { throw new Error("YAML is only read"); }\nexport { ${absent.join(", ")} };\n`;
  },
};
