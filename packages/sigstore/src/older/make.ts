import { BUNDLE_MEDIA_TYPE, type ParsedBundle, parseBundle } from "../bundle/parse.ts";
import { VerificationError } from "../error.ts";

/** Reads a bundle from its JSON: whatever it was made from, it is checked as if it came as a file. */
export function toBundle(json: object): ParsedBundle {
  return parseBundle(Buffer.from(JSON.stringify(json)));
}

export function bundleOf(verificationMaterial: object, content: object): ParsedBundle {
  return toBundle({ mediaType: BUNDLE_MEDIA_TYPE, verificationMaterial, ...content });
}

/** @throws VerificationError `malformed-bundle`; for the readers of proto3 JSON. */
export function refuse(path: string, problem: string): never {
  throw new VerificationError("malformed-bundle", `${path} ${problem}`);
}

/** A certificate of some minutes, and nothing that says when it was used: not wrong, but nobody can tell. */
export function withoutTime(what: string): VerificationError {
  return new VerificationError(
    "untrusted-timestamp",
    `${what} holds a certificate and no log entry`,
    {
      expected: "a log entry or timestamp, for nothing else says when it was signed",
      found: "none; its maker can look the entry up and write a bundle",
    },
  );
}
