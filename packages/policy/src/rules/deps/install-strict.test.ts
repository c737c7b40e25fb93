import { expect, test } from "vitest";
import { said, steps } from "../../test/workflows.ts";
import { installStrict } from "./install-strict.ts";

const LOCKS = { "package-lock.json": "{}", "yarn.lock": "", "uv.lock": "", "Pipfile.lock": "{}" };

test.each([
  ["npm install", "npm ci"],
  ["npm i --no-audit", "npm ci"],
  ["cd web && npm install", "npm ci"],
  ["yarn", "yarn install --frozen-lockfile"],
  ["pnpm install --no-frozen-lockfile", "pnpm install --frozen-lockfile"],
  ["uv sync --all-extras", "uv sync --locked"],
  ["pipenv install --dev", "pipenv install --deploy"],
])("%s", async (command, instead) => {
  expect(await said(installStrict, steps(`- run: ${command}`), { files: LOCKS })).toEqual([
    `6:14 \`${command}\` may leave the lockfile; \`${instead}\` does not.`,
  ]);
});

test.each([
  "npm ci",
  "npm install -g npm@11.0.0",
  "npm install left-pad",
  "npm install --package-lock-only",
  "yarn install --immutable",
  "yarn build",
  "pnpm install",
  "uv sync --frozen",
  "pipenv install --deploy --dev",
])("%s is strict, or another thing", async (command) => {
  expect(await said(installStrict, steps(`- run: ${command}`), { files: LOCKS })).toEqual([]);
});

test("without a lockfile there is none to leave, and Yarn 2 is strict in CI", async () => {
  expect(await said(installStrict, steps("- run: npm install"))).toEqual([]);
  const files = { "yarn.lock": "", ".yarnrc.yml": "" };
  expect(await said(installStrict, steps("- run: yarn install"), { files })).toEqual([]);
});

test("a line of a block is named", async () => {
  const text = steps("- run: |\n    cd a\n    npm install");
  expect(await said(installStrict, text, { files: LOCKS })).toEqual([
    "8 `npm install` may leave the lockfile; `npm ci` does not.",
  ]);
});
