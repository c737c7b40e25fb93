import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** A bundle, and what each client said of it: `verified by file and digest; 6` wrong questions refused, or `-` where it has no such thing. */
export interface Judged {
  readonly maker: string;
  readonly signer: string;
  readonly log: string;
  readonly product: string;
  readonly by: Readonly<Record<string, string>>;
}

export interface Measurements {
  readonly date: string;
  readonly versions: Readonly<Record<string, string>>;
  readonly judged: readonly Judged[];
  /** The rest of the suite's cases, by name. */
  readonly cases: readonly string[];
  readonly conformance?: {
    readonly date: string;
    readonly commit: string;
    readonly passed: number;
    readonly failed: readonly string[];
    readonly skipped: Readonly<Record<string, string>>;
  };
}

const FILE = fileURLToPath(new URL("./measured.json", import.meta.url));

export function readMeasurements(): Measurements {
  return JSON.parse(readFileSync(FILE, "utf8"));
}

export function writeMeasurements(measurements: Measurements): void {
  writeFileSync(FILE, `${JSON.stringify(measurements, null, 2)}\n`);
}
