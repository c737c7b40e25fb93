import { mkdir, symlink } from "node:fs/promises";
import { join } from "node:path";
import { openWorkspace } from "@assay/core";
import { cleanUp, temporaryFolder, writeFiles } from "@assay/testkit";
import { afterAll, expect, test } from "vitest";
import { installedTree } from "./find.ts";
import { locked, sayingOf } from "./test/statements.ts";

afterAll(cleanUp);

test("a tree whose links lead in circles is walked once", async () => {
  const root = await temporaryFolder();
  await writeFiles(root, { "node_modules/z/package.json": '{"name":"z","version":"1.0.0"}' });
  for (let index = 0; index < 20; index++) {
    const folder = join(root, "node_modules", `p${index}`);
    await mkdir(folder);
    await symlink("..", join(folder, "node_modules"));
  }
  const tree = installedTree(await openWorkspace(root));
  expect(await tree.find(locked("npm", "z", "1.0.0"))).toMatchObject({ kind: "found" });
  expect(await tree.find(locked("npm", "z", "2.0.0"))).toBeUndefined();
});

test("addresses and texts without an end are read in proportion", async () => {
  const metadata = `Metadata-Version: 2.1\nName: p\nVersion: 1.0\nLicense: MIT\nAuthor-email: ${",".repeat(900_000)}\n`;
  const python = await sayingOf(locked("pypi", "p", "1.0"), {
    files: { ".venv/lib/python3.12/site-packages/p-1.0.dist-info/METADATA": metadata },
  });
  expect(python).toMatchObject({ declared: "MIT", metadata: { authors: [] } });
  const gemspec = `# -*- encoding: utf-8 -*-\n# stub: g 1.0 ruby lib\n  s.name = "g"\n  s.version = "1.0"\n  s.licenses = ["MIT"]\n  s.authors = ["${'\\\\"'.repeat(300_000)}\n`;
  const gem = await sayingOf(locked("gem", "g", "1.0"), {
    files: { "vendor/bundle/ruby/3.3.0/specifications/g-1.0.gemspec": gemspec },
  });
  expect(gem).toMatchObject({ declared: "MIT" });
});
