// Draws what Discord sends. Whatever people typed goes through textContent, never through HTML.

export const el = (tag, props = {}, ...children) => {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (name === 'class') node.className = value;
    else if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else if (name in node) node[name] = value;
    else node.setAttribute(name, value);
  }
  node.append(...children.filter(child => child !== null && child !== undefined && child !== false));
  return node;
};

const INLINE = [
  [/```(?:\w*\n)?([\s\S]+?)```/, (m) => el('pre', {}, el('code', {}, m[1]))],
  [/`([^`\n]+)`/, (m) => el('code', {}, m[1])],
  [/\*\*([\s\S]+?)\*\*/, (m, ctx) => el('b', {}, ...markdown(m[1], ctx))],
  [/__([\s\S]+?)__/, (m, ctx) => el('u', {}, ...markdown(m[1], ctx))],
  [/~~([\s\S]+?)~~/, (m, ctx) => el('s', {}, ...markdown(m[1], ctx))],
  [/\*([^*\n]+)\*/, (m, ctx) => el('i', {}, ...markdown(m[1], ctx))],
  [/<@!?(\d+)>/, (m, ctx) => el('span', { class: 'mention' }, '@' + ctx.person(m[1]))],
  [/<@&(\d+)>/, (m, ctx) => el('span', { class: 'mention' }, '@' + ctx.role(m[1]))],
  [/<#(\d+)>/, (m, ctx) => el('span', { class: 'mention', onclick: () => ctx.go(m[1]) }, '# ' + ctx.channel(m[1]))],
  [/<t:(-?\d+)(?::([tTdDfFR]))?>/, (m) => el('span', { title: new Date(m[1] * 1000).toString() }, moment(m[1] * 1000, m[2]))],
  [/\[([^\]\n]+)\]\((https?:\/\/[^\s)]+)\)/, (m) => link(m[2], m[1])],
  [/https?:\/\/[^\s<>]+/, (m) => link(m[0], m[0])],
];

const link = (href, text) => el('a', { href, target: '_blank', rel: 'noreferrer noopener' }, text);

const moment = (ms, style) => {
  if (style === 'R') {
    const seconds = Math.round((ms - Date.now()) / 1000);
    const [unit, size] = [['day', 86400], ['hour', 3600], ['minute', 60], ['second', 1]].find(([, s]) => Math.abs(seconds) >= s) ?? ['second', 1];
    return new Intl.RelativeTimeFormat('en', { numeric: 'auto' }).format(Math.round(seconds / size), unit);
  }
  return new Date(ms).toLocaleString();
};

export function markdown(text, ctx) {
  let best = null;
  for (const [pattern, make] of INLINE) {
    const match = pattern.exec(text);
    if (match && (!best || match.index < best.match.index)) best = { match, make };
  }
  if (!best) return lines(text);
  const { match, make } = best;
  return [...lines(text.slice(0, match.index)), make(match, ctx), ...markdown(text.slice(match.index + match[0].length), ctx)];
}

const lines = (text) => text.split(/(?<=\n)/).map(line => {
  const heading = /^(#{1,3}) (.*)/.exec(line);
  if (heading) return el('b', { class: 'h' + heading[1].length }, heading[2] + '\n');
  if (line.startsWith('-# ')) return el('span', { class: 'note' }, line.slice(3));
  return line.replace(/^> /, '▎ ').replace(/^[-*] /, '• ');
});

const hex = (color) => '#' + (color ?? 0).toString(16).padStart(6, '0');
const picture = (url) => el('img', { src: url, alt: '', loading: 'lazy' });

function embed(data, ctx) {
  const box = el('div', { class: 'embed' },
    data.author && el('b', {}, data.author.name),
    data.title && el('b', {}, data.url ? link(data.url, data.title) : data.title),
    data.description && el('div', { class: 'text' }, ...markdown(data.description, ctx)),
    data.fields && el('div', { class: 'fields' }, ...data.fields.map(field =>
      el('div', { class: field.inline ? 'inline' : '' }, el('b', {}, ...markdown(field.name, ctx)), el('div', { class: 'text' }, ...markdown(field.value, ctx))))),
    data.image && picture(data.image.url), data.thumbnail && picture(data.thumbnail.url),
    data.footer && el('span', { class: 'note' }, data.footer.text));
  if (data.color) box.style.borderLeftColor = hex(data.color);
  return box;
}

const emoji = (data) => data ? (data.name ?? '') + ' ' : '';

function button(data, message, ctx) {
  if (data.style === 5) return el('a', { class: 'button', href: data.url, target: '_blank', rel: 'noreferrer' }, emoji(data.emoji) + (data.label ?? '') + ' ↗');
  return el('button', { class: 'button s' + data.style, disabled: !!data.disabled, 'data-custom-id': data.custom_id,
    onclick: (event) => ctx.click(message, data.custom_id, event.currentTarget) }, emoji(data.emoji) + (data.label ?? ''));
}

export function options(data, ctx) {
  const defaults = (data.default_values ?? []).map(each => each.id);
  const plain = (list) => list.map(each => ({ value: each.id, label: each.name, default: defaults.includes(each.id) }));
  switch (data.type) {
    case 5: return plain(ctx.people());
    case 6: return plain(ctx.roles());
    case 7: return plain([...ctx.people(), ...ctx.roles()]);
    case 8: return plain(ctx.channels(data.channel_types));
    default: return data.options ?? [];
  }
}

/** A menu; one with several choices in a message is sent with a button of its own. */
export function menu(data, ctx, chosen) {
  const many = (data.max_values ?? 1) > 1;
  const send = () => chosen && chosen([...select.selectedOptions].map(option => option.value).filter(Boolean));
  const select = el('select', { class: 'menu', multiple: many, disabled: !!data.disabled, 'data-custom-id': data.custom_id,
    'aria-label': data.placeholder ?? 'Make a selection', onchange: () => many || send() });
  if (!many) select.append(el('option', { value: '', textContent: data.placeholder ?? 'Make a selection' }));
  for (const option of options(data, ctx)) {
    select.append(el('option', { value: option.value, selected: !!option.default,
      textContent: emoji(option.emoji) + option.label + (option.description ? ' – ' + option.description : '') }));
  }
  if (!many) return select;
  select.size = Math.min(5, Math.max(2, select.options.length));
  return chosen ? el('div', { class: 'many' }, select, el('button', { class: 'button', disabled: !!data.disabled, onclick: send }, 'Choose')) : select;
}

function component(data, message, ctx) {
  const below = (list) => (list ?? []).map(each => component(each, message, ctx));
  switch (data.type) {
    case 1: return el('div', { class: 'row' }, ...below(data.components));
    case 2: return button(data, message, ctx);
    case 3: case 5: case 6: case 7: case 8:
      return menu(data, ctx, (values) => ctx.select(message, data.custom_id, values));
    case 9: return el('div', { class: 'section' }, el('div', {}, ...below(data.components)), component(data.accessory, message, ctx));
    case 10: return el('div', { class: 'text' }, ...markdown(data.content, ctx));
    case 11: return picture(data.media.url);
    case 12: return el('div', { class: 'gallery' }, ...data.items.map(item => picture(item.media.url)));
    case 13: return link(data.file.url, '📄 ' + (data.name ?? 'file'));
    case 14: return data.divider ? el('hr') : el('br');
    case 17: {
      const box = el('div', { class: 'container' }, ...below(data.components));
      if (data.accent_color !== null) box.style.borderLeftColor = hex(data.accent_color);
      return box;
    }
    default: return el('span', { class: 'note' }, 'a component of type ' + data.type);
  }
}

const file = (data) => (data.content_type ?? '').startsWith('image/')
  ? el('div', {}, picture(data.url)) : el('div', { class: 'file' }, '📄 ', link(data.url, data.filename), el('span', { class: 'note' }, ' ' + data.size + ' bytes'));

const shade = (id) => ['#5865f2', '#248046', '#c27c0e', '#9b59b6', '#206694', '#ad1457'][Number(BigInt(id) % 6n)];

export function message(data, ctx) {
  const name = ctx.person(data.author.id);
  const avatar = el('div', { class: 'avatar' }, name.slice(0, 1).toUpperCase());
  avatar.style.background = data.author.bot ? '#5865f2' : shade(data.author.id);
  const words = data.type === 6 ? [el('span', { class: 'note' }, 'pinned a message to this channel')]
    : data.type === 18 ? [el('span', { class: 'note' }, 'started a thread: ' + data.content)]
    : data.loading ? [el('span', { class: 'note' }, 'is thinking…')] : markdown(data.content, ctx);
  const reactions = (data.reactions ?? []).map(each => el('button', { class: each.me ? 'mine' : '',
    onclick: () => ctx.react(data, each.emoji.name) }, each.emoji.name + ' ' + each.count));
  return el('li', { class: 'message' + (data.ephemeral ? ' ephemeral' : ''), id: 'm' + data.id, tabIndex: 0 },
    avatar,
    el('div', {},
      data.interaction_metadata?.type === 2 && el('div', { class: 'note' }, '↱ ' + ctx.person(data.interaction_metadata.user.id) + ' used a command'),
      data.type !== 6 && data.referenced_message && el('div', { class: 'note' }, '↱ ' + ctx.person(data.referenced_message.author.id) + ': ' + data.referenced_message.content.slice(0, 80)),
      el('div', { class: 'head' }, el('b', {}, name), data.author.bot && el('span', { class: 'tag' }, 'APP'), el('time', {}, new Date(data.timestamp).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' }))),
      el('div', { class: 'text' }, ...words, data.edited_timestamp && !data.loading ? el('span', { class: 'note' }, ' (edited)') : null, data.pinned && el('span', { class: 'note', title: 'Pinned' }, ' 📌')),
      ...data.embeds.map(each => embed(each, ctx)), ...data.attachments.map(file),
      ...data.components.map(each => component(each, data, ctx)),
      reactions.length > 0 && el('div', { class: 'reactions' }, ...reactions),
      data.thread && el('button', { class: 'mention', onclick: () => ctx.go(data.thread.id) }, '🧵 ' + data.thread.name),
      data.ephemeral && el('div', { class: 'note' }, '👁 Only you can see this')),
    el('div', { class: 'tools' }, ...ctx.tools(data)));
}
