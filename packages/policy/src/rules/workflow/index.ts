import type { PolicyRule } from "../../rule.ts";
import { botConditions } from "./bot-conditions.ts";
import { cachePoisoning } from "./cache-poisoning.ts";
import { concurrency } from "./concurrency.ts";
import { curlPipeShell } from "./curl-pipe-shell.ts";
import { githubEnv } from "./github-env.ts";
import { insecureCommands } from "./insecure-commands.ts";
import { invalid } from "./invalid.ts";
import { knownVulnerableAction } from "./known-vulnerable-action.ts";
import { overprovisionedSecrets } from "./overprovisioned-secrets.ts";
import { permissionsMissing } from "./permissions-missing.ts";
import { permissionsWriteAll } from "./permissions-write-all.ts";
import { persistCredentials } from "./persist-credentials.ts";
import { pinComment } from "./pin-comment.ts";
import { prTargetCheckout } from "./pr-target-checkout.ts";
import { secretsInherit } from "./secrets-inherit.ts";
import { selfHostedRunner } from "./self-hosted-runner.ts";
import { templateInjection } from "./template-injection.ts";
import { timeout } from "./timeout.ts";
import { unpinnedImages } from "./unpinned-images.ts";
import { unpinnedUses } from "./unpinned-uses.ts";
import { unsoundCondition } from "./unsound-condition.ts";

/** In the order of reports and documentation. One line each. */
export const WORKFLOW_RULES: readonly PolicyRule[] = [
  invalid,
  unpinnedUses,
  pinComment,
  unpinnedImages,
  permissionsMissing,
  permissionsWriteAll,
  prTargetCheckout,
  templateInjection,
  githubEnv,
  persistCredentials,
  cachePoisoning,
  secretsInherit,
  overprovisionedSecrets,
  botConditions,
  unsoundCondition,
  selfHostedRunner,
  insecureCommands,
  knownVulnerableAction,
  curlPipeShell,
  timeout,
  concurrency,
];
