import type { ProcessStream } from "@assay/core";
import { ExternalError } from "@assay/core";

/**
 * Stops a process that prints nothing for `quietMs` while somebody waits for it, or does not end that long after its last output.
 * Time that the reader takes for itself does not count: then the process waits.
 *
 * @param what Names the process in the error.
 */
export function stoppedWhenQuiet(
  child: ProcessStream,
  quietMs: number,
  what: string,
): ProcessStream {
  let failure: ExternalError | undefined;
  const waitFor = async <T>(event: Promise<T>): Promise<T> => {
    let timer: NodeJS.Timeout | undefined;
    const quiet = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        failure = new ExternalError(
          `${what} printed nothing for ${Math.round(quietMs / 1000)} s and was stopped`,
          { hint: "Run `git fsck` in the clone, and check that its disk answers." },
        );
        child.kill();
        reject(failure);
      }, quietMs);
    });
    try {
      return await Promise.race([event, quiet]);
    } catch (cause) {
      // That it was killed is not why.
      throw failure ?? cause;
    } finally {
      clearTimeout(timer);
    }
  };
  async function* stdout(): AsyncGenerator<Uint8Array> {
    const chunks = child.stdout[Symbol.asyncIterator]();
    try {
      for (;;) {
        const { done, value } = await waitFor(chunks.next());
        if (done === true) return;
        yield value;
      }
    } finally {
      if (failure === undefined) await chunks.return?.();
    }
  }
  let ended: ProcessStream["ended"] | undefined;
  return {
    stdout: stdout(),
    // Asked for once the output was read.
    get ended() {
      ended ??= waitFor(child.ended);
      return ended;
    },
    kill: () => child.kill(),
  };
}
