import { type InputSpecs, suggestion, UsageError } from "@assay/core";
import { parseArguments } from "../arguments.ts";
import { commandLineError } from "../run-command.ts";
import { type Terminal, visible } from "../terminal.ts";
import { generateKey } from "./generate.ts";
import { inspectKey, printPublicKey } from "./inspect.ts";

export const KEY_USAGE = `Usage: assay key generate [options]
       assay key public <key> [options]
       assay key inspect <key> [options]

generate  Makes a key pair as \`cosign generate-key-pair\` does: NAME.key (encrypted, mode 0600) and NAME.pub.
public    Prints the public key (PEM) of a private key, a public key or a certificate.
inspect   Says what a key is and how Assay signs and verifies with it; \`--format json\` for programs.
A <key> is a path, env://NAME, or a key in a service (hashivault://NAME, openbao://NAME, awskms:///NAME,
gcpkms://projects/.../cryptoKeys/NAME, azurekms://HOST/NAME). assay sign and assay verify take the halves
with --key.

  --type <type>               p-256 (the default), p-384, ed25519, rsa-2048, rsa-3072 or rsa-4096. What else
                              than p-256 and RSA signs, cosign 3.1 can't verify with \`verify-blob --key\`.
  --output-key-prefix <path>  NAME of the two files. [default: cosign]
  --force                     Overwrite them. Without it nothing is overwritten.
  --password <env://NAME>     The variable that holds the password; by default COSIGN_PASSWORD, else
                              ASSAY_KEY_PASSWORD. It may be set to nothing, as with cosign.
  --format <text|json>        Of inspect.
`;

/** The usage says what each is for. */
const text = { type: "string", description: "" } as const;
const OPTIONS = {
  type: text,
  "output-key-prefix": text,
  password: text,
  force: { type: "boolean", default: false, description: "" },
} as const satisfies InputSpecs;
const OPTIONS_OF: ReadonlyMap<string, readonly string[]> = new Map([
  ["generate", Object.keys(OPTIONS)],
  ["public", ["password"]],
  ["inspect", ["password"]],
]);

/** `assay key generate|public|inspect`. */
export async function keyCommand(argv: readonly string[], terminal: Terminal): Promise<number> {
  const { explicit, general, positionals, problems } = parseArguments(argv, OPTIONS);
  if (general.help) {
    terminal.stdout.write(KEY_USAGE);
    return 0;
  }
  const [name = "", ...words] = positionals;
  const allowed = OPTIONS_OF.get(name);
  if (allowed === undefined) {
    const found = name === "" ? "Nothing says" : `\`${name.slice(0, 100)}\` is not`;
    const choices = [...OPTIONS_OF.keys()];
    throw new UsageError(`${found} what to do with a key${suggestion(name, choices)}`, {
      hint: `\`assay key\` takes one of ${choices.join(", ")}.`,
    });
  }
  const [key, second] = words;
  const takesKey = name !== "generate";
  const surplus = takesKey ? second : key;
  const wrong = [
    ...(takesKey && key === undefined ? ["`<key>` is required: a path or `env://NAME`"] : []),
    ...(surplus === undefined ? [] : [`${JSON.stringify(surplus)} is too much`]),
    ...Object.keys(explicit)
      .filter((option) => !allowed.includes(option))
      .map((option) => `\`--${option}\` says nothing to \`assay key ${name}\``),
    ...(general.format === undefined ||
    (name === "inspect" && /^(?:text|json)$/.test(general.format))
      ? []
      : ["`--format` is text or json, of `assay key inspect`"]),
  ];
  if (problems.length + wrong.length > 0) throw commandLineError("key", [...problems, ...wrong]);
  const given = (option: keyof typeof OPTIONS) => {
    const value = explicit[option];
    return typeof value === "string" ? value : undefined;
  };
  const password = passwordOf(terminal.environment, given("password"));
  const lines =
    key === undefined
      ? await generateKey(terminal, {
          kind: given("type"),
          prefix: given("output-key-prefix"),
          force: given("force") === "true",
          password,
        })
      : name === "public"
        ? await printPublicKey(terminal, key, password)
        : await inspectKey(terminal, key, password, general.format === "json");
  terminal.stdout.write(`${lines.map(visible).join("\n")}\n`);
  return 0;
}

function passwordOf(
  environment: Terminal["environment"],
  reference: string | undefined,
): string | undefined {
  if (reference === undefined) {
    return environment["COSIGN_PASSWORD"] ?? environment["ASSAY_KEY_PASSWORD"];
  }
  const name = reference.startsWith("env://") ? reference.slice("env://".length) : "";
  const password = environment[name];
  if (name !== "" && password !== undefined) return password;
  // What stands there may be the password itself.
  throw new UsageError(
    name === ""
      ? "`--password` is no `env://NAME`"
      : `\`--password\` is ${reference}, and that variable is not set`,
    {
      hint: "A password on a command line is seen by everyone on the machine: put it into a variable.",
    },
  );
}
