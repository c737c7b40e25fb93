import { describe, expect, test } from "vitest";
import { documentOf, lockfile, ORIGIN } from "./test/documents.ts";

const told = ({ edges }: Awaited<ReturnType<typeof documentOf>>) =>
  edges.map(({ from, to, kind }) => `${from} > ${to} ${kind}`);

describe("equal entries", () => {
  test("of one or several lockfiles are one component with every place", async () => {
    const web = lockfile({
      "": { name: "web", devDependencies: { a: "1" } },
      "node_modules/a": { version: "1.0.0" },
    });
    const api = lockfile({
      "": { name: "api", dependencies: { a: "1", b: "1" } },
      "node_modules/a": { version: "1.0.0" },
      "node_modules/b": { version: "1.0.0", dependencies: { a: "1" } },
    });
    const document = await documentOf({
      "web/package-lock.json": web,
      "api/package-lock.json": api,
    });
    const a = document.components.find(({ ref }) => ref === "pkg:npm/a@1.0.0");
    expect(a?.places).toEqual([
      { path: "api/package-lock.json", line: 11 },
      { path: "web/package-lock.json", line: 10 },
    ]);
    // The strongest scope of all entries.
    expect(a?.scope).toBe("runtime");
  });

  test("with other dependencies stay apart, so that no false way comes up", async () => {
    const document = await documentOf({
      "package-lock.json": lockfile({
        "": { name: "app", dependencies: { a: "1", b: "1", c: "1" } },
        "node_modules/a": { version: "1.0.0", dependencies: { c: "1" } },
        "node_modules/c": { version: "1.0.0" },
        "node_modules/b": { version: "1.0.0", dependencies: { a: "1" } },
        "node_modules/b/node_modules/a": { version: "1.0.0", dependencies: { c: "2" } },
        "node_modules/b/node_modules/c": { version: "2.0.0" },
      }),
    });
    const [one, two] = document.components.filter(({ name }) => name === "a");
    expect(one?.ref).toMatch(/^pkg:npm\/a@1\.0\.0\|[0-9a-f]{16}$/);
    expect(two?.ref).toMatch(/^pkg:npm\/a@1\.0\.0\|[0-9a-f]{16}$/);
    expect(one?.ref).not.toBe(two?.ref);
    const targets = told(document).filter((edge) => edge.includes(" > pkg:npm/c@"));
    expect(targets).toHaveLength(3);
  });

  test("with other hashes stay apart", async () => {
    const integrity = (fill: number) => `sha1-${Buffer.alloc(20, fill).toString("base64")}`;
    const project = (fill: number) =>
      lockfile({
        "": { dependencies: { a: "1" } },
        "node_modules/a": { version: "1.0.0", integrity: integrity(fill) },
      });
    const document = await documentOf({
      "x/package-lock.json": project(1),
      "y/package-lock.json": project(2),
    });
    expect(document.components.filter(({ name }) => name === "a")).toHaveLength(2);
  });
});

test("what nothing asks for hangs on the root, one edge for each island", async () => {
  const document = await documentOf({
    "package-lock.json": lockfile({
      "": { name: "app" },
      "node_modules/x": { version: "1.0.0", dependencies: { y: "1" } },
      "node_modules/y": { version: "1.0.0" },
      "node_modules/p": { version: "1.0.0", dev: true, dependencies: { q: "1" } },
      "node_modules/q": { version: "1.0.0", dev: true, dependencies: { p: "1" } },
    }),
  });
  expect(told(document)).toEqual([
    "pkg:generic/app > pkg:npm/p@1.0.0 development",
    "pkg:generic/app > pkg:npm/x@1.0.0 runtime",
    "pkg:npm/p@1.0.0 > pkg:npm/q@1.0.0 runtime",
    "pkg:npm/q@1.0.0 > pkg:npm/p@1.0.0 runtime",
    "pkg:npm/x@1.0.0 > pkg:npm/y@1.0.0 runtime",
  ]);
  expect(document.completeness).toBe("incomplete");
});

describe("the subject", () => {
  test("is the only project, wherever its lockfile lies", async () => {
    const files = { "app/package-lock.json": lockfile({ "": { name: "app" } }) };
    const { subject, components } = await documentOf(files, { origin: ORIGIN });
    expect(subject?.name).toBe("app");
    expect(subject?.ref).toBe(`pkg:github/acme/app@${ORIGIN.revision}#app`);
    expect(components).toEqual([]);
  });

  test("above several is the repository, told apart from the project at its top", async () => {
    const files = {
      "package-lock.json": lockfile({ "": { name: "top" } }),
      "web/package-lock.json": lockfile({ "": { name: "web" } }),
    };
    const { subject, components } = await documentOf(files, { origin: ORIGIN });
    expect(subject?.places).toEqual([]);
    const top = components.find(({ name }) => name === "top");
    expect(top?.purl).toBe(subject?.purl);
    expect(top?.ref).not.toBe(subject?.ref);
    expect((await documentOf(files)).subject?.name).toBe("top");
  });
});
