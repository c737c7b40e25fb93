import { expect, test } from "vitest";
import { cycloneDxDocument } from "./cyclonedx/document.ts";
import { spdxDocument } from "./spdx/document.ts";
import { spdx3Document } from "./spdx3/document.ts";
import { cycloneDxErrors } from "./test/cyclonedx-schema.ts";
import { documentOf, lockfile } from "./test/documents.ts";

const GAP = {
  "package-lock.json": lockfile({
    "": { name: "app", dependencies: { a: "1" }, devDependencies: { d: "1" } },
    "node_modules/a": { version: "1.0.0", dependencies: { gone: "1" } },
    "node_modules/d": { version: "1.0.0", dependencies: { away: "1" } },
  }),
};

const said = async (...args: Parameters<typeof documentOf>) =>
  (await documentOf(...args)).annotations.map(({ ref, text }) => `${ref} ${text}`);

test("what a component needs and is not there is said of it; what is left out has no word", async () => {
  const gone = "node_modules/a in package-lock.json: its dependency gone is not in the lockfile.";
  const away = "node_modules/d in package-lock.json: its dependency away is not in the lockfile.";
  expect(await said(GAP)).toEqual([`pkg:npm/a@1.0.0 ${gone}`, `pkg:npm/d@1.0.0 ${away}`]);
  expect(await said(GAP, { scope: "runtime" })).toEqual([
    "pkg:generic/app Packages that only development needs are left out.",
    `pkg:npm/a@1.0.0 ${gone}`,
  ]);
});

test("what was not read, and lists without edges, are said of the subject", async () => {
  expect(await said({ "package-lock.json": "{", "requirements.txt": "a==1\n" })).toEqual([
    expect.stringMatching(
      /^pkg:generic\/repository The packages of package-lock\.json are not known: /,
    ),
    "pkg:generic/repository requirements.txt says nothing of what its packages need.",
  ]);
});

test("a lockfile that is broken throughout says so in its first gaps, and how many more", async () => {
  const packages: Record<string, Record<string, unknown>> = { "": { name: "app" } };
  for (let index = 0; index < 250; index++)
    packages[`node_modules/p${index}`] = { version: "1.0.0" };
  const all = await said({ "package-lock.json": lockfile(packages) });
  expect(all).toHaveLength(201);
  expect(all.at(-1)).toBe("pkg:generic/app 50 more gaps of the lockfiles are not listed here.");
});

test("it stands in every format", async () => {
  const document = await documentOf(GAP, { scope: "runtime" });
  const json = (bytes: Uint8Array) => JSON.parse(new TextDecoder().decode(bytes));
  const cyclonedx = json(cycloneDxDocument(document));
  expect(cycloneDxErrors(cyclonedx)).toEqual([]);
  const [tool] = document.tools;
  expect(cyclonedx.annotations[0]).toEqual({
    annotator: { component: { ...tool, type: "application" } },
    subjects: ["pkg:generic/app"],
    text: "Packages that only development needs are left out.",
    timestamp: "2026-01-31T12:00:00.000Z",
  });
  const [app] = json(spdxDocument(document)).packages;
  expect(app.annotations).toEqual([
    {
      annotationDate: "2026-01-31T12:00:00Z",
      annotationType: "OTHER",
      annotator: `Tool: assay-${tool?.version}`,
      comment: "Packages that only development needs are left out.",
    },
  ]);
  const graph: readonly Record<string, unknown>[] = json(spdx3Document(document))["@graph"];
  const root = graph.find(({ type }) => type === "software_Sbom")?.["rootElement"];
  expect(graph.find(({ type }) => type === "Annotation")).toMatchObject({
    annotationType: "other",
    statement: "Packages that only development needs are left out.",
    subject: (root as readonly string[])[0],
  });
});
