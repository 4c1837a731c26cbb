// Sends each chosen file at once and says so in words: 第 2 张，已传 61 %. Without it the files go with the form.
// The server answers with the same fragment (parts/files.html), which takes the place of the old one.

document.documentElement.classList.add("js");
for (const part of document.querySelectorAll("[data-upload]")) if (part.dataset.upload) watch(part);

function watch(part) {
  const input = part.querySelector("input[type=file]");
  input.addEventListener("change", async () => {
    const files = [...input.files];
    input.value = ""; // or the form would send them a second time
    let last;
    for (const [index, file] of files.entries()) last = (await send(part, file, index + 1)) || last;
    if (last) renew(part, last);
  });
}

function send(part, file, number) {
  const { row, line, stop } = newRow(part, file.name);
  const said = { ...part.dataset };
  const body = new FormData();
  body.append("csrfmiddlewaretoken", part.closest("form").elements.csrfmiddlewaretoken.value);
  body.append("file", file);
  return new Promise((done) => {
    const request = new XMLHttpRequest();
    const fail = () => {
      line.textContent = said.failed;
      done(null);
    };
    request.upload.onprogress = (event) => {
      const share = Math.floor((100 * event.loaded) / event.total);
      line.textContent = said.sending.replace("{n}", number).replace("{p}", share);
    };
    request.onload = () => (request.status < 300 || request.status === 422 ? done(request.responseText) : fail());
    request.onerror = fail;
    request.onabort = () => {
      row.remove();
      done(null);
    };
    stop.addEventListener("click", () => request.abort());
    request.open("POST", said.upload);
    request.send(body);
  });
}

function newRow(part, name) {
  const row = document.createElement("li");
  const what = document.createElement("span");
  const line = document.createElement("span");
  const stop = document.createElement("button");
  what.className = "what";
  line.className = "meta";
  stop.className = "button quiet lesser";
  stop.type = "button";
  stop.textContent = part.dataset.stop;
  what.append(name, document.createElement("br"), line);
  row.append(what, stop);
  const list = part.querySelector(".files");
  list.hidden = false;
  list.append(row);
  return { row, line, stop };
}

function renew(part, html) {
  const fresh = new DOMParser().parseFromString(html, "text/html").querySelector("[data-upload]");
  if (!fresh) return;
  part.replaceWith(fresh);
  watch(fresh);
}
