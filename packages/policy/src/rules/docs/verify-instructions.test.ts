import { expect, test } from "vitest";
import { aRepository, violationsOf } from "../../test/repository.ts";
import { docsVerifyInstructions } from "./verify-instructions.ts";

const RELEASE = {
  ".github/workflows/release.yml":
    "on: { push: { tags: ['v*'] } }\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: npm publish\n",
};
const judge = async (files: Record<string, string>) =>
  (await violationsOf(docsVerifyInstructions, { ...RELEASE, ...files })).map(
    ({ path, place, key }) => [path, place?.startLine, key],
  );

test("a release that nobody can verify", async () => {
  expect(
    await judge({
      "README.md": "# cosign verify-blob\nInstall it.",
      "src/a.md": "gh attestation verify a -R b",
    }),
  ).toEqual([["README.md", undefined, "missing"]]);
});

test("a command without the identity has its place", async () => {
  expect(
    await judge({ "docs/a/verify.md": "Run\n\n    cosign verify-blob --bundle a b\n" }),
  ).toEqual([["docs/a/verify.md", 3, "identity"]]);
});

test.each([
  ["cosign verify-blob a \\\n  --certificate-identity b \\\n  --certificate-oidc-issuer c"],
  ["gh attestation verify a --repo b"],
  ["slsa-verifier verify-artifact a --source-uri b"],
  ["npm audit signatures"],
])("%s is fine", async (command) => {
  expect(await judge({ "SECURITY.md": `\`\`\`sh\n${command}\n\`\`\`\n` })).toEqual([]);
});

test("who releases nothing needs none", async () => {
  expect(await docsVerifyInstructions.judge(aRepository({ "README.md": "" }))).toEqual({
    violations: [],
    looked: 0,
  });
});
