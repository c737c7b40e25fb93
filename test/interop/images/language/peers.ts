import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { peer } from "../../peers.ts";

/** A package of a peer's report, with the files that it found it in. */
export interface PeerPackage {
  /** Type, namespace, name and version, decoded. */
  readonly purl: string;
  readonly paths: readonly string[];
}

export function plainPurl(purl: string): string {
  return decodeURIComponent(purl.split(/[?#]/, 1)[0] ?? "");
}

const LANGUAGES = /^pkg:(?:npm|pypi|maven|nuget|gem|composer)\//;

/** As it looks at an image. */
export function syftPackages(root: string): readonly PeerPackage[] {
  const args = [
    "scan",
    `dir:${root}`,
    "--override-default-catalogers",
    "image",
    "-q",
    "-o",
    "json",
  ];
  const report = execFileSync(peer("syft"), args, {
    encoding: "utf8",
    maxBuffer: 256 * 1024 * 1024,
    stdio: ["ignore", "pipe", "ignore"],
  });
  const { artifacts } = JSON.parse(report) as {
    readonly artifacts: readonly {
      readonly purl: string;
      readonly locations: readonly { readonly path: string }[];
    }[];
  };
  return artifacts
    .filter(({ purl }) => LANGUAGES.test(purl))
    .map(({ purl, locations }) => ({
      purl: plainPurl(purl),
      paths: locations.map(({ path }) => path.replace(/^\//, "")),
    }));
}

/** With all that it can extract. */
export function scalibrPackages(root: string): readonly PeerPackage[] {
  const result = join(mkdtempSync(join(tmpdir(), "assay-scalibr-")), "result.textproto");
  try {
    const args = [`--root=${root}`, `--result=${result}`, "--extractors=all"];
    execFileSync(peer("scalibr"), args, { stdio: "ignore" });
  } catch {
    // It ends with an error where one of its extractors does; the report is there.
  }
  const text = readFileSync(result, "utf8");
  // A block for each package: its purl and the files follow each other.
  return text.split(/\n\s*packages:\s*\{/).flatMap((block) => {
    const purl = /\bpurl:\s*"(pkg:[^"]+)"/.exec(block)?.[1] ?? "";
    const paths = [...block.matchAll(/\b(?:path|locations):\s*"([^"]+)"/g)];
    return LANGUAGES.test(purl)
      ? [{ purl: plainPurl(purl), paths: paths.map(([, path = ""]) => path) }]
      : [];
  });
}
