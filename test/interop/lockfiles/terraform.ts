import assert from "node:assert/strict";
import { existsSync, mkdtempSync } from "node:fs";
import { join } from "node:path";
import type { InteropCase } from "../suite.ts";
import { onlyGraph } from "./only-graph.ts";
import { writeProject } from "./projects.ts";
import { run } from "./run.ts";

const LOCK = ".terraform.lock.hcl";
const AWS = 'provider "registry.terraform.io/hashicorp/aws" {';

const TERRAFORM: Readonly<Record<string, string>> = {
  "one provider": `${AWS}\n  version = "5.31.0"\n}\n`,
  "several registries": `${AWS}\n  version = "5.31.0"\n}\nprovider "registry.opentofu.org/cloudflare/cloudflare" {\n  version = "4.0.0-beta.1"\n}\nprovider "tf.example.test:8443/acme/shop" {\n  version = "0.0.1"\n}\n`,
  comments: `# a\n// provider "x/y/z" {}\n/* provider\n "b" */\n${AWS} # c\n version="1.0.0"//d\n}\n`,
  escapes: `${AWS}\n  version = "1.0\\u002e0"\n  constraints = "~> 1.0, != 1.1.0"\n}\n`,
  "one line": 'provider "registry.terraform.io/hashicorp/null" { version = "3.2.1" }\n',
};

/** Made-up lockfiles, and those of the given folders that have one, as Terraform itself reads them. Needs `terraform`. */
export function terraformCases(
  scratch: () => string,
  repositories: readonly string[],
): readonly InteropCase[] {
  const madeUp = Object.entries(TERRAFORM).map(([project, text]) => ({
    name: `terraform: ${project}`,
    run: async () => {
      const folder = mkdtempSync(join(scratch(), "project-"));
      writeProject(folder, { [LOCK]: text });
      await compare(folder);
    },
  }));
  const real = repositories
    .filter((folder) => existsSync(join(folder, LOCK)))
    .map((folder) => ({ name: `terraform: ${folder}`, run: () => compare(folder) }));
  return [...madeUp, ...real];
}

async function compare(folder: string): Promise<void> {
  const graph = await onlyGraph(folder, /^\.terraform\.lock\.hcl$/);
  const ours = Object.fromEntries(
    graph.edges.map(({ to }) => {
      const found = graph.components.find(({ id }) => id === to);
      return [to.slice(LOCK.length + 1), found?.version];
    }),
  );
  const told = JSON.parse(run(["terraform"], ["version", "-json"], folder)) as {
    readonly provider_selections: Readonly<Record<string, string>>;
  };
  assert.deepEqual(ours, told.provider_selections);
}
