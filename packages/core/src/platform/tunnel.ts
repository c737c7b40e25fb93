import http, { type Agent, type AgentOptions } from "node:http";
import https from "node:https";
import { isIP } from "node:net";
import { unescape as decoded } from "node:querystring";
import { type ConnectionOptions, connect as connectTls } from "node:tls";
import { ProxyRefusal } from "./send.ts";

/** A proxy that says nothing for so long says nothing. */
const TIMEOUT_MS = 30_000;

/**
 * An agent whose connections go through a proxy, by CONNECT (RFC 9110, section 9.3.6) for both schemes: what is sent to the service is
 * no business of the proxy's. Node does it by itself from 24.5 on; older ones run our command line.
 */
export function tunnelAgent(service: URL, proxy: URL, options: AgentOptions): Agent {
  const isSecure = service.protocol === "https:";
  const agent = isSecure ? new https.Agent(options) : new http.Agent(options);
  agent.createConnection = (wanted, done) => {
    const { host = "", port } = wanted as { readonly host?: string; readonly port?: number };
    const target = `${isIP(host) === 6 ? `[${host}]` : host}:${port}`;
    const request = (proxy.protocol === "https:" ? https : http).request({
      host: proxy.hostname.replace(/^\[|\]$/g, ""),
      port: proxy.port || (proxy.protocol === "https:" ? 443 : 80),
      method: "CONNECT",
      path: target,
      agent: false,
      timeout: TIMEOUT_MS,
      headers: { host: target, ...credentialsOf(proxy) },
    });
    request.once("timeout", () => request.destroy(new Error("the proxy does not answer")));
    request.once("error", (error) => done?.(error, undefined as never));
    request.once("connect", ({ statusCode = 0 }, socket) => {
      socket.setTimeout(0);
      if (statusCode < 200 || statusCode > 299) {
        socket.destroy();
        done?.(new ProxyRefusal(statusCode), undefined as never);
        return;
      }
      const name = isIP(host) === 0 ? { servername: host } : {};
      const secured = { ...name, ...wanted, socket } as ConnectionOptions;
      done?.(null, isSecure ? connectTls(secured) : socket);
    });
    request.end();
    return undefined;
  };
  return agent;
}

/** A percent sign that escapes nothing stands for itself. */
function credentialsOf({ username, password }: URL): Record<string, string> {
  if (username === "" && password === "") return {};
  const text = `${decoded(username)}:${decoded(password)}`;
  return { "proxy-authorization": `Basic ${Buffer.from(text).toString("base64")}` };
}
