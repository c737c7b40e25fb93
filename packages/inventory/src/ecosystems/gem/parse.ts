/** A gem that something asks for. */
export interface GemRequirement {
  readonly name: string;
  /** `~> 1.0, >= 1.0.2`; absent for any version. */
  readonly requirement: string | undefined;
  readonly line: number;
}

/** One resolved gem: each platform that it is built for is a spec of its own. */
export interface GemSpec {
  readonly name: string;
  readonly version: string;
  /** Absent for the one that runs, or is built, everywhere. */
  readonly platform: string | undefined;
  readonly line: number;
  readonly dependencies: readonly GemRequirement[];
}

const SOURCES = ["GIT", "PATH", "PLUGIN SOURCE", "GEM"] as const;
type SourceType = (typeof SOURCES)[number];

/** Gems of one source. */
export interface GemSource {
  readonly type: SourceType;
  readonly line: number;
  readonly remotes: readonly string[];
  /** `revision`, `branch`, `tag`, `glob`, `type`, … */
  readonly options: ReadonlyMap<string, string>;
  readonly specs: readonly GemSpec[];
}

export interface GemChecksum {
  /** `name (version-platform)`. */
  readonly key: string;
  /** `sha256=<hex>`, several separated by commas; absent where Bundler knew none. */
  readonly digests: string | undefined;
  readonly line: number;
}

export interface GemfileLock {
  readonly sources: readonly GemSource[];
  readonly dependencies: readonly GemRequirement[];
  /** The line of the section DEPENDENCIES; absent where there is none. */
  readonly dependenciesLine: number | undefined;
  readonly checksums: readonly GemChecksum[];
  readonly problems: readonly { readonly line: number; readonly reason: string }[];
}

/** Sections in which no package stands. */
const OTHER_SECTIONS = new Set(["PLATFORMS", "RUBY VERSION", "BUNDLED WITH"]);
const NAME = String.raw`[A-Za-z0-9][\w.-]*|_[\w.-]+`;
const SPEC = new RegExp(String.raw`^(${NAME}) \(([0-9][0-9A-Za-z.]*)(?:-([\w.-]+))?\)$`);
const REQUIREMENT = new RegExp(String.raw`^(${NAME})(?: \(([^()]+)\))?(!)?$`);
const CHECKSUM = new RegExp(String.raw`^((?:${NAME}) \([^()\s]+\))(?: (\S+))?$`);

interface OpenSource extends GemSource {
  readonly remotes: string[];
  readonly options: Map<string, string>;
  readonly specs: (GemSpec & { readonly dependencies: GemRequirement[] })[];
  inSpecs: boolean;
}

/** Reads the sections of a `Gemfile.lock`, line by line. What is no line of its section is a problem. */
export function parseGemfileLock(text: string): GemfileLock {
  const sources: OpenSource[] = [];
  const dependencies: GemRequirement[] = [];
  const checksums: GemChecksum[] = [];
  const problems: { line: number; reason: string }[] = [];
  let dependenciesLine: number | undefined;
  let section = "";
  for (const [index, raw] of text.split("\n").entries()) {
    const line = index + 1;
    const content = raw.endsWith("\r") ? raw.slice(0, -1) : raw;
    if (content.trim() === "") continue;
    const odd = (reason: string) => problems.push({ line, reason });
    if (!/^\s/.test(content)) {
      section = content;
      if (isSource(content)) sources.push(openSource(content, line));
      else if (content === "DEPENDENCIES") dependenciesLine ??= line;
      else if (content !== "CHECKSUMS" && !OTHER_SECTIONS.has(content))
        odd("a section that is not known starts here");
      continue;
    }
    const source = sources.at(-1);
    if (isSource(section) && source !== undefined) {
      if (!addToSource(source, content, line)) odd("it is no line of a source");
    } else if (section === "DEPENDENCIES") {
      const found = readRequirement(content, "  ", line);
      if (found === undefined) odd("it is no dependency");
      else dependencies.push(found);
    } else if (section === "CHECKSUMS") {
      const [, key, digests] = CHECKSUM.exec(content.trim()) ?? [];
      if (key === undefined) odd("it is no checksum");
      else checksums.push({ key, digests, line });
    } else if (!OTHER_SECTIONS.has(section)) odd("it belongs to no section that is known");
  }
  return { sources, dependencies, dependenciesLine, checksums, problems };
}

function isSource(section: string): section is SourceType {
  return SOURCES.some((type) => type === section);
}

function openSource(type: SourceType, line: number): OpenSource {
  return { type, line, remotes: [], options: new Map(), specs: [], inSpecs: false };
}

/** @returns whether the line was understood. */
function addToSource(source: OpenSource, content: string, line: number): boolean {
  if (content.startsWith("      ")) {
    const found = readRequirement(content, "      ", line);
    const spec = source.specs.at(-1);
    if (found === undefined || spec === undefined) return false;
    spec.dependencies.push(found);
    return true;
  }
  if (content.startsWith("    ")) {
    const [, name, version, platform] = SPEC.exec(content.slice(4)) ?? [];
    if (!source.inSpecs || name === undefined || version === undefined) return false;
    const isRuby = platform === undefined || platform === "ruby";
    const own = isRuby ? undefined : platform;
    source.specs.push({ name, version, platform: own, line, dependencies: [] });
    return true;
  }
  const [, key, value = ""] = /^ {2}(\w+):(?: (.*))?$/.exec(content) ?? [];
  if (key === undefined || source.inSpecs) return false;
  if (key === "specs") source.inSpecs = true;
  else if (key === "remote") source.remotes.push(value);
  else source.options.set(key, value);
  return true;
}

function readRequirement(content: string, indent: string, line: number) {
  const [, name, requirement] = REQUIREMENT.exec(content.slice(indent.length)) ?? [];
  if (!content.startsWith(indent) || name === undefined) return undefined;
  return { name, requirement, line };
}
