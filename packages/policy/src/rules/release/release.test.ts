import { describe, expect, test } from "vitest";
import { said, steps } from "../../test/workflows.ts";
import { releaseProvenance } from "./provenance.ts";
import { releaseSbom } from "./sbom.ts";
import { releaseSigned } from "./signed.ts";
import { trustedPublishing } from "./trusted-publishing.ts";

const RELEASE = "- run: gh release create v1 dist/*";
const withToken = (text: string) =>
  steps(text).replace("    steps:", "    permissions: { id-token: write }\n    steps:");

describe("release.signed", () => {
  test.each([
    ["no release", "- run: npm test"],
    ["a rehearsal", "- run: npm publish --dry-run"],
    ["a deployment", "- uses: actions/deploy-pages@v4"],
    ["a registry that takes no signature", "- run: cargo publish"],
    ["cosign", `- run: cosign sign-blob --yes dist/a\n${RELEASE}`],
    ["our action", `- uses: assay-ci/assay/actions/sign@v1\n${RELEASE}`],
    ["npm with provenance", "- run: npm publish --provenance"],
    ["PyPI by its own way", "- uses: pypa/gh-action-pypi-publish@v1"],
  ])("%s: fine", async (_, text) => {
    expect(await said(releaseSigned, steps(text))).toEqual([]);
  });

  test.each([
    [RELEASE, "6:14 What is released here (release) is not signed."],
    ["- run: npm publish", "6:14 What is released here (npm) is not signed."],
    [
      "- uses: docker/build-push-action@v6\n  with: { push: true }",
      "6:15 What is released here (image) is not signed.",
    ],
    [`- run: cosign version\n${RELEASE}`, "7:14 What is released here (release) is not signed."],
    [
      "- uses: pypa/gh-action-pypi-publish@v1\n  with: { attestations: false }",
      "6:15 What is released here (pypi) is not signed.",
    ],
  ])("%s", async (text, found) => {
    expect(await said(releaseSigned, steps(text))).toEqual([found]);
  });

  test("an attestation needs the job's identity", async () => {
    const text = `- uses: actions/attest-build-provenance@v2\n${RELEASE}`;
    expect(await said(releaseSigned, steps(text))).toEqual([
      "6:15 The job `build` signs and has no `id-token: write`.",
    ]);
    expect(await said(releaseSigned, withToken(text))).toEqual([]);
  });

  test("GoReleaser signs by its own configuration", async () => {
    const text = steps("- uses: goreleaser/goreleaser-action@v6\n  with: { args: release }");
    const files = { ".goreleaser.yaml": "signs:\n  - cmd: cosign\n" };
    expect(await said(releaseSigned, text, { files })).toEqual([]);
    expect(await said(releaseSigned, text)).toHaveLength(1);
  });

  test("a caller, a composite action and a called workflow may sign", async () => {
    const path = ".github/workflows/publish.yml";
    const call = `on: push\njobs:\n  p:\n    uses: ./${path}\n`;
    const signs = `${call}  s:\n    runs-on: x\n    steps:\n      - run: cosign sign-blob a\n`;
    const files = { [path]: steps(RELEASE, "workflow_call") };
    expect(await said(releaseSigned, signs, { files })).toEqual([]);
    expect(await said(releaseSigned, call, { files })).toHaveLength(1);
    const action = {
      "sign/action.yml":
        "runs:\n  using: composite\n  steps:\n    - run: cosign sign-blob a\n      shell: sh\n",
    };
    expect(
      await said(releaseSigned, steps(`- uses: ./sign\n${RELEASE}`), { files: action }),
    ).toEqual([]);
  });
});

describe("release.sbom", () => {
  test.each([
    ["npm names what it needs itself", "- run: npm publish", []],
    ["made and signed", `- run: syft . -o spdx-json\n- run: cosign attest-blob a\n${RELEASE}`, []],
    [
      "made only",
      `- uses: anchore/sbom-action@v0\n${RELEASE}`,
      ["7:14 The SBOM of what is released here (release) is neither attested nor signed."],
    ],
    ["none", RELEASE, ["6:14 What is released here (release) has no SBOM."]],
    [
      "BuildKit's, unsigned",
      "- uses: docker/build-push-action@v6\n  with: { push: true, sbom: true }",
      ["6:15 The SBOM of what is released here (image) is neither attested nor signed."],
    ],
  ])("%s", async (_, text, found) => {
    expect(await said(releaseSbom, steps(text))).toEqual(found);
  });
});

describe("release.provenance", () => {
  test.each([
    ["attested", `- uses: actions/attest-build-provenance@v2\n${RELEASE}`, []],
    [
      "BuildKit's",
      "- uses: docker/build-push-action@v6\n  with: { push: true, provenance: mode=max }",
      [],
    ],
    [
      "signed only",
      `- run: cosign sign-blob a\n${RELEASE}`,
      ["7:14 What is released here (release) has no provenance."],
    ],
  ])("%s", async (_, text, found) => {
    expect(await said(releaseProvenance, steps(text))).toEqual(found);
  });
});

describe("release.trusted-publishing", () => {
  const npm = (token: string) => `- run: npm publish\n  env: { NODE_AUTH_TOKEN: "${token}" }`;
  test.each([
    ["no token", "- run: npm publish"],
    ["GitHub's own registry", npm("${{ secrets.GITHUB_TOKEN }}")],
    [
      "a token that a step got",
      "- run: cargo publish\n  env: { CARGO_REGISTRY_TOKEN: '${{ steps.auth.outputs.token }}' }",
    ],
    [
      "a rehearsal",
      `- run: npm publish --dry-run\n  env: { NODE_AUTH_TOKEN: "\${{ secrets.NPM }}" }`,
    ],
    ["another service", "- run: docker push a\n  env: { NPM_TOKEN: '${{ secrets.N }}' }"],
  ])("%s: fine", async (_, text) => {
    expect(await said(trustedPublishing, steps(text))).toEqual([]);
  });

  test.each([
    [
      npm("${{ secrets.NPM }}"),
      "7:33 The step publishes (npm) with the long-lived token in `NODE_AUTH_TOKEN`.",
    ],
    [
      "- uses: pypa/gh-action-pypi-publish@v1\n  with:\n    password: ${{ secrets.PYPI }}",
      "8:21 The step publishes (pypi) with the long-lived token in the input `password`.",
    ],
    [
      "- run: cargo publish --token ${{ secrets.C }}",
      "6:14 The step publishes (crates) with the long-lived token in its command.",
    ],
    [
      "- run: poetry publish --password \"$TOKEN\"\n  env: { TOKEN: '${{ secrets.P }}' }",
      "7:23 The step publishes (pypi) with the long-lived token in `TOKEN`.",
    ],
  ])("%s", async (text, found) => {
    expect(await said(trustedPublishing, steps(text))).toEqual([found]);
  });

  test("the token counts in the job's and workflow's variables too, whatever the permission", async () => {
    const text = `env: { NODE_AUTH_TOKEN: "\${{ secrets.NPM }}" }\n${withToken("- run: npm publish --provenance")}`;
    expect(await said(trustedPublishing, text)).toEqual([
      "1:25 The step publishes (npm) with the long-lived token in `NODE_AUTH_TOKEN`.",
    ]);
  });
});
