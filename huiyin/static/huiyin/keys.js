// Keys for officers. The only file that listens to keys: what is typed into an input method must never be taken for a command.
//
//   data-chord="F7 Alt+p"     works everywhere, also while typing: clicks the element
//   data-key="x"              bare letter: clicks the element; two letters ("g d") are pressed one after another
//   data-key-focus="/"        bare letter: puts the cursor there
//   data-row                  a link of a list: j and k move between them, Enter opens (a link does that by itself)
//   data-folds                a pane that Esc puts away and brings back
//   data-up                   where u goes back to
//
// Bare letters work only when <body data-keys="on"> (the officer's own setting), outside fields, without Ctrl or Alt.

export const imeBusy = (event) => event.isComposing || event.key === "Process" || event.keyCode === 229;

const FIELDS = "input:not([type=checkbox]):not([type=radio]):not([type=submit]):not([type=button]), textarea, select, [contenteditable]";
const CHORD_PAUSE = 1200; // ms within which the second letter of "g d" counts

let first = "";
let firstAt = 0;

document.addEventListener("keydown", (event) => {
  if (imeBusy(event) || event.defaultPrevented) return;
  const done = event.key === "Escape" ? fold() : chord(event) || bare(event);
  if (done) event.preventDefault();
});

function chord(event) {
  const name = (event.ctrlKey ? "Control+" : "") + (event.altKey ? "Alt+" : "") + event.key;
  const plain = !event.ctrlKey && !event.altKey;
  if (plain && !/^F\d+$/.test(event.key)) return false;
  return press([...document.querySelectorAll("[data-chord]")].find((one) => one.dataset.chord.split(" ").includes(name)));
}

function bare(event) {
  if (document.body.dataset.keys !== "on" || event.ctrlKey || event.altKey || event.metaKey) return false;
  if (event.target.closest(FIELDS) || event.key.length !== 1) return false;
  const pair = event.timeStamp - firstAt < CHORD_PAUSE ? `${first} ${event.key}` : "";
  [first, firstAt] = [event.key, event.timeStamp];
  if (event.key === "j" || event.key === "k") return move(event.key === "j" ? 1 : -1);
  if (event.key === "?") return unfold();
  if (event.key === "u") return press(document.querySelector("[data-up]"));
  const field = find("data-key-focus", event.key);
  if (field) field.focus();
  return Boolean(field) || press((pair && find("data-key", pair)) || find("data-key", event.key));
}

function find(name, key) {
  return document.querySelector(`[${name}="${CSS.escape(key)}"]`);
}

function press(element) {
  if (!element || element.disabled) return false;
  element.click();
  return true;
}

function move(step) {
  const rows = [...document.querySelectorAll("[data-row]")];
  const at = rows.findIndex((row) => row === document.activeElement || row.closest("[aria-current]"));
  const here = rows.indexOf(document.activeElement);
  const next = rows[here < 0 ? Math.max(at, 0) : here + step];
  next?.focus();
  return rows.length > 0;
}

function unfold() {
  const help = document.getElementById("keys-help");
  if (!help) return false;
  help.hidden = !help.hidden;
  if (!help.hidden) help.focus();
  return true;
}

function fold() {
  const help = document.getElementById("keys-help");
  if (help && !help.hidden) {
    help.hidden = true;
    return true;
  }
  const pane = document.querySelector("[data-folds]");
  if (pane) pane.hidden = !pane.hidden;
  return Boolean(pane);
}
