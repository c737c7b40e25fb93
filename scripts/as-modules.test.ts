import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";
import { parseSync } from "rolldown/utils";
import { expect, test } from "vitest";
import { asModule } from "./as-modules.ts";

const require = createRequire(import.meta.url);

/** Names that a module exports itself; `undefined` where it also hands on all of another one. */
function exportsOf(name: string, text: string): readonly string[] | undefined {
  const { module, errors } = parseSync(name, text);
  expect(errors).toEqual([]);
  const entries = module.staticExports.flatMap((each) => each.entries);
  if (entries.some(({ importName }) => importName.kind === "AllButDefault")) return undefined;
  return entries.map(({ exportName }) => exportName.name ?? "").sort();
}

test.each(["protobuf-specs", "bundle", "core", "verify"])(
  "each file of @sigstore/%s exports what it did",
  (name) => {
    const folder = fileURLToPath(new URL(`../node_modules/@sigstore/${name}`, import.meta.url));
    const files = readdirSync(join(folder, "dist"), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".js"))
      .map((file) => join(folder, "dist", file));
    expect(files.length).toBeGreaterThan(5);
    for (const file of files) {
      const names = exportsOf(file, asModule(readFileSync(file, "utf8"), file));
      if (names !== undefined) expect(names, file).toEqual(Object.keys(require(file)).sort());
    }
  },
);

const FILES: Readonly<Record<string, string>> = {
  "index.js": `"use strict";
var __createBinding = (this && this.__createBinding) || (Object.create ? (function(o, m, k, k2) {
    o[k2] = m[k];
}) : (function(o, m, k, k2) {
    o[k2] = m[k];
}));
var __exportStar = (this && this.__exportStar) || function(m, exports) {
    for (var p in m) __createBinding(exports, m, p);
};
Object.defineProperty(exports, "__esModule", { value: true });
exports.all = exports.sum = void 0;
exports.all = __importStar(require("./words"));
var words_1 = require("./words");
Object.defineProperty(exports, "sum", { enumerable: true, get: function () { return words_1.total; } });
__exportStar(require("./kinds"), exports);
`,
  "words.js": `"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.Message = exports.LIMIT = void 0;
exports.total = total;
const path_1 = __importDefault(require("path"));
const kinds_1 = require("./kinds");
exports.LIMIT = 3;
exports.Message = {
    read(text) { return exports.Message.empty() + text + path_1.default.posix.sep; },
    empty() { return ""; },
};
function total(Message) { return Message + exports.LIMIT + (0, kinds_1.nameOf)(kinds_1.Kind.B) + exports.Message.read("x"); }
function unreached() { return "nobody asks for this"; }
exports.unreached = unreached;
`,
  "kinds.js": `"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.nameOf = exports.Kind = void 0;
var Kind;
(function (Kind) {
    Kind[Kind["A"] = 0] = "A";
    Kind[Kind["B"] = 1] = "B";
})(Kind || (exports.Kind = Kind = {}));
const nameOf = (kind) => Kind[kind];
exports.nameOf = nameOf;
`,
};

async function bundled(main: string): Promise<string> {
  const files: Readonly<Record<string, string>> = { ...FILES, "main.js": main };
  const build = await rolldown({
    input: "main.js",
    platform: "node",
    plugins: [
      {
        name: "files",
        resolveId: (id) => (/^\.\/|^main/.test(id) ? `${id.replace(/^\.\/|\.js$/g, "")}.js` : null),
        load: (id) => (id === "main.js" ? files[id] : asModule(files[id] ?? "", id)),
      },
    ],
  });
  const { output } = await build.generate({ format: "esm" });
  await build.close();
  return output[0].code;
}

test("modules do what they did, by every form of import and export", async () => {
  const code = await bundled(
    'import * as lib from "./index";\nexport const result = [lib.sum(1), lib.all.LIMIT, lib.Kind[0], lib.nameOf(1), lib.all.Message.read("y")];\n',
  );
  const { result } = (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as {
    result: unknown;
  };
  expect(result).toEqual(["4Bx/", 3, "A", "B", "y/"]);
});

test("what nobody asks for is left out", async () => {
  const code = await bundled('import { LIMIT } from "./words";\nconsole.log(LIMIT);\n');
  expect(code).toContain("3");
  expect(code).not.toMatch(/nobody asks|Kind|Message/);
});

test.each([
  'exports["a-b"] = 1;\n',
  "if (late) exports.late = 1;\n",
  'const { a } = require("./a");\n',
  "module.exports = {};\n",
])("a form that is not known ends the build: %s", (code) => {
  expect(() => asModule(code, "library.js")).toThrow(/^library\.js has a form/);
});
