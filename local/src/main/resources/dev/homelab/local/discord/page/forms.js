// Modals of the bot, and the panel of faults.

import { el, markdown, menu } from './render.js';

const base64 = (file) => new Promise((resolve, reject) => {
  const reader = new FileReader();
  reader.onload = () => resolve({ name: file.name, type: file.type, base64: reader.result.split(',')[1] ?? '' });
  reader.onerror = reject;
  reader.readAsDataURL(file);
});

export const filesOf = (input) => Promise.all([...input.files].map(base64));

function question(data, ctx) {
  const name = data.custom_id;
  const required = data.required ?? true;
  const boxes = (type) => {
    const group = el('div', {}, ...data.options.map(option => el('label', { class: 'line' },
      el('input', { type, name, value: option.value, checked: !!option.default }), el('span', {}, option.label, option.description && el('small', {}, ' ' + option.description)))));
    const chosen = () => [...group.querySelectorAll('input:checked')].map(box => box.value);
    return { node: group, group: true, value: () => type === 'radio' ? chosen()[0] : chosen() };
  };
  switch (data.type) {
    case 4: {
      const props = { name, required, value: data.value ?? '', placeholder: data.placeholder ?? '', maxLength: data.max_length ?? 4000, minLength: data.min_length ?? 0 };
      const input = data.style === 2 ? el('textarea', { ...props, rows: 4 }) : el('input', { type: 'text', ...props });
      return { node: input, value: () => input.value };
    }
    case 19: {
      const input = el('input', { type: 'file', name, multiple: (data.max_values ?? 1) > 1, required: required && (data.min_values ?? 1) > 0 });
      return { node: input, files: () => filesOf(input) };
    }
    case 21: return boxes('radio');
    case 22: return boxes('checkbox');
    case 23: {
      const box = el('input', { type: 'checkbox', name, checked: !!data.default });
      return { node: box, inline: true, value: () => box.checked };
    }
    default: {
      const select = menu(data, ctx);
      select.required = required;
      return { node: select, value: () => [...select.selectedOptions].map(option => option.value).filter(Boolean) };
    }
  }
}

const required = (data) => (data.required ?? true) && el('span', { class: 'star', title: 'required' }, ' *');

/** Shows a form; {@code send} gets the values and files and returns an error to show, or nothing. */
export function showModal(form, ctx, send) {
  const dialog = document.getElementById('modal');
  const questions = [];
  const rows = form.components.map(top => {
    const data = top.type === 18 ? top.component : top.components?.[0];
    if (!data) return el('div', { class: 'text' }, ...markdown(top.content ?? '', ctx));
    const asked = question(data, ctx);
    questions.push([data.custom_id, asked]);
    const words = top.label ?? data.label;
    const note = top.description && el('small', {}, top.description);
    if (asked.inline) return el('label', { class: 'line' }, asked.node, el('span', {}, words + ' ', note));
    if (asked.group) return el('fieldset', { class: 'plain' }, el('legend', {}, words, required(data)), note, asked.node);
    return el('label', {}, el('span', {}, words, required(data)), note, asked.node);
  });
  const error = el('p', { class: 'failed', role: 'alert' });
  const view = el('form', { method: 'dialog' }, el('h2', {}, form.title), ...rows, error, el('div', { class: 'row' },
    el('button', { class: 'button', type: 'button', onclick: () => dialog.close() }, 'Cancel'), el('button', { class: 'button s1' }, 'Submit')));
  view.addEventListener('submit', async (event) => {
    event.preventDefault();
    const values = {};
    const files = {};
    for (const [id, asked] of questions) {
      if (asked.files) files[id] = await asked.files();
      else if (asked.value() !== undefined) values[id] = asked.value();
    }
    const problem = await send(values, files);
    if (problem) error.textContent = problem;
    else dialog.close();
  });
  dialog.replaceChildren(view);
  dialog.showModal();
}

export function showFaults(api, status, channel) {
  const dialog = document.getElementById('faults');
  const said = el('p', { class: 'note' }, describe(status));
  const act = (label, kind, more = () => ({})) => el('button', { class: 'button', type: 'button', onclick: async () => {
    const answer = await api('/simulator/faults', { kind, ...more() });
    said.textContent = answer.message ?? describe(answer);
  } }, label);
  const times = el('input', { type: 'number', value: 1, min: 1 });
  const latency = el('input', { type: 'number', value: 0, min: 0 });
  const cap = el('input', { type: 'number', value: status.active_thread_cap, min: 0 });
  const many = () => ({ times: Number(times.value) });
  dialog.replaceChildren(el('form', { method: 'dialog' }, el('h2', {}, 'Make something go wrong'), said,
    el('fieldset', {}, el('legend', {}, 'Gateway'), el('div', { class: 'row' }, act('Drop', 'gateway-drop'), act('Freeze', 'gateway-freeze'), act('Thaw', 'gateway-thaw'),
      act('Reconnect', 'gateway-reconnect'), act('Invalidate session', 'session-invalid'), act('Invalid, resumable', 'session-invalid', () => ({ resumable: true })))),
    el('fieldset', {}, el('legend', {}, 'REST'), el('label', {}, 'The next … requests', times), el('div', { class: 'row' },
      act('500', 'rest-answer', () => ({ status: 500, ...many() })), act('503', 'rest-answer', () => ({ status: 503, ...many() })),
      act('500, but done', 'rest-answer', () => ({ status: 500, performed: true, ...many() })),
      act('429', 'rest-429', () => ({ scope: 'user', seconds: 3, ...many() })), act('429 global', 'rest-429', () => ({ scope: 'global', seconds: 3, ...many() })),
      act('429 shared', 'rest-429', () => ({ scope: 'shared', seconds: 30, ...many() }))),
      el('label', {}, 'Latency in ms', latency), el('div', { class: 'row' }, act('Set latency', 'rest-latency', () => ({ ms: Number(latency.value) })), act('Clear', 'rest-clear'))),
    el('fieldset', {}, el('legend', {}, 'This channel or thread'), el('div', { class: 'row' }, act('Delete it', 'delete-channel', () => ({ channel })), act('Archive it', 'archive-thread', () => ({ channel })))),
    el('fieldset', {}, el('legend', {}, 'Rules'), el('label', {}, 'Active threads at most', cap), el('div', { class: 'row' },
      el('button', { class: 'button', type: 'button', onclick: async () => { said.textContent = describe(await api('/simulator/rules', { active_thread_cap: Number(cap.value) })); } }, 'Set'))),
    el('div', { class: 'row' }, el('button', { class: 'button s1' }, 'Close'))));
  dialog.showModal();
}

const describe = (status) => `Bot ${status.bot_connected ? 'connected' : 'away'} · ${status.identifies} logins, ${status.resumes} resumes · cap ${status.active_thread_cap} · latency ${status.latency_ms} ms`;
