// Leaving at once: the page that follows takes this one's place in the history. Three times Shift does the same.
// Without it the link is a link.

const link = document.querySelector("[data-leave]");
let times = [];

function leave(event) {
  event?.preventDefault();
  document.body.replaceChildren();
  location.replace(link.href);
}

link.addEventListener("click", leave);
document.addEventListener("keydown", (event) => {
  if (event.key !== "Shift" || event.repeat) return;
  times = [...times, Date.now()].slice(-3);
  if (times.length === 3 && times[2] - times[0] < 2000) leave();
});
