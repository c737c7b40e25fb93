import { exclusion, folderOf } from "@assay/inventory";
import { isAside } from "../../aside.ts";
import type { PolicyRepository } from "../../repository.ts";
import { defineRule, type Violation } from "../../rule.ts";

const HEAD_BYTES = 1024;
const EXTENSION =
  /\.(?:crx|deb|dex|dey|elf|o|a|so|macho|iso|class|jar|bundle|dylib|lib|msi|dll|drv|efi|exe|ocx|pyc|pyo|par|rpm|wasm|whl)$/i;
/** Text by their names, of which reading the head would only cost time. */
const TEXT =
  /\.(?:[cm]?[jt]sx?|json5?|md|mdx|txt|py|pyi|rs|go|java|kt|kts|scala|rb|php|cs|c|h|cc|cpp|hpp|swift|ya?ml|toml|html?|s?css|less|vue|svelte|svg|xml|sql|rst|adoc|snap|lock|proto|graphql|gradle|properties|cfg|ini|conf|csv|po|tf)$/i;
const MAGIC: readonly (readonly [name: string, hex: string])[] = [
  ["an ELF program", "7f454c46"],
  ["a Windows program", "4d5a"],
  ["a Mach-O program", "feedface"],
  ["a Mach-O program", "feedfacf"],
  ["a Mach-O program", "cefaedfe"],
  ["a Mach-O program", "cffaedfe"],
  ["a Java class or Mach-O program", "cafebabe"],
  ["WebAssembly", "0061736d"],
  ["an archive of object files", "213c617263683e0a"],
  ["Android bytecode", "6465780a"],
  ["an RPM package", "edabeedb"],
];
const WRAPPER = /(?:^|\/)gradle-wrapper\.jar$/;
const VALIDATION =
  /gradle\/(?:actions\/wrapper-validation|wrapper-validation-action|actions\/setup-gradle)@/;

/** Rule 41. */
export const repoNoBinaries = defineRule({
  id: "repo.no-binaries",
  title: "A program or library in compiled form",
  description: "Nobody can review what is compiled, or tell from which source.",
  help: "Remove the file; build it from source, or fetch it by its hash.",
  severity: "high",
  sources: {
    osps: ["QA-05.01", "QA-05.02"],
    scorecard: ["Binary-Artifacts"],
    ssdf: ["PS.1"],
  },
  decidedBy: "files",
  confidence: "high",
  async judge(repository) {
    // In the base only what was found in the change is looked at again: each file of a commit costs a process of git.
    const found: string[] = [];
    const key = "files that may be binary";
    const files = repository.once(key, () => repository.files.filter((path) => !TEXT.test(path)));
    repository.base?.once(key, () => found);
    const violations: Violation[] = [];
    const wrappers: string[] = [];
    const aside: string[] = [];
    for (const path of files) {
      const kind = kindOf(path, await repository.head(path, HEAD_BYTES));
      if (kind === undefined) continue;
      found.push(path);
      if (WRAPPER.test(path)) {
        wrappers.push(path);
        continue;
      }
      if (exclusion(path) !== undefined || isAside(folderOf(path))) aside.push(path);
      else
        violations.push({
          path,
          key: "binary",
          message: `The file is ${kind}; only source is allowed.`,
        });
    }
    const [first] = aside;
    // Tests and examples are full of them where a tool reads such files: one violation for all.
    if (first !== undefined)
      violations.push({
        path: first,
        key: "aside",
        confidence: "low",
        message: `Compiled files lie among tests or examples (${aside.length}); only source is allowed.`,
      });
    const [path] = wrappers;
    if (path !== undefined && !(await areValidated(repository)))
      violations.push({
        path,
        key: "wrapper",
        severity: "medium",
        message: `No workflow validates Gradle's wrapper (${wrappers.length} in the repository).`,
        remediation: "Add a step with `gradle/actions/wrapper-validation`.",
      });
    return { violations, looked: files.length };
  },
});

function kindOf(path: string, head: Uint8Array | undefined): string | undefined {
  if (head === undefined || head.length === 0 || !head.includes(0)) return undefined;
  const hex = Buffer.from(head.subarray(0, 8)).toString("hex");
  const [kind] = MAGIC.find(([, start]) => hex.startsWith(start)) ?? [];
  const extension = EXTENSION.exec(path)?.[0].toLowerCase();
  return kind ?? (extension && `binary (\`${extension}\`)`);
}

/** Gradle's wrappers are compared with the known ones by a step of CI. */
async function areValidated(repository: PolicyRepository): Promise<boolean> {
  for (const path of repository.files.filter((each) => each.startsWith(".github/workflows/")))
    if (VALIDATION.test((await repository.read(path)) ?? "")) return true;
  return false;
}
