import { normalName } from "../query/names.ts";
import type { AffectedPackage, AffectedRange, RangeEvent, ScoredVector } from "../record.ts";
import { fieldsOf, objectsOf, textOf, textsOf } from "./fields.ts";

const MAX_NAME = 1024;
const MAX_VERSION = 256;
const MAX_VERSIONS = 20_000;
const MAX_RANGES = 1000;
const MAX_EVENTS = 2000;
const MAX_SYMBOLS = 20;

/** One entry of `affected`. What can't be read makes it incomplete, and does not lose it. */
export function readAffected(entry: Readonly<Record<string, unknown>>): AffectedPackage {
  const { ecosystem: eco, name: ownName } = fieldsOf(entry["package"]);
  const ecosystem = textOf(eco, 200);
  const name = textOf(ownName, MAX_NAME);
  const database = fieldsOf(entry["database_specific"]);
  const listed = entry["ranges"] ?? [];
  const ranges = objectsOf(listed, MAX_RANGES).map(readRange);
  const versions = textsOf(entry["versions"], MAX_VERSIONS, MAX_VERSION);
  const lastKnown = textOf(database["last_known_affected_version_range"], MAX_VERSION);
  const isWhole =
    versions.isWhole &&
    Array.isArray(listed) &&
    ranges.length === listed.length &&
    !ranges.includes(undefined);
  return {
    ...(ecosystem === undefined || name === undefined
      ? {}
      : { ecosystem, name: normalName(ecosystem, name) }),
    severity: readVectors(entry["severity"]),
    ranges: ranges.filter((range) => range !== undefined),
    versions: versions.texts,
    ...(lastKnown === undefined ? {} : { lastKnown }),
    symbols: symbolsOf(fieldsOf(entry["ecosystem_specific"])),
    ...(isWhole ? {} : { incomplete: true }),
  };
}

/** `severity` of a record or an entry. */
export function readVectors(value: unknown): readonly ScoredVector[] {
  return objectsOf(value, 20).flatMap(({ type, score }) => {
    const [kind, text] = [textOf(type, 40), textOf(score, 500)];
    return kind === undefined || text === undefined ? [] : [{ type: kind, score: text }];
  });
}

function readRange(range: Readonly<Record<string, unknown>>): AffectedRange | undefined {
  const { type, repo: place, events } = range;
  const repo = textOf(place, 2048);
  if (type === "GIT") return { type, ...(repo === undefined ? {} : { repo }), events: [] };
  if ((type !== "SEMVER" && type !== "ECOSYSTEM") || !Array.isArray(events)) return undefined;
  if (events.length > MAX_EVENTS) return undefined;
  const read = events.map((event) => readEvent(fieldsOf(event)));
  const lastKnown = textOf(
    fieldsOf(range["database_specific"])["last_known_affected_version_range"],
    MAX_VERSION,
  );
  return read.includes(undefined)
    ? undefined
    : {
        type,
        events: read.filter((event) => event !== undefined),
        ...(lastKnown === undefined ? {} : { lastKnown }),
      };
}

/** Exactly one of the four: https://ossf.github.io/osv-schema/#affectedrangesevents-fields. */
function readEvent(event: Readonly<Record<string, unknown>>): RangeEvent | undefined {
  const [introduced, fixed, lastAffected, limit] = [
    "introduced",
    "fixed",
    "last_affected",
    "limit",
  ].map((key) => textOf(event[key], MAX_VERSION));
  const all: readonly (RangeEvent | undefined)[] = [
    introduced === undefined ? undefined : { introduced },
    fixed === undefined ? undefined : { fixed },
    lastAffected === undefined ? undefined : { lastAffected },
    limit === undefined ? undefined : { limit },
  ];
  const [one, ...more] = all.filter((each) => each !== undefined);
  return more.length === 0 ? one : undefined;
}

/** GitHub's `affected_functions`, RustSec's `affects.functions`, Go's `imports`. */
function symbolsOf(specific: Readonly<Record<string, unknown>>): readonly string[] {
  const { affected_functions: functions, affects } = specific;
  const go = objectsOf(specific["imports"], MAX_SYMBOLS).flatMap(({ path, symbols }) =>
    textsOf(symbols, MAX_SYMBOLS, 200).texts.map(
      (symbol) => `${textOf(path, 500) ?? ""}.${symbol}`,
    ),
  );
  const rust = fieldsOf(affects)["functions"];
  const lists = [functions, Array.isArray(rust) ? rust : Object.keys(fieldsOf(rust))];
  const named = lists.flatMap((list) => textsOf(list, MAX_SYMBOLS, 200).texts);
  return [...new Set([...named, ...go])].slice(0, MAX_SYMBOLS);
}
