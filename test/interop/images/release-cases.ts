/** The release recipe: what it prints for a stranger is run as it is printed, by ours and by cosign. */
import assert from "node:assert/strict";
import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { writeImageLayout } from "../../../packages/testkit/src/index.ts";
import { peer } from "../peers.ts";
import { ASSAY, assay, config, must, mustNot, run, stack, work } from "../sigstore/session.ts";
import type { InteropCase } from "../suite.ts";
import { hostOf, REGISTRIES } from "./session.ts";

const PLATFORMS = ["linux/amd64", "linux/arm64"];
const COMMAND = /^\s*((?:assay|cosign) .*verify.*)$/;

/** An image with real layers, pushed by tag. */
async function pushed(host: string, repository: string): Promise<string> {
  const folder = join(work, repository.replaceAll("/", "-"));
  const manifest = '{"name":"left","version":"1.0.0","license":"MIT"}';
  const layers: readonly Readonly<Record<string, string>>[] = [
    { "etc/os-release": "ID=debian\nVERSION_ID=12\n" },
    { "app/node_modules/left/package.json": manifest },
  ];
  const { digest } = await writeImageLayout(
    folder,
    PLATFORMS.map((platform) => ({ platform, layers })),
  );
  must(await assay(["image", "copy", `oci:${folder}`, `${host}/${repository}:v1`]));
  return `${host}/${repository}@${digest}`;
}

/** The commands that stand in a report, run in a shell as they stand there. */
async function runPrinted(output: string): Promise<readonly string[]> {
  const commands = output.split("\n").flatMap((line) => COMMAND.exec(line)?.[1] ?? []);
  const programs = { assay: `'${process.execPath}' '${ASSAY}'`, cosign: `'${peer("cosign")}'` };
  for (const command of commands) {
    const text = command.replace(/^(assay|cosign)/, (name) => programs[name as "assay" | "cosign"]);
    must(await run("sh", ["-c", text]));
  }
  return commands;
}

const kinds = (commands: readonly string[]) =>
  commands.map((command) => command.replace(/^(\S+(?: image)? \S+).*$/, "$1")).sort();

const EXPECTED = [
  "assay image verify",
  "cosign verify",
  "cosign verify-attestation",
  "cosign verify-attestation",
];

export const releaseCases: readonly InteropCase[] = REGISTRIES.flatMap((registry) => [
  {
    name: `${registry}: the commands that a release with a key prints hold, by ours and by cosign`,
    async run() {
      const reference = await pushed(hostOf(registry), "acme/released-key");
      // Who verifies has the public key by this name.
      copyFileSync(join(work, "k.pub"), join(work, "cosign.pub"));
      const release = ["image", "release", "--key", "k.key", reference];
      const first = await assay(release);
      must(first);
      assert.deepEqual(kinds(await runPrinted(first.output)), EXPECTED);
      must(await assay(release));
      mustNot(await assay(["image", "verify", "--key", "other.pub", reference]));
    },
  },
  {
    name: `${registry}: the commands that a release of a workflow prints hold, by ours and by cosign`,
    async run() {
      const reference = await pushed(hostOf(registry), "acme/released-workflow");
      const environment = {
        GITHUB_ACTIONS: "true",
        GITHUB_SERVER_URL: "https://github.com",
        ACTIONS_ID_TOKEN_REQUEST_URL: stack.tokenRequestUrl,
        ACTIONS_ID_TOKEN_REQUEST_TOKEN: "interop",
      };
      const released = await assay(
        ["image", "release", ...config("signing"), reference],
        environment,
      );
      must(released);
      const expected = [...EXPECTED, "cosign verify-attestation"];
      assert.deepEqual(kinds(await runPrinted(released.output)), expected);
    },
  },
]);
