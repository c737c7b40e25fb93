import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { rm, symlink } from "node:fs/promises";
import { join } from "node:path";
import { cleanUp, temporaryFolder, writeFiles } from "@assay/testkit";
import { afterAll, expect, test } from "vitest";
import { parse } from "yaml";

afterAll(cleanUp);

interface Workflow {
  readonly on: Readonly<Record<string, unknown>> & {
    readonly workflow_call: {
      readonly inputs: Readonly<Record<string, { readonly required?: boolean }>>;
      readonly secrets: Readonly<Record<string, { readonly required?: boolean }>>;
    };
  };
  readonly permissions: unknown;
  readonly jobs: Readonly<
    Record<
      string,
      {
        readonly name: string;
        readonly permissions: Readonly<Record<string, string>>;
        readonly steps: readonly { readonly id?: string; readonly run?: string }[];
      }
    >
  >;
}

/** What other repositories call by name. It changes with a major version alone. */
test.each([
  {
    file: "org-check.yml",
    inputs: [
      "checks",
      "config",
      "working-directories",
      "snapshot",
      "advisory-store",
      "cache-advisories",
      "comment",
      "upload-sarif",
      "runs-on",
      "assay",
    ],
    required: [],
    secrets: ["policy-token"],
    jobs: { check: "Check ${{ matrix.working-directory }}", verdict: "Verdict" },
  },
  {
    file: "org-release.yml",
    inputs: [
      "artifact",
      "tag",
      "working-directory",
      "config",
      "trusted-root",
      "public-key",
      "certificate-identity",
      "certificate-oidc-issuer",
      "allow-public-log",
      "runs-on",
      "assay",
    ],
    required: ["artifact"],
    secrets: ["signing-key", "signing-key-password", "policy-token"],
    jobs: {
      prepare: "Prepare",
      sbom: "Bill of materials",
      sign: "Sign",
      verify: "Verify",
      draft: "Draft release",
    },
  },
])("$file keeps its interface", ({ file, inputs, required, secrets, jobs }) => {
  const workflow = read(file);
  const call = workflow.on.workflow_call;
  expect(Object.keys(call.inputs)).toEqual(inputs);
  const needed = Object.entries(call.inputs).filter(([, input]) => input.required === true);
  expect(needed.map(([name]) => name)).toEqual(required);
  expect(Object.keys(call.secrets)).toEqual(secrets);
  expect(Object.values(call.secrets).filter((secret) => secret.required === true)).toEqual([]);
  const names = Object.entries(workflow.jobs).map(([id, { name }]) => [id, name]);
  expect(Object.fromEntries(names)).toEqual(jobs);
});

test("a ruleset can require org-check.yml as it is", () => {
  const { on } = read("org-check.yml");
  for (const event of ["pull_request", "merge_group", "push"]) expect(on).toHaveProperty(event);
  // A required workflow with a filter by path is waited for for ever where nothing matches.
  expect(JSON.stringify(on)).not.toMatch(/"paths(?:-ignore)?"/);
});

test("every job has the rights that it needs, and the workflow none", () => {
  const writes = (file: string) =>
    Object.entries(read(file).jobs).flatMap(([id, { permissions }]) =>
      Object.entries(permissions).flatMap(([scope, right]) =>
        right === "write" ? [`${id}: ${scope}`] : [],
      ),
    );
  expect(writes("org-check.yml")).toEqual(["check: pull-requests", "check: security-events"]);
  expect(writes("org-release.yml")).toEqual(["sign: id-token", "draft: contents"]);
  for (const file of ["org-check.yml", "org-release.yml"])
    expect(read(file).permissions).toEqual({});
});

test("the policy and the snapshot of other repositories are taken with what lies beside them, through links too", async () => {
  const root = await temporaryFolder();
  await writeFiles(root, {
    ".git/assay-policy/v1/assay.yml": "version: 1\n",
    ".git/assay-snapshot/a/npm.advisories": "npm",
    ".git/assay-snapshot/a/npm.advisories.sigstore.json": "{}",
    output: "",
  });
  await symlink("v1/assay.yml", join(root, ".git/assay-policy/assay.yml"));
  const script = read("org-check.yml").jobs["check"]?.steps.find(({ id }) => id === "policy")?.run;
  execFileSync("bash", ["-e", "-c", script ?? "exit 1"], {
    cwd: root,
    env: {
      ...process.env,
      ...{ RUNNER_TEMP: join(root, "temp"), GITHUB_OUTPUT: join(root, "output") },
      ...{ POLICY_PATH: "assay.yml", SNAPSHOT_PATH: "a/npm.advisories" },
    },
  });
  const text = (path: string) => readFileSync(join(root, "temp", path), "utf8");
  await rm(join(root, ".git"), { recursive: true });
  expect(text("assay-policy/assay.yml")).toBe("version: 1\n");
  expect(text("assay-snapshot/npm.advisories.sigstore.json")).toBe("{}");
  expect(readFileSync(join(root, "output"), "utf8")).toBe(
    `config=${join(root, "temp/assay-policy/assay.yml")}\nsnapshot=${join(root, "temp/assay-snapshot/npm.advisories")}\n`,
  );
});

test("the page for organisations says all of it", () => {
  const page = readFileSync("docs/organisations.md", "utf8");
  for (const file of ["org-check.yml", "org-release.yml"]) {
    const { inputs, secrets } = read(file).on.workflow_call;
    for (const name of [...Object.keys(inputs), ...Object.keys(secrets)]) {
      expect(page, `${file}: ${name}`).toContain(`\`${name}\``);
    }
  }
});

function read(file: string): Workflow {
  return parse(readFileSync(`.github/workflows/${file}`, "utf8")) as Workflow;
}
