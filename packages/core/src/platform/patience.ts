/**
 * How long a run waits in all for a service that gives no good answer. Tries and pauses count, those of several requests at
 * once only once; a good answer starts it again. So a service that hangs, or sends a byte now and then, ends a run of a
 * thousand files as soon as it ends a run of one.
 */
export interface Patience {
  /** @param service Origin of a URL. */
  begin(service: string): Wait;
}

/** One request's share. */
export interface Wait {
  /** Milliseconds. */
  left(): number;
  answered(): void;
  ended(): void;
}

interface State {
  open: number;
  since: number;
  before: number;
}

/** @param now Milliseconds from any start that never go back. */
export function createPatience(limitMs: number, now: () => number): Patience {
  const states = new Map<string, State>();
  return {
    begin(service) {
      const state = states.get(service) ?? { open: 0, since: 0, before: 0 };
      states.set(service, state);
      if (state.open === 0) state.since = now();
      state.open += 1;
      return {
        left: () => limitMs - state.before - (now() - state.since),
        answered: () => {
          state.before = 0;
          state.since = now();
        },
        ended: () => {
          state.open -= 1;
          if (state.open === 0) state.before += now() - state.since;
        },
      };
    },
  };
}
