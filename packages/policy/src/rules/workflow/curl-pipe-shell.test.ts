import { expect, test } from "vitest";
import { said, steps } from "../../test/workflows.ts";
import { curlPipeShell } from "./curl-pipe-shell.ts";

const run = (script: string) => steps(`- run: |\n    ${script.replaceAll("\n", "\n    ")}`);

test.each([
  "curl -fsSL https://x.example/i.sh | sh",
  "curl https://x.example/i.sh | sudo -E bash -s -- -y",
  "wget -qO- https://x.example/i | python3 -",
  "bash <(curl -s https://x.example/i.sh)",
  'sh -c "$(curl -fsSL https://x.example/i.sh)"',
  "eval $(curl https://x.example/env)",
  "curl http://localhost.x.example/i.sh | sh",
  "curl https://x.example/i.sh \\\n  | bash",
  "curl https://x.example/i.sh | sh # sha256sum",
  `curl https://x.example/i.sh | sh # https://x.example/${"0".repeat(40)}/`,
  "curl http://localhost/a -o b; curl https://x.example/i.sh | sh",
])("%j runs what it downloads", async (script) => {
  expect(await said(curlPipeShell, run(script))).toEqual([
    `7 \`${script.replace("\\\n", " ")}\` runs what it downloads.`,
  ]);
});

test.each([
  "curl -o i.sh https://x.example/i.sh\nbash i.sh",
  "wget https://x.example/i -O tool\nchmod +x tool\n./tool",
  "curl https://x.example/i > i.sh && sh i.sh",
])("%j is run later", async (script) => {
  const [line] = script.split("\n");
  expect(await said(curlPipeShell, run(script))).toEqual([
    `7 \`${line}\` is run later and not compared with a checksum.`,
  ]);
});

test.each([
  "npm install -g yarn",
  "pip install black",
  "gem install bundler",
  "go install example.org/tool@latest",
  "cargo install cargo-audit",
  "npm i -g npm@9.5",
  "npm i --location=global appium",
  "npm i ali-oss --no-save",
  "npm --quiet install --save-dev @types/node@^20.0.0",
  "pnpm add -Dw playwright",
  "yarn global add a",
  "python3 -m pip install --upgrade pip",
  'sh -c "/usr/bin/python3.9 -m pip install build"',
  ".\\uv.exe pip install anyio",
  "sudo gem install --user-install a",
  "true && pip3 install 'a[b]>=1'",
])("%j has no version", async (script) => {
  expect(await said(curlPipeShell, run(script))).toEqual([
    `7 low \`${script}\` installs whatever version there is today.`,
  ]);
});

test.each([
  "curl https://x.example/api | jq .",
  "curl https://x.example/i.sh -o i.sh\nsha256sum -c i.sha\nbash i.sh",
  "curl -o data.json https://x.example/d",
  "curl http://localhost:8080/t | sh",
  `curl https://raw.example/o/r/${"0".repeat(40)}/i.sh | bash`,
  "# curl https://x.example/i.sh | sh",
  "echo 'curl https://x.example/i.sh | sh'",
  "npm ci",
  "npm install",
  "npm run install x",
  "npm install # not yarn",
  'echo "npm install x" >> log',
  'deno eval "console.log(1, npm install works)"',
  "npm install ./a.tgz $FILES folder/x",
  "npm i -g a@${{ needs.b.outputs.version }} @c/d@$VERSION",
  "pip install dist/*.whl",
  "pip install --find-links dist a",
  "pip install a==1 -i https://x.example/simple",
  "gem install bundler -v 2.5.0",
  "cargo install a@1.2.3 --root out",
  "bundle add a --version 1",
  "npm install -g npm@11.0.0",
  "pip install -r requirements.txt",
  "pip install -e . --no-deps",
  "pip install .",
  'pip install ".[dev]"',
  "pip install black==24.1.0",
  "go install example.org/tool@v1.2.3",
  "cargo install --locked cargo-audit",
])("%j is fine", async (script) => {
  expect(await said(curlPipeShell, run(script))).toEqual([]);
});

test("a comment does not go on in the next line", async () => {
  const script = "# note \\\ncurl https://x.example/i.sh | sh";
  expect(await said(curlPipeShell, run(script))).toEqual([
    "8 `curl https://x.example/i.sh | sh` runs what it downloads.",
  ]);
});

test("the place of a script in one line is its text; composite actions count", async () => {
  const files = {
    "a/action.yml":
      "runs:\n  using: composite\n  steps:\n    - run: curl https://x.example | sh\n      shell: sh\n",
  };
  expect(await said(curlPipeShell, "on: push\n", { files })).toEqual([
    "a/action.yml:4:12 `curl https://x.example | sh` runs what it downloads.",
  ]);
});

test("an action that installs the newest tool", async () => {
  const text =
    "- uses: extractions/setup-just@v4\n- uses: extractions/setup-just@v4\n  with: { just-version: 1.2.3 }";
  expect(await said(curlPipeShell, steps(text))).toEqual([
    "6:15 low `extractions/setup-just` installs whatever version there is today: `just-version` names none.",
  ]);
});

test("nothing hides in a line that is long, and none takes long", async () => {
  const hidden = `echo ${"a ".repeat(200_000)}; curl https://x.example/i.sh ${" ".repeat(3000)}| sh`;
  expect((await said(curlPipeShell, run(hidden))).length).toBe(1);
  for (const piece of ["curl ", "curl -o a=", "env a=", "npm publish ", "mvn ", "$(curl "])
    expect(await said(curlPipeShell, run(piece.repeat(100_000)))).toEqual([]);
  const many = Array.from({ length: 20_000 }, (_, at) => `curl -o f${at} https://x.example`);
  expect(await said(curlPipeShell, run(many.join("\n")))).toEqual([]);
});
