import { crc32 } from "node:zlib";
import { temporaryFolder, writeFiles } from "./temporary.ts";

/** An OSV record of an npm package that is affected below 2.0.0. */
export function advisory(id: string, name: string, more: Readonly<Record<string, unknown>> = {}) {
  return {
    id,
    modified: "2026-11-01T00:00:00Z",
    published: "2026-11-01T00:00:00Z",
    database_specific: { severity: "HIGH" },
    affected: [
      {
        package: { ecosystem: "npm", name },
        ranges: [{ type: "SEMVER", events: [{ introduced: "0" }, { fixed: "2.0.0" }] }],
      },
    ],
    ...more,
  };
}

export interface Written {
  readonly id: string;
  readonly affected: readonly { readonly package?: { readonly ecosystem: string } }[];
}

/** A folder as OSV publishes it, with an archive for npm and each ecosystem of the records; outside of every checkout. */
export async function advisoryFolder(...records: readonly Written[]) {
  const folder = await temporaryFolder();
  // A release of a distribution has no archive of its own: `Debian:12` is in `Debian`.
  const of = ({ affected }: Written) =>
    affected.map((each) => each.package?.ecosystem.replace(/:.*$/, ""));
  for (const ecosystem of new Set(["npm", ...records.flatMap(of)])) {
    if (ecosystem === undefined) continue;
    const files = records
      .concat(
        advisory(`X-${ecosystem}`, "nobody", {
          affected: [{ package: { ecosystem, name: "nobody" }, versions: ["0"] }],
        }),
      )
      .filter((each) => of(each).includes(ecosystem))
      .map((each) => [`${each.id}.json`, JSON.stringify(each)] as const);
    await writeFiles(folder, { [`${ecosystem}/all.zip`]: zip(files) });
  }
  return folder;
}

/** An archive whose members are stored as they are. */
export function zip(files: readonly (readonly [string, string])[]): Uint8Array {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of files) {
    const [path, body] = [Buffer.from(name), Buffer.from(text)];
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(0x5d61, 8);
    facts.writeUInt32LE(crc32(body), 10);
    facts.writeUInt32LE(body.length, 14);
    facts.writeUInt32LE(body.length, 18);
    facts.writeUInt16LE(path.length, 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04"), facts, path, body]);
    const more = Buffer.alloc(14);
    more.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from("PK\x01\x02\x14\x00"), facts, more, path]));
    bodies.push(local);
    offset += local.length;
  }
  const index = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(index.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...bodies, index, Buffer.from("PK\x05\x06"), end]);
}
