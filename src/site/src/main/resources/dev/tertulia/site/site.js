// The search, the theme, and links to headings. Everything works from files, without a server.
const base = document.body.dataset.base;

const field = document.getElementById('search');
const list = document.getElementById('results');
let index;

function searchable() {
  if (!index) {
    index = lunr(builder => {
      builder.ref('id');
      builder.field('title', { boost: 6 });
      builder.field('page', { boost: 2 });
      builder.field('text');
      window.searchDocuments.forEach(one => builder.add(one));
    });
  }
  return index;
}

/** The documents with all words, the best first. The last word may be the beginning of one. */
function matches(words) {
  const found = searchable().query(query => words.forEach(word => {
    query.term(lunr.tokenizer(word), { boost: 8 });
    query.term(word, { wildcard: lunr.Query.wildcard.TRAILING, usePipeline: false });
  }));
  return found.map(one => window.searchDocuments[one.ref])
    .filter(one => words.every(word => (one.title + ' ' + one.page + ' ' + one.text).toLowerCase().includes(word)));
}

function excerpt(found, words) {
  const text = found.text.replace(/\s+/g, ' ');
  const at = words.map(word => text.toLowerCase().indexOf(word)).filter(place => place >= 0);
  const from = Math.max(0, (at.length ? Math.min(...at) : 0) - 40);
  return (from > 0 ? '…' : '') + text.slice(from, from + 130);
}

function item(found, words) {
  const link = document.createElement('a');
  link.href = base + found.url;
  const where = document.createElement('small');
  where.textContent = found.page + (found.text ? ': ' + excerpt(found, words) : '');
  link.append(found.title, where);
  const row = document.createElement('li');
  row.append(link);
  return row;
}

function search() {
  const words = field.value.toLowerCase().split(/[\s@()]+/).filter(word => word);
  const found = words.length ? matches(words).slice(0, 12) : [];
  list.replaceChildren(...found.map(one => item(one, words)));
  if (words.length && !found.length) {
    const nothing = document.createElement('p');
    nothing.textContent = 'Nothing found.';
    const row = document.createElement('li');
    row.append(nothing);
    list.append(row);
  }
  list.hidden = !words.length;
}

function move(step) {
  const links = [...list.querySelectorAll('a')];
  if (!links.length) {
    return;
  }
  const now = links.findIndex(link => link.classList.contains('chosen'));
  links.forEach(link => link.classList.remove('chosen'));
  const next = links[(now + step + links.length + (now < 0 && step < 0 ? 1 : 0)) % links.length];
  next.classList.add('chosen');
  next.scrollIntoView({ block: 'nearest' });
}

field.addEventListener('input', search);
field.addEventListener('focus', search);
field.form.addEventListener('submit', event => {
  event.preventDefault();
  (list.querySelector('a.chosen') || list.querySelector('a'))?.click();
});
field.addEventListener('keydown', event => {
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    event.preventDefault();
    move(event.key === 'ArrowDown' ? 1 : -1);
  } else if (event.key === 'Escape') {
    list.hidden = true;
  }
});
list.addEventListener('click', () => { list.hidden = true; });
document.addEventListener('click', event => {
  if (!field.form.contains(event.target)) {
    list.hidden = true;
  }
});
document.addEventListener('keydown', event => {
  if (event.key === '/' && document.activeElement === document.body) {
    event.preventDefault();
    field.focus();
  }
});

const root = document.documentElement;
const button = document.getElementById('theme');

function stored() {
  try {
    return localStorage.getItem('theme');
  } catch {
    return null;
  }
}

function theme() {
  return root.dataset.theme || (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
}

function show(wanted) {
  if (wanted) {
    root.dataset.theme = wanted;
  }
  button.textContent = theme() === 'dark' ? 'Light' : 'Dark';
}

button.addEventListener('click', () => {
  const next = theme() === 'dark' ? 'light' : 'dark';
  show(next);
  try {
    localStorage.setItem('theme', next);
  } catch {
    // The choice is forgotten where pages may store nothing.
  }
});
show(stored());

if (matchMedia('(max-width: 50rem)').matches) {
  document.querySelector('.chapters').open = false;
}
document.querySelectorAll('main :is(h2, h3, h4)[id]').forEach(heading => {
  const link = document.createElement('a');
  link.className = 'anchor';
  link.href = '#' + heading.id;
  link.textContent = '#';
  link.setAttribute('aria-label', 'Link to ' + heading.textContent);
  heading.append(link);
});
