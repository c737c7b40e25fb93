/** Whose files are whose, on a real system of Debian. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { peer } from "../../peers.ts";
import type { InteropCase } from "../../suite.ts";
import { debianRoot } from "../os/dpkg.ts";
import { readRoot } from "../os/read-root.ts";

export const ownerCases: readonly InteropCase[] = [
  {
    name: "a system by debootstrap: Python's packages are parts of Debian's, and every program has a package",
    async run() {
      const { inventory, parts, unidentified } = await readRoot(debianRoot());
      assert.deepEqual([...new Set(inventory.graphs.map(({ ecosystem }) => ecosystem))], ["deb"]);
      assert.deepEqual(unidentified, []);
      const inside = [...parts].flatMap(([owner, all]) => {
        const deb = owner.split(":")[1] ?? "";
        return all.map(({ component }) => `${deb} ${component.purl?.replace(/@.*/, "")}`);
      });
      assert.deepEqual(
        inside.sort(),
        ["certifi", "chardet", "charset-normalizer", "idna", "requests", "six", "urllib3"].map(
          (name) => `python3-${name} pkg:pypi/${name}`,
        ),
      );
      // syft counts each of them a second time.
      const args = ["scan", `dir:${debianRoot()}`, "--quiet", "-o", "syft-json"];
      const env = { ...process.env, SYFT_CHECK_FOR_APP_UPDATE: "false" };
      const text = execFileSync(peer("syft"), args, { encoding: "utf8", maxBuffer: 2 ** 28, env });
      const { artifacts }: { artifacts: readonly { type: string; purl: string }[] } =
        JSON.parse(text);
      const own = [...parts.values()].flat().map(({ component }) => component.purl);
      const twice = artifacts.filter(({ type }) => type === "python").map(({ purl }) => purl);
      assert.deepEqual(twice.sort(), own.sort());
    },
  },
];
