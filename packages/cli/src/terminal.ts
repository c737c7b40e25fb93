import {
  createLogger,
  escapeWorkflowCommands,
  type Logger,
  type LogLevel,
  type Progress,
  silentProgress,
} from "@assay/core";

/** A stream that text, or a document's bytes, are written to; the CLI knows no more of a terminal. */
export interface Output {
  write(content: string | Uint8Array): void;
  readonly isTTY: boolean;
  /** Of a terminal. */
  readonly columns?: number;
}

/** Everything that the CLI reads from or writes to its surroundings. */
export interface Terminal {
  readonly stdout: Output;
  readonly stderr: Output;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Absolute. */
  readonly cwd: string;
  /** What a person types to start this program: `assay`, or `node dist/cli.js`. */
  readonly program: string;
  readonly signal: AbortSignal;
}

/** Whether to colour what goes to `output`: never into files and pipes, nor against NO_COLOR (https://no-color.org). */
export function useColour(output: Output, environment: Terminal["environment"]): boolean {
  const refused = environment["NO_COLOR"];
  return (
    output.isTTY && (refused === undefined || refused === "") && environment["TERM"] !== "dumb"
  );
}

const LEVELS: readonly LogLevel[] = ["debug", "info", "notice", "warning", "error"];
const COLOURS: Readonly<Record<LogLevel, string>> = {
  debug: "2",
  info: "2",
  notice: "36",
  warning: "33",
  error: "31",
};

/** A logger on stderr that shows messages of at least `least`. */
export function terminalLogger({ stderr, environment }: Terminal, least: LogLevel): Logger {
  const colour = useColour(stderr, environment);
  return createLogger((level, message) => {
    if (LEVELS.indexOf(level) < LEVELS.indexOf(least)) return;
    const label = level === "info" || level === "debug" ? "" : `${level}: `;
    const text = `${label}${visible(message)}`;
    const clear = stderr.isTTY ? "\r\u001b[K" : "";
    stderr.write(`${clear}${colour ? `\u001b[${COLOURS[level]}m${text}\u001b[0m` : text}\n`);
  });
}

/** One line on stderr that is written over, on a terminal only. */
export function terminalProgress({ stderr, environment }: Terminal): Progress {
  if (!stderr.isTTY || environment["TERM"] === "dumb") return silentProgress;
  let shown = "";
  return {
    update(label, done, total) {
      const line = `${visible(label)} ${total === undefined ? done : `${done}/${total}`}`;
      if (line === shown) return;
      shown = line;
      stderr.write(`\r\u001b[K${line}`);
    },
    finish() {
      if (shown !== "") stderr.write("\r\u001b[K");
      shown = "";
    },
  };
}

/** Text from a repository must not move the cursor, retitle the window, or give orders to the CI that reads the log. */
export function visible(text: string): string {
  return escapeWorkflowCommands(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is what this expression is for
    text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, "\uFFFD"),
  );
}
