import { expect, test } from "vitest";
import { registryHosts } from "./hosts.ts";

test("the hosts of a command are the registries of its references, by https but on this machine", () => {
  const references = [
    "alpine",
    "ghcr.io/team/app:1",
    "docker://quay.io/team/app",
    "localhost:5000/app",
    "app.localhost:5000/app",
    "[::1]:5000/app",
    "127.0.0.1/app",
    "10.0.0.1:5000/app",
    "registry.example:5000/app",
    "oci:folder:1",
    "oci-archive:file.tar",
    "docker-archive:file.tar",
    "./folder",
    "Not A Reference",
  ];
  expect(registryHosts(references, { plainHttp: ["registry.example:5000"] })).toEqual([
    "https://registry-1.docker.io",
    "https://ghcr.io",
    "https://quay.io",
    "http://localhost:5000",
    "http://app.localhost:5000",
    "http://[::1]:5000",
    "http://127.0.0.1",
    "https://10.0.0.1:5000",
    "http://registry.example:5000",
  ]);
});
