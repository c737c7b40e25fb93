import { ASSIGNED_SECRET } from "./assignment/assigned-secret.ts";
import { PLACEHOLDERS } from "./assignment/random-value.ts";
import type { BuiltInRule } from "./built-in-rule.ts";

/** Secrets that no single provider issues. */
export const GENERIC: readonly BuiltInRule[] = [
  {
    id: "private-key",
    title: "Private key",
    regex: "(-----BEGIN[ A-Z0-9]{0,40}PRIVATE KEY(?: BLOCK)?-----(?:[^-]|-[^-]){64,}-----END)",
    keywords: ["private key"],
    severity: "critical",
    help: "Make a new key pair, replace the public key everywhere, and revoke certificates made for the old one.",
  },
  {
    id: "age-secret-key",
    title: "age secret key",
    regex: "\\b(AGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58})\\b",
    keywords: ["age-secret-key-1"],
    severity: "critical",
    help: "Make a new key with `age-keygen` and encrypt everything again that the old one could open.",
  },
  {
    id: "jwt",
    formerId: "json-web-token",
    title: "JSON web token",
    regex:
      "\\b(eyJ[0-9A-Za-z_-]{14,}\\.eyJ[0-9A-Za-z_-]{14,}\\.[0-9A-Za-z_-]{20,})(?:[^0-9A-Za-z_.-]|$)",
    keywords: ["eyj"],
    severity: "medium",
    entropy: 3.5,
    help: "End the session that it belongs to, or rotate the key that signed it when it does not expire.",
  },
  {
    id: "basic-auth-url",
    title: "Password in a URL",
    // It begins with what is searched for: a scheme before it would be tried at every word of every text.
    regex:
      "://[^\\s:/@\"'`<>{}$%()\\[\\]]{1,80}:([^\\s:/@\"'`<>{}$()\\[\\]*]{6,128})@[0-9A-Za-z.-]{2,253}",
    keywords: ["://"],
    severity: "medium",
    entropy: 2.8,
    help: "Change the password, and pass it outside of the URL.",
    allow: {
      stopwords: [...PLACEHOLDERS, "password", "passwd", "secret", "pass"],
      regexes: ["^[A-Z_]+$"],
      // Names that are reserved for examples (RFC 2606, RFC 6761) and this machine.
      matches: [
        "(?i)@(?:[a-z0-9.-]+\\.)?(?:example\\.(?:com|net|org)|example|test|invalid|localhost)$",
        "@127(?:\\.\\d{1,3}){3}$",
      ],
    },
  },
  {
    id: "authorization-header",
    gitleaksIds: ["curl-auth-header"],
    title: "Credentials in an authorization header",
    regex:
      "(?i:\\bauthorization[\"']?[ \\t]{0,4}[:=,][ \\t]{0,4}[\"'`]?(?:basic|bearer|token)[ \\t]{1,4})([0-9A-Za-z+/_.=-]{20,})",
    keywords: ["authorization"],
    severity: "medium",
    entropy: 3.7,
    help: "Revoke the credentials at the service that the request goes to.",
    allow: { stopwords: PLACEHOLDERS },
  },
  ASSIGNED_SECRET,
];
