/** Where a run tells what it is doing. Reports go through renderers, never through here. */
export interface Logger {
  debug(message: string): void;
  info(message: string): void;
  notice(message: string): void;
  warning(message: string): void;
  error(message: string): void;
  /** Folds everything logged inside `work` under one heading. */
  group<T>(title: string, work: () => Promise<T>): Promise<T>;
}

/** Long work tells how far it is. `total` is absent while it is not known. */
export interface Progress {
  update(label: string, done: number, total?: number): void;
  /** Clears the line: the work is over. */
  finish(): void;
}

export const silentProgress: Progress = { update() {}, finish() {} };

export type LogLevel = "debug" | "info" | "notice" | "warning" | "error";

/** A logger that hands every line to `write`: the base of the console, runner and test loggers. */
export function createLogger(write: (level: LogLevel, message: string) => void): Logger {
  return {
    debug: (message) => write("debug", message),
    info: (message) => write("info", message),
    notice: (message) => write("notice", message),
    warning: (message) => write("warning", message),
    error: (message) => write("error", message),
    group: (title, work) => {
      write("info", title);
      return work();
    },
  };
}

export const silentLogger: Logger = createLogger(() => {});
