import { debug, endGroup, error, info, notice, startGroup, warning } from "@actions/core";
import { createLogger, escapeWorkflowCommands, type Logger } from "@assay/core";

const WRITE = { debug, info, notice, warning, error } as const;

/**
 * The runner's log. Groups don't nest there, so the inner ones are headings. Whatever a line holds, it is one line to the
 * runner: text of the checked repository must not become a workflow command.
 */
export function runnerLogger(): Logger {
  let open = false;
  const plain = createLogger((level, message) =>
    level === "info" ? info(escapeWorkflowCommands(message)) : WRITE[level](message),
  );
  return {
    ...plain,
    group: async (title, work) => {
      if (open) {
        plain.info(title);
        return work();
      }
      open = true;
      startGroup(title);
      try {
        return await work();
      } finally {
        endGroup();
        open = false;
      }
    },
  };
}
