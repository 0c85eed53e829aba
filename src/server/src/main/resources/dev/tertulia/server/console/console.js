'use strict';

// Times are written in UTC; this shows them in the zone and language of the person.
function showTimes(root) {
  const language = document.documentElement.lang;
  const format = new Intl.DateTimeFormat(navigator.languages.find(one => one.startsWith(language)) || language,
      {dateStyle: 'medium', timeStyle: 'medium'});
  for (const time of root.querySelectorAll('time[datetime]')) {
    const moment = new Date(time.dateTime);
    if (!isNaN(moment) && time.title === '') {
      time.title = time.textContent;
      time.textContent = format.format(moment);
    }
  }
}

// Time that is left, with seconds. At its end the element shows what is true then. Nothing is announced while it runs.
function span(seconds) {
  const two = number => String(number).padStart(2, '0');
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  return hours > 0 ? `${hours} h ${two(minutes % 60)} min ${two(seconds % 60)} s`
      : minutes > 0 ? `${minutes} min ${two(seconds % 60)} s` : `${seconds} s`;
}

function countDown(element) {
  const end = Date.now() + element.dataset.countdown * 1000;
  const left = element.querySelector('[data-left]');
  const tick = () => {
    const seconds = Math.ceil((end - Date.now()) / 1000);
    if (seconds > 0) {
      left.textContent = left.dataset.left.replace('{0}', span(seconds));
      return;
    }
    clearInterval(timer);
    element.querySelector('[data-running]').hidden = true;
    element.querySelector('[data-over]').hidden = false;
  };
  const timer = setInterval(tick, 1000);
  tick();
}

// Ticks all boxes of a form; a box with data-all is the one that does it.
function tickAll(event) {
  if (event.target.matches('input[data-all]')) {
    for (const box of event.target.closest('form').querySelectorAll('input[type=checkbox][name]')) {
      box.checked = event.target.checked;
    }
  }
}

// Whether the page says that it is not up to date.
function showOffline(offline) {
  document.body.classList.toggle('offline', offline);
}

// Streams end while the page is hidden, and begin again when it is shown.
const streams = new Set();

function openStream(url) {
  const stream = new EventSource(url);
  streams.add(stream);
  stream.addEventListener('open', () => showOffline(false));
  stream.addEventListener('error', () => showOffline(true));
  return stream;
}

document.addEventListener('visibilitychange', () => {
  for (const stream of [...streams]) {
    if (document.hidden) {
      stream.close();
    } else if (stream.readyState === EventSource.CLOSED) {
      streams.delete(stream);
      stream.onerror(new Event('error'));
    }
  }
});

document.addEventListener('htmx:afterRequest', event => showOffline(!event.detail.successful));

if (window.htmx) {
  htmx.createEventSource = openStream;
}
document.addEventListener('htmx:sseMessage', event => showTimes(event.target));
document.addEventListener('htmx:afterSwap', event => showTimes(event.target));
document.addEventListener('change', tickAll);
showTimes(document);
document.querySelectorAll('[data-countdown]').forEach(countDown);

// The queue by keyboard: j and k move, and the keys of the buttons decide about the case that has the focus.
function queueKey(event) {
  const queue = document.querySelector('[data-queue]');
  if (!queue || event.ctrlKey || event.metaKey || event.altKey || event.target.matches('input, select, textarea')) {
    return;
  }
  const cases = [...queue.querySelectorAll('article.case')];
  const at = cases.findIndex(one => one.contains(document.activeElement));
  if (event.key === 'j' || event.key === 'k') {
    const next = cases[event.key === 'j' ? Math.min(at + 1, cases.length - 1) : Math.max(at - 1, 0)];
    if (next) {
      next.focus();
    }
  } else if (at >= 0 && 'ynw'.includes(event.key)) {
    const button = cases[at].querySelector(`button[data-key=${event.key}]`);
    if (button) {
      button.click();
    }
  }
}

// The queue stays as it is while the page is hidden, and while somebody types in it.
document.addEventListener('htmx:beforeRequest', event => {
  if (event.target.matches('[data-queue]')
      && (document.hidden || [...event.target.querySelectorAll('input[name=note]')]
          .some(input => input.value !== '' || input === document.activeElement))) {
    event.preventDefault();
  }
});
document.addEventListener('htmx:beforeSwap', event => {
  if (event.target.matches('[data-queue]') && event.target.contains(document.activeElement)) {
    const id = document.activeElement.closest('article.case')?.id;
    document.addEventListener('htmx:afterSettle', () => document.getElementById(id)?.focus(), {once: true});
  }
});
document.addEventListener('keydown', queueKey);

// The place of a problem in the editor.
document.addEventListener('click', event => {
  const place = event.target.closest('a[data-line]');
  const editor = document.querySelector('textarea.code');
  if (!place || !editor) {
    return;
  }
  event.preventDefault();
  const before = editor.value.split('\n').slice(0, place.dataset.line - 1);
  const at = before.reduce((sum, line) => sum + line.length + 1, 0) + Number(place.dataset.column) - 1;
  editor.focus();
  editor.setSelectionRange(at, at);
  editor.scrollTop = Math.max(0, (place.dataset.line - 5) * parseFloat(getComputedStyle(editor).lineHeight));
});
