import { randomUUID } from "node:crypto";
import { type RegistryAnswer, type RegistryCall, refusal } from "./answer.ts";
import type { MiniRegistryOptions } from "./options.ts";

interface Issued {
  readonly scopes: ReadonlySet<string>;
  readonly until: number;
}

/** Who may do what: https://distribution.github.io/distribution/spec/auth/token/ and …/oauth/ */
export interface RegistryAuth {
  /** A 401, or `undefined` where the request may go on. */
  challenge(call: RegistryCall, repository: string): RegistryAnswer | undefined;
  token(call: RegistryCall): RegistryAnswer;
  /** Ends the life of every token. */
  expire(): void;
}

export function registryAuth(options: MiniRegistryOptions, realm: () => string): RegistryAuth {
  const { name, password } = options.user ?? { name: "robot", password: "s3cret" };
  const basic = `Basic ${Buffer.from(`${name}:${password}`).toString("base64")}`;
  const kind = options.auth ?? "none";
  const issued = new Map<string, Issued>();

  const issue = (scopes: readonly string[]): RegistryAnswer => {
    const token = `token-${randomUUID()}`;
    const life = options.tokenLife === undefined ? 300 : options.tokenLife;
    issued.set(token, {
      scopes: new Set(scopes.flatMap(actionsOf)),
      until: Date.now() + (life ?? 60) * 1000,
    });
    const body = { token, access_token: token, ...(life === null ? {} : { expires_in: life }) };
    return {
      status: 200,
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    };
  };

  return {
    expire: () => issued.clear(),
    challenge(call, repository) {
      const sent = call.headers["authorization"];
      const wanted = /^(GET|HEAD)$/.test(call.method)
        ? "pull"
        : call.method === "DELETE"
          ? "delete"
          : "push";
      if (kind === "none") return undefined;
      if (kind === "basic") {
        if (sent === basic) return undefined;
        return refusal(401, "UNAUTHORIZED", "authentication required", {
          "www-authenticate": 'Basic realm="mini"',
        });
      }
      const token = issued.get(String(sent ?? "").replace(/^Bearer /, ""));
      const isAlive = token !== undefined && token.until > Date.now();
      if (isAlive && (repository === "" || token.scopes.has(`${repository}:${wanted}`)))
        return undefined;
      const actions = wanted === "push" ? "pull,push" : wanted;
      const scope = repository === "" ? "" : `,scope="repository:${repository}:${actions}"`;
      const error = isAlive
        ? ',error="insufficient_scope"'
        : sent === undefined
          ? ""
          : ',error="invalid_token"';
      return refusal(401, "UNAUTHORIZED", "authentication required", {
        "www-authenticate": `Bearer realm="${options.realm ?? realm()}",service="mini"${scope}${error}`,
      });
    },
    token(call) {
      const isPost = call.method === "POST";
      const post = options.tokenPost ?? true;
      if (isPost && post !== true) return { status: post === false ? 405 : post, body: "" };
      const form = isPost ? new URLSearchParams(call.body.toString("utf8")) : call.url.searchParams;
      if (form.get("service") !== "mini") return refusal(400, "BAD", "wrong service");
      const scopes = isPost ? (form.get("scope") ?? "").split(" ") : form.getAll("scope");
      if (isPost) {
        const isKnown = form.get("refresh_token") === (options.identityToken ?? "identity-secret");
        return isKnown ? issue(scopes) : refusal(401, "UNAUTHORIZED", "unknown refresh token");
      }
      const sent = call.headers["authorization"];
      if (sent === undefined && options.anonymousPull === true)
        return issue(scopes.map((scope) => scope.replace(/[^:]+$/, "pull")));
      return sent === basic && kind === "bearer"
        ? issue(scopes)
        : refusal(401, "UNAUTHORIZED", "incorrect username or password");
    },
  };
}

function actionsOf(scope: string): readonly string[] {
  const [, name, actions = ""] = /^repository:(.+):([^:]+)$/.exec(scope) ?? [];
  return actions.split(",").map((action) => `${name}:${action}`);
}
