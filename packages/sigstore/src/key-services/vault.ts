import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { ExternalError, memberAt, UsageError } from "@assay/core";
import { identityToken } from "../keyless/oidc.ts";
import { callService, under } from "../services/request.ts";
import { vaultAddress, vaultVariable } from "./hosts.ts";
import type { ServiceKey } from "./open.ts";
import { type KeyServiceRun, refusal, servedKey, textAt } from "./run.ts";

/** SubjectPublicKeyInfo of Ed25519 up to the key (RFC 8410, section 4). */
const ED25519_SPKI = Buffer.from("302a300506032b6570032100", "hex");
const TYPES = /^(?:ecdsa-p(?:256|384|521)|ed25519|rsa-(?:2048|3072|4096))$/;

interface Reference {
  readonly service: "vault" | "openbao";
  readonly key: string;
}

/** A key of the transit engine of HashiCorp Vault or OpenBao; its newest version, for as long as the run lasts. */
export async function vaultKey(reference: Reference, run: KeyServiceRun): Promise<ServiceKey> {
  const service = reference.service === "vault" ? "Vault" : "OpenBao";
  const read = (name: string) => vaultVariable(run.environment, reference.service, name);
  const address = vaultAddress(run.environment, reference.service);
  if (address === undefined) {
    throw new UsageError(`\`key\` is in ${service}, and nothing says where that is`, {
      hint: "Set VAULT_ADDR or BAO_ADDR.",
    });
  }
  const mount = run.environment["TRANSIT_SECRET_ENGINE_PATH"] || "transit";
  const namespace = read("NAMESPACE");
  const common = {
    accept: "application/json",
    "x-vault-request": "true",
    ...(namespace !== undefined && { "x-vault-namespace": namespace }),
  };
  const call = async (
    path: string,
    headers: Readonly<Record<string, string>>,
    body: unknown,
    hint: string,
  ): Promise<unknown> => {
    const response = await callService(run.http, {
      service,
      url: under(address, `v1/${path}`),
      headers: {
        ...common,
        ...headers,
        ...(body !== undefined && { "content-type": "application/json" }),
      },
      ...(body !== undefined && { method: "POST" as const, body: JSON.stringify(body) }),
    });
    if (response.status === 200) return response.json();
    throw refusal(service, response, hint);
  };
  const login = async (path: string, body: unknown): Promise<string> => {
    const answer = await call(
      `auth/${path}/login`,
      {},
      body,
      "Check the role, the path of the login (VAULT_AUTH_PATH), and the audiences that the role allows.",
    );
    return textAt(service, answer, "auth", "client_token");
  };
  const token = await vaultToken(reference.service, run, address, login);
  run.mask(token);
  const hint = `Check that the key and its engine exist (\`TRANSIT_SECRET_ENGINE_PATH\` is "${mount}"), and that the token's policy has read on ${mount}/keys/${reference.key} and update on ${mount}/sign/${reference.key}/*.`;
  const ask = (path: string, body?: unknown) =>
    call(`${mount}/${path}`, { "x-vault-token": token }, body, hint);
  const answer = await ask(`keys/${reference.key}`);
  const type = textAt(service, answer, "data", "type");
  // OpenBao signs the digest as if it were the message, which is no Ed25519ph.
  if (!TYPES.test(type) || (type === "ed25519" && reference.service === "openbao")) {
    throw new UsageError(
      `The key ${reference.key} in ${service} is of type ${type}, which is not signed with here`,
      {
        hint: "Make one of type ecdsa-p256.",
      },
    );
  }
  const version = Number(memberAt(answer, "data", "latest_version"));
  const pem = textAt(service, answer, "data", "keys", String(version), "public_key");
  const publicKey = servedKey(
    service,
    type === "ed25519"
      ? {
          key: Buffer.concat([ED25519_SPKI, Buffer.from(pem, "base64")]),
          format: "der",
          type: "spki",
        }
      : pem,
  );
  const hash = publicKey.algorithm.digest.replace("sha", "sha2-");
  return {
    service,
    resource: `${mount}/keys/${reference.key} version ${version}`,
    publicKey,
    async sign(digest) {
      const signed = await ask(`sign/${reference.key}/${hash}`, {
        input: Buffer.from(digest).toString("base64"),
        prehashed: true,
        key_version: version,
        ...(type.startsWith("rsa") ? { signature_algorithm: "pkcs1v15" } : {}),
        ...(type.startsWith("ecdsa") ? { marshaling_algorithm: "asn1" } : {}),
      });
      const text = textAt(service, signed, "data", "signature");
      const [, by, signature = ""] = /^\w+:v(\d+):([\w+/=]+)$/.exec(text) ?? [];
      if (Number(by) === version) return Buffer.from(signature, "base64");
      throw new ExternalError(`${service} signed with another version of the key than ${version}`);
    },
  };
}

/** The token as it is, else one for a role: by AppRole, else by a JWT, which is the run's own where none is given. */
async function vaultToken(
  name: Reference["service"],
  run: KeyServiceRun,
  address: string,
  login: (path: string, body: unknown) => Promise<string>,
): Promise<string> {
  const { environment, mask } = run;
  const read = (variable: string) => vaultVariable(environment, name, variable);
  const given = read("TOKEN");
  if (given !== undefined) return given;
  const [roleId, secretId] = [read("ROLE_ID"), read("SECRET_ID")];
  if (roleId !== undefined && secretId !== undefined) {
    mask(secretId);
    return await login(read("AUTH_PATH") ?? "approle", { role_id: roleId, secret_id: secretId });
  }
  const role = read("ROLE");
  if (role !== undefined) {
    const source = {
      token: read("JWT"),
      requestUrl: environment["ACTIONS_ID_TOKEN_REQUEST_URL"],
      audience: read("JWT_AUDIENCE") ?? address,
    };
    const { token: jwt } = await identityToken(run, source);
    return await login(read("AUTH_PATH") ?? "jwt", { role, jwt });
  }
  const home = environment["HOME"];
  const stored = home && (await readFile(join(home, ".vault-token"), "utf8").catch(() => ""));
  if (stored) return stored.trim();
  throw new UsageError("`key` is in Vault or OpenBao, and nothing says who asks", {
    hint: "Set VAULT_TOKEN; VAULT_ROLE_ID and VAULT_SECRET_ID for AppRole; or VAULT_ROLE for a login with the run's own OIDC token (`id-token: write`) or VAULT_JWT.",
  });
}
