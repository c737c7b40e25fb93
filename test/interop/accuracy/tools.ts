import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { peer } from "../peers.ts";
import { type Read, readDocument } from "./document.ts";

const CLI = fileURLToPath(new URL("../../../dist/cli.js", import.meta.url));

/** osv-scalibr's groups of readers, by language. */
const PLUGINS =
  "php,python,javascript,go,rust,ruby,dotnet,java,elixir,erlang,haskell,dart,swift,cpp,r,julia";

export const PEERS = ["syft", "scalibr"] as const;
export type Peer = (typeof PEERS)[number];

/** What ours and the peers read of one checkout, and what ours says that it did not read. */
export interface Documents {
  readonly ours: Read;
  readonly peers: Readonly<Record<Peer, Read>>;
  /** Files and folders that ours says it left out. */
  readonly skipped: readonly string[];
  /** Files of which a finding says that their packages are not known. */
  readonly unknown: readonly string[];
}

interface Report {
  readonly checks: readonly { readonly coverage: { readonly skipped: readonly Skipped[] } }[];
  readonly findings: readonly Finding[];
}

interface Skipped {
  readonly item: string;
}

interface Finding {
  readonly location?: { readonly path?: string };
  readonly relatedLocations?: readonly { readonly path?: string }[];
}

/** Runs the three tools on a checkout; they write into `folder`. */
export function documentsOf(root: string, folder: string): Documents {
  mkdirSync(folder, { recursive: true });
  const files = { syft: join(folder, "syft.json"), scalibr: join(folder, "scalibr.json") };
  const settings = ["--offline", "--quiet", "--fail-on", "never", "--formats", "cyclonedx-1.6"];
  const reports = ["--report-formats", "json", "--report-directory", folder];
  run(process.execPath, [CLI, "sbom", root, ...settings, ...reports]);
  run(peer("syft"), ["scan", `dir:${root}`, "--quiet", "-o", `cyclonedx-json=${files.syft}`]);
  const plugins = [
    "--offline",
    `--root=${root}`,
    `--plugins=${PLUGINS}`,
    "-o",
    `cdx-json=${files.scalibr}`,
  ];
  run(peer("scalibr"), plugins, files.scalibr);
  const report: Report = JSON.parse(readFileSync(join(folder, "report.json"), "utf8"));
  return {
    ours: readDocument(join(folder, "sbom.cdx.json"), root),
    peers: { syft: readDocument(files.syft, root), scalibr: readDocument(files.scalibr, root) },
    skipped: report.checks.flatMap(({ coverage }) => coverage.skipped.map(({ item }) => item)),
    unknown: report.findings.flatMap(({ location, relatedLocations = [] }) =>
      [location, ...relatedLocations].flatMap((each) => each?.path ?? []),
    ),
  };
}

/** osv-scalibr ends with an error where one of its readers has one: what counts is that it wrote. */
function run(command: string, args: readonly string[], written?: string): void {
  const ended = spawnSync(command, args, {
    encoding: "utf8",
    maxBuffer: 2 ** 28,
    env: {
      ...process.env,
      SYFT_CHECK_FOR_APP_UPDATE: "false",
      // It would run `go`, which downloads: what is found would depend on the machine.
      SYFT_GOLANG_USE_PACKAGES_LIB: "false",
    },
  });
  if (ended.error !== undefined) throw ended.error;
  if (ended.status !== 0 && (written === undefined || !existsSync(written)))
    throw new Error(`${command} ended with ${ended.status}: ${ended.stderr.slice(-2000)}`);
}
