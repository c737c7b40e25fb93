import { type Command, suggestion, UsageError } from "@assay/core";
import { IMAGE_COMMANDS } from "./subcommands.ts";

/** What the action does where nobody says it. */
const DEFAULT_OPERATION = "check";

/**
 * The command that a step of `actions/image` runs: it takes the inputs of that one alone.
 *
 * @param image As the step names it: reports, comments and uploads to code scanning of two images are two.
 * @throws UsageError where there is none of the name
 */
export function imageOperation(name: string = DEFAULT_OPERATION, image = ""): Command {
  const names = IMAGE_COMMANDS.map((command) => command.name);
  const found = IMAGE_COMMANDS.find((command) => command.name === name);
  if (found === undefined) {
    throw new UsageError(
      `\`operation\` is "${name.slice(0, 100)}"${suggestion(name, names)}; one of ${names.join(", ")} is allowed`,
    );
  }
  const words = ["image", name, ...placeOf(image)].join(" ");
  return { ...found, name: words, inputs: { operation: operationInput(), ...found.inputs } };
}

/** Without tag and digest: the next build of an image is of the same one. */
function placeOf(image: string): readonly string[] {
  const [place = ""] = image.trim().split("@");
  const isRegistry = !/^(?:oci|oci-archive|docker-archive|dir):/.test(place);
  const name = isRegistry ? place.replace(/:[^/:]*$/, "") : place;
  return /^[\w.:/-]{1,300}$/.test(name) ? [name] : [];
}

/** The input by which a step of the action says which command it is. */
export function operationInput() {
  return {
    type: "choice",
    choices: IMAGE_COMMANDS.map(({ name }) => name),
    default: DEFAULT_OPERATION,
    host: "action",
    description: "What to do. Inputs of other operations are refused.",
  } as const;
}
