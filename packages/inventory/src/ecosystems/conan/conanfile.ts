import { type ConanReference, readReference } from "./reference.ts";

export interface ConanRequirement {
  readonly kind: "runtime" | "build" | "test";
  readonly text: string;
  readonly reference: ConanReference;
}

const KINDS: Readonly<Record<string, ConanRequirement["kind"]>> = {
  requires: "runtime",
  tool_requires: "build",
  build_requires: "build",
  test_requires: "test",
};

/**
 * What a `conanfile.txt` asks for (https://docs.conan.io/2/reference/conanfile_txt.html), and how many of its lines were not
 * understood.
 */
export function readConanfile(text: string): {
  readonly requirements: readonly ConanRequirement[];
  readonly odd: readonly string[];
} {
  const requirements: ConanRequirement[] = [];
  const odd: string[] = [];
  let kind: ConanRequirement["kind"] | undefined;
  for (const line of text.split(/\r?\n/)) {
    const [content = ""] = line.trim().split(/\s#/, 1);
    if (content === "" || content.startsWith("#")) continue;
    const section = /^\[([a-z_]+)\]/.exec(content)?.[1];
    if (section !== undefined) kind = Object.hasOwn(KINDS, section) ? KINDS[section] : undefined;
    else if (kind !== undefined) {
      const reference = readReference(content);
      if (reference === undefined) odd.push(content);
      else requirements.push({ kind, text: content, reference });
    }
  }
  return { requirements, odd };
}

/** Calls and attributes of a recipe; what is tested in `test_package` is the recipe beside it. */
const REQUIRES =
  /^[^#\r\n\u2028\u2029]*\b(?:python_|build_|tool_|test_)?requires\s*(?:=|\()\s*(?!None|self\.tested_reference_str|\s|\)|["']tested_reference_str)/m;

/** Whether a `conanfile.txt` or, as far as its text can tell, a `conanfile.py` asks for packages. */
export function conanfileAsks(text: string): boolean {
  if (/^[ \t]*(?:import|from|class)\s/m.test(text)) return REQUIRES.test(text);
  const { requirements, odd } = readConanfile(text);
  return requirements.length + odd.length > 0;
}
