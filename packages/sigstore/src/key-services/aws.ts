import { setTimeout } from "node:timers/promises";
import { type HttpResponse, memberAt, UsageError } from "@assay/core";
import { identityToken } from "../keyless/oidc.ts";
import { callService } from "../services/request.ts";
import { awsUrls } from "./hosts.ts";
import type { ServiceKey } from "./open.ts";
import { type KeyServiceRun, refusal, renewed, secretIn, servedKey, textAt } from "./run.ts";
import { type AwsCredentials, signedHeaders } from "./sigv4.ts";

const SERVICE = "AWS KMS";
/** KMS asks for less by status 400; the client repeats what has another status. */
const THROTTLED = /Throttling|LimitExceeded|KMSInternal|DependencyTimeout|KeyUnavailable/;
const TRIES = 8;

interface Reference {
  readonly key: string;
  readonly endpoint: string | undefined;
}

/** A key of AWS KMS. */
export async function awsKey(reference: Reference, run: KeyServiceRun): Promise<ServiceKey> {
  const { region, kms, sts } = awsUrls(run.environment, reference);
  if (!/^[a-z0-9-]+$/.test(region)) {
    throw new UsageError("`key` is in AWS KMS, and nothing says in which region", {
      hint: "Set AWS_REGION, or give the key's whole ARN.",
    });
  }
  const credentials = credentialSource(run, sts);
  const call = async (action: string, parameters: object): Promise<unknown> => {
    const body = JSON.stringify({ KeyId: reference.key, ...parameters });
    const url = new URL(kms);
    for (let tried = 1; ; tried++) {
      const headers = {
        "content-type": "application/x-amz-json-1.1",
        "x-amz-target": `TrentService.${action}`,
      };
      const signed = signedHeaders({ method: "POST", url, headers, body }, await credentials(), {
        region,
        service: "kms",
        now: run.clock.wall(),
      });
      const { host: _host, ...sent } = signed;
      const response = await callService(run.http, {
        service: SERVICE,
        method: "POST",
        url: url.href,
        headers: sent,
        body,
      });
      if (response.status === 200) return response.json();
      if (response.status !== 400 || !isThrottled(response) || tried === TRIES) {
        throw refusal(
          SERVICE,
          response,
          "Check the key, its region and its policy: the caller needs kms:GetPublicKey and kms:Sign, and the key the usage SIGN_VERIFY.",
        );
      }
      await setTimeout(50 * 2 ** tried);
    }
  };
  const answer = await call("GetPublicKey", {});
  const publicKey = servedKey(SERVICE, {
    key: Buffer.from(textAt(SERVICE, answer, "PublicKey"), "base64"),
    format: "der",
    type: "spki",
  });
  // The key's own name, not an alias, which may move while the run lasts.
  const resource = textAt(SERVICE, answer, "KeyId");
  const { kind, digest } = publicKey.algorithm;
  const bits = digest.slice(3);
  // By name: the first of the key's own list may be PSS, or another hash than the curve's.
  const algorithm = {
    ec: `ECDSA_SHA_${bits}`,
    rsa: `RSASSA_PKCS1_V1_5_SHA_${bits}`,
    ed25519ph: "ED25519_PH_SHA_512",
  }[kind];
  const known = memberAt(answer, "SigningAlgorithms");
  if (!Array.isArray(known) || !known.includes(algorithm)) {
    throw new UsageError(`The key ${resource} does not sign with ${algorithm}`, {
      hint: "Make a key with the usage SIGN_VERIFY and the spec ECC_NIST_P256.",
    });
  }
  return {
    service: SERVICE,
    resource,
    publicKey,
    async sign(bytes) {
      const signed = await call("Sign", {
        KeyId: resource,
        Message: Buffer.from(bytes).toString("base64"),
        MessageType: "DIGEST",
        SigningAlgorithm: algorithm,
      });
      return Buffer.from(textAt(SERVICE, signed, "Signature"), "base64");
    },
  };
}

function isThrottled(response: HttpResponse): boolean {
  return THROTTLED.test(response.text().slice(0, 1000));
}

/** The credentials of the environment, else a session for a role by a web identity, got again before it ends. */
function credentialSource(run: KeyServiceRun, sts: string): () => Promise<AwsCredentials> {
  const { environment, mask } = run;
  const [accessKeyId, secretAccessKey] = [
    environment["AWS_ACCESS_KEY_ID"],
    environment["AWS_SECRET_ACCESS_KEY"],
  ];
  if (accessKeyId && secretAccessKey) {
    const sessionToken = environment["AWS_SESSION_TOKEN"] || undefined;
    for (const secret of [secretAccessKey, sessionToken ?? ""]) if (secret !== "") mask(secret);
    return async () => ({ accessKeyId, secretAccessKey, sessionToken });
  }
  const role = environment["AWS_ROLE_ARN"];
  if (!role) {
    throw new UsageError("`key` is in AWS KMS, and nothing says who asks", {
      hint: "Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, as aws-actions/configure-aws-credentials does, or AWS_ROLE_ARN for a role by the run's own OIDC token (`id-token: write`) or AWS_WEB_IDENTITY_TOKEN_FILE. Profiles and the metadata of instances and containers are not read.",
    });
  }
  return renewed(run, () => assumeRole(run, sts, role));
}

async function assumeRole(run: KeyServiceRun, sts: string, role: string) {
  const service = "AWS STS";
  const response = await callService(run.http, {
    service,
    method: "POST",
    url: new URL(sts).href,
    headers: {
      "content-type": "application/x-www-form-urlencoded",
      accept: "application/json",
    },
    body: new URLSearchParams({
      Action: "AssumeRoleWithWebIdentity",
      Version: "2011-06-15",
      RoleArn: role,
      RoleSessionName: run.environment["AWS_ROLE_SESSION_NAME"] || "assay",
      WebIdentityToken: await webIdentity(run),
      DurationSeconds: "900",
    }).toString(),
  });
  if (response.status !== 200) {
    throw refusal(
      service,
      response,
      "Check that the role's trust policy allows the token's issuer, audience (sts.amazonaws.com) and subject.",
    );
  }
  const answer = response.text();
  // JSON where it is asked for, XML from what does not know that.
  const field = (name: string): string => {
    const found =
      new RegExp(`<${name}>\\s*([^<]+?)\\s*</${name}>`).exec(answer)?.[1] ??
      new RegExp(`"${name}"\\s*:\\s*("[^"]*"|[\\d.E]+)`).exec(answer)?.[1]?.replaceAll('"', "");
    return textAt(service, { [name]: found }, name);
  };
  const value = {
    accessKeyId: field("AccessKeyId"),
    secretAccessKey: field("SecretAccessKey"),
    sessionToken: field("SessionToken"),
  };
  run.mask(value.secretAccessKey);
  run.mask(value.sessionToken);
  const end = field("Expiration");
  const expires = /^[\d.E]+$/.test(end) ? Number(end) * 1000 : Date.parse(end);
  return { value, expires: Number.isFinite(expires) ? expires : 0 };
}

async function webIdentity(run: KeyServiceRun): Promise<string> {
  const { environment } = run;
  const file = "AWS_WEB_IDENTITY_TOKEN_FILE";
  if (environment[file]) return await secretIn(run, file);
  const source = {
    requestUrl: environment["ACTIONS_ID_TOKEN_REQUEST_URL"],
    audience: "sts.amazonaws.com",
  };
  return (await identityToken(run, source)).token;
}
