const WINDOWS_FLUSH_MS = 50;

/**
 * Ends the process when what was printed is out. An open socket or a program that does not end would keep the step alive
 * after its work is done.
 */
export async function endProcess(exitCode: number): Promise<never> {
  process.exitCode = exitCode;
  await Promise.all([process.stdout, process.stderr].map(flush));
  if (process.platform === "win32") {
    await new Promise((resolve) => setTimeout(resolve, WINDOWS_FLUSH_MS));
  }
  process.exit(exitCode);
}

function flush(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => {
    if (stream.destroyed) resolve();
    else stream.write("", () => resolve());
  });
}
