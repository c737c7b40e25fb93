import type { ImageReference } from "../references/reference.ts";
import type { ImageStore } from "../store.ts";
import { createAuthorizer } from "./authorize.ts";
import { statusFailure } from "./failure.ts";
import { registryOrigin } from "./hosts.ts";
import { createJudge } from "./judge.ts";
import { mirrorsOf, withMirrors } from "./mirrors.ts";
import { tellNotices } from "./notices.ts";
import type {
  RegistryContext,
  RegistryOptions,
  RegistryRequest,
  RegistryResponse,
  RegistrySession,
} from "./session.ts";
import { registryStore } from "./store.ts";
import { tokenService } from "./tokens.ts";
import { sendAndFollow } from "./transport.ts";

/** The repository of a reference. No request is sent before something is asked for. */
export async function openRegistry(
  context: RegistryContext,
  reference: ImageReference,
  options: RegistryOptions = {},
): Promise<ImageStore> {
  return readingStore(openSession(context, reference, options), options);
}

/** What is read over a session, by way of its mirrors. @throws UsageError for what is no mirror. */
export function readingStore(session: RegistrySession, options: RegistryOptions): ImageStore {
  const { context, reference } = session;
  const mirrors = mirrorsOf(reference, options).map((mirror) =>
    registryStore(openSession(context, mirror, options)),
  );
  return withMirrors(registryStore(session), mirrors, (text) => context.logger.info(text));
}

/** The session that stores for reading and writing stand on. */
export function openSession(
  context: RegistryContext,
  reference: ImageReference,
  options: RegistryOptions = {},
): RegistrySession {
  const origin = new URL(registryOrigin(reference.registry, options));
  const judge = createJudge(origin, options);
  const tokens = tokenService(context, judge, origin, options.trustedRealms ?? []);
  const authorizer = createAuthorizer(context, reference, tokens);
  const pull = [`repository:${reference.repository}:pull`];

  const send = async (
    { target, scopes: _, what, stays, ...request }: RegistryRequest,
    url: URL,
    authorization: string | undefined,
  ): Promise<RegistryResponse> => {
    const headers = {
      ...request.headers,
      ...(authorization === undefined ? {} : { authorization }),
    };
    const sent = await sendAndFollow(context, judge, url, { ...request, headers }, what, stays);
    tellNotices(context.logger, sent.url.host, sent.response);
    return { ...sent.response, url: sent.url, isElsewhere: !judge.isOwn(sent.url) };
  };

  /**
   * Some registries that let anybody in answer 403 or 404 to whoever is not logged in, and challenge nobody but who asks for their root:
   * what is hidden from strangers must not pass for absent.
   */
  let root: Promise<boolean> | undefined;
  const askRoot = async () => {
    if (!(await authorizer.isUnasked())) return false;
    const request = { target: "", what: `The API of ${origin.host}` };
    const response = await send(request, new URL("/v2/", origin), undefined);
    if (response.status !== 401 || response.isElsewhere) return false;
    await authorizer.learn(response, pull, 1);
    return true;
  };

  return {
    reference,
    context,
    name: `${reference.registry}/${reference.repository}`,
    origin: origin.origin,
    failure: (response, what) => statusFailure(response, origin.host, what),
    async request(request) {
      const { target, scopes = pull } = request;
      const url = typeof target === "string" ? new URL(`/v2/${target}`, origin) : target;
      if (!judge.isOwn(url)) return await send(request, url, undefined);
      for (let tries = 1; ; tries++) {
        const authorization = await authorizer.header(scopes);
        const response = await send(request, url, authorization);
        if (response.isElsewhere) return response;
        const { status } = response;
        if (tries === 1 && authorization === undefined && (status === 403 || status === 404)) {
          root ??= askRoot();
          if (await root) continue;
        }
        if (status !== 401) return response;
        await authorizer.learn(response, scopes, tries);
      }
    },
  };
}
