import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { readFacts } from "../../test/read-facts.ts";
import { nixReader } from "./reader.ts";

/** Written by SQLite itself, with the tables that Nix has. */
function database(paths: readonly string[], references: readonly (readonly [number, number])[]) {
  const folder = mkdtempSync(join(tmpdir(), "assay-nix-"));
  const file = join(folder, "db.sqlite");
  const sqlite = new DatabaseSync(file);
  try {
    sqlite.exec(
      "CREATE TABLE ValidPaths (id integer primary key autoincrement not null, path text unique not null, hash text not null); CREATE TABLE Refs (referrer integer not null, reference integer not null, primary key (referrer, reference))",
    );
    for (const path of paths)
      sqlite.prepare("INSERT INTO ValidPaths (path, hash) VALUES (?, 'sha256:0')").run(path);
    for (const [from, to] of references)
      sqlite.prepare("INSERT INTO Refs VALUES (?, ?)").run(from, to);
  } finally {
    sqlite.close();
  }
  const bytes = readFileSync(file);
  rmSync(folder, { recursive: true });
  return bytes;
}

test("reads what Nix has in its store: the outputs of one package as one", async () => {
  const hash = (letter: string) => `/nix/store/${letter.repeat(32)}`;
  const path = "nix/var/nix/db/db.sqlite";
  const { components, edges, owned } = await readFacts(nixReader, {
    layers: [
      {
        [path]: database(
          [
            `${hash("a")}-glibc-2.39-52`,
            `${hash("b")}-openssl-3.0.13`,
            `${hash("c")}-openssl-3.0.13-bin`,
            `${hash("d")}-entry.sh`,
          ],
          [
            [3, 2],
            [3, 1],
            [2, 1],
            [4, 3],
          ],
        ),
      },
    ],
  });
  expect(components.map(({ component }) => component.purl)).toEqual([
    "pkg:nix/glibc@2.39-52",
    "pkg:nix/openssl@3.0.13",
  ]);
  expect(edges).toEqual([
    {
      from: "nix:openssl:3.0.13:",
      to: "nix:glibc:2.39-52:",
      kind: "runtime",
      requirement: `${hash("a")}-glibc-2.39-52`,
    },
  ]);
  expect([...(owned?.get("nix:openssl:3.0.13:") ?? [])]).toEqual([
    `${hash("b").slice(1)}-openssl-3.0.13/`,
    `${hash("c").slice(1)}-openssl-3.0.13-bin/`,
  ]);
});
