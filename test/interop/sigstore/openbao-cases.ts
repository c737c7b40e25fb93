/** Keys in the transit engine of a real OpenBao: cosign and we sign with them and verify each other, and each way to log in. */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";
import { peer } from "../peers.ts";
import type { InteropCase } from "../suite.ts";
import {
  assay,
  config,
  cosignSign,
  cosignVerifyKey,
  must,
  mustNot,
  root,
  run,
  stack,
  work,
  write,
} from "./session.ts";

const ADDRESS = "http://127.0.0.1:18200";
const TOKEN = { BAO_ADDR: ADDRESS, BAO_TOKEN: "root", VAULT_ADDR: ADDRESS, VAULT_TOKEN: "root" };
const KINDS = ["ecdsa-p256", "ecdsa-p384", "ecdsa-p521", "rsa-2048", "rsa-3072", "rsa-4096"];

const bao = (...args: readonly string[]) => run(peer("openbao"), args, TOKEN);

async function withServer(act: () => Promise<void>): Promise<void> {
  const listen = `-dev-listen-address=${new URL(ADDRESS).host}`;
  const args = ["server", "-dev", "-dev-no-store-token", "-dev-root-token-id=root", listen];
  const env = { PATH: process.env["PATH"] ?? "", HOME: work };
  const server = spawn(peer("openbao"), args, { stdio: "ignore", env });
  try {
    for (let tried = 0; (await bao("status")).status !== 0; tried++) {
      assert.ok(tried < 100, "OpenBao does not start");
      await wait(100);
    }
    must(await bao("secrets", "enable", "transit"));
    await act();
  } finally {
    server.kill();
  }
}

async function theirSigned(name: string, key: string): Promise<void> {
  write(name, name);
  must(await cosignSign(name, ["--key", key, ...config("log-only")], TOKEN));
}

export const openbaoCases: readonly InteropCase[] = [
  {
    name: "OpenBao's transit keys sign for cosign and for us, cosign verifies ours of P-256 and RSA, and we verify all",
    run: () =>
      withServer(async () => {
        for (const kind of KINDS) {
          must(await bao("write", "-f", `transit/keys/${kind}`, `type=${kind}`));
          const printed = await assay(["key", "public", `openbao://${kind}`], TOKEN);
          must(printed);
          write(`${kind}.pub`, printed.output.slice(printed.output.indexOf("-----BEGIN")));
          const ours = `bao-${kind}.ours`;
          write(ours, ours);
          must(
            await assay(["sign", ours, "--key", `openbao://${kind}`, ...config("log-only")], TOKEN),
          );
          must(await assay(["verify", ours, "--key", `${kind}.pub`, ...root()]));
          mustNot(await assay(["verify", ours, "--key", "other.pub", ...root()]));
          // Of larger curves cosign 3.1.2 verifies nothing with a key.
          if (/p384|p521/.test(kind)) continue;
          must(await cosignVerifyKey(ours, `${kind}.pub`));
          mustNot(await cosignVerifyKey(ours, "other.pub"));
          await theirSigned(`bao-${kind}.theirs`, `hashivault://${kind}`);
          must(await assay(["verify", `bao-${kind}.theirs`, "--key", `${kind}.pub`, ...root()]));
        }
      }),
  },
  {
    name: "OpenBao lets us in by token, AppRole and JWT, and what it refuses ends as an error that names no secret",
    run: () =>
      withServer(async () => {
        must(await bao("write", "-f", "transit/keys/k", "type=ecdsa-p256"));
        write(
          "policy.hcl",
          'path "transit/keys/k" { capabilities = ["read"] }\npath "transit/sign/k/*" { capabilities = ["update"] }\n',
        );
        must(await bao("policy", "write", "sign", "policy.hcl"));
        must(await bao("auth", "enable", "approle"));
        must(await bao("write", "auth/approle/role/ci", "token_policies=sign"));
        const field = async (...args: readonly string[]): Promise<string> => {
          const { output } = await bao(...args);
          return output.trim().split("\n").at(-1) ?? "";
        };
        const roleId = await field("read", "-field=role_id", "auth/approle/role/ci/role-id");
        const secretId = await field(
          "write",
          "-f",
          "-field=secret_id",
          "auth/approle/role/ci/secret-id",
        );
        must(await bao("auth", "enable", "jwt"));
        must(await bao("write", "auth/jwt/config", `jwks_url=${stack.issuer.url}/keys`));
        const role = [
          "role_type=jwt",
          "user_claim=sub",
          "bound_audiences=vault",
          "token_policies=sign",
        ];
        must(await bao("write", "auth/jwt/role/ci", ...role));
        const jwt = stack.issuer.token("", { sub: "ci", aud: "vault" });
        const logins = {
          approle: { VAULT_ROLE_ID: roleId, VAULT_SECRET_ID: secretId },
          jwt: { VAULT_ROLE: "ci", VAULT_JWT: jwt },
        };
        const sign = (name: string, environment: Record<string, string>, key = "k") => {
          write(name, name);
          const services = { BAO_ADDR: ADDRESS, ...environment };
          return assay(
            ["sign", name, "--key", `openbao://${key}`, ...config("log-only")],
            services,
          );
        };
        for (const [name, login] of Object.entries(logins)) must(await sign(`bao.${name}`, login));
        for (const [name, environment, key] of [
          ["wrong-secret", { ...logins.approle, VAULT_SECRET_ID: "5ecre7-5ecre7" }],
          [
            "wrong-audience",
            { ...logins.jwt, VAULT_JWT: stack.issuer.token("", { sub: "ci", aud: "x" }) },
          ],
          ["wrong-token", { VAULT_TOKEN: "5ecre7-5ecre7" }],
          ["another-key", logins.jwt, "other"],
        ] as const) {
          const refused = await sign(`bao.${name}`, environment, key);
          assert.ok(
            refused.status === 2 || refused.status === 3 || refused.status === 1,
            refused.output,
          );
          const secrets = ["5ecre7", secretId, jwt.split(".")[2] ?? "-"];
          for (const secret of secrets) assert.ok(!refused.output.includes(secret), refused.output);
        }
      }),
  },
  {
    name: "an Ed25519 key of OpenBao is refused by its type: the engine knows no Ed25519ph",
    run: () =>
      withServer(async () => {
        must(await bao("write", "-f", "transit/keys/ed", "type=ed25519"));
        write("bao.ed", "ed");
        const refused = await assay(["sign", "bao.ed", "--key", "openbao://ed"], TOKEN);
        assert.equal(refused.status, 2, refused.output);
        assert.match(refused.output, /of type ed25519/);
      }),
  },
];
