import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type AdvisoryRecord, readRecord } from "../../../packages/advisories/src/index.ts";

/** The records of some ecosystems in a folder of `<ecosystem>.zip`, as OSV's bucket has them, unpacked below another folder. */
export function readArchives(
  archives: string,
  ecosystems: readonly string[],
  folder: string,
): readonly AdvisoryRecord[] {
  const records = new Map<string, AdvisoryRecord>();
  for (const name of ecosystems) {
    const own = join(folder, name);
    mkdirSync(own, { recursive: true });
    execFileSync("unzip", ["-q", "-o", join(archives, `${name}.zip`), "-d", own]);
    for (const file of readdirSync(own)) {
      const record = readRecord(JSON.parse(readFileSync(join(own, file), "utf8")));
      // An archive speaks for its own ecosystem: the one of another may lack a record that names both.
      const affected = record.affected.filter(({ ecosystem }) => ecosystem === name);
      const known = records.get(record.id)?.affected ?? [];
      records.set(record.id, { ...record, affected: [...known, ...affected] });
    }
  }
  return [...records.values()];
}
