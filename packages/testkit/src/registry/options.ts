/** What a `RegistryFault` does to the requests that it is for. */
export interface RegistryFault {
  /** Any where it is not given. */
  readonly method?: string;
  /** Of path and query, such as `/blobs/sha256:` or `referrers`. Any where it is not given. */
  readonly path?: RegExp;
  /** Which server: the registry itself where it is not given. */
  readonly port?: RegistryPort;
  /** How often; always where it is not given. */
  times?: number;
  /** The answer in place of the right one. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** Of the right answer: only so many bytes of the body come, then the connection is cut. */
  readonly cutAfter?: number;
  /** Of the right answer: its bytes as something else. */
  readonly change?: (body: Buffer) => Uint8Array;
  /** No answer at all. */
  readonly hangUp?: true;
}

export type RegistryPort = "registry" | "storage" | "token";

export interface MiniRegistryOptions {
  /** Whether it has the referrers API; a number is the status that it answers instead of 404. On where it is not given. */
  readonly referrers?: boolean | number;
  /** `identity`: as `bearer`, and the token service takes only the identity token. `none` where it is not given. */
  readonly auth?: "none" | "basic" | "bearer" | "identity";
  /** `robot` and `s3cret` where it is not given. */
  readonly user?: { readonly name: string; readonly password: string };
  readonly identityToken?: string;
  /** Whether anybody may read; only for tokens. */
  readonly anonymousPull?: boolean;
  /** The realm that the challenge names, in place of the right one. */
  readonly realm?: string;
  /** The token service stands on a port of its own. */
  readonly tokenPort?: boolean;
  /** What the token service says of the life of its tokens, in seconds; the field is left out where it is `null`. */
  readonly tokenLife?: number | null;
  /** Whether the token service takes POST; a number is the status that it answers instead. */
  readonly tokenPost?: boolean | number;
  /** Whether ranges of blobs are given. On where it is not given. */
  readonly ranges?: boolean;
  /** Blobs and uploads are on another port, which refuses every request with an `Authorization`. */
  readonly storage?: boolean;
  /** Whether blobs are mounted from other repositories. On where it is not given. */
  readonly mounts?: boolean;
  /** As ECR: a second PATCH of a session is answered as if it had counted. */
  readonly dropsPatches?: boolean;
  /** `OCI-Chunk-Min-Length` */
  readonly chunkMinLength?: number;
  /** Whether a manifest is refused whose blobs and children are not there. On where it is not given. */
  readonly checksChildren?: boolean;
  /** Entries of a page of tags and referrers; 100 where it is not given. */
  readonly pageSize?: number;
  /** Whether `Docker-Content-Digest` is sent. On where it is not given. */
  readonly digestHeader?: boolean;
  /** On every answer, such as `ratelimit-remaining`. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Its name in references: `127.0.0.1` where it is not given, or `localhost`. */
  readonly hostname?: string;
}

export interface RegistryRequestEntry {
  readonly port: RegistryPort;
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly authorization?: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** Bytes of the request's body; a token service's are kept whole. */
  readonly bodyBytes: number;
  readonly body?: string;
  status: number;
}
