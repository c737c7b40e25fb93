import { MINI_IDENTITY, type MiniSigstore } from "@assay/testkit";
import {
  bytesArtifact,
  identityPattern,
  parseBundle,
  parsePublicKey,
  parseTrustedRoot,
  type SignedArtifact,
  VerificationError,
  verifyBundle,
} from "../index.ts";

/** Content that is held in memory. */
export function textArtifact(content: string): SignedArtifact {
  return bytesArtifact(Buffer.from(content));
}

export interface Judged {
  readonly content: string;
  readonly bundle: unknown;
  /** PEM; without it the mini-Sigstore's usual identity must have signed. */
  readonly publicKey?: string | undefined;
  readonly trustedRoot?: unknown;
  readonly withoutRoot?: boolean;
  readonly requireLog?: boolean;
  readonly subject?: string;
  readonly pattern?: string;
  readonly issuer?: string;
}

/** `verified`, or the code and message of the refusal, asked through the public door. Every other error is a fault of the verifier and is thrown. */
export async function judge(mini: MiniSigstore, judged: Judged): Promise<string> {
  const { content, bundle, publicKey } = judged;
  const text = typeof bundle === "string" ? bundle : JSON.stringify(bundle);
  const trusted = JSON.stringify(judged.trustedRoot ?? JSON.parse(mini.trustedRoot));
  try {
    const root = parseTrustedRoot(Buffer.from(trusted), "root.json");
    const who =
      judged.pattern === undefined
        ? { subject: judged.subject ?? MINI_IDENTITY }
        : { pattern: identityPattern(judged.pattern) };
    const signer =
      publicKey === undefined
        ? ({
            kind: "certificate",
            root,
            identity: { issuer: judged.issuer ?? mini.issuer.url, ...who },
          } as const)
        : ({
            kind: "key",
            key: parsePublicKey(publicKey, "key"),
            ...(judged.withoutRoot ? {} : { root }),
          } as const);
    await verifyBundle(parseBundle(Buffer.from(text)), textArtifact(content), {
      signer,
      ...(judged.requireLog === undefined ? {} : { requireLog: judged.requireLog }),
    });
    return "verified";
  } catch (error) {
    if (!(error instanceof VerificationError)) throw error;
    const { code, message, expected, found } = error;
    return `${code}: ${message} | expected ${expected ?? "-"} | found ${found ?? "-"}`;
  }
}
