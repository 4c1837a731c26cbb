// Keeps a draft: posts <form data-autosave="address"> a little after the writing stops, and says when it was kept.
// The page works without it: every step is saved by its own button.

const PAUSE = 2000; // ms without a change

for (const form of document.querySelectorAll("form[data-autosave]")) {
  const line = form.querySelector("[data-saved]");
  let timer;
  let dirty = false;

  form.addEventListener("input", (event) => {
    if (event.isComposing || event.target.type === "file") return;
    later();
  });
  form.addEventListener("compositionend", later);
  form.addEventListener("submit", () => clearTimeout(timer));
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden" && dirty) keep();
  });

  function later() {
    dirty = true;
    clearTimeout(timer);
    timer = setTimeout(keep, PAUSE);
  }

  async function keep() {
    clearTimeout(timer);
    dirty = false;
    try {
      const answer = await fetch(form.dataset.autosave, { method: "POST", body: words(form), keepalive: true });
      if (!answer.ok) throw new Error(answer.status);
      say(`${line?.dataset.says} ${new Date().toTimeString().slice(0, 5)}`);
    } catch {
      dirty = true;
      say(line?.dataset.saysNot);
    }
  }

  function say(words) {
    if (line) line.textContent = words;
  }
}

// Everything but files: those are sent by upload.js or with the form. URLSearchParams keeps the request under keepalive's 64 KB longer.
function words(form) {
  return new URLSearchParams([...new FormData(form)].filter(([, value]) => typeof value === "string"));
}
