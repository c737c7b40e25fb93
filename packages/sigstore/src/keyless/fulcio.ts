import { createHash, X509Certificate } from "node:crypto";
import { type HttpClient, memberAt, UsageError } from "@assay/core";
import { pemBlocks } from "../keys/pem.ts";
import type { SigningKey } from "../keys/private-key.ts";
import { publicKeyPem } from "../keys/public-key.ts";
import {
  answerText,
  badAnswer,
  readService,
  under,
  unexpectedAnswer,
} from "../services/request.ts";
import type { IdentityToken } from "./oidc.ts";

export interface IssuedCertificate {
  /** The leaf in DER. */
  readonly leaf: Buffer;
  /** The rest of the chain that came with it, in DER: the authority that issues, up to its root. */
  readonly issuers: readonly Buffer[];
  readonly notBefore: Date;
  readonly notAfter: Date;
}

const SERVICE = "Fulcio";
const MAX_CHAIN = 16;

/**
 * A short-lived certificate for a key (Fulcio `POST /api/v2/signingCert`). The proof of possession is a signature over
 * the token's subject.
 *
 * @throws UsageError when Fulcio refuses the token; ExternalError when it does not answer as expected.
 */
export async function requestCertificate(
  http: HttpClient,
  baseUrl: string,
  identity: IdentityToken,
  key: SigningKey,
): Promise<IssuedCertificate> {
  const { algorithm } = key.publicKey;
  const digest = createHash(algorithm.digest).update(identity.subject).digest();
  const request = {
    service: SERVICE,
    method: "POST",
    url: under(baseUrl, "api/v2/signingCert"),
    headers: { "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify({
      credentials: { oidcIdentityToken: identity.token },
      publicKeyRequest: {
        publicKey: { algorithm: "ECDSA", content: publicKeyPem(key.publicKey) },
        proofOfPossession: (await key.sign(digest)).toString("base64"),
      },
    }),
    timeoutMs: 20_000,
  } as const;
  return await readService(http, request, (response) => {
    if (response.status === 400 || response.status === 401 || response.status === 403) {
      throw new UsageError(
        `Fulcio refused the identity token of issuer ${identity.issuer} (status ${response.status})`,
        {
          hint: "Check that the token is fresh, that its audience is the one that Fulcio expects, and that this Fulcio knows the issuer.",
          problems: [answerText(response)],
        },
      );
    }
    if (response.status !== 200 && response.status !== 201) throw badAnswer(SERVICE, response);
    return checked(chainOf(response.json()), key);
  });
}

/** The chain in PEM, leaf first. */
function chainOf(answer: unknown): readonly string[] {
  const chain =
    memberAt(memberAt(answer, "signedCertificateEmbeddedSct"), "chain") ??
    memberAt(memberAt(answer, "signedCertificateDetachedSct"), "chain");
  const certificates = memberAt(chain, "certificates");
  const texts = Array.isArray(certificates)
    ? certificates.slice(0, MAX_CHAIN).filter((text) => typeof text === "string")
    : [];
  if (texts.length === 0) throw unexpectedAnswer(SERVICE, "it holds no certificate chain");
  return texts;
}

/** The certificate must be for our key: anything else could never verify. */
function checked(chain: readonly string[], key: SigningKey): IssuedCertificate {
  const [leaf, ...issuers] = chain.map(
    (pem) => pemBlocks(pem).find(({ label }) => label === "CERTIFICATE")?.bytes,
  );
  if (leaf === undefined) throw unexpectedAnswer(SERVICE, "its leaf is no PEM certificate");
  let certificate: X509Certificate;
  try {
    certificate = new X509Certificate(leaf);
  } catch (cause) {
    throw unexpectedAnswer(SERVICE, "its leaf is no readable certificate", cause);
  }
  const spki = certificate.publicKey.export({ format: "der", type: "spki" });
  if (!spki.equals(key.publicKey.spki)) {
    throw unexpectedAnswer(SERVICE, "its certificate is for another key");
  }
  return {
    leaf,
    issuers: issuers.flatMap((bytes) => bytes ?? []),
    notBefore: new Date(certificate.validFrom),
    notAfter: new Date(certificate.validTo),
  };
}
