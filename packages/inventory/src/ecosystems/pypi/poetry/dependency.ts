import { isRecord } from "@assay/core";
import { textOf, textsOf } from "../../../fields.ts";
import type { Table } from "../../../toml.ts";
import { allOf } from "../condition.ts";
import { atomsOf, parseMarker } from "../marker.ts";
import { normalizeName } from "../names.ts";
import { readConstraint } from "./constraint.ts";

/** One dependency as Poetry writes it, in a lockfile or a manifest. */
export interface PoetryDependency {
  /** Normalised. */
  readonly name: string;
  /** In Poetry's notation; `*` where any version will do. */
  readonly constraint: string;
  readonly marker: string | undefined;
  /** The extras of the target that are asked for. */
  readonly extras: readonly string[];
  /** Only asked for by extras. */
  readonly optional: boolean;
  /** Extras of the package itself that the marker names. */
  readonly extrasInMarker: readonly string[];
}

/** The dependencies under one name: a constraint, a table, or a list of these for different environments. */
export function readDependencies(
  name: string,
  value: unknown,
): readonly PoetryDependency[] | undefined {
  const found: PoetryDependency[] = [];
  for (const each of Array.isArray(value) ? value : [value]) {
    const table = typeof each === "string" ? { version: each } : each;
    if (!isRecord(table)) return undefined;
    found.push(readDependency(normalizeName(name), table));
  }
  return found;
}

function readDependency(name: string, table: Table): PoetryDependency {
  const python = textOf(table["python"]);
  const marker = allOf(
    textOf(table["markers"]),
    python === undefined ? undefined : pythonMarker(python),
    textOf(table["platform"]) === undefined ? undefined : `sys_platform == '${table["platform"]}'`,
  );
  return {
    name,
    constraint: textOf(table["version"]) ?? "*",
    marker,
    extras: textsOf(table["extras"]).map(normalizeName),
    optional: table["optional"] === true,
    extrasInMarker: marker === undefined ? [] : extrasIn(marker),
  };
}

function extrasIn(marker: string): readonly string[] {
  const parsed = marker.includes("extra") ? parseMarker(marker) : undefined;
  if (parsed === undefined) return [];
  return atomsOf(parsed)
    .filter(({ variable, operator }) => variable === "extra" && operator === "==")
    .map(({ value }) => normalizeName(value));
}

/** A constraint on Python's version as a marker; `undefined` where every version will do or it is not understood. */
export function pythonMarker(constraint: string): string | undefined {
  const alternatives = readConstraint(constraint);
  if (alternatives === undefined || alternatives.includes("")) return undefined;
  const parts = alternatives.map((each) =>
    each
      .split(",")
      .map((clause) => clause.replace(/^([=!<>~]+)(.*)$/, "python_full_version $1 '$2'"))
      .join(" and "),
  );
  return parts.join(" or ");
}
