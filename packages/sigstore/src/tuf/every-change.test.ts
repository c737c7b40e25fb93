import { isDeepStrictEqual } from "node:util";
import { publishTuf } from "@assay/testkit";
import { expect, it } from "vitest";
import { dice, mutant, otherBytes } from "../test/mutate.ts";
import { repository, rolesOf, update } from "../test/tuf-repository.ts";

/* Metadata and target, each changed while its signature stays. `ASSAY_FUZZ_MUTANTS` makes more, `ASSAY_FUZZ_SEED` others. */

const MUTANTS = Number(process.env["ASSAY_FUZZ_MUTANTS"] ?? 400);
const SEED = Number(process.env["ASSAY_FUZZ_SEED"] ?? 20261128);

/** Without hashes: the signature is what a change has to get past. */
const UNHASHED = {
  timestamp: { meta: { "snapshot.json": { version: 5 } } },
  snapshot: { meta: { "targets.json": { version: 5 } } },
};
const signedOf = (bytes: Uint8Array): unknown => JSON.parse(Buffer.from(bytes).toString()).signed;

it.each(["timestamp.json", "5.snapshot.json", "5.targets.json", "root"])(
  "mutants of %s are refused, but for those whose signed part is the same",
  async (name) => {
    const { files, first } = repository(rolesOf(), 1, { change: UNHASHED });
    const others = new Map<string, Uint8Array>();
    publishTuf(others, { version: 6, roles: rolesOf(), target: "evil", change: UNHASHED });
    const good = name === "root" ? first : files.get(name);
    const other = others.get(name.replace("5", "6")) ?? others.get("timestamp.json");
    if (good === undefined || other === undefined) throw new Error("no such file");
    const roll = dice(SEED);
    const [original, foreign] = [good, other].map((bytes) =>
      JSON.parse(Buffer.from(bytes).toString()),
    );
    const harmful: string[] = [];
    let accepted = 0;
    for (let made = 0; made < MUTANTS; made++) {
      const bytes = Buffer.from(mutant(original, foreign, roll));
      const state = { root: name === "root" ? bytes : first };
      const served = name === "root" ? files : new Map([...files, [name, bytes]]);
      const said = await update(served, state).then(
        ({ text, result }) => ({ text, root: result.root }),
        (error: Error) => error.message,
      );
      if (typeof said === "string") {
        expect(said).toMatch(/^TUF: .{10}|is larger than/);
        continue;
      }
      accepted += 1;
      const isSame = said.text === "target" && isDeepStrictEqual(signedOf(bytes), signedOf(good));
      if (!isSame) harmful.push(bytes.toString());
    }
    expect(harmful).toEqual([]);
    if (process.env["ASSAY_FUZZ_MUTANTS"] !== undefined)
      process.stderr.write(`${name}: ${MUTANTS} mutants, ${accepted} mean the same\n`);
  },
);

it("a target with any of its bytes changed is refused", async () => {
  const { files, first } = repository();
  const [name = ""] = [...files.keys()].filter((path) => path.startsWith("targets/"));
  const good = Buffer.from(files.get(name) ?? []);
  const roll = dice(SEED);
  for (let made = 0; made < MUTANTS; made++) {
    const bytes = otherBytes(good, roll);
    if (bytes.equals(good)) continue;
    await expect(update(new Map([...files, [name, bytes]]), { root: first })).rejects.toThrow();
  }
});
