import { describe, expect, test } from "vitest";
import { edgesOf, fieldOf, gapsOf, graphOf, skippedOf } from "../../assemble/test/graphs.ts";
import { expectNothingSilent } from "../../assemble/test/mutations.ts";

const LOCK = ".terraform.lock.hcl";
const H1 = `h1:${"Ab+/".repeat(10)}abc=`;
const ZH = "5e".repeat(32);

const TEXT = `# This file is maintained automatically by "terraform init".

provider "registry.terraform.io/hashicorp/aws" {
  version     = "5.31.0"
  constraints = "~> 5.0, != 5.2.0"
  hashes = [
    "${H1}",
    "zh:${ZH}",
    "zh:${"6f".repeat(32)}",
  ]
}

provider "registry.opentofu.org/cloudflare/cloudflare" {
  version = "4.20.0" // no constraints
  hashes  = ["${H1}"]
}

/* a registry
   of one's own */
provider "tf.example.test:8443/acme/shop" {
  version     = "0.1.0-beta.1"
  constraints = "0.1.0-beta.1"
}
`;
const CONFIGURATION = `terraform {
  required_version = ">= 1.5"
  required_providers {
    aws = { source = "hashicorp/aws", version = "~> 5.0" }
    cloudflare = {
      source  = "cloudflare/cloudflare"
      version = "4.20.0"
    }
    shop = { source = "tf.example.test:8443/acme/shop" }
    terraform = { source = "terraform.io/builtin/terraform" }
  }
  backend "s3" {}
}
`;

describe("a .terraform.lock.hcl", () => {
  test("names the providers of its folder, with what is asked for", async () => {
    const graph = await graphOf({ [`infra/${LOCK}`]: TEXT, "infra/versions.tf": CONFIGURATION });
    expect(gapsOf(graph)).toEqual([]);
    expect(graph.edgeCompleteness).toBe("complete");
    expect(graph.covers).toEqual(["infra/versions.tf"]);
    expect(edgesOf(graph)).toEqual([
      ". > registry.opentofu.org/cloudflare/cloudflare runtime",
      ". > registry.terraform.io/hashicorp/aws runtime",
      ". > tf.example.test:8443/acme/shop runtime",
    ]);
    expect(graph.edges.map(({ requirement }) => requirement)).toEqual([
      undefined,
      "~> 5.0, != 5.2.0",
      "0.1.0-beta.1",
    ]);
    expect(
      graph.components.map(({ name, purl, location, direct, scope }) => [
        name,
        purl,
        location.startLine,
        direct,
        scope,
      ]),
    ).toEqual([
      ["infra", "pkg:generic/infra#infra", 1, false, "runtime"],
      [
        "cloudflare/cloudflare",
        "pkg:generic/registry.opentofu.org/cloudflare/cloudflare@4.20.0",
        13,
        true,
        "runtime",
      ],
      [
        "hashicorp/aws",
        "pkg:generic/registry.terraform.io/hashicorp/aws@5.31.0",
        3,
        true,
        "runtime",
      ],
      [
        "tf.example.test:8443/acme/shop",
        "pkg:generic/tf.example.test:8443/acme/shop@0.1.0-beta.1",
        20,
        true,
        "runtime",
      ],
    ]);
  });

  test("has the checksums of archives, of platforms that it does not name, and no others", async () => {
    const graph = await graphOf({ [LOCK]: TEXT });
    const artifacts = fieldOf(graph, "artifacts");
    const condition = "a platform that the lockfile does not name";
    expect(artifacts["registry.terraform.io/hashicorp/aws"]).toEqual([
      { hashes: [{ algorithm: "SHA-256", value: ZH }], condition },
      { hashes: [{ algorithm: "SHA-256", value: "6f".repeat(32) }], condition },
    ]);
    expect(artifacts["registry.opentofu.org/cloudflare/cloudflare"]).toEqual([]);
    expect(graph.gaps.map(({ kind, reason }) => `${kind}: ${reason}`)).toEqual([
      "no-integrity: 1 of 3 packages that are downloaded have no checksum",
    ]);
  });

  test("is stale where the folder asks for a provider that it lacks, or for another version", async () => {
    const odd = CONFIGURATION.replace('"4.20.0"', '"= 4.21.0"').replace(
      "aws =",
      'random = { source = "hashicorp/random" }\n    aws =',
    );
    expect(gapsOf(await graphOf({ [LOCK]: TEXT, "main.tf": odd }))).toEqual([
      "stale main.tf: it asks for other packages: cloudflare/cloudflare 4.21.0 is asked for, and 4.20.0 is locked, hashicorp/random is not locked",
    ]);
  });

  test("says what it does not understand", async () => {
    const odd = TEXT.replace('version = "4.20.0"', "version = var.x")
      .replace("tf.example.test:8443/acme/shop", "shop")
      .replace(`["${H1}"]`, "[]")
      .replace(H1, "h9:1")
      .concat('module "a" {}\nx = 1\n');
    expect(gapsOf(await graphOf({ [LOCK]: odd }))).toEqual([
      "entry module a: it names no provider",
      "entry provider shop: it names no provider",
      "entry registry.opentofu.org/cloudflare/cloudflare: `hashes` is no list of checksums",
      "entry registry.opentofu.org/cloudflare/cloudflare: it has no version",
      "entry registry.terraform.io/hashicorp/aws: one of its checksums is none",
      "entry x: no provider stands here",
    ]);
    expect(gapsOf(await graphOf({ [LOCK]: TEXT + TEXT.slice(TEXT.indexOf("/*")) }))).toEqual([
      "entry tf.example.test:8443/acme/shop: it stands in the file twice",
    ]);
    const open = `${TEXT.replace("\n}\n", "\n")}}\n`;
    expect(gapsOf(await graphOf({ [LOCK]: open }))).toEqual([
      "entry registry.terraform.io/hashicorp/aws: another block stands in it, from line 12 on",
    ]);
    expect(await skippedOf({ [LOCK]: TEXT.slice(0, 160) })).toEqual([
      `unreadable ${LOCK}: ${LOCK} can't be understood from line 5 on: a text has no closing "`,
    ]);
  });

  test("is the same with CRLF, a byte order mark and tabs", async () => {
    const plain = await graphOf({ [LOCK]: TEXT });
    const other = `\uFEFF${TEXT.replaceAll("\n", "\r\n").replaceAll("  ", "\t")}`;
    expect(await graphOf({ [LOCK]: other })).toEqual(plain);
  });

  test("loses nothing silently, whatever is done to it", async () => {
    const providers = (text: string) => text.match(/^provider "/gm)?.length ?? 0;
    await expectNothingSilent(LOCK, { [LOCK]: TEXT }, 200, (text) => providers(text) + 1);
  });
});

describe("configurations without a lockfile", () => {
  const provider = 'provider "aws" {\n  region = "eu"\n}\n';
  const required = 'terraform {\n  required_providers {\n    aws = "~> 2"\n  }\n}\n';
  const why = "it asks for packages, and no lockfile says which versions those are";

  test("are reported once a folder, where Terraform runs", async () => {
    expect(
      await skippedOf({
        "prod/versions.tf": required,
        "prod/main.tf": provider,
        "dev/main.tf": provider,
      }),
    ).toEqual([`unlocked dev/main.tf: ${why}`, `unlocked prod/versions.tf: ${why}`]);
  });

  test("are none where they are modules, or ask for nothing", async () => {
    const call = 'module "network" {\n  source = "../shared/network"\n}\n';
    expect(
      await skippedOf({
        // A module for others.
        "versions.tf": required,
        "main.tf": 'variable "region" {}\n',
        // A module of this repository, though it sets up a provider.
        "shared/network/main.tf": provider + required,
        "prod/main.tf": call,
        "modules/queue/main.tf": provider + required,
        "empty/main.tf": 'resource "x" "y" {}\n',
      }),
    ).toEqual([]);
  });

  test("and are reported where they are broken", async () => {
    expect(await skippedOf({ "main.tf": `${required}provider "aws" {\n` })).toEqual([
      "unlocked main.tf: no lockfile covers it, and what it asks for is not known: main.tf can't be understood from line 7 on: } is missing",
    ]);
  });
});
