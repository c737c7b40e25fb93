import { randomUUID } from "node:crypto";
import { appendFileSync, existsSync } from "node:fs";
import { EOL } from "node:os";

/*
 * The runner's commands, lines of standard output (https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands).
 */

/** Where an annotation belongs; what is not given is left out. */
export interface AnnotationPlace {
  readonly title?: string | undefined;
  readonly file?: string | undefined;
  readonly startLine?: number | undefined;
  readonly endLine?: number | undefined;
  readonly startColumn?: number | undefined;
  readonly endColumn?: number | undefined;
}

const PROPERTIES = {
  title: "title",
  file: "file",
  startLine: "line",
  endLine: "endLine",
  startColumn: "col",
  endColumn: "endColumn",
} as const;

/** A line as it is: escape in it what the runner would obey. */
export function info(message: string): void {
  process.stdout.write(`${message}${EOL}`);
}

export const debug = (message: string) => issue("debug", message);
export const setSecret = (secret: string) => issue("add-mask", secret);
export const startGroup = (title: string) => issue("group", title);
export const endGroup = () => issue("endgroup", "");
export const error = annotation("error");
export const warning = annotation("warning");
export const notice = annotation("notice");

/**
 * Sets an output of the step.
 *
 * @throws Error when the file that the runner names is missing or can't be written.
 */
export function setOutput(name: string, value: string): void {
  const path = process.env["GITHUB_OUTPUT"];
  // A runner from before there were files for it: the command of that time.
  if (!path) {
    info("");
    issue(`set-output name=${propertyOf(name)}`, value);
    return;
  }
  if (!existsSync(path)) throw new Error(`no file is at ${path}`);
  // The value may hold lines: it ends where a word stands that nobody can know.
  const end = `end_${randomUUID()}`;
  appendFileSync(path, `${name}<<${end}${EOL}${value}${EOL}${end}${EOL}`);
}

function annotation(command: string) {
  return (message: string, place: AnnotationPlace = {}): void => {
    const properties = (Object.keys(PROPERTIES) as (keyof AnnotationPlace)[]).flatMap((key) => {
      const value = place[key];
      if (!value) return [];
      return [`${PROPERTIES[key]}=${propertyOf(String(value))}`];
    });
    issue(properties.length > 0 ? `${command} ${properties.join()}` : command, message);
  };
}

function issue(command: string, message: string): void {
  info(`::${command}::${escaped(message)}`);
}

function propertyOf(text: string): string {
  return escaped(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

function escaped(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
