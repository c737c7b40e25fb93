import { createHash, createHmac } from "node:crypto";

export interface AwsCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string | undefined;
}

export interface AwsRequest {
  readonly method: string;
  readonly url: URL;
  /** Every one of them is signed, `host` and the date beside them. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * The headers of a request with AWS Signature Version 4 (AWS documentation, "Create a signed AWS API request"), for paths that are
 * encoded once already and have no characters that would be encoded twice.
 *
 * @param scope.service Such as `kms`.
 */
export function signedHeaders(
  { method, url, headers, body }: AwsRequest,
  { accessKeyId, secretAccessKey, sessionToken }: AwsCredentials,
  {
    region,
    service,
    now,
  }: { readonly region: string; readonly service: string; readonly now: Date },
): Readonly<Record<string, string>> {
  const time = now.toISOString().replace(/[:-]|\.\d+/g, "");
  const all: Readonly<Record<string, string>> = {
    ...headers,
    host: url.host,
    "x-amz-date": time,
    ...(sessionToken !== undefined && { "x-amz-security-token": sessionToken }),
  };
  const canonical = Object.entries(all)
    .map(([name, value]) => [name.toLowerCase(), value.trim().replace(/ +/g, " ")] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const names = canonical.map(([name]) => name).join(";");
  const query = url.search.slice(1).split("&").sort().join("&");
  const request = [
    method,
    url.pathname,
    query,
    ...canonical.map(([name, value]) => `${name}:${value}`),
    "",
    names,
    sha256(body),
  ].join("\n");
  const date = time.slice(0, 8);
  const scope = `${date}/${region}/${service}/aws4_request`;
  const key = signingKeyOf(secretAccessKey, date, region, service);
  const text = ["AWS4-HMAC-SHA256", time, scope, sha256(request)].join("\n");
  const signature = hmac(key, text).toString("hex");
  return {
    ...all,
    authorization: `AWS4-HMAC-SHA256 Credential=${accessKeyId}/${scope}, SignedHeaders=${names}, Signature=${signature}`,
  };
}

/** The key that a day, a region and a service have. */
export function signingKeyOf(secret: string, ...scope: readonly string[]): Buffer {
  return [...scope, "aws4_request"].reduce(hmac, Buffer.from(`AWS4${secret}`));
}

function hmac(key: Buffer, text: string): Buffer {
  return createHmac("sha256", key).update(text).digest();
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
