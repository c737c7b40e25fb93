import { spawn } from "node:child_process";

export interface NodeRun {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface NodeRunOptions {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly input?: string;
  /** Milliseconds after which the process is killed, and the test fails. */
  readonly timeoutMs?: number;
}

/** Runs this Node with exactly the given environment. */
export function runNode(args: readonly string[], options: NodeRunOptions): Promise<NodeRun> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: options.cwd, env: { ...options.env } });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    const text = (chunks: readonly Buffer[]) => Buffer.concat(chunks).toString("utf8");
    const timeoutMs = options.timeoutMs ?? 30_000;
    const timer = setTimeout(() => {
      child.kill("SIGKILL");
      reject(new Error(`node ${args.join(" ")} did not end in ${timeoutMs} ms\n${text(stdout)}`));
    }, timeoutMs);
    child.stdout.on("data", (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => stderr.push(chunk));
    child.stdin.on("error", () => {});
    child.stdin.end(options.input);
    child.on("error", reject);
    child.on("close", (exitCode) => {
      clearTimeout(timer);
      resolve({ exitCode, stdout: text(stdout), stderr: text(stderr) });
    });
  });
}
