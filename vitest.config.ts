import { defineConfig } from "vitest/config";

/** More than ten times what the slowest test takes alone: a limit ends a test that hangs, never one on a busy machine. */
const limits = { testTimeout: 240_000, hookTimeout: 240_000 } as const;

export default defineConfig({
  test: {
    // A developer's machine must not decide what a test sees.
    env: { TZ: "UTC", LC_ALL: "C" },
    projects: [
      {
        extends: true,
        test: { name: "unit", include: ["packages/*/src/**/*.test.ts"], ...limits },
      },
      {
        extends: true,
        test: {
          name: "contract",
          include: ["test/contract/**/*.test.ts", "scripts/**/*.test.ts"],
          ...limits,
        },
      },
      {
        extends: true,
        test: { name: "e2e", include: ["test/e2e/**/*.test.ts"], ...limits },
      },
    ],
  },
});
