import { UsageError } from "@assay/core";
import type { Extensions } from "./describe.ts";
import { MAX_RECORDS } from "./entry.ts";
import type { TarHeader } from "./header.ts";
import { decodeName, field } from "./name.ts";
import { NO_RECORDS, type PaxRecords, parsePax } from "./pax.ts";

/**
 * Entries that say more of the next one (`x`, GNU's `L` and `K`), or of all that follow (`g`). Go's reader, that container runtimes unpack
 * with, does nothing with the latter but to forget what came before: a path that they give would lead readers astray.
 */
export interface ExtensionReader {
  /** @throws UsageError for one that is too large */
  begin(header: TarHeader): void;
  /** Bytes that are still to come. */
  left(): number;
  /** Takes bytes of it, no more than are left. */
  add(bytes: Uint8Array): void;
  /** Once it is whole. `misleading`: other readers would take other paths or sizes from it for all that follows. */
  end(): "read" | "broken" | "misleading";
  /** What is known of the entry that now follows, and of no other. */
  take(): Extensions;
}

export function isExtension({ type }: TarHeader): boolean {
  return "xgXLK".includes(type);
}

export function extensionReader(name: string): ExtensionReader {
  let local: PaxRecords | undefined;
  let longName: string | undefined;
  let longLink: string | undefined;
  let type = "";
  let left = 0;
  let parts: Buffer[] = [];
  const forget = () => {
    local = longName = longLink = undefined;
  };
  return {
    begin({ type: given, size }) {
      if (size === undefined || size > MAX_RECORDS) {
        throw new UsageError(`${name} has an extension record of over ${MAX_RECORDS} bytes`, {
          hint: "Build it with another tool: no honest one writes such a record.",
        });
      }
      [type, left, parts] = [given, size, []];
    },
    left: () => left,
    add(bytes) {
      parts.push(Buffer.from(bytes));
      left -= bytes.length;
    },
    end() {
      const bytes = Buffer.concat(parts);
      parts = [];
      if (type === "L") longName = decodeName(field(bytes, 0, bytes.length));
      else if (type === "K") longLink = decodeName(field(bytes, 0, bytes.length));
      else {
        const parsed = parsePax(bytes);
        if (parsed === undefined) return "broken";
        if (type === "g") {
          forget();
          return parsed.values.size + parsed.sparse.length > 0 ? "misleading" : "read";
        }
        local = parsed;
      }
      return "read";
    },
    take() {
      const taken = { longName, longLink, records: local ?? NO_RECORDS };
      forget();
      return taken;
    },
  };
}
