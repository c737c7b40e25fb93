import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { cleanUp, type Files, temporaryFolder, writeFiles } from "@assay/testkit";
import { afterAll, expect, test } from "vitest";
import { shareNames } from "./share-names.ts";

afterAll(cleanUp);

/** Writes files as the bundler does, gives them short names, and returns what they are then. */
async function shared(files: Files) {
  const folder = await temporaryFolder();
  await writeFiles(folder, { "package.json": '{"type":"module"}', ...files });
  shareNames(folder);
  const text = (name: string) => readFileSync(join(folder, name), "utf8");
  const load = (name: string) =>
    import(/* @vite-ignore */ pathToFileURL(join(folder, name)).href) as Promise<
      Readonly<Record<string, unknown>>
    >;
  return { folder, text, load };
}

const BASE = `const {join:joined}=process.getBuiltinModule("node:path");
const fs=process.getBuiltinModule("node:fs");
function readThing(e){let{name:t,...n}=e;return joined(t,helper(n))+(fs.statSync===void 0)}
function helper(e){return Object.keys(e).join()}
const limit=3;
var counted=0;
class Counter{helper(){return counted+=limit}static limit=limit}
for(var looped=0;looped<2;looped++)counted+=looped;
export{readThing as r,limit,Counter as c};
`;

const USER = `import{r as readThing,limit as most,c as Counter}from"./base.js";
const {join:joinPath}=process.getBuiltinModule("node:path");
const own={most,limit:1,joinPath};
function run({limit:e=most}){return[readThing({name:"a",b:1,c:2}),e,own.most,own.limit,own.joinPath("x","y"),new Counter().helper(),Counter.limit]}
const late=()=>import("./late.js").then(m=>({answer:m.a}));
export{run,late};
`;

const LATE = `import{limit}from"./base.js";
function answer(){return limit*14}
export{answer as a};
`;

const FILES: Files = {
  "main.js": 'import{run,late}from"./shared/user.js";\nexport{run,late};\n',
  "shared/base.js": BASE,
  "shared/user.js": USER,
  "shared/late.js": LATE,
};

test("files with short names do what they did", async () => {
  const { load } = await shared(FILES);
  const { run, late } = (await load("main.js")) as {
    run: (options: object) => unknown;
    late: () => Promise<{ answer: () => number }>;
  };
  expect(run({})).toEqual([`${join("a", "b,c")}false`, 3, 3, 1, join("x", "y"), 4, 3]);
  expect((await late()).answer()).toBe(42);
});

test("what several files name has one name in all of them, and an import is that name alone", async () => {
  const { text } = await shared(FILES);
  const [, exported = ""] = /export\{([^}]*)\};/.exec(text("shared/base.js")) ?? [];
  const [, imported = ""] = /^import\{([^}]*)\}/.exec(text("shared/user.js")) ?? [];
  expect(exported.split(",")).toEqual(imported.split(","));
  expect(exported).not.toContain(" as ");
  const [, ofLate] = /^import\{([^}]*)\}/.exec(text("shared/late.js")) ?? [];
  expect(exported.split(",")).toContain(ofLate);
  expect(text("shared/late.js")).toContain(`return ${ofLate}*14`);
  const paths = ["base", "user"].map(
    (name) => /\{join:(\w+)\}/.exec(text(`shared/${name}.js`))?.[1],
  );
  expect(paths[0]).toBe(paths[1]);
});

test("every name of the top level is short, and none is one that a function has for itself", async () => {
  const { text } = await shared(FILES);
  const base = text("shared/base.js");
  expect(base).not.toMatch(/readThing|helper\(e|counted|looped|Counter/);
  const names = [...base.matchAll(/^(?:function|const|class|var) (\w+)/gm)].map(([, name]) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const local of ["e", "t", "n"]) expect(names).not.toContain(local);
  // Words of objects and classes stay.
  expect(base).toContain("{name:t,...n}");
  expect(base).toContain("static limit=");
  expect(text("shared/user.js")).toMatch(/=\{most:\w+,limit:1,joinPath:\w+\}/);
});

test("an entry keeps its own names, and its exports theirs", async () => {
  const { text, load } = await shared({
    "main.js":
      'import{r as readThing}from"./shared/base.js";\nconst started=readThing({name:"a"});\nexport{started};\n',
    "shared/base.js": BASE,
  });
  expect(text("main.js")).toMatch(/^import\{\w+ as readThing\}from/);
  expect(Object.keys(await load("main.js"))).toEqual(["started"]);
});

test("a file that is handed on whole keeps the names of its exports", async () => {
  const { load, text } = await shared({
    "shared/user.js": 'const all=()=>import("./whole.js");\nexport{all};\n',
    "shared/whole.js":
      "function first(){return 1}\nfunction second(){return first()+1}\nexport{first,second};\n",
    "main.js": 'import{all}from"./shared/user.js";\nexport{all};\n',
  });
  const { all } = (await load("main.js")) as {
    all: () => Promise<{ first: () => number; second: () => number }>;
  };
  const whole = await all();
  expect(Object.keys(whole)).toEqual(["first", "second"]);
  expect(whole.second()).toBe(2);
  expect(text("shared/whole.js")).toMatch(/export\{\w+ as first,\w+ as second\};/);
});

test("the same files get the same names", async () => {
  const [one, two] = [await shared(FILES), await shared(FILES)];
  const names = readdirSync(join(one.folder, "shared"));
  expect(names).toEqual(["base.js", "late.js", "user.js"]);
  for (const name of names) expect(one.text(`shared/${name}`)).toBe(two.text(`shared/${name}`));
});

test("a form of export that the bundler does not write is refused, with its file", async () => {
  await expect(shared({ "shared/odd.js": "export const a = 1;\n" })).resolves.toBeDefined();
  await expect(shared({ "shared/odd.js": 'export * from "./base.js";\n' })).rejects.toThrow(
    "odd.js: export *",
  );
});
