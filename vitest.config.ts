import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // A developer's machine must not decide what a test sees.
    env: { TZ: "UTC", LC_ALL: "C" },
    projects: [
      {
        extends: true,
        test: { name: "unit", include: ["packages/*/src/**/*.test.ts"], testTimeout: 20_000 },
      },
      {
        extends: true,
        test: { name: "contract", include: ["test/contract/**/*.test.ts"], testTimeout: 60_000 },
      },
      {
        extends: true,
        test: { name: "e2e", include: ["test/e2e/**/*.test.ts"], testTimeout: 60_000 },
      },
    ],
  },
});
