import { type SigningConfig, selectServices } from "@assay/sigstore/sign";
import { type SigningPlan, withTime } from "./plan.ts";

/** The plan of a signing config; a key needs no certificate authority and keeps the rest. */
export function planFromConfig(config: SigningConfig, hasKey: boolean, now: Date): SigningPlan {
  const one = { selector: "EXACT", count: 1 } as const;
  const [authority] = hasKey
    ? []
    : selectServices(config.certificateAuthorities, [1], one, now, "certificate authority");
  const logs = selectServices(config.logs, [1, 2], config.logSelection, now, "log");
  const timestamps = selectServices(
    config.timestampAuthorities,
    [1],
    config.timestampSelection,
    now,
    "timestamp authority",
  );
  const plan: SigningPlan = {
    certificateAuthority: authority?.url,
    logs: logs.map(({ url, majorApiVersion }) => ({ url, version: majorApiVersion === 1 ? 1 : 2 })),
    timestampUrls: timestamps.map(({ url }) => url),
  };
  return hasKey ? plan : withTime(plan);
}
