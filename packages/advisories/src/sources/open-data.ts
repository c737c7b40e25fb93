import { ExternalError, plural } from "@assay/core";
import type { AdvisoryData, DataInfo, EcosystemData, StoredAdvisory } from "../data.ts";
import { baseOf } from "../store/format.ts";
import type { StoreFile } from "../store/read.ts";

/** Files as data: each ecosystem from the one whose data is the newest. */
export function dataOf(
  files: readonly StoreFile[],
  about: Pick<DataInfo, "source" | "place" | "signer" | "notices">,
): AdvisoryData {
  const fileOf = new Map<string, StoreFile>();
  const ecosystems: Record<string, EcosystemData> = Object.create(null);
  for (const file of files)
    for (const [name, entry] of file.directory) {
      // An archive without an advisory says nothing: never that there is none.
      if (entry.names === 0) continue;
      const known = ecosystems[name];
      if (known !== undefined && Date.parse(known.takenAt) >= Date.parse(entry.takenAt)) continue;
      fileOf.set(name, file);
      const { records, takenAt, newest, unreadable, databases } = entry;
      ecosystems[name] = {
        records,
        takenAt,
        ...(newest === undefined ? {} : { newest }),
        ...(unreadable === undefined ? {} : { unreadable }),
        ...(databases === undefined ? {} : { databases }),
      };
    }
  return {
    info: {
      ...about,
      ecosystems,
      ...oldest(ecosystems),
      notices: [...(about.notices ?? []), ...noticesOf(ecosystems)],
    },
    async lookup(packages) {
      const found = new Map<string, readonly StoredAdvisory[]>();
      for (const file of files) {
        const own = packages.filter(({ ecosystem }) => fileOf.get(baseOf(ecosystem)) === file);
        file.find(own, found);
      }
      return found;
    },
  };
}

function noticesOf(ecosystems: DataInfo["ecosystems"]): readonly string[] {
  return Object.entries(ecosystems).flatMap(([name, { unreadable = 0 }]) =>
    unreadable === 0
      ? []
      : [
          `${plural(unreadable, "record")} of ${name} can't be read and ${unreadable === 1 ? "is" : "are"} left out.`,
        ],
  );
}

export function oldest(ecosystems: DataInfo["ecosystems"]): Pick<DataInfo, "takenAt"> {
  const times = Object.values(ecosystems).map(({ takenAt }) => takenAt);
  if (times.length === 0) return {};
  return { takenAt: times.reduce((a, b) => (Date.parse(b) < Date.parse(a) ? b : a)) };
}

/** Data of two sources together. */
export function joined(one: AdvisoryData, other: AdvisoryData): AdvisoryData {
  const ecosystems = { ...one.info.ecosystems, ...other.info.ecosystems };
  const notices = [...(one.info.notices ?? []), ...(other.info.notices ?? [])];
  return {
    info: { ...one.info, ecosystems, ...oldest(ecosystems), notices },
    lookup: async (packages) =>
      new Map([...(await one.lookup(packages)), ...(await other.lookup(packages))]),
  };
}

/** @throws ExternalError when an ecosystem has no data. */
export function expectEcosystems(
  { info }: AdvisoryData,
  wanted: readonly string[],
  hint: string,
): void {
  const missing = wanted.filter((name) => info.ecosystems[name] === undefined);
  if (missing.length === 0) return;
  throw new ExternalError(
    `There are no advisories for ${missing.join(", ")} in ${info.place}: nothing was looked up`,
    { hint },
  );
}
