import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { cleanUp, gitRepository } from "@assay/testkit";
import { afterAll, expect, it } from "vitest";
import { assay, type Told } from "./hostile/run.ts";

/** There are none here, and a check without them is an error. */
const WITHOUT_ADVISORIES = ["--checks", "sbom,licenses,secrets"];

afterAll(cleanUp);

/** A repository of which nothing can be read. */
const FILES = {
  "README.md": "# shop\n",
  "package-lock.json": "<<<<<<< ours\n",
  "Gopkg.lock": "",
  "old/Gopkg.lock": "",
};
const RULES = ["inventory.broken-lockfile", "inventory.unread-ecosystem"];

interface Report {
  readonly findings: readonly {
    readonly ruleId: string;
    readonly location: { readonly path: string };
    readonly status: string;
    readonly evidence: readonly { readonly value: string; readonly verbatim?: true }[];
  }[];
}

const openFindings = ({ stdout }: Told) =>
  (JSON.parse(stdout) as Report).findings.filter(({ status }) => status === "open");

/** The entries that a report offers, as one config file. */
function pasted(findings: ReturnType<typeof openFindings>): string {
  const entries = findings.flatMap(({ evidence }) =>
    evidence.filter(({ verbatim }) => verbatim).map(({ value }) => value.split("\n").slice(1)),
  );
  return `version: 1\nsuppressions:\n${entries.flat().join("\n")}\n`;
}

it("says each thing that it does not know once, and the entries that it offers accept these and no others", async () => {
  const { root } = await gitRepository(FILES);
  const first = await assay(["check", ".", ...WITHOUT_ADVISORIES], { cwd: root });
  expect(first).toMatchObject({ exitCode: 1, rules: RULES });
  const findings = openFindings(first);
  expect(findings.map(({ location }) => location.path).sort()).toEqual([
    "Gopkg.lock",
    "old/Gopkg.lock",
    "package-lock.json",
  ]);
  const configure = (text: string) => writeFile(join(root, "assay.yml"), text);

  await configure(pasted(findings.slice(1)));
  expect(await assay(["check", ".", ...WITHOUT_ADVISORIES], { cwd: root })).toMatchObject({
    exitCode: 1,
  });

  await configure(pasted(findings));
  const accepted = await assay(["check", ".", ...WITHOUT_ADVISORIES], { cwd: root });
  expect(openFindings(accepted)).toEqual([]);
  expect(accepted.exitCode).toBe(0);

  await mkdir(join(root, "sub"));
  await writeFile(join(root, "sub/Gopkg.lock"), "");
  const other = await assay(["check", ".", ...WITHOUT_ADVISORIES], { cwd: root });
  expect(other.exitCode).toBe(1);
  expect(openFindings(other).map(({ location }) => location.path)).toEqual(["sub/Gopkg.lock"]);
});
