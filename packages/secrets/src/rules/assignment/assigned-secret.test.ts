import { describe, expect, test } from "vitest";
import { createEngine } from "../../engine/engine.ts";
import { seededNumbers } from "../../test/sample-match.ts";
import { builtInRules } from "../built-in-rules.ts";

const engine = createEngine(builtInRules(), { maxDecodeDepth: 5 });

/** Made when the test runs, so that no file of this repository holds anything that looks like a secret. */
const numbers = seededNumbers(20261127);
const draw = (alphabet: string, length: number) =>
  Array.from({ length }, () => alphabet[Math.floor(numbers() * alphabet.length)]).join("");
const DIGITS = "0123456789";
const LOWER = "abcdefghijklmnopqrstuvwxyz";
const BASE62 = DIGITS + LOWER + LOWER.toUpperCase();
const key = draw(BASE62, 32);
const long = draw(BASE62, 40);
const password = draw(BASE62, 20);
const short = `${draw(BASE62, 12)}x7`;
const hex = draw("0123456789abcdef", 40);
const signs = `${draw(`${BASE62}!@#$%^*`, 44)}9`;
const uuid = [8, 4, 4, 4, 12].map((size) => draw("0123456789abcdef", size)).join("-");
const base64 = (text: string) => Buffer.from(text).toString("base64");
const binary = Buffer.from(Array.from({ length: 32 }, () => Math.floor(numbers() * 256)));

function found(path: string, text: string): readonly string[] {
  const fragment = { text: `${text}\n`, path, commit: "", startLine: 1 };
  return engine.scan(fragment).map(({ secret }) => secret);
}

/** What it is, the file, its text, the secret in it. */
const POSITIVE: readonly (readonly [string, string, string, string])[] = [
  ["env", ".env", `API_KEY=${key}`, key],
  ["env, quoted", ".env.production", `DB_PASSWORD='${signs}'`, signs],
  ["env, a password", ".env", `DB_PASSWORD=${password}`, password],
  ["env, Windows line end", ".env", `AUTH_TOKEN=${long}\r`, long],
  ["env, a comment after it", "deploy.env", `SECRET_KEY=${key} # production`, key],
  ["export", ".bashrc", `export AUTH_TOKEN=${long}`, long],
  ["shell, an option", "run.sh", `deploy --password=${password} --yes`, password],
  ["shell, an option and a blank", "run.sh", `deploy --token ${long}`, long],
  ["shell, several on one line", "ci.yml", `run: USER=me AUTH_TOKEN=${uuid} npm test`, uuid],
  ["shell, a default", "start.sh", `: "\${API_TOKEN:-${key}}"`, key],
  ["YAML", "config.yaml", `  api_key: ${key}`, key],
  ["YAML, hex", "config.yml", `token: ${hex}`, hex],
  ["YAML, UUID", "config.yml", `opsgenie_api_key: ${uuid}`, uuid],
  ["YAML, in a line", "config.yml", `db: {user: me, password: ${password}}`, password],
  ["properties", "application.properties", `spring.datasource.password=${password}`, password],
  ["properties, a colon", "app.properties", `client.secret: ${key}`, key],
  ["properties, a default", "a.properties", `key=\${DB_PASSWORD:${password}}`, password],
  ["INI", "settings.ini", `[db]\npassword = ${password}`, password],
  ["TOML", "config.toml", `secret = "${key}"`, key],
  ["TOML, aligned", "config.toml", `token       = "${long}"`, long],
  ["Dockerfile ENV", "Dockerfile", `ENV API_TOKEN=${long}`, long],
  ["Dockerfile ENV, a blank", "Dockerfile", `ENV API_TOKEN ${long}`, long],
  ["Dockerfile ARG", "Dockerfile", `ARG NPM_TOKEN=${key}`, key],
  ["compose, list", "compose.yaml", `    environment:\n      - SECRET_KEY=${signs}`, signs],
  ["compose, quoted list", "compose.yaml", `      - "APP_SECRET=${key}"`, key],
  ["compose, map", "compose.yaml", `      POSTGRES_PASSWORD: ${password}`, password],
  ["connection string, C#", "Db.cs", `var c = "Server=db;User Id=sa;Password=${short};";`, short],
  ["connection string, JSON", "a.json", `"Db": "Server=db;Pwd=${short};Encrypt=true"`, short],
  ["connection string, its end", "Db.java", `url = "host=db;password=${password}";`, password],
  ["a URL's query", "client.py", `get("https://api.test/v1?api_key=${key}&page=2")`, key],
  ["netrc", ".netrc", `machine h login me password ${password}`, password],
  ["JavaScript, a default", "a.js", `const t = process.env.API_TOKEN ?? "${key}";`, key],
  ["Python, an argument", "a.py", `os.environ.setdefault("API_KEY", "${key}")`, key],
  ["JSON inside of JSON", "a.json", `"body": "{\\"secret\\":\\"${key}\\"}"`, key],
  ["Laravel", ".env", `APP_KEY=base64:${binary.toString("base64")}`, binary.toString("base64")],
  [
    "Kubernetes Secret, a text",
    "secret.yaml",
    `apiVersion: v1\nkind: Secret\ndata:\n  password: ${base64(password)}`,
    password,
  ],
  [
    "Kubernetes Secret, bytes",
    "secret.yaml",
    `apiVersion: v1\ndata:\n  seed: ${binary.toString("base64")}\nkind: Secret`,
    binary.toString("base64"),
  ],
  [
    "Kubernetes Secret, another name",
    "secret.yaml",
    `kind: Secret\ndata:\n  value: ${base64(long)}`,
    base64(long),
  ],
  ["Kubernetes Secret, plain", "s.yaml", `kind: Secret\nstringData:\n  token: ${long}`, long],
];

describe("found", () => {
  test.each(POSITIVE)("%s", (_, path, text, secret) => {
    const [only, ...more] = found(path, text);
    expect(more).toEqual([]);
    expect(only === undefined ? "" : only.endsWith(secret)).toBe(true);
  });
});

const commit = draw("0123456789abcdef", 40);
const NEGATIVE: readonly (readonly [string, string, string])[] = [
  ["a placeholder", ".env", "API_KEY=your-api-key-goes-here-123"],
  ["a placeholder in brackets", ".env", "API_KEY=<your-api-key-123>"],
  ["changeme", "compose.yaml", "POSTGRES_PASSWORD: changeme1234567"],
  ["crosses", ".env", "SECRET_KEY=xxxxxxxxxxxxxxxxxxxxxxxx"],
  ["letters instead of digits", "compose.yml", "DB_PASSWORD: S3cr3tP4ssw0rd"],
  ["a reference of the shell", "run.sh", "TOKEN=$GITHUB_TOKEN_2"],
  ["a reference in braces", "compose.yaml", `- SECRET_KEY=\${SECRET_KEY_2:?not set}`],
  ["a reference of a workflow", "ci.yml", "token: ${{ secrets.DEPLOY_TOKEN_1 }}"],
  ["a template", "values.yaml", "password: {{ .Values.db.password1 }}"],
  ["an address in a vault", ".env", "DB_PASSWORD=op://prod-7f3/database/p4x9"],
  ["an ARN", "a.yml", "secret: arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-a1B2c3"],
  ["a path", "compose.yaml", "POSTGRES_PASSWORD_FILE: /run/secrets/db_password_1"],
  ["a path behind a secret name", "a.properties", "ssl.key.password=/etc/ssl/private/key-2048x"],
  ["the name of a file", "a.yml", "secret: sealed-db-7f3a9c2e1b.json"],
  ["an example of words", "README.md", "password: correct-horse-battery-staple-42"],
  ["the name of a resource", "a.yaml", "secretName: prod-db-eu-west-1-cluster-7f9c2"],
  ["a type", "a.yaml", "token_type: urn-x7Fq9Zk2Lm4Np8Rt"],
  ["an identifier in code", "a.ts", "const token = nextAccessToken2Value;"],
  ["a call in code", "a.go", "token := generateTokenFor2Factor(user)"],
  ["a random name in code", "a.min.js", `let token = ${draw(LOWER, 1)}${draw(BASE62, 19)};`],
  ["a dotted value in code", "a.rb", "password = params.dig1.user2.password3"],
  ["a checksum in a lock", "package-lock.json", `"api-token": "sha512-${draw(BASE62, 60)}"`],
  ["a checksum", "a.yaml", `token: sha256:${commit}${draw("0123456789abcdef", 24)}`],
  ["the hash of a commit", "a.yaml", `commit: ${commit}`],
  ["the hash of a version", "a.yml", `uses: org/create-token@${commit}`],
  ["a hash of a secret", ".secrets.baseline", `"hashed_secret": "${commit}"`],
  ["a public key", "a.env", `PUBLIC_KEY=${key}`],
  ["an SSH key that is public", "a.yaml", `auth_key: ssh-ed25519 AAAAC3NzaC1lZDI1NTE5${key}`],
  ["a URL", "a.yaml", "token_url: https://login.example.com/oauth2/v2.0/token"],
  ["a URL behind a secret name", "a.yml", "secret: https://vault.internal:8200/v1/kv2/x9Kq"],
  ["a text of an interface", "de.yml", "password: Passwort-muss-8-Zeichen-haben"],
  ["a text with blanks", "fr.json", '"password": "Au moins 8 caractères, dont 1 chiffre"'],
  ["a date", "a.yml", "token: 2026-11-27T18:45:12.123456Z"],
  ["a version", "a.txt", "secret: v12.34.56-beta.78"],
  ["a number", ".env", "MAX_TOKENS=123456789012345678"],
  ["a row", ".env", "API_KEY=abcdefghijklmnop0123456789"],
  ["rows in turn", "a.yml", "access_key: A1B2C3D4E5F6G7H8I9J0"],
  ["a token of a form", "index.html", `<input name="csrf_token" value="x">csrf_token=${key}`],
  ["another key", "a.yml", `cache-key: ${key}`],
  ["a key's id", "a.env", `API_KEY_ID=${key}`],
  ["a word that begins so", "a.yml", `tokenizer: ${key}`],
  ["another kind of object", "a.yml", `kind: ConfigMap\ndata:\n  seed: ${base64(long)}`],
  ["another document", "a.yml", `kind: Secret\n---\nkind: X\ndata:\n  seed: ${base64(long)}`],
  ["a word in Base64", "s.yml", `kind: Secret\ndata:\n  password: ${base64("password1234")}`],
  ["a certificate", "s.yml", `kind: Secret\ndata:\n  ca.crt: ${base64(long)}`],
  ["the key of a sealed secret", "s.yml", `kind: SealedSecret\ndata:\n  seed: ${base64(long)}`],
];

describe("not found", () => {
  test.each(NEGATIVE)("%s", (_, path, text) => {
    expect(found(path, text)).toEqual([]);
  });
});
