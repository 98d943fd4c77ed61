// What the pages do without scripts, without a new page: a form is sent, and what comes back takes
// the place of what is there. One form at a time, so that no answer is lost, nor comes too late.
const here = document.body.dataset;
const main = () => document.getElementById("main");
let timer, waiting, sending = false;

async function send(form, button) {
  if (sending) { waiting = [form.id || form, button?.id]; return; }
  sending = true;
  main().setAttribute("aria-busy", "true");
  const data = new FormData(form, button);
  if (!button && form.dataset.go) data.append("go", form.dataset.go);
  try {
    const answer = await fetch(form.getAttribute("action"), { method: "POST", body: new URLSearchParams(data) });
    if (!answer.headers.get("content-type").startsWith("text/html")) throw new Error("no page");
    wake();
    put(new DOMParser().parseFromString(await answer.text(), "text/html"));
  } catch {
    location.reload();
  } finally {
    sending = false;
    const next = waiting;
    waiting = undefined;
    const again = next && (typeof next[0] === "string" ? document.getElementById(next[0]) : next[0]);
    if (again?.isConnected) send(again, next[1] && document.getElementById(next[1]));
  }
}

function put(page) {
  const had = document.activeElement, typed = new Map();
  // What was typed while the answer was on its way is put in again, and sent next.
  if (waiting) for (const one of main().querySelectorAll("input, textarea, select"))
    if (one.id) typed.set(one.id, [one.value, one.checked]);
  const open = [...main().querySelectorAll("details")].map((one) => [one.id, one.open]);
  const [from, to] = [had?.selectionStart, had?.selectionEnd], value = had?.value;
  const fresh = page.getElementById("main");
  main().replaceWith(fresh);
  for (const [id, was] of open) document.getElementById(id)?.toggleAttribute("open", was);
  for (const [id, [text, checked]] of typed) {
    const field = document.getElementById(id);
    if (field) { field.value = text; field.checked = checked; }
  }
  const wanted = document.getElementById(fresh.dataset.focus || had?.id);
  if (wanted && wanted !== document.activeElement) {
    wanted.focus({ preventScroll: !fresh.dataset.focus });
    if (from != null) { wanted.value = value; wanted.setSelectionRange(from, to); }
  } else if (!wanted && had && !had.isConnected) main().focus();
  say(page.getElementById("status").textContent);
}

function say(text) {
  const status = document.getElementById("status");
  status.textContent = "";
  setTimeout(() => { status.textContent = text; }, 50);
}

document.addEventListener("submit", (event) => {
  const { live, go } = event.target.dataset, by = event.submitter;
  if (!live || (by?.name === "go" && by.value !== go) || by?.dataset.leads !== undefined) return;
  event.preventDefault();
  send(event.target, by);
});

for (const kind of ["input", "change"]) {
  document.addEventListener(kind, (event) => {
    attend();
    const form = event.target.form;
    if (form?.dataset.live !== kind || event.target.name?.startsWith("all.")) return;
    clearTimeout(timer);
    timer = setTimeout(() => send(form, null), event.target.type === "search" ? 180 : 0);
  });
}

const keysOff = () => document.getElementById("keys-off")?.checked;

document.addEventListener("keydown", (event) => {
  attend();
  const typing = event.target.matches("input:not([type=checkbox]), textarea, select");
  const row = event.target.closest("[data-move]");
  const press = (what) => { event.preventDefault(); document.getElementById(`${what}-${row.dataset.move}`).click(); };
  if (row && event.altKey && event.key === "ArrowUp") press("up");
  else if (row && event.altKey && event.key === "ArrowDown") press("down");
  else if (row && event.key === "Delete") press("remove");
  if (typing || event.ctrlKey || event.altKey || event.metaKey || keysOff()) return;
  const search = document.getElementById("q"), help = document.getElementById("help");
  if (["/", "／"].includes(event.key) && search) { event.preventDefault(); search.focus(); }
  if (["?", "؟", "？"].includes(event.key) && help) { help.open = true; help.querySelector("summary").focus(); }
});

// A photo may be dropped on its place: what the file input does with a mouse.
for (const kind of ["dragover", "dragleave", "drop"]) {
  document.addEventListener(kind, (event) => {
    const place = event.target.closest?.("[data-drop]");
    if (!place) return;
    event.preventDefault();
    place.classList.toggle("over", kind === "dragover");
    if (kind === "drop") document.getElementById(place.dataset.drop).files = event.dataTransfer.files;
  });
}

// A visit that nobody uses is emptied. It is told of before, and whoever types is using it.
const quiet = Number(here.quiet || 0), warning = Math.min(60, quiet / 2);
let asked = Date.now(), warn, end;

function wake() {
  asked = Date.now();
  if (!quiet) return;
  clearTimeout(warn);
  clearTimeout(end);
  warn = setTimeout(() => document.getElementById("quiet").showModal(), (quiet - warning) * 1000);
  // Until then another tab may have used it: `stay` would tell, but would also keep it awake.
  end = setTimeout(() => location.replace(here.base), (quiet + 2) * 1000);
}

async function attend(now = false) {
  // Without a visit only the studio could end: whoever types in a long form is using it.
  const often = quiet ? Math.min(20, quiet / 4) : 60;
  if (!here.stay || (!now && Date.now() - asked < often * 1000)) return;
  wake();
  const answer = await fetch(here.stay, { method: "POST", body: new URLSearchParams() }).catch(() => null);
  if (quiet && answer?.status !== 204) location.replace(here.base);
}

document.getElementById("quiet").addEventListener("close", () => attend(true));
document.addEventListener("scroll", () => attend(), { passive: true });
wake();

document.getElementById("errors")?.focus();
document.querySelector("#help [hidden]")?.removeAttribute("hidden");
// A page that the browser has kept whole may be of a former patient: ask for it anew.
addEventListener("pageshow", (event) => { if (event.persisted) { document.body.hidden = true; location.reload(); } });
