/**
 * The filter of the findings. The page is complete without it: the controls stay hidden where no script runs.
 *
 * Plain JavaScript of 2020, for it runs in whatever browser opens a report.
 */
export const FILTER_SCRIPT = `
(() => {
  const bar = document.getElementById("filter");
  const status = document.getElementById("filter-status");
  if (!bar || !status) return;
  const findings = [...document.querySelectorAll(".finding")];
  const apply = () => {
    const severities = new Set([...bar.querySelectorAll("input:checked")].map((box) => box.value));
    const check = bar.querySelector("select").value;
    const words = bar.querySelector("input[type=search]").value.toLowerCase().split(/\\s+/).filter(Boolean);
    let shown = 0;
    for (const finding of findings) {
      const text = finding.textContent.toLowerCase();
      const fits = severities.has(finding.dataset.severity)
        && (check === "" || finding.dataset.check === check)
        && words.every((word) => text.includes(word));
      finding.hidden = !fits;
      if (fits) shown++;
    }
    for (const group of document.querySelectorAll("details.alike")) {
      group.hidden = !group.querySelector(".finding:not([hidden])");
      if (words.length > 0 && !group.hidden) group.open = true;
    }
    status.textContent = shown + " of " + findings.length + " shown";
  };
  bar.hidden = false;
  bar.addEventListener("input", apply);
  apply();
})();
`;
