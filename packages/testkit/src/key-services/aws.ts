import { createHash, createHmac } from "node:crypto";
import {
  type Served,
  type ServedAnswer,
  type ServedKey,
  type ServedRequest,
  serve,
} from "./serve.ts";

export interface MiniAwsOptions {
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
  /** By id, alias and ARN; the answer names `arn`. */
  readonly key: ServedKey & {
    readonly names: readonly string[];
    readonly arn: string;
    readonly algorithms: readonly string[];
  };
  /** What STS takes a session for; the session has the credentials above. */
  readonly role?: { readonly arn: string; readonly token: string };
  readonly now: () => Date;
}

/** KMS and STS of AWS at one address; every KMS request's signature is computed again from what came. */
export async function startMiniAws(options: MiniAwsOptions): Promise<Served> {
  return await serve((request) =>
    request.headers["content-type"] === "application/x-www-form-urlencoded"
      ? session(options, request)
      : keys(options, request),
  );
}

function refuse(status: number, type: string, message = ""): ServedAnswer {
  return { status, body: { __type: type, message } };
}

function session(options: MiniAwsOptions, { body }: ServedRequest): ServedAnswer {
  const form = new URLSearchParams(body);
  const wanted = {
    Action: "AssumeRoleWithWebIdentity",
    Version: "2011-06-15",
    RoleArn: options.role?.arn,
    WebIdentityToken: options.role?.token,
  };
  const isRight = Object.entries(wanted).every(([name, value]) => form.get(name) === value);
  if (!isRight || !/^[\w+=,.@-]{2,64}$/.test(form.get("RoleSessionName") ?? "")) {
    return refuse(403, "AccessDenied", "Not authorized to perform sts:AssumeRoleWithWebIdentity");
  }
  const end = new Date(options.now().getTime() + Number(form.get("DurationSeconds")) * 1000);
  return {
    status: 200,
    body: `<AssumeRoleWithWebIdentityResponse><AssumeRoleWithWebIdentityResult><Credentials>
<AccessKeyId>${options.accessKeyId}</AccessKeyId><SecretAccessKey>${options.secretAccessKey}</SecretAccessKey>
<SessionToken>${options.sessionToken}</SessionToken><Expiration>${end.toISOString()}</Expiration>
</Credentials></AssumeRoleWithWebIdentityResult></AssumeRoleWithWebIdentityResponse>`,
  };
}

function keys(options: MiniAwsOptions, request: ServedRequest): ServedAnswer {
  const problem = signatureProblem(options, request);
  if (problem !== undefined) return refuse(400, "InvalidSignatureException", problem);
  const body = JSON.parse(request.body) as Record<string, unknown>;
  const { arn, names, algorithms, publicKey, sign } = options.key;
  if (![arn, ...names].includes(String(body["KeyId"]))) return refuse(400, "NotFoundException");
  switch (request.headers["x-amz-target"]) {
    case "TrentService.GetPublicKey":
      return {
        status: 200,
        body: {
          KeyId: arn,
          PublicKey: publicKey.export({ format: "der", type: "spki" }).toString("base64"),
          KeyUsage: "SIGN_VERIFY",
          SigningAlgorithms: algorithms,
        },
      };
    case "TrentService.Sign": {
      const algorithm = String(body["SigningAlgorithm"]);
      const digest = Buffer.from(String(body["Message"]), "base64");
      const bits = Number(/\d+$/.exec(algorithm)?.[0]);
      if (!algorithms.includes(algorithm)) return refuse(400, "InvalidKeyUsageException");
      if (body["MessageType"] !== "DIGEST" || digest.length * 8 !== bits) {
        return refuse(400, "ValidationException", "Digest is invalid length for algorithm");
      }
      const signature = sign(digest).toString("base64");
      return {
        status: 200,
        body: { KeyId: arn, Signature: signature, SigningAlgorithm: algorithm },
      };
    }
    default:
      return refuse(400, "UnknownOperationException");
  }
}

/** AWS Signature Version 4, from the side of the service. */
function signatureProblem(
  options: MiniAwsOptions,
  { method, url, headers, body }: ServedRequest,
): string | undefined {
  const form =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/kms\/aws4_request, SignedHeaders=([a-z0-9;-]+), Signature=([0-9a-f]{64})$/;
  const [, id, day = "", region = "", names = "", signature] =
    form.exec(headers.authorization ?? "") ?? [];
  const date = String(headers["x-amz-date"]);
  const wanted = ["content-type", "host", "x-amz-date", "x-amz-target"];
  const token = options.sessionToken;
  if (id !== options.accessKeyId || region !== options.region)
    return "The credential is of another scope";
  if (headers["x-amz-security-token"] !== token)
    return "The security token included in the request is invalid";
  const all = token === undefined ? wanted : [...wanted, "x-amz-security-token"];
  if (all.some((name) => !names.split(";").includes(name))) return "Not all headers are signed";
  const at = Date.parse(
    date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, "$1-$2-$3T$4:$5:$6Z"),
  );
  if (!date.startsWith(day) || Math.abs(at - options.now().getTime()) > 300_000)
    return "Signature expired";
  const hash = (text: string) => createHash("sha256").update(text).digest("hex");
  const lines = names.split(";").map((name) => `${name}:${String(headers[name]).trim()}\n`);
  const canonical = `${method}\n${url.pathname}\n${url.search.slice(1)}\n${lines.join("")}\n${names}\n${hash(body)}`;
  let key: Buffer = Buffer.from(`AWS4${options.secretAccessKey}`);
  for (const part of [day, region, "kms", "aws4_request"])
    key = createHmac("sha256", key).update(part).digest();
  const text = `AWS4-HMAC-SHA256\n${date}\n${day}/${region}/kms/aws4_request\n${hash(canonical)}`;
  return createHmac("sha256", key).update(text).digest("hex") === signature
    ? undefined
    : "The signature does not match";
}
