import { readElf } from "./elf.ts";
import { isMachO, readMachO } from "./mach-o.ts";
import { readPe } from "./pe.ts";
import type { Content, Program, ProgramKind } from "./program.ts";
import { readWasm } from "./wasm.ts";

/** What a file may be, by its first bytes; a closer look may say that it is none. */
export function programKind(head: Uint8Array): ProgramKind | undefined {
  const [a, b, c, d] = head;
  if (a === 0x7f && b === 0x45 && c === 0x4c && d === 0x46) return "elf";
  if (a === 0x00 && b === 0x61 && c === 0x73 && d === 0x6d) return "wasm";
  if (a === 0x4d && b === 0x5a) return "pe";
  return isMachO(head) ? "mach-o" : undefined;
}

/** The programs of a file; none where it is no program. */
export async function readPrograms(content: Content): Promise<readonly Program[]> {
  const kind = programKind(await content.read(0, 8));
  if (kind === undefined) return [];
  if (kind === "mach-o") return readMachO(content);
  const read = { elf: readElf, pe: readPe, wasm: readWasm }[kind];
  const program = await read(content);
  return program === undefined ? [] : [program];
}
