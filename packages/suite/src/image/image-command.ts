import {
  ACTION_INPUTS,
  COMMON_INPUTS,
  COMMON_OUTPUTS,
  type Command,
  defineCommand,
  groupBy,
  type InputSpecs,
  type Permission,
  UsageError,
} from "@assay/core";
import { operationInput } from "./image-operation.ts";
import { IMAGE_COMMANDS } from "./subcommands.ts";

/** `assay image <command>`; its action has the inputs of all of them, and says by `operation` which one runs. */
export const imageCommand: Command = defineCommand({
  name: "image",
  label: "Image",
  title: "Say what is in a container image, sign it and verify it",
  description:
    "Takes an image of a registry, an OCI layout or an archive, with all its platforms: says what it is made of, checks licences, vulnerabilities and secrets of it, writes bills of materials, signs it, attests and verifies it, and copies it with everything that belongs to it.",
  inputs: {
    operation: operationInput(),
    ...withoutRequired(allOf(({ inputs }) => inputs)),
    ...COMMON_INPUTS,
    ...ACTION_INPUTS,
  },
  outputs: { ...allOf(({ outputs }) => outputs), ...COMMON_OUTPUTS },
  permissions: permissionsOf(IMAGE_COMMANDS),
  rules: allOf(({ rules }) => rules),
  positional: { input: "image", term: "<command> <image>" },
  subcommands: async () => IMAGE_COMMANDS,
  async run() {
    throw new UsageError("`assay image` is given without what to do with the image", {
      hint: `Write one of ${IMAGE_COMMANDS.map(({ name }) => `\`assay image ${name}\``).join(", ")}.`,
    });
  },
}) as Command;

/** What any of them needs; a workflow can name a scope once. */
function permissionsOf(commands: readonly Command[]): readonly Permission[] {
  const scopes = groupBy(
    commands.flatMap(({ permissions }) => permissions),
    ({ scope }) => scope,
  );
  return [...scopes.values()].flatMap((all) => {
    const [write, read] = (["write", "read"] as const).map((level) =>
      all.find((each) => each.level === level),
    );
    if (write === undefined || read === undefined) return write ?? read ?? [];
    return { ...write, reason: `${write.reason}; \`read\` is enough ${read.reason}` };
  });
}

/** Which of them a run needs depends on the operation. */
function withoutRequired(inputs: InputSpecs): InputSpecs {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, spec]) => [name, { ...spec, required: false }]),
  );
}

/** The first command that has a name says what it is. */
function allOf<T>(
  of: (command: Command) => Readonly<Record<string, T>>,
): Readonly<Record<string, T>> {
  return Object.assign({}, ...IMAGE_COMMANDS.toReversed().map(of));
}
