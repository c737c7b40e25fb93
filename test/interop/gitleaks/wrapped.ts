import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fakeToken, runCheck } from "../../../packages/secrets/src/test/run-check.ts";

/**
 * `engine: gitleaks` over the real program: what the ignore file hides is told as suppressed, and not dropped before we see it,
 * from the top of the repository and from a folder in it.
 */
export async function wrappedEngine(folder: string, gitleaksPath: string): Promise<void> {
  const git = (...args: readonly string[]) =>
    execFileSync("git", ["-c", "user.name=n", "-c", "user.email=e@x.org", ...args], {
      cwd: folder,
    });
  mkdirSync(join(folder, "sub"), { recursive: true });
  git("init", "--quiet");
  writeFileSync(join(folder, "open.txt"), `k=${fakeToken("A")}\n`);
  writeFileSync(join(folder, "sub/hidden.txt"), `k=${fakeToken("B")}\n`);
  writeFileSync(join(folder, "marked.txt"), `k=${fakeToken("C")} # gitleaks:allow\n`);
  writeFileSync(join(folder, ".gitleaksignore"), "sub/hidden.txt:planetscale-api-token:1\n");
  git("add", "--all");
  git("commit", "--quiet", "--message", "one");
  const options = { engine: "gitleaks", mode: "history", gitleaksPath } as const;
  const top = await runCheck(folder, options);
  const told = top.findings.map(({ location, suppression }) => [location?.path, suppression?.by]);
  assert.deepEqual(told, [
    ["open.txt", undefined],
    ["sub/hidden.txt", "inline"],
  ]);
  const below = await runCheck(join(folder, "sub"), options);
  assert.deepEqual(
    below.findings.map(({ location }) => location?.path),
    ["hidden.txt"],
  );
}
