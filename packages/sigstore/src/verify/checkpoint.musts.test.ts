import { generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { describe, expect } from "vitest";
import { must } from "../test/must.ts";
import { keyHash, noteKeyId } from "../trust/log-identity.ts";
import type { TrustedLog } from "../trust/trusted-root.ts";
import { openCheckpoint } from "./checkpoint.ts";

/* C2SP signed-note.md and tlog-checkpoint.md, and `Checkpoint` of protobuf-specs (sigstore_rekor.proto). */

const pair = generateKeyPairSync("ed25519");
const NAME = "log.test";
const ROOT = Buffer.alloc(32, 7).toString("base64");

const logOf = (key: KeyObject, name = NAME): TrustedLog => ({
  name,
  baseUrl: `https://${name}`,
  names: [name],
  ids: [keyHash(key)],
  checkpointId: noteKeyId(name, key).subarray(0, 4),
  key,
  window: { start: new Date(0), end: undefined },
  operator: "",
});
const LOG = logOf(pair.publicKey);

interface Line {
  readonly name?: string;
  readonly keys?: { readonly publicKey: KeyObject; readonly privateKey: KeyObject };
  /** What is signed instead of the note. */
  readonly over?: string;
  /** Instead of the key's own. */
  readonly id?: Buffer;
}

function line(note: string, { name = NAME, keys = pair, over = note, id }: Line = {}): string {
  const digest = keys.publicKey.asymmetricKeyType === "ed25519" ? null : "sha256";
  const signature = sign(digest, Buffer.from(over), keys.privateKey);
  const keyId = id ?? noteKeyId(name, keys.publicKey).subarray(0, 4);
  return `\u2014 ${name} ${Buffer.concat([keyId, signature]).toString("base64")}\n`;
}

const NOTE = `${NAME}\n9\n${ROOT}\n`;
const signed = (note: string, lines: readonly Line[] = [{}]) =>
  `${note}\n${lines.map((each) => line(note, each)).join("")}`;
const opens = (envelope: string, log = LOG) => openCheckpoint(envelope, log) !== undefined;

describe("signed notes", () => {
  must("signed-note, Format: text, a blank line, and signature lines", {
    kept() {
      expect(openCheckpoint(signed(NOTE), LOG)).toMatchObject({ origin: NAME, size: 9n });
    },
    broken() {
      const whole = signed(NOTE);
      for (const text of [
        NOTE,
        whole.slice(0, -1),
        whole.replace("\n\n", "\n"),
        `${whole}\n`,
        `${whole}x\n`,
        whole.replace("\u2014", "-"),
        whole.replace("\u2014 ", "\u2014"),
        whole.replace(/\n$/, " x\n"),
      ])
        expect(opens(text)).toBe(false);
    },
  });

  must("signed-note, Format: no control characters but line breaks", {
    kept() {
      expect(opens(signed(`${NOTE}\u00e9 \u{1f40c}\n`))).toBe(true);
    },
    broken() {
      for (const character of ["\t", "\r", "\u0000", "\u001f"]) {
        expect(opens(signed(`${NOTE}x${character}\n`))).toBe(false);
        expect(opens(`${signed(NOTE)}\u2014 x${character} AAAAAAAA\n`)).toBe(false);
      }
    },
  });

  must("signed-note, Format: at least 16 signatures are accepted", {
    kept() {
      const others = Array.from({ length: 31 }, (_, at) => ({ name: `w${at}.test` }));
      expect(opens(signed(NOTE, [...others, {}]))).toBe(true);
    },
    broken() {
      const others = Array.from({ length: 2000 }, () => "\u2014 w.test AAAAAAAA\n").join("");
      expect(opens(`${signed(NOTE)}${others}${"\u2014 x AAAAAAAA\n".repeat(4000)}`)).toBe(false);
    },
  });

  must("signed-note, Signatures: those of unknown keys are ignored, also with a known name or id", {
    kept() {
      const stranger = generateKeyPairSync("ed25519");
      for (const other of [
        { name: "witness.test", keys: stranger },
        { name: NAME, keys: stranger },
        { name: "witness.test", keys: stranger, id: LOG.checkpointId },
      ]) {
        expect(opens(signed(NOTE, [other, {}]))).toBe(true);
        expect(opens(signed(NOTE, [{}, other]))).toBe(true);
      }
    },
    broken() {
      const stranger = generateKeyPairSync("ed25519");
      for (const other of [
        { name: NAME, keys: stranger },
        { name: "witness.test", keys: pair, id: LOG.checkpointId },
      ])
        expect(opens(signed(NOTE, [other]))).toBe(false);
    },
  });

  must(
    "signed-note, Signatures: one of a known key is verified, and a note without any is rejected",
    {
      kept() {
        for (const kind of ["ed25519", "ec"] as const) {
          const keys =
            kind === "ec"
              ? generateKeyPairSync("ec", { namedCurve: "P-256" })
              : generateKeyPairSync("ed25519");
          expect(opens(signed(NOTE, [{ keys }]), logOf(keys.publicKey))).toBe(true);
        }
      },
      broken() {
        expect(opens(signed(NOTE, [{ over: `${NOTE}x` }]))).toBe(false);
        expect(opens(signed(NOTE, []))).toBe(false);
        const stranger = generateKeyPairSync("ed25519");
        expect(opens(signed(NOTE, [{ keys: stranger, id: LOG.checkpointId }]))).toBe(false);
        const cut = `${NOTE}\n\u2014 ${NAME} ${LOG.checkpointId.toString("base64")}\n`;
        expect(opens(cut)).toBe(false);
      },
    },
  );
});

describe("checkpoints", () => {
  must("tlog-checkpoint, Note text: an origin that is not empty, and that of this log", {
    kept() {
      expect(opens(signed(NOTE))).toBe(true);
      // Rekor v1 adds the number of its tree.
      expect(opens(signed(`${NAME} - 1193050959916656506\n9\n${ROOT}\n`))).toBe(true);
    },
    broken() {
      for (const origin of ["", "other.test", `${NAME} - x`, `${NAME}x`, `x${NAME}`, `${NAME} 1`])
        expect(opens(signed(`${origin}\n9\n${ROOT}\n`))).toBe(false);
    },
  });

  must("tlog-checkpoint, Note text: a decimal size without zeros in front, and a root hash", {
    kept() {
      for (const size of ["0", "1", "9223372036854775807"])
        expect(opens(signed(`${NAME}\n${size}\n${ROOT}\n`))).toBe(true);
    },
    broken() {
      for (const rest of [`09\n${ROOT}`, `-1\n${ROOT}`, `9 \n${ROOT}`, "9", "9\nAAAA", `\n${ROOT}`])
        expect(opens(signed(`${NAME}\n${rest}\n`))).toBe(false);
    },
  });

  must("tlog-checkpoint, Note text: extension lines are not empty, and nothing depends on them", {
    kept() {
      expect(opens(signed(`${NOTE}Timestamp: 1\nmore\n`))).toBe(true);
      expect(opens(signed(NOTE))).toBe(true);
    },
    broken() {
      expect(opens(signed(`${NOTE}x\n\ny\n`))).toBe(false);
    },
  });

  must("sigstore_rekor.proto, Checkpoint: the log's signature covers the root hash", {
    kept() {
      expect(openCheckpoint(signed(NOTE), LOG)?.root).toEqual(Buffer.alloc(32, 7));
    },
    broken() {
      const other = signed(NOTE).replace(ROOT, Buffer.alloc(32, 8).toString("base64"));
      expect(opens(other)).toBe(false);
      expect(opens(signed(NOTE).replace("\n9\n", "\n10\n"))).toBe(false);
    },
  });
});
