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
    let all = 0;
    for (const finding of findings) {
      const text = finding.textContent.toLowerCase();
      const fits = severities.has(finding.dataset.severity)
        && (check === "" || finding.dataset.check === check)
        && words.every((word) => text.includes(word));
      finding.hidden = !fits;
      const count = Number(finding.dataset.count);
      all += count;
      if (fits) shown += count;
      const others = finding.querySelector("details.alike");
      if (others && fits && words.length > 0) others.open = words.some((word) => others.textContent.toLowerCase().includes(word));
    }
    status.textContent = shown + " of " + all + " shown";
  };
  bar.hidden = false;
  bar.addEventListener("input", apply);
  apply();
})();
`;
