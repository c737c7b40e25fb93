import type { Skipped } from "../../graph.ts";
import type { ExecutableFile, ImageFact, ImageFile, ImageReader, ImageTree } from "../reader.ts";
import { type AuditableCrate, addCrates, auditableCrates } from "./cargo-auditable.ts";
import { createFound, type Found } from "./found.ts";
import { type GoBuildInfo, goBuildInfo } from "./go-build-info.ts";
import { addGoProgram } from "./go-components.ts";
import { tooManyModules } from "./go-modules.ts";
import {
  addNativeImage,
  type NativeImageComponent,
  nativeImageComponents,
} from "./native-image.ts";
import { addPackageNote, type PackageNote, packageNote } from "./package-note.ts";
import type { Program } from "./program.ts";
import { programKind, readPrograms } from "./read-program.ts";
import { addRuntime, type RuntimeVersion, runtimeVersion } from "./version-strings.ts";

/** What a program or library says of itself. */
export interface ProgramRecord {
  readonly kind: ExecutableFile["kind"];
  readonly go?: GoBuildInfo;
  readonly crates?: readonly AuditableCrate[];
  readonly native?: readonly NativeImageComponent[];
  readonly note?: PackageNote;
  readonly runtime?: RuntimeVersion;
  /** By UPX: nothing of it can be read. */
  readonly packed?: boolean;
  /** What can't be read: clauses. */
  readonly problems: readonly string[];
}

/** Folders in which a shell looks for programs. */
const PROGRAM_FOLDER = /^(?:usr\/(?:local\/)?)?s?bin\/[^/]+$/;

/** What Go, Rust and GraalVM write into programs, notes of packages, versions that programs print; and which programs there are. */
export const programReader: ImageReader<ProgramRecord> = {
  id: "programs",
  wants({ path, head, size }) {
    if (head[0] === 0x23 && head[1] === 0x21) return PROGRAM_FOLDER.test(path);
    const kind = programKind(head);
    // Object files, kernel modules and core dumps are no programs.
    return kind !== undefined && size >= 64 && (kind !== "elf" || isLinked(head));
  },
  async extract(file) {
    const start = await file.content.read(0, 256);
    if (start[0] === 0x23 && start[1] === 0x21) return { kind: "script", problems: [] };
    const programs = await readPrograms(file.content);
    return programs[0] === undefined ? undefined : readProgram(file, programs[0], programs, start);
  },
  async assemble(facts, tree) {
    const found = createFound();
    const explained: string[] = [];
    const skipped: Skipped[] = [];
    const packed: string[] = [];
    for (const each of facts) {
      if (isTestData(each.path, tree)) explained.push(each.path);
      else if (addProgram(found, each))
        explained.push(each.path, ...(each.fact.runtime?.brings ?? []));
      for (const reason of each.fact.problems)
        skipped.push({ kind: "unreadable", item: each.path, reason });
      if (each.fact.packed) packed.push(each.path);
    }
    return {
      components: found.components(),
      edges: found.edges,
      withoutEdges: found.withoutEdges(),
      explained,
      executables: facts.map(({ path, layer, sha256, fact: { kind } }) => ({
        path,
        layer,
        sha256,
        kind,
      })),
      skipped,
      notices: packed.map(
        (path) => `/${path} is packed with UPX: what it is made of can't be read.`,
      ),
    };
  },
};

function isLinked(head: Uint8Array): boolean {
  const type = head[5] === 2 ? head[17] : head[16];
  return type === 2 || type === 3;
}

async function readProgram(
  { content, path }: ImageFile,
  first: Program,
  programs: readonly Program[],
  start: Uint8Array,
): Promise<ProgramRecord> {
  const problems: string[] = [];
  const { kind } = first;
  const list = <T>(value: readonly T[] | string | undefined): readonly T[] | undefined => {
    if (typeof value === "string") problems.push(value);
    return typeof value === "string" ? undefined : value;
  };
  for (const program of programs) {
    const go = await goBuildInfo(content, program);
    if (go !== undefined) {
      const problem = go.problem ?? tooManyModules(go.modules);
      return { kind, go, problems: problem === undefined ? problems : [problem] };
    }
    const crates = list(await auditableCrates(content, program));
    if (crates !== undefined) return { kind, crates, problems };
  }
  const native = list(await nativeImageComponents(content, first));
  const note = await packageNote(content, first);
  const runtime = await runtimeVersion(content, path);
  const packed =
    Buffer.from(start).includes("UPX!") || first.sections.some(({ name }) => name === "UPX0");
  return {
    kind,
    ...(native === undefined ? {} : { native }),
    ...(note === undefined ? {} : { note }),
    ...(runtime === undefined ? {} : { runtime }),
    ...(packed ? { packed } : {}),
    problems,
  };
}

/** Gives whether the program says what it is. */
function addProgram(found: Found, at: ImageFact<ProgramRecord>): boolean {
  const { go, crates, native, note, runtime } = at.fact;
  if (go !== undefined) addGoProgram(found, go, at);
  if (crates !== undefined) addCrates(found, crates, at);
  if (native !== undefined) addNativeImage(found, native, at);
  if (note !== undefined) addPackageNote(found, note, at);
  if (runtime !== undefined) addRuntime(found, runtime, at);
  return [go, crates, native, note, runtime].some((each) => each !== undefined);
}

/** Programs that the tests of Go itself, or of a module in its cache, read: nobody runs them. */
function isTestData(path: string, tree: ImageTree): boolean {
  const at = path.indexOf("/testdata/");
  if (at < 0) return false;
  const [, root] = /^(.*?)\/src\//.exec(path.slice(0, at + 1)) ?? [];
  return path.includes("/pkg/mod/") || (root !== undefined && tree.has(`${root}/VERSION`));
}
