import { expect, test } from "vitest";
import { realmUrl } from "./realm.ts";

const realm = (
  registry: string,
  text: string | undefined,
  trusted: string[] = [],
  sends = true,
) => {
  try {
    return realmUrl(text, new URL(registry), trusted, sends).href;
  } catch (error) {
    return (error as Error).message;
  }
};

test.each([
  ["https://ghcr.io", "https://ghcr.io/token"],
  ["https://registry-1.docker.io", "https://auth.docker.io/token"],
  ["https://registry.gitlab.com", "https://gitlab.com/jwt/auth"],
  ["https://registry.example.com", "https://gitlab.example.com/jwt/auth"],
  ["https://registry.example.com", "https://example.com/jwt/auth"],
  ["https://example.com", "https://auth.example.com/token"],
  ["https://registry.example.com:5000", "https://registry.example.com:5001/auth"],
  ["https://harbor.corp.example.co.uk", "https://sso.corp.example.co.uk/token"],
  ["http://127.0.0.1:5000", "http://127.0.0.1:5001/token"],
])("%s may send to %s", (registry, text) => {
  expect(realm(registry, text)).toBe(text);
});

test.each([
  ["https://ghcr.io", "https://ghcr.io.evil.example/token"],
  ["https://ghcr.io", "https://auth.docker.io/token"],
  ["https://registry.example.com", "https://example.org/token"],
  ["https://registry.example.com", "https://evilexample.com/token"],
  ["https://mine.azurecr.io", "https://yours.azurecr.io/token"],
  ["https://example.co.uk", "https://evil.co.uk/token"],
  ["https://a.jfrog.io", "https://b.jfrog.io/token"],
  ["https://10.0.0.1", "https://10.0.0.2/token"],
  ["https://registry", "https://evil.registry/token"],
])("%s may not send credentials to %s, and may a request without", (registry, text) => {
  const [from, to] = [new URL(registry).host, new URL(text).host];
  expect(realm(registry, text)).toBe(
    `The registry ${from} sends to a token service on another host, ${to}, which would get the credentials`,
  );
  expect(realm(registry, text, [to])).toBe(text);
  expect(realm(registry, text, [], false)).toBe(text);
});

test.each([
  [undefined, "without a readable address (`realm`)"],
  ["/token", "without a readable address (`realm`)"],
  ["http://ghcr.io/token", "at http://ghcr.io, which is not by https"],
  ["http://127.0.0.1/token", "at http://127.0.0.1, which is not by https"],
  ["file:///etc/passwd", "at null, which is not by https"],
  ["https://user:secret@ghcr.io/token", "with a user or password in its address"],
])("the realm %s is refused", (text, reason) => {
  expect(realm("https://ghcr.io", text)).toBe(
    `The registry ghcr.io sends to a token service ${reason}`,
  );
  expect(realm("https://ghcr.io", text, ["ghcr.io"], false)).toMatch(reason);
});
