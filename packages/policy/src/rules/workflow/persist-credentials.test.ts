import { expect, test } from "vitest";
import { said, steps } from "../../test/workflows.ts";
import { persistCredentials } from "./persist-credentials.ts";

const OLD = "- uses: actions/checkout@v4";
const STAYS = "6:15 The credential of the checkout stays in the folder for every later step.";

test.each([
  ["it is switched off", `${OLD}\n  with: { persist-credentials: false }`],
  ["as a text, in another case", `${OLD}\n  with: { Persist-Credentials: "False" }`],
  ["another action", "- uses: actions/setup-node@v4"],
  ["a later step pushes", `${OLD}\n- run: git push origin main`],
  ["a later action pushes", `${OLD}\n- uses: peter-evans/create-pull-request@v7`],
])("%s: fine", async (_, text) => {
  expect(await said(persistCredentials, steps(text))).toEqual([]);
});

test.each([
  ["it is left out", OLD, STAYS],
  [
    "it is on, though a later step pushes",
    `${OLD}\n  with: { persist-credentials: true }\n- run: git push`,
    STAYS,
  ],
  ["git is only spoken of", `${OLD}\n- run: git log # not a push of git`, STAYS],
  ["another job pushes", `${OLD}\n`, STAYS],
  [
    "an expression decides",
    `${OLD}\n  with: { persist-credentials: "\${{ inputs.p }}" }`,
    "6:15 low Whether the credential stays is decided by `${{ inputs.p }}`.",
  ],
  [
    "the folder is uploaded",
    `${OLD}\n- uses: actions/upload-artifact@v4\n  with: { path: . }`,
    "6:15 high The credential stays in the folder, and a later step uploads the folder as an artifact.",
  ],
  [
    "the new version",
    "- uses: actions/checkout@v6",
    "6:15 low The credential of the checkout stays on the runner for every later step.",
  ],
  [
    "the new version by its comment",
    `- uses: actions/checkout@${"0".repeat(40)} # v7.0.1`,
    "6:15 low The credential of the checkout stays on the runner for every later step.",
  ],
])("%s", async (_, text, found) => {
  expect(await said(persistCredentials, steps(text))).toEqual([found]);
});

test("a composite action counts", async () => {
  const files = { "a/action.yml": `runs:\n  using: composite\n  steps:\n    ${OLD}\n` };
  expect(await said(persistCredentials, "on: push\n", { files })).toEqual([
    "a/action.yml:4:13 The credential of the checkout stays in the folder for every later step.",
  ]);
});
