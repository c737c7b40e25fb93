import type { Terminal } from "./terminal.ts";

/** A command of the CLI alone: it helps with the others and has no action. */
export interface HelperCommand {
  readonly name: string;
  /** As the overview writes its positionals. */
  readonly term: string;
  /** One sentence for the overview. */
  readonly text: string;
  /** Its help, and what it does. Loaded when it is asked for. */
  readonly load: () => Promise<{
    readonly usage: string;
    readonly run: (argv: readonly string[], terminal: Terminal) => Promise<number>;
  }>;
}

export const HELPER_COMMANDS: readonly HelperCommand[] = [
  {
    name: "config",
    term: "config [command]",
    text: "Show the value of every input of a command (check without one) and where it comes from.",
    load: async () => {
      const { CONFIG_USAGE: usage, configCommand: run } = await import("./config-command.ts");
      return { usage, run };
    },
  },
  {
    name: "init",
    term: "init [folder]",
    text: "Write a commented config file and a workflow for the repository in the folder.",
    load: async () => {
      const { INIT_USAGE: usage, initCommand: run } = await import("./init/init-command.ts");
      return { usage, run };
    },
  },
  {
    name: "ack",
    term: "ack <id>",
    text: "Acknowledge a finding in the ledger: somebody answers for it.",
    load: async () => {
      const { ACK_USAGE: usage, ackCommand: run } = await import("./ack-command.ts");
      return { usage, run };
    },
  },
  {
    name: "sign-bundle",
    term: "sign-bundle <file>",
    text: "Sign one file keyless into one bundle, by the common protocol of Sigstore's clients.",
    load: async () => {
      const { SIGN_BUNDLE_USAGE: usage, signBundleCommand: run } = await import(
        "./protocol/sign-bundle.ts"
      );
      return { usage, run };
    },
  },
  {
    name: "verify-bundle",
    term: "verify-bundle <file>",
    text: "Verify one bundle over one file or digest, by the same protocol.",
    load: async () => {
      const { VERIFY_BUNDLE_USAGE: usage, verifyBundleCommand: run } = await import(
        "./protocol/verify-bundle.ts"
      );
      return { usage, run };
    },
  },
  {
    name: "explain",
    term: "explain [rule]",
    text: "Explain a rule and how to fix what it finds; without a rule, list them all.",
    load: async () => {
      const { EXPLAIN_USAGE: usage, explainCommand: run } = await import("./explain-command.ts");
      return { usage, run };
    },
  },
  {
    name: "key",
    term: "key <generate|public|inspect>",
    text: "Make a key pair for signing, as cosign has it; print a public key; say how a key signs.",
    load: async () => {
      const { KEY_USAGE: usage, keyCommand: run } = await import("./key/key-command.ts");
      return { usage, run };
    },
  },
];
