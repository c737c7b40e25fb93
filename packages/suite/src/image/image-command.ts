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

const COMMON: InputSpecs = { ...COMMON_INPUTS, ...ACTION_INPUTS };

/** `assay image <command>`; its action has the inputs of all of them, and says by `operation` which one runs. */
export const imageCommand: Command = defineCommand({
  name: "image",
  label: "Image",
  title: "Say what is in a container image, sign it and verify it",
  description:
    "Takes an image of a registry, an OCI layout or an archive, with all its platforms: says what it is made of, checks licences, vulnerabilities and secrets of it, writes bills of materials, signs it, attests and verifies it, and copies it with everything that belongs to it.",
  inputs: {
    operation: operationInput(),
    ...ofAction({ ...allOf(({ inputs }) => ownOf(inputs)), ...COMMON }),
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

function ownOf(inputs: InputSpecs): InputSpecs {
  return Object.fromEntries(
    Object.entries(inputs).filter(([name]) => !Object.hasOwn(COMMON, name)),
  );
}

/** Which of them a run needs depends on the operation; on the command line each command has its own. */
function ofAction({ image, ...others }: InputSpecs): InputSpecs {
  const optional = Object.entries(others)
    .filter(([, { host }]) => host !== "cli")
    .map(([name, spec]) => [name, { ...spec, required: false, host: "action" }]);
  return {
    ...(image && { image: { ...image, required: false } }),
    ...Object.fromEntries(optional),
  };
}

/** The first command that has a name says what it is. */
function allOf<T>(
  of: (command: Command) => Readonly<Record<string, T>>,
): Readonly<Record<string, T>> {
  return Object.assign({}, ...IMAGE_COMMANDS.toReversed().map(of));
}
