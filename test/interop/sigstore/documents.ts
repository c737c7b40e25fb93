/** The kinds of attestation that we offer, by our name and by type, with a document of each. */
export const DOCUMENTS: readonly (readonly [kind: string, type: string, document: object])[] = [
  ["cyclonedx", "https://cyclonedx.org/bom", { bomFormat: "CycloneDX", specVersion: "1.6" }],
  [
    "spdx",
    "https://spdx.dev/Document/v2.3",
    { spdxVersion: "SPDX-2.3", SPDXID: "SPDXRef-DOCUMENT" },
  ],
  [
    "openvex",
    "https://openvex.dev/ns",
    {
      "@context": "https://openvex.dev/ns/v0.2.0",
      "@id": "urn:acme:1",
      author: "acme",
      timestamp: "2026-01-01T00:00:00Z",
      version: 1,
      statements: [{ vulnerability: { name: "CVE-2026-1" }, status: "fixed" }],
    },
  ],
  [
    "test-result",
    "https://in-toto.io/attestation/test-result/v0.1",
    { result: "PASSED", configuration: [] },
  ],
  ["scai", "https://in-toto.io/attestation/scai/v0.3", { attributes: [{ attribute: "made" }] }],
  ["link", "https://in-toto.io/attestation/link/v0.3", { name: "build" }],
  ["https://acme.test/scan/v1", "https://acme.test/scan/v1", { clean: true }],
];
