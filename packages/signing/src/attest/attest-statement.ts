import { resolve } from "node:path";
import { type CommandContext, UsageError } from "@assay/core";
import type { ParsedBundle, SignedArtifact } from "@assay/sigstore";
import { MAX_BUNDLE_BYTES, readRegularFile } from "@assay/sigstore/files";
import { BUNDLE_MEDIA_TYPE, buildAttestation, bundleBytes } from "@assay/sigstore/sign";
import type { SignatureFacts } from "../act/record.ts";
import { existingBundle, parsedOrNone, requireOwn } from "../sign/existing-bundle.ts";
import { keptBundle } from "../sign/kept-bundle.ts";
import type { SignerCredential, SigningSession } from "../sign/prepare.ts";
import { requireRoom, type WatchedSink } from "../sign/room.ts";
import { witnessed } from "../sign/sign-file.ts";
import { holdsLines } from "../targets/bundle-names.ts";
import { MAX_BUNDLES } from "../verify/bundles-of.ts";
import type { Subject } from "./statement.ts";

/** A statement and where its bundle belongs. */
export interface Unit {
  readonly subjects: readonly Subject[];
  /** The bytes that are signed, made when they are needed: many may be large. */
  readonly statement: () => Buffer;
  readonly predicateType: string;
  readonly place: string;
}

export interface AttestWith {
  readonly replace: boolean;
  readonly permit: () => Promise<void>;
  readonly products: WatchedSink;
  /** Where this run has written: one place may hold a bundle a line. */
  readonly written: Set<string>;
  /** Says no where the certificate is not for what is said. */
  readonly check: (credential: SignerCredential) => void;
}

export interface Attested {
  readonly act: "signed" | "kept";
  readonly facts: SignatureFacts;
  readonly credential: SignerCredential;
  readonly bundle: Buffer;
}

/**
 * Signs one statement: what is there and is what this run would make stays, a new bundle is verified before it is written.
 *
 * @throws VerificationError when the new bundle does not verify; KnownError of the services, and where another's bundle is in
 * the way.
 */
export async function attestStatement(
  session: SigningSession,
  { root }: Pick<CommandContext, "root">,
  unit: Unit,
  { replace, permit, products, written, check }: AttestWith,
): Promise<Attested> {
  const { place, predicateType } = unit;
  const statement = unit.statement();
  const artifact = artifactOf(unit);
  const credential = await session.credential();
  check(credential);
  const there = holdsLines(place) ? await linesAt(root, place) : await singleAt(root, place);
  for (const one of there.bundles) {
    const facts = await keptBundle(session, credential, artifact, one, statement);
    if (facts !== undefined) {
      return { act: "kept", facts, credential, bundle: bundleBytes(one.bundle) };
    }
  }
  if (!replace) there.requireRoomFor(credential, predicateType);
  await requireRoom(root, place);
  await permit();
  products.requireSpace();
  const {
    by: fresh,
    bytes: bundle,
    facts,
  } = await witnessed(session, artifact, (by, witnesses) => {
    check(by);
    return buildAttestation(by.key, by.certificate?.leaf, statement, witnesses);
  });
  // Lines that this run wrote stay, whatever `replace` says.
  const kept = replace && !written.has(place) ? Buffer.alloc(0) : there.lines;
  const bytes = Buffer.concat([kept, bundle]);
  await products.write({ path: place, mediaType: BUNDLE_MEDIA_TYPE, bytes });
  written.add(place);
  return { act: "signed", facts, credential: fresh, bundle };
}

function artifactOf({ subjects: [first] }: Unit): SignedArtifact {
  const known: Subject["digests"] = first?.digests ?? new Map();
  return { digests: async () => known, read: async () => undefined };
}

/** What lies at a place. */
interface Existing {
  readonly bundles: readonly ParsedBundle[];
  /** What a new bundle is written behind. */
  readonly lines: Buffer;
  /** @throws UsageError where a new one would overwrite what is not its own, or is one too many. */
  requireRoomFor(by: SignerCredential, predicateType: string): void;
}

async function singleAt(root: string, place: string): Promise<Existing> {
  const own = await existingBundle(root, place, place);
  return {
    bundles: own === undefined ? [] : [own],
    lines: Buffer.alloc(0),
    requireRoomFor(by, predicateType) {
      if (own !== undefined) requireOwn(place, own, by, predicateType);
    },
  };
}

async function linesAt(root: string, place: string): Promise<Existing> {
  const read = await readRegularFile(resolve(root, place), MAX_BUNDLE_BYTES);
  const bytes = "bytes" in read ? read.bytes : Buffer.alloc(0);
  const lines = bytes
    .toString("utf8")
    .split("\n")
    .filter((line) => line.trim() !== "");
  const bundles = lines.flatMap((line) => parsedOrNone(Buffer.from(line)) ?? []);
  const foreign = bundles.length < lines.length || ("problem" in read && read.problem !== "absent");
  return {
    bundles,
    lines: Buffer.from(lines.map((line) => `${line}\n`).join("")),
    requireRoomFor() {
      if (foreign) {
        throw new UsageError(
          `${place} exists and does not hold a bundle in each line; it stays as it is`,
          {
            hint: "Give another `bundle`, or `replace` to overwrite it.",
          },
        );
      }
      if (lines.length >= MAX_BUNDLES) {
        throw new UsageError(`${place} holds ${lines.length} bundles, as many as readers take`, {
          hint: "Give another `bundle`, or `replace` to begin it again.",
        });
      }
    },
  };
}
