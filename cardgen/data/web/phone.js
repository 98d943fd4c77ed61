(function () {
  "use strict";
  var words = document.body.dataset;
  function say(pattern, values) {
    return pattern.replace(/\{(\w+)\}/g, function (whole, name) { return values[name]; });
  }
  function clock(seconds) {
    return Math.floor(seconds / 60) + ":" + String(seconds % 60).padStart(2, "0");
  }

  document.querySelectorAll(".timer").forEach(function (timer) {
    // Seconds of a hold, how many holds, seconds of rest between them.
    var given = timer.dataset.timer.split(" ").map(Number);
    var hold = given[0], count = given[1], rest = given[2], done = 0, end = 0, ticking = null, lock = null;
    if (!hold) { return; }
    var button = timer.querySelector("button"), shown = timer.querySelector("span");
    var status = timer.querySelector("p");
    function offer() {
      button.textContent = say(words.start, { seconds: hold });
      shown.textContent = "";
    }
    function stop() {
      clearInterval(ticking);
      ticking = null;
      if (lock) { lock.release(); lock = null; }
      offer();
    }
    function tick() {
      var left = Math.max(0, Math.ceil((end - Date.now()) / 1000));
      shown.textContent = clock(left);
      if (left > 0) { return; }
      stop();
      done += 1;
      var told = say(words.done, { number: done, count: count });
      if (done >= count) { done = 0; told += " " + words.finished; }
      else if (rest) { told += " " + say(words.rest, { seconds: rest }); }
      status.textContent = told;
      if (navigator.vibrate) { navigator.vibrate([200, 100, 200]); }
    }
    button.addEventListener("click", function () {
      if (ticking) { stop(); status.textContent = ""; return; }
      end = Date.now() + hold * 1000;
      button.textContent = words.stop;
      status.textContent = say(words.hold, { number: done + 1, count: count });
      ticking = setInterval(tick, 200);
      tick();
      if (navigator.wakeLock) {
        navigator.wakeLock.request("screen").then(function (held) {
          if (ticking) { lock = held; } else { held.release(); }
        }, function () {});
      }
    });
    offer();
    timer.hidden = false;
  });

  var log = document.querySelector(".log");
  if (!log) { return; }
  var key = "cardgen-log-" + log.dataset.log, fields = log.querySelectorAll("input");
  var note = log.querySelector(".kept"), clear = log.querySelector(".clear"), kept = {};
  function count() {
    log.querySelectorAll("fieldset").forEach(function (week) {
      var done = week.querySelector("output");
      if (done) { done.textContent = week.querySelectorAll(":checked").length || ""; }
    });
  }
  function show() {
    fields.forEach(function (field) {
      if (field.type === "checkbox") { field.checked = kept[field.name] === 1; }
      else { field.value = kept[field.name] === undefined ? "" : kept[field.name]; }
    });
    count();
  }
  function keep() {
    try { localStorage.setItem(key, JSON.stringify(kept)); return true; } catch (e) { return false; }
  }
  try { kept = JSON.parse(localStorage.getItem(key) || "{}") || {}; } catch (e) { kept = {}; }
  note.textContent = keep() ? log.dataset.kept : log.dataset.lost;
  clear.hidden = note.textContent !== log.dataset.kept;
  log.addEventListener("input", function (event) {
    var field = event.target;
    if (field.type === "checkbox") { if (field.checked) { kept[field.name] = 1; } else { delete kept[field.name]; } }
    else if (field.value !== "" && field.checkValidity()) { kept[field.name] = Number(field.value); }
    else { delete kept[field.name]; }
    if (!keep()) { note.textContent = log.dataset.lost; }
    count();
  });
  clear.addEventListener("click", function () {
    if (!confirm(log.dataset.sure)) { return; }
    kept = {};
    try { localStorage.removeItem(key); } catch (e) { note.textContent = log.dataset.lost; return; }
    show();
    note.textContent = log.dataset.cleared;
  });
  show();
})();
