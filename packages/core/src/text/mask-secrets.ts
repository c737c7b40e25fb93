/** Each has the part that stays as its first group, and the credential as its second. */
const CREDENTIALS: readonly RegExp[] = [
  // The user part of an address, and of one that has lost a slash.
  /(\bhttps?:\/?)([^\s/@"'<>]{1,500})(?=@)/gi,
  /(\/\/)([^\s/@"'<>]{1,500})(?=@)/g,
  // Its query, which signs it, and the token that Anaconda's servers take in the path.
  /(:\/\/[^\s?"'<>]{1,500}\?)([^\s#"'<>]{1,2000})/g,
  /(:\/\/[^\s/"'<>]{1,500}\/t\/)([^\s/"'<>]{4,500})(?=\/)/g,
  // A value behind a name that says what it is, but for a right of the token (`id-token: write`) or a switch.
  /((?:passw(?:or)?d|passphrase|secret|token|api[-_]?key|credentials?|authorization)["']?\s{0,5}[:=]\s{0,5}["']?(?:(?:bearer|basic|token)\s{1,5})?)(?!(?:read|write|none|true|false)(?![^\s"',;#}]))([^\s"',;]{4,})/gi,
  /(\b(?:bearer|basic)\s{1,5})([\w+/=.~-]{8,})/gi,
  // Tokens that say by their form what they are.
  /(\b(?:gh[pousr]_|github_pat_|glpat-|npm_|xox[abp]-|AKIA|ASIA|sk-|sk_live_|eyJ))([\w.-]{10,})/g,
];

/**
 * Text with stars in place of what looks like a credential, one for each code unit, so that offsets stay. It is the second line of
 * defence: a line that is known to hold a secret is not quoted at all.
 */
export function maskSecrets(text: string): string {
  return CREDENTIALS.reduce(
    (masked, pattern) =>
      masked.replace(
        pattern,
        (_, kept: string, secret: string) => kept + "*".repeat(secret.length),
      ),
    text,
  );
}
