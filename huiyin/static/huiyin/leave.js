// Leaving at once: the page that follows takes this one's place in the history. Without it the link is a link.
// No key does this: three times Shift, which other sites use, is how people switch their Chinese input.

const link = document.querySelector("[data-leave]");

link.addEventListener("click", (event) => {
  event.preventDefault();
  document.body.replaceChildren();
  location.replace(link.href);
});
