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
import { readSignatures } from "../older.ts";

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
  /** Whether it may be of an older format: then the first signature of it is judged. */
  readonly older?: boolean;
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
    const artifact = textArtifact(content);
    const bytes = Buffer.from(text);
    const parsed =
      judged.older === true ? await readSignatures(bytes)[0]?.(artifact) : parseBundle(bytes);
    if (parsed === undefined) return "nothing";
    await verifyBundle(parsed, artifact, {
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
