import { expect, test } from "vitest";
import { withDirectImports } from "./direct-imports.ts";

const loaded = (names: string) => `await import("./a.js").then(m=>({${names}}))`;

test.each([
  [`(${loaded("read:m.r")}).read(e)`, '(await import("./a.js")).r(e)'],
  [`let{read:e}=${loaded("read:m.r")};`, 'let{r:e}=await import("./a.js");'],
  [
    `let{write:n,read}=${loaded("read:m.r,write:m.$w")},t=1`,
    'let{$w:n,r:read}=await import("./a.js"),t=1',
  ],
])("%s", (text, direct) => {
  expect(withDirectImports(text)).toBe(direct);
});

test.each([
  `f(${loaded("read:m.r")})`,
  `(${loaded("read:m.r")}).other`,
  `let{other:e}=${loaded("read:m.r")};`,
  `let{read:e=1}=${loaded("read:m.r")};`,
  `let{...e}=${loaded("read:m.r")};`,
  'import("./a.js").then(m=>({read:m.r}))',
])("%s stays", (text) => {
  expect(withDirectImports(text)).toBe(text);
});
