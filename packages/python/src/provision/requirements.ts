// Written by scripts/refresh-python-tools.ts; do not edit by hand.
export const REQUIREMENTS = "";
