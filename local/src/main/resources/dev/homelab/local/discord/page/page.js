// A small Discord: one person at a time looks at the simulator's world and acts in it.

import { el, message as draw } from './render.js';
import { filesOf, showFaults, showModal } from './forms.js';

const $ = (id) => document.getElementById(id);
const memory = new URLSearchParams(location.hash.slice(1));
const state = { me: memory.get('as'), guild: memory.get('guild'), channel: memory.get('channel'), home: null, view: null, commands: [], replyTo: null };

async function api(path, body) {
  const response = await fetch(path, body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) });
  const json = await response.json().catch(() => ({ message: response.statusText }));
  return response.ok ? json : { ...json, failed: true, message: words(json) };
}

const words = (json) => json.errors ? json.message + ': ' + JSON.stringify(json.errors).match(/"message":"(.*?)"/)?.[1] : json.message;
const act = (name, body) => api('/simulator/acts/' + name, { as: state.me, channel: state.channel, ...body });
const guild = () => state.home.guilds.find(each => each.id === state.guild);

function notice(text) {
  $('notice').textContent = text;
  $('notice').hidden = false;
  clearTimeout(notice.timer);
  notice.timer = setTimeout(() => { $('notice').hidden = true; }, 5000);
}

const context = {
  person: (id) => guild()?.members.find(each => each.user.id === id)?.nick ?? state.home.people.find(each => each.id === id)?.name ?? 'somebody',
  role: (id) => guild()?.roles.find(each => each.id === id)?.name ?? 'role',
  channel: (id) => [...(guild()?.channels ?? []), ...(guild()?.threads ?? [])].find(each => each.id === id)?.name ?? 'unknown',
  people: () => (guild()?.members ?? []).map(each => ({ id: each.user.id, name: context.person(each.user.id) })),
  roles: () => (guild()?.roles ?? []).map(each => ({ id: each.id, name: each.name })),
  channels: (types) => [...(guild()?.channels ?? []), ...(guild()?.threads ?? []).filter(each => !each.thread_metadata.archived)]
    .filter(each => !types?.length || types.includes(each.type)).map(each => ({ id: each.id, name: each.name })),
  go: (id) => go(id),
  async click(message, customId, node) {
    node.disabled = true;
    await seen(await act('click', { message: message.id, custom_id: customId }), message);
    node.disabled = false;
  },
  select: async (message, customId, values) => seen(await act('select', { message: message.id, custom_id: customId, values }), message),
  async react(message, emoji) {
    const answer = await act('react', { message: message.id, emoji });
    if (answer.failed) notice(answer.message);
  },
  tools: (message) => [
    el('button', { title: 'React', onclick: () => context.react(message, '👍') }, '👍'),
    el('button', { title: 'Reply', onclick: () => { state.replyTo = message.id; $('text').focus(); } }, '↩'),
    ...state.commands.filter(each => each.type === 3).map(each => el('button', { title: 'Apps: ' + each.name, onclick: async () => seen(await act('message-command', { message: message.id, command: each.name }), message) }, '⋯ ' + each.name)),
    ...state.commands.filter(each => each.type === 2).map(each => el('button', { title: 'Apps, for ' + context.person(message.author.id) + ': ' + each.name, onclick: async () => seen(await act('user-command', { user: message.author.id, command: each.name }), message) }, '👤 ' + each.name)),
    ...(message.ephemeral ? [] : [el('button', { title: 'Delete', onclick: async () => { const answer = await act('delete', { message: message.id }); if (answer.failed) notice(answer.message); } }, '🗑')]),
  ],
};

async function seen(answer, message) {
  if (answer.failed) return notice(answer.message);
  if (answer.seen === 'failed') {
    const row = message && $('m' + message.id);
    if (row) row.lastElementChild.before(el('div'), el('div', { class: 'failed' }, '⚠ ' + answer.words));
    return row ? null : notice(answer.words);
  }
  if (answer.seen === 'modal') {
    showModal(answer.modal, context, async (values, files) => {
      const sent = await act('submit', { interaction: answer.interaction, values, files });
      if (sent.failed) return sent.message;
      if (sent.seen === 'failed') return 'Something went wrong. Try again.';
      await seen(sent);
      return null;
    });
    return null;
  }
  await refresh();
  return null;
}

function rail() {
  $('servers').replaceChildren(
    el('button', { title: 'Direct messages', class: state.guild === 'direct' ? 'on' : '', onclick: () => choose('direct') }, '✉'),
    ...state.home.guilds.map(each => el('button', { title: each.name, class: each.id === state.guild ? 'on' : '', onclick: () => choose(each.id) },
      each.name.split(/\s+/).map(word => word[0]).join('').slice(0, 2))));
}

function choose(id) {
  state.guild = id;
  state.channel = null;
  load();
}

const line = (channel, mark, extra = '') => el('button', { class: (channel.id === state.channel ? 'on ' : '') + extra, onclick: () => go(channel.id) }, mark + ' ' + channel.name);

const opened = new Set();

/** The archived threads of a channel, folded away. */
function archived(threads) {
  if (threads.length === 0) return [];
  const parent = threads[0].parent_id;
  threads.sort((a, b) => b.thread_metadata.archive_timestamp.localeCompare(a.thread_metadata.archive_timestamp));
  return [el('details', { open: opened.has(parent) || threads.some(each => each.id === state.channel),
    ontoggle: (event) => event.target.open ? opened.add(parent) : opened.delete(parent) },
  el('summary', {}, threads.length + ' archived'),
  ...threads.slice(0, 100).map(each => line(each, each.thread_metadata.locked ? '🔒' : '🗄', 'thread archived')))];
}

function sidebar() {
  const box = $('channels');
  const server = guild();
  $('server').textContent = server ? server.name : 'Direct messages';
  if (!server) {
    box.replaceChildren(...state.home.direct.map(each => line(each, '@')), el('h3', {}, 'Talk to'),
      ...state.home.people.filter(each => each.id !== state.me).map(each => el('button', { onclick: async () => go((await act('direct', { user: each.id })).id) }, '+ ' + each.name)));
    return;
  }
  const under = (parent) => server.channels.filter(each => each.type !== 4 && (each.parent_id ?? null) === parent).flatMap(each => [line(each, '#'),
    ...server.threads.filter(thread => thread.parent_id === each.id && !thread.thread_metadata.archived).map(thread => line(thread, thread.type === 12 ? '🕶' : '🧵', 'thread')),
    ...archived(server.threads.filter(thread => thread.parent_id === each.id && thread.thread_metadata.archived))]);
  box.replaceChildren(...under(null), ...server.channels.filter(each => each.type === 4).flatMap(category => [el('h3', {}, category.name), ...under(category.id)]));
}

function pane() {
  const { channel, messages, may_send: may } = state.view;
  const thread = channel.thread_metadata;
  $('channel').textContent = (channel.type === 1 ? '@ ' + (state.home.direct.find(each => each.id === channel.id)?.name ?? '') : (thread ? (channel.type === 12 ? '🕶 ' : '🧵 ') : '# ') + channel.name);
  $('state').textContent = [thread?.archived && 'archived', thread?.locked && 'locked', channel.topic].filter(Boolean).join(' · ');
  const list = $('messages');
  const atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 120 || list.dataset.channel !== channel.id;
  list.replaceChildren(...messages.map(each => draw(each, context)));
  list.dataset.channel = channel.id;
  if (atEnd) list.scrollTop = list.scrollHeight;
  $('text').disabled = !may;
  $('composer').classList.toggle('off', !may);
  $('text').placeholder = may ? 'Message ' + $('channel').textContent + ', or / for commands' : 'You may not write here';
}

async function go(id) {
  state.channel = id;
  const home = state.home.guilds.find(each => [...each.channels, ...each.threads].some(channel => channel.id === id));
  state.guild = home ? home.id : state.guild;
  document.body.classList.remove('open');
  await load();
}

// Answers may overtake each other: only the newest question's counts.
let question = 0;

async function load() {
  const asked = question += 1;
  const home = await api('/simulator/view?as=' + (state.me ?? '0'));
  if (asked !== question) return null;
  state.home = home;
  const people = state.home.people.filter(each => !each.bot);
  if (!people.some(each => each.id === state.me)) {
    state.me = people[0].id;
    return load();
  }
  if (state.guild !== 'direct' && !guild()) state.guild = state.home.guilds[0]?.id ?? 'direct';
  const mine = people.find(each => each.id === state.me);
  $('locale').replaceChildren(...state.home.locales.map(each => el('option', { value: each, textContent: each, selected: each === mine.locale })));
  $('who').replaceChildren(...people.map(each => el('option', { value: each.id, textContent: each.name, selected: each.id === state.me })));
  const all = guild() ? [...guild().channels.filter(each => each.type !== 4), ...guild().threads] : state.home.direct;
  if (!all.some(each => each.id === state.channel)) state.channel = all[0]?.id ?? null;
  location.replace('#' + new URLSearchParams({ as: state.me, guild: state.guild, channel: state.channel ?? '' }));
  rail();
  sidebar();
  if (!state.channel) return $('messages').replaceChildren();
  state.commands = await api('/simulator/commands?channel=' + state.channel + '&as=' + state.me);
  return refresh();
}

let look = 0;

async function refresh() {
  const asked = look += 1;
  const channel = state.channel;
  const view = await api('/simulator/channels/' + channel + '?as=' + state.me);
  if (channel !== state.channel || asked !== look) return;
  if (view.failed) return notice(view.message);
  state.view = view;
  pane();
}

/* Slash commands are typed as "/name sub option: value option: value". */

function parse(text) {
  let rest = text.slice(1).trimStart();
  const name = rest.split(/\s/)[0];
  const command = state.commands.find(each => each.type === 1 && each.name === name);
  if (!command) return { partial: name };
  const path = [name];
  let offered = command.options ?? [];
  rest = rest.slice(name.length).trimStart();
  while (offered.some(each => each.type <= 2)) {
    const word = rest.split(/\s/)[0];
    const sub = offered.find(each => each.type <= 2 && each.name === word);
    if (!sub) return { path, subs: offered.filter(each => each.name.startsWith(word)) };
    path.push(word);
    offered = sub.options ?? [];
    rest = rest.slice(word.length).trimStart();
  }
  const given = {};
  const marks = [...rest.matchAll(/([-_\p{L}\p{N}]+):/gu)].filter(each => offered.some(option => option.name === each[1]));
  marks.forEach((mark, i) => { given[mark[1]] = rest.slice(mark.index + mark[0].length, marks[i + 1]?.index).trim(); });
  return { path, offered, given, focused: marks.at(-1)?.[1] };
}

const offer = (items) => {
  $('completions').hidden = items.length === 0;
  $('completions').replaceChildren(...items.map(([label, note, take]) => el('button', { type: 'button', onclick: () => { take(); $('text').focus(); complete(); } }, label, el('small', {}, note ?? ''))));
};

const replaceValue = (focused, value) => {
  const text = $('text').value;
  $('text').value = text.slice(0, text.lastIndexOf(focused + ':')) + focused + ': ' + value + ' ';
};

async function complete() {
  const turn = complete.turn = (complete.turn ?? 0) + 1;
  const text = $('text').value;
  if (!text.startsWith('/')) return offer([]);
  const call = parse(text);
  if (call.partial !== undefined) {
    return offer(state.commands.filter(each => each.type === 1 && each.name.startsWith(call.partial)).map(each => ['/' + each.name, each.description, () => { $('text').value = '/' + each.name + ' '; }]));
  }
  if (call.subs) return offer(call.subs.map(each => ['/' + [...call.path, each.name].join(' '), each.description, () => { $('text').value = '/' + [...call.path, each.name].join(' ') + ' '; }]));
  const option = call.offered.find(each => each.name === call.focused);
  const rest = call.offered.filter(each => !(each.name in call.given)).map(each => [each.name + ':', each.description + (each.required ? ' (required)' : ''), () => { $('text').value = $('text').value.trimEnd() + ' ' + each.name + ': '; }]);
  const kinds = { 5: [['True', 'true'], ['False', 'false']], 6: context.people().map(each => [each.name, each.id]), 7: context.channels(option?.channel_types).map(each => [each.name, each.id]), 8: context.roles().map(each => [each.name, each.id]), 9: [...context.people(), ...context.roles()].map(each => [each.name, each.id]) };
  let choices = option?.choices?.map(each => [each.name, each.value]) ?? kinds[option?.type] ?? [];
  if (option?.autocomplete) {
    const answer = await act('autocomplete', { command: call.path.join(' '), options: call.given, focused: call.focused });
    if (turn !== complete.turn) return null;
    choices = Object.entries(answer.choices ?? {});
  }
  const typed = (call.given[call.focused] ?? '').toLowerCase();
  const fits = choices.filter(([name, value]) => String(value) !== call.given[call.focused] && (option.autocomplete || String(name).toLowerCase().includes(typed)));
  return offer([...fits.map(([name, value]) => [name, '', () => replaceValue(call.focused, value)]), ...rest]);
}

$('composer').addEventListener('submit', async (event) => {
  event.preventDefault();
  const text = $('text').value;
  const files = await filesOf($('file'));
  if (!text.trim() && files.length === 0) return;
  const call = text.startsWith('/') ? parse(text) : null;
  if (call && !call.given) return notice('Choose a command from the list.');
  $('text').value = '';
  offer([]);
  $('composer').reset();
  if (call) return seen(await act('slash', { command: call.path.join(' '), options: call.given }));
  const answer = await act('say', { content: text, files, ...(state.replyTo ? { reply_to: state.replyTo } : {}) });
  state.replyTo = null;
  if (answer.failed) notice(answer.message);
});

$('text').addEventListener('input', complete);
$('who').addEventListener('change', () => { state.me = $('who').value; load(); });
$('locale').addEventListener('change', () => api('/simulator/locale', { user: state.me, locale: $('locale').value }));
$('menu').addEventListener('click', () => document.body.classList.toggle('open'));
$('open-faults').addEventListener('click', async () => showFaults(api, await api('/simulator/status'), state.channel));

let due = null;
const events = new EventSource('/simulator/events');
events.addEventListener('change', (event) => {
  const change = JSON.parse(event.data);
  const structure = !change.type.startsWith('MESSAGE') && change.type !== 'PAGE' && change.type !== 'INTERACTION_CREATE';
  due = { all: (due?.all ?? false) || structure };
  clearTimeout(events.timer);
  events.timer = setTimeout(() => { const all = due.all; due = null; if (all) load(); else if (state.channel) refresh(); }, 60);
});

load();
