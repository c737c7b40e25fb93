/** Each client's bundles of each kind, judged by each client: `docs/interop.md` is made of what came out. */
import assert from "node:assert/strict";
import type { InteropCase } from "../../suite.ts";
import { DOCUMENTS } from "../documents.ts";
import { write } from "../session.ts";
import { JUDGES, type Question } from "./judges.ts";
import type { Log, Made, Product, Signer } from "./made.ts";
import { MAKERS } from "./makers.ts";
import type { Judged } from "./measured.ts";
import { rightQuestion, sha256, wrongQuestions } from "./wrong.ts";

const PROVENANCE = {
  buildDefinition: { buildType: "https://acme.test/build", externalParameters: {} },
  runDetails: { builder: { id: "https://acme.test/builder" } },
};
const BLOB: Product = { name: "signature" };
const CUSTOM = "https://acme.test/scan/v1";
const PRODUCTS: readonly Product[] = [
  BLOB,
  { name: "provenance", predicateType: "https://slsa.dev/provenance/v1", document: PROVENANCE },
  ...DOCUMENTS.map(([name, predicateType, document]) => ({ name, predicateType, document })),
];
const FEW = PRODUCTS.filter(({ name }) => name === BLOB.name || name === CUSTOM);

const ROWS: readonly (readonly [Signer, Log, readonly Product[]])[] = [
  ["identity", "Rekor v2", PRODUCTS],
  ["identity", "Rekor v1", FEW],
  ["key", "Rekor v2", PRODUCTS],
  ["key", "Rekor v1", FEW],
  ["key", "no log", FEW],
];

/** What the cases have found so far. */
export const judged: Judged[] = [];

export const matrixCases: readonly InteropCase[] = ROWS.flatMap(([signer, log, products]) =>
  Object.entries(MAKERS)
    .filter(([, { signers }]) => signers.includes(signer))
    .map(([maker, { make }]) => ({
      name: `every client judges what ${maker} makes with ${signer === "key" ? "a key" : "an identity"} and ${log}`,
      async run() {
        const problems: string[] = [];
        for (const product of products) {
          const stem = [maker, signer, log, product.name].join("-").replaceAll(/\W+/g, "-");
          write(`${stem}.bin`, stem);
          const made = await make(stem, product, signer, log);
          const row = { maker, signer, log, product: product.name };
          const found = await Promise.all(
            Object.keys(JUDGES).map(
              async (judge) => [judge, await ask(judge, made, maker, problems)] as const,
            ),
          );
          judged.push({ ...row, by: Object.fromEntries(found) });
        }
        assert.deepEqual(problems, []);
      },
    })),
);

async function ask(judge: string, made: Made, maker: string, problems: string[]): Promise<string> {
  const by = JUDGES[judge];
  const right = rightQuestion(made);
  const digest: Question = { ...right, subject: { sha256: sha256(made.stem) } };
  const where = `${maker}, ${made.signer}, ${made.log}, ${made.product.name}`;
  const forms = [];
  for (const [form, question] of [
    ["file", right],
    ["digest", digest],
  ] as const) {
    const run = await by?.(question);
    if (run === undefined) continue;
    forms.push(form);
    if (run.status !== 0) problems.push(`${judge} refuses ${where} by ${form}: ${run.output}`);
  }
  if (forms.length === 0) return "-";
  let refused = 0;
  for (const [name, question] of wrongQuestions(made)) {
    const run = await by?.(question);
    if (run === undefined) continue;
    refused += 1;
    if (run.status !== 1)
      problems.push(`${judge}, ${name} of ${where}: ${run.status}, ${run.output}`);
  }
  return `verified by ${forms.join(" and ")}; ${refused}`;
}
