import { execFileSync } from "node:child_process";

/** Files that git tracks or would track, relative to the root. */
export function repositoryFiles(): string[] {
  const listed = execFileSync(
    "git",
    ["ls-files", "-z", "--cached", "--others", "--exclude-standard"],
    {
      encoding: "utf8",
      maxBuffer: 64 * 1024 * 1024,
    },
  );
  return listed.split("\0").filter((file) => file !== "");
}

/** TypeScript that ships: no `*.test.ts`, and nothing below a folder named `test`. */
export function sourceFiles(): string[] {
  return repositoryFiles().filter(
    (file) => /^(packages|actions)\/.*\.ts$/.test(file) && !/\.test\.ts$|\/test\//.test(file),
  );
}
