import { COMMON_INPUTS, type Command, type InputSpecs } from "@assay/core";

type Environment = Readonly<Record<string, string | undefined>>;

/** Shorter lines of a long secret would black out ordinary words of the log. */
const SHORTEST_LINE = 6;

/**
 * What is secret before anything is read: every value of a secret input, from the step or from its variable, what stands in a
 * variable that an input names, and the job's own tokens. Each in all forms in which a program may print it.
 */
export function secretsOf(
  command: Command,
  explicit: Readonly<Record<string, string>>,
  environment: Environment,
): readonly string[] {
  const specs: InputSpecs = { ...COMMON_INPUTS, ...command.inputs };
  const values = Object.entries(specs)
    .filter(([, spec]) => spec.secret === true)
    .flatMap(([name, spec]) => [
      explicit[name],
      spec.environment === undefined ? undefined : environment[spec.environment],
    ]);
  // An input that names a variable (`env://NAME`) means what is in it.
  const named = Object.values(explicit).map((value) => {
    const [, name] = /^env:\/\/(\w+)$/.exec(value) ?? [];
    return name === undefined ? undefined : environment[name];
  });
  const tokens = ["GITHUB_TOKEN", "ACTIONS_ID_TOKEN_REQUEST_TOKEN"].map(
    (name) => environment[name],
  );
  const forms = [...values, ...named, ...tokens].flatMap((value) =>
    value === undefined || value.trim() === "" ? [] : formsOf(value),
  );
  return [...new Set(forms)];
}

/** A secret as it is, without the space around it, in Base64, URL-encoded, and each line of it. */
export function formsOf(secret: string): readonly string[] {
  const trimmed = secret.trim();
  const lines = trimmed.split(/\r?\n/).map((line) => line.trim());
  const inner = lines.length === 1 ? [] : lines.filter((line) => !isFrame(line));
  return [
    ...(lines.length === 1 ? [secret, trimmed] : inner),
    ...[secret, trimmed].flatMap((text) => {
      const base64 = Buffer.from(text, "utf8").toString("base64");
      return [base64, base64.replace(/=+$/, ""), encodeURIComponent(text)];
    }),
  ];
}

/** A line that tells nothing: too short, or the frame of a PEM block. */
function isFrame(line: string): boolean {
  return line.length < SHORTEST_LINE || /^-----(BEGIN|END) [A-Z0-9 ]+-----$/.test(line);
}
