import { readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * The order in which files stand in the archive that a runner downloads. gzip looks back 32 kB and no further: a file costs up to a
 * tenth less behind one that says similar things, 9 kB in all. Found by `try-order.ts`; when files become larger or other ones, try again.
 */
const ORDER: readonly string[] = `
vendor-cyclonedx-cyclonedx-library vendor-spdx part-spdx-ids rolldown-runtime vendor-sigstore part-sigstore part-key-services
part-signing-acts part-signing part-sbom python part-dependencies part-licenses part-licenses-check part-dependencies-check
part-config part-policy part-inventory-githubactions part-inventory-golang part-inventory-cargo part-inventory-pypi
part-inventory-science part-inventory-functional part-inventory-mobile part-inventory-gem part-inventory-composer
part-inventory-native part-inventory-assemble part-inventory-npm part-inventory-deno part-inventory-nuget part-inventory-jvm
part-sbom-check part-sbom-formats part-inventory-installed advisories-snapshot-signature cyclonedx-library part-inventory-toml
part-advisories-commands part-advisories part-signing-release sbom-destinations-upload action-kit-runner-run-action
runtime-settings-settings-of-change part-git-changes part-git part-base part-reports part-secrets-check part-python-check
part-policy-check inventory-base part-inventory vendor-smol-toml part-inventory-xml part-yaml vendor-actions core-platform-tunnel
part-secrets part-suite python-provision-provision
`
  .trim()
  .split(/\s+/);

/**
 * What only the command line runs: a clone has it, and the archive that a runner downloads for a step does not (`.gitattributes` leaves
 * out what is called `cli-*`).
 */
const CLI_ONLY = [
  "part-cli-main",
  "part-cli-helpers",
  "part-cli-image",
  "part-cli-keys",
  "part-cli-protocol",
  "part-cli-roots",
  "part-cli-tuf",
  "part-cli-vsa",
  "part-cli-verify-release",
  "part-cli-verdicts",
  "part-cli-advisories",
  "part-cli-sbom-commands",
  "part-sbom-documents",
  "part-dependencies-commands",
  "part-policy-fix",
  "schemas",
];

const NEEDS_CLI = /(?:from|import)\s*["']\.\/(?:shared\/)?cli[-.]/;
const LINK = /(["'`])(\.\/(?:shared\/)?)([\w.-]+)\.js\1/g;

/**
 * Gives each shared file a number before its name. One that `ORDER` does not know keeps its name and stands last.
 *
 * @throws where a file of the archive can't be loaded without one that is left out
 */
export function inOrder(outputFolder: string): void {
  const numbered = new Map([
    ...ORDER.map(
      (name, index) => [name, `${String(index + 10)}-${name.replace(/^part-/, "")}`] as const,
    ),
    ...CLI_ONLY.map((name) => [name, `cli-${name.replace(/^part-(?:cli-)?/, "")}`] as const),
  ]);
  const shared = join(outputFolder, "shared");
  for (const folder of [outputFolder, shared])
    for (const file of readdirSync(folder).filter((each) => each.endsWith(".js"))) {
      const path = join(folder, file);
      const text = readFileSync(path, "utf8");
      const linked = text.replace(
        LINK,
        (_, quote: string, start: string, name: string) =>
          `${quote}${start}${numbered.get(name) ?? name}.js${quote}`,
      );
      if (linked !== text) writeFileSync(path, linked);
      const name = file.slice(0, -3);
      const to = folder === shared ? numbered.get(name) : undefined;
      if (NEEDS_CLI.test(linked) && !/^cli[-.]/.test(`${to ?? name}.`))
        throw new Error(
          `${file} is in the archive, and what it imports at once is not: scripts/chunks.ts`,
        );
      if (to !== undefined) renameSync(path, join(folder, `${to}.js`));
    }
}
