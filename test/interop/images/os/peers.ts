import { deepStrictEqual as equal } from "node:assert";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { peer } from "../../peers.ts";
import type { InteropCase } from "../../suite.ts";
import { alpineRoot } from "./apk.ts";
import { debianRoot, distrolessRoot, stateRoot } from "./dpkg.ts";
import { readRoot } from "./read-root.ts";
import { rpmRoot } from "./rpm.ts";

/** A file system that ours and both peers read, and what they say otherwise: `name version arch`. */
interface Compared {
  readonly name: string;
  readonly type: string;
  /** Makes the file system in a folder, or names one. */
  make(folder: string): string;
  readonly syft?: Difference;
  readonly scalibr?: Difference;
}

interface Difference {
  readonly ours?: readonly string[];
  readonly theirs?: readonly string[];
}

const COMPARED: readonly Compared[] = [
  { name: "Debian", type: "deb", make: debianRoot },
  { name: "a distroless image", type: "deb", make: distrolessRoot },
  {
    name: "packages in every state",
    type: "deb",
    make: stateRoot,
    scalibr: { ours: ["fresh 10 amd64", "half 9 amd64"] },
  },
  { name: "Alpine's database", type: "apk", make: alpineRoot },
  { name: "rpm's database", type: "rpm", make: rpmRoot },
];

/** The same packages, but for the differences that `docs/accuracy.md` explains. */
export const peerCases: readonly InteropCase[] = COMPARED.map((each) => ({
  name: `${each.name}: packages as syft and scalibr name them`,
  run: async () => {
    const folder = mkdtempSync(join(tmpdir(), "assay-peers-"));
    try {
      const root = each.make(folder);
      const image = await readRoot(root);
      const ours = [...image.components.values()]
        .filter(({ component }) => component.ecosystem === each.type)
        .map(({ component: { name, version, purl } }) => line(name, version, purl));
      const none = { ours: [], theirs: [] };
      equal(difference(ours, bySyft(root, each.type)), { ...none, ...each.syft });
      equal(difference(ours, byScalibr(root, each.type, folder)), { ...none, ...each.scalibr });
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
}));

function difference(ours: readonly string[], theirs: readonly string[]): Difference {
  return {
    ours: ours.filter((each) => !theirs.includes(each)).sort(),
    theirs: theirs.filter((each) => !ours.includes(each)).sort(),
  };
}

/** An epoch of an rpm is a qualifier in some places and part of the version in others. */
function line(name: string, version = "", purl = ""): string {
  const arch = /[?&]arch=([^&]*)/.exec(purl)?.[1] ?? "";
  const epoch = /[?&]epoch=([^&]*)/.exec(purl)?.[1];
  return `${name} ${epoch === undefined ? version : version.replace(`${epoch}:`, "")} ${arch}`;
}

function bySyft(root: string, type: string): readonly string[] {
  const text = execFileSync(peer("syft"), ["scan", `dir:${root}`, "-q", "-o", "syft-json"], {
    encoding: "utf8",
    maxBuffer: 2 ** 30,
  });
  const { artifacts } = JSON.parse(text) as {
    artifacts: readonly {
      name: string;
      version: string;
      type: string;
      purl: string;
      foundBy: string;
    }[];
  };
  return (
    artifacts
      // Archives that apt downloaded and left behind are not installed.
      .filter((each) => each.type === type && each.foundBy !== "deb-archive-cataloger")
      .map(({ name, version, purl }) => line(name, version, purl))
  );
}

function byScalibr(root: string, type: string, folder: string): readonly string[] {
  const file = join(folder, "scalibr.json");
  execFileSync(peer("scalibr"), [`--root=${root}`, "-o", `cdx-json=${file}`], { stdio: "ignore" });
  const { components = [] } = JSON.parse(readFileSync(file, "utf8")) as {
    components?: readonly { name: string; version: string; purl?: string }[];
  };
  return components
    .filter(({ purl }) => purl?.startsWith(`pkg:${type}/`))
    .map(({ name, version, purl }) => line(name, version, purl));
}
