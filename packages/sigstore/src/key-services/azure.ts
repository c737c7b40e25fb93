import type { JsonWebKey } from "node:crypto";
import { ExternalError, memberAt, UsageError } from "@assay/core";
import { derSequence, derUnsigned } from "../der/write.ts";
import { identityToken } from "../keyless/oidc.ts";
import { callService, under } from "../services/request.ts";
import { azureUrls } from "./hosts.ts";
import type { ServiceKey } from "./open.ts";
import { endOf, type KeyServiceRun, refusal, renewed, secretIn, servedKey, textAt } from "./run.ts";

const SERVICE = "Azure Key Vault";
const VERSION = "api-version=7.4";

interface Reference {
  readonly vault: string;
  readonly key: string;
  readonly version: string | undefined;
}

/** A key of Azure Key Vault or of a managed HSM. */
export async function azureKey(reference: Reference, run: KeyServiceRun): Promise<ServiceKey> {
  const urls = azureUrls(run.environment, reference);
  const token = tokenSource(run, urls);
  const call = async (path: string, body?: unknown): Promise<unknown> => {
    const response = await callService(run.http, {
      service: SERVICE,
      url: under(urls.vault, `keys/${path}?${VERSION}`),
      headers: {
        authorization: `Bearer ${await token()}`,
        accept: "application/json",
        ...(body !== undefined && { "content-type": "application/json" }),
      },
      ...(body !== undefined && { method: "POST" as const, body: JSON.stringify(body) }),
    });
    if (response.status === 200) return response.json();
    throw refusal(
      SERVICE,
      response,
      "Check the vault and the key, and that the application has the rights get and sign on keys (role Key Vault Crypto User).",
    );
  };
  const { key: name, version: wanted } = reference;
  const answer = await call(wanted === undefined ? name : `${name}/${wanted}`);
  const kid = textAt(SERVICE, answer, "key", "kid");
  const [, found, version = ""] = /\/keys\/([^/]+)\/([^/]+)$/.exec(kid) ?? [];
  if (found !== name || (wanted !== undefined && version !== wanted)) {
    throw new ExternalError(`${SERVICE} answered with another key than ${name}`);
  }
  const { kty, ...numbers } = memberAt(answer, "key") as JsonWebKey;
  const jwk = { ...numbers, kty: String(kty).replace(/-HSM$/, "") };
  const publicKey = servedKey(SERVICE, { key: jwk, format: "jwk" });
  const { kind, digest } = publicKey.algorithm;
  const algorithm = `${kind === "ec" ? "ES" : "RS"}${digest.slice(3)}`;
  return {
    service: SERVICE,
    resource: kid,
    publicKey,
    async sign(bytes) {
      const value = Buffer.from(bytes).toString("base64url");
      const signed = await call(`${name}/${version}/sign`, { alg: algorithm, value });
      const signature = Buffer.from(textAt(SERVICE, signed, "value"), "base64url");
      // r and s one after the other (RFC 7518, section 3.4), where Sigstore has DER.
      return kind === "ec" ? derOf(signature) : signature;
    },
  };
}

function derOf(signature: Buffer): Buffer {
  const half = signature.length / 2;
  return derSequence(
    derUnsigned(signature.subarray(0, half)),
    derUnsigned(signature.subarray(half)),
  );
}

/** A token of the application for its vaults, got again before it ends: by a federated token, else by its secret. */
function tokenSource(
  run: KeyServiceRun,
  { authority, scope }: ReturnType<typeof azureUrls>,
): () => Promise<string> {
  const { environment, mask } = run;
  const [tenant, client] = [environment["AZURE_TENANT_ID"], environment["AZURE_CLIENT_ID"]];
  if (!tenant || !client) {
    throw new UsageError(`\`key\` is in ${SERVICE}, and nothing says who asks`, {
      hint: "Set AZURE_TENANT_ID and AZURE_CLIENT_ID of an application that trusts the run's own OIDC token (`id-token: write`) or AZURE_FEDERATED_TOKEN_FILE; or AZURE_CLIENT_SECRET. What `az login` stored is not read.",
    });
  }
  return renewed(run, async () => {
    const response = await callService(run.http, {
      service: "Microsoft Entra",
      method: "POST",
      url: under(authority, `${encodeURIComponent(tenant)}/oauth2/v2.0/token`),
      headers: { "content-type": "application/x-www-form-urlencoded", accept: "application/json" },
      body: new URLSearchParams({
        grant_type: "client_credentials",
        client_id: client,
        scope,
        ...(await credential(run)),
      }).toString(),
    });
    if (response.status !== 200) {
      throw refusal(
        "Microsoft Entra",
        response,
        "Check tenant and client, and that the application has a federated credential for the token's issuer, subject and audience (api://AzureADTokenExchange).",
      );
    }
    const answer = response.json();
    const value = textAt("Microsoft Entra", answer, "access_token");
    mask(value);
    return { value, expires: endOf(run, memberAt(answer, "expires_in")) };
  });
}

async function credential(run: KeyServiceRun): Promise<Readonly<Record<string, string>>> {
  const { environment, mask } = run;
  const file = "AZURE_FEDERATED_TOKEN_FILE";
  const secret = environment["AZURE_CLIENT_SECRET"];
  if (!environment[file] && secret) {
    mask(secret);
    return { client_secret: secret };
  }
  const source = {
    requestUrl: environment["ACTIONS_ID_TOKEN_REQUEST_URL"],
    audience: "api://AzureADTokenExchange",
  };
  return {
    client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
    client_assertion: environment[file]
      ? await secretIn(run, file)
      : (await identityToken(run, source)).token,
  };
}
