// Says "settled" on <form data-settle> a little after writing or choosing stops, and never while an input method composes.
// The page works without it: what would happen is shown again before anything is confirmed.

const PAUSE = 400; // ms without a change

for (const form of document.querySelectorAll("form[data-settle]")) {
  let timer;
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(() => form.dispatchEvent(new CustomEvent("settled")), PAUSE);
  };
  form.addEventListener("input", (event) => event.isComposing || later());
  form.addEventListener("change", later);
  form.addEventListener("compositionend", later);
  form.addEventListener("submit", () => clearTimeout(timer));
}
