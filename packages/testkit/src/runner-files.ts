/** One `::error …::` line of the log, unescaped. */
export interface LoggedAnnotation {
  readonly level: "error" | "warning" | "notice";
  readonly message: string;
  readonly title?: string;
  readonly file?: string;
  readonly line?: number;
}

/** A workflow command as the runner reads it from a line of stdout. */
interface WorkflowCommand {
  readonly name: string;
  readonly properties: ReadonlyMap<string, string>;
  readonly message: string;
}

function parseCommand(line: string): WorkflowCommand | undefined {
  const match = /^::([a-z-]+)(?: ([^:]*))?::(.*)$/.exec(line);
  if (match === null) return undefined;
  const [, name = "", list = "", message = ""] = match;
  const properties = list
    .split(",")
    .filter((item) => item !== "")
    .map((item): [string, string] => {
      const at = item.indexOf("=");
      return [item.slice(0, at), unescaped(item.slice(at + 1))];
    });
  return { name, properties: new Map(properties), message: unescaped(message) };
}

/** The runner's escapes of messages (`%25`, `%0D`, `%0A`) and of properties (`%3A`, `%2C` too). */
function unescaped(text: string): string {
  return text
    .replaceAll("%2C", ",")
    .replaceAll("%3A", ":")
    .replaceAll("%0A", "\n")
    .replaceAll("%0D", "\r")
    .replaceAll("%25", "%");
}

export function parseAnnotations(log: string): readonly LoggedAnnotation[] {
  return commands(log).flatMap(({ name, properties, message }) => {
    if (name !== "error" && name !== "warning" && name !== "notice") return [];
    const title = properties.get("title");
    const file = properties.get("file");
    const line = properties.get("line");
    return {
      level: name,
      message,
      ...(title === undefined ? {} : { title }),
      ...(file === undefined ? {} : { file }),
      ...(line === undefined ? {} : { line: Number(line) }),
    };
  });
}

export function parseMasks(log: string): readonly string[] {
  return commands(log)
    .filter(({ name }) => name === "add-mask")
    .map(({ message }) => message);
}

function commands(log: string): readonly WorkflowCommand[] {
  return log.split(/\r?\n/).flatMap((line) => parseCommand(line) ?? []);
}

/**
 * A file that the runner reads after a step (`GITHUB_OUTPUT`, `GITHUB_ENV`, `GITHUB_STATE`): `name=value` lines and
 * heredocs with any delimiter. Like the runner it refuses everything else.
 */
export function parseFileCommand(text: string): Readonly<Record<string, string>> {
  const values: Record<string, string> = {};
  const lines = text.split(/\r?\n/);
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? "";
    if (line === "") continue;
    const heredoc = /^([^=]+?)<<(.+)$/.exec(line);
    if (heredoc === null) {
      const equals = line.indexOf("=");
      if (equals < 1) throw new Error(`The runner would refuse this line: ${line}`);
      values[line.slice(0, equals)] = line.slice(equals + 1);
      continue;
    }
    const [, name = "", delimiter = ""] = heredoc;
    const end = lines.indexOf(delimiter, at + 1);
    if (end === -1) throw new Error(`The runner would miss the delimiter of ${name}`);
    values[name] = lines.slice(at + 1, end).join("\n");
    at = end;
  }
  return values;
}
