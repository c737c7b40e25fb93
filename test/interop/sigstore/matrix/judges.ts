/** Who verifies, each by its own command line, over the file or its digest alone. */
import { peer } from "../../peers.ts";
import { assay, cosign, type Run, root, run, stack } from "../session.ts";
import type { Made } from "./made.ts";
import { trustConfig } from "./makers.ts";

/** What is asked about a bundle: what it says itself, or something else. */
export interface Question {
  readonly made: Made;
  readonly bundle: string;
  /** A file's name, or a digest in hexadecimal. */
  readonly subject: { readonly file: string } | { readonly sha256: string };
  readonly identity: string;
  readonly issuer: string;
  readonly key: string;
}

/** `undefined` where the client has no such thing. */
type Judge = (question: Question) => Promise<Run> | undefined;

export const JUDGES: Readonly<Record<string, Judge>> = {
  assay: (question) => {
    const { made, subject, bundle } = question;
    if ("sha256" in subject) return undefined;
    const { predicateType } = made.product;
    const what = predicateType === undefined ? [] : ["--predicate-type", predicateType];
    const log = made.log === "no log" ? ["--no-require-log"] : [];
    const how = [...root(), ...log, ...who(question), "--bundle", bundle, ...what];
    return assay(["verify", subject.file, ...how]);
  },
  "assay verify-bundle": (question) => {
    const trust = question.made.log === "no log" ? [] : root();
    return assay([
      "verify-bundle",
      "--bundle",
      question.bundle,
      ...who(question),
      ...trust,
      word(question),
    ]);
  },
  cosign: (question) => {
    const { made, subject, bundle } = question;
    const { predicateType } = made.product;
    const log = made.log === "no log" ? ["--insecure-ignore-tlog"] : [];
    const how = [...root(), ...log, ...who(question), "--bundle", bundle];
    if (predicateType === undefined) {
      return "file" in subject ? cosign(["verify-blob", ...how, subject.file]) : undefined;
    }
    const what =
      "file" in subject ? [subject.file] : ["--digestAlg", "sha256", "--digest", subject.sha256];
    return cosign(["verify-blob-attestation", ...how, "--type", predicateType, ...what]);
  },
  "sigstore-python": (question) => {
    if (question.made.signer === "key") return undefined;
    const names = [
      "--cert-identity",
      question.identity,
      "--cert-oidc-issuer",
      `${stack.issuer.url}${question.issuer}`,
    ];
    const how = ["verify", "identity", "--bundle", question.bundle, ...names, word(question)];
    return run(peer("sigstore-python"), [...trustConfig(question.made.log), ...how]);
  },
  "sigstore-go": (question) => {
    // Its conformance client asks for a log wherever the trusted root has one.
    if (question.made.log === "no log") return undefined;
    const how = ["--bundle", question.bundle, ...who(question), ...root()];
    return run(peer("sigstore-go"), ["verify-bundle", ...how, word(question)]);
  },
};

function who({ made, identity, issuer, key }: Question): readonly string[] {
  if (made.signer === "key") return ["--key", key];
  return [
    "--certificate-identity",
    identity,
    "--certificate-oidc-issuer",
    `${stack.issuer.url}${issuer}`,
  ];
}

const word = ({ subject }: Question): string =>
  "file" in subject ? subject.file : `sha256:${subject.sha256}`;
