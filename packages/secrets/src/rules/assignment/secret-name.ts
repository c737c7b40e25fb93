/** Words that alone say that the value is secret. */
const SECRET = new Set(
  "token secret password passwd pwd pass passphrase passcode credential credentials creds".split(
    " ",
  ),
);
/** Endings of words that are written together: `authtoken`, `dbpassword`, `apikey`. */
const SECRET_ENDING =
  /(?:token|secret|passw(?:or)?d|passphrase|(?:api|access|auth|account|master|private|secret|signing)key)$/;
/** What makes a `key` a secret one. */
const KEY_KINDS = new Set(
  "access account api app application auth client cookie crypt encrypt encryption hmac jwt license master private secret service session shared sign signing storage webhook".split(
    " ",
  ),
);
/** Behind the secret word: the value is something about the secret. */
const ABOUT = new Set(
  `algorithm alg arn at audience by charset class column count created date description digest duration digests enabled endpoint env
  environment error expires expiration expiry field file filename fingerprint format function hash hashes header help hint host id ids identifier
  issuer kind label length lifetime limit link manager max message min mode msg name names namespace param parameter path
  pattern placeholder policy prefix provider ref reference regex region required role rotation rule rules scope scopes
  selector service size source status store suffix text timeout title ttl type types uri url urls user username validator
  value_from variable version`
    .split(/\s+/)
    .filter((word) => word !== ""),
);
/** Before it: known to everybody, or gone in a moment. */
const HARMLESS = new Set(
  "cancel cancellation continuation csrf cursor encrypted hashed next page pagination public sync xsrf".split(
    " ",
  ),
);

/** Whether a name (`DB_PASSWORD`, `spring.datasource.password`, `apiKeyProd`) says that its value is a secret. */
export function isSecretName(name: string): boolean {
  const words = wordsOf(name);
  const at = words.findLastIndex(
    (word, index) =>
      SECRET.has(word) ||
      SECRET_ENDING.test(word) ||
      (word === "key" && KEY_KINDS.has(words[index - 1] ?? "")),
  );
  if (at < 0) return false;
  return (
    !words.slice(at + 1).some((word) => ABOUT.has(word)) &&
    !words.slice(0, at).some((word) => HARMLESS.has(word))
  );
}

/** Whether the name is one of a password: these are shorter than keys and tokens. */
export function isPasswordName(name: string): boolean {
  return /pass|pwd/i.test(name);
}

function wordsOf(name: string): readonly string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replace(/([A-Z]+)([A-Z][a-z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== "");
}
