/**
 * What pages do quicker with scripts on; nothing needs it. A form that is on its way is not sent twice, the browser's time
 * zone is picked beforehand, too large a file is noticed, what was ticked away is greyed, characters are counted, the receipt is copied.
 * Zones wait for the first paint: the browser takes 10 ms to open its tables of them (docs/adr/0020).
 */
export const script = `
(() => {
  'use strict';
  const all = (selector) => document.querySelectorAll(selector);
  for (const form of all('form[data-once]')) {
    let sent = false;
    form.addEventListener('submit', (event) => {
      if (sent) { event.preventDefault(); return; }
      sent = true;
      for (const button of form.querySelectorAll('.button')) { button.setAttribute('aria-disabled', 'true'); }
    });
    addEventListener('pageshow', () => {
      sent = false;
      for (const button of form.querySelectorAll('.button')) { button.removeAttribute('aria-disabled'); }
    });
  }
  requestAnimationFrame(() => setTimeout(() => {
    for (const select of all('select[data-zone]')) {
      const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
      if (select.value === '' && [...select.options].some((option) => option.value === zone)) { select.value = zone; }
    }
  }));
  for (const box of all('input[data-instead-of]')) {
    const other = document.getElementById(box.dataset.insteadOf);
    const follow = () => { other.readOnly = box.checked && other.value === ''; };
    box.addEventListener('change', follow);
    other.addEventListener('input', () => { if (other.value !== '') { box.checked = false; } });
    follow();
  }
  for (const area of all('textarea[data-left]')) {
    const note = document.getElementById(area.dataset.left);
    const most = Number(area.dataset.most);
    const show = () => {
      note.hidden = area.value.length < most * 0.75;
      if (!note.hidden) { note.querySelector('span').textContent = (most - area.value.length).toLocaleString(document.documentElement.lang); }
    };
    area.addEventListener('input', show);
    show();
  }
  for (const file of all('input[data-most-bytes]')) {
    const note = document.getElementById(file.dataset.error);
    const hint = file.getAttribute('aria-describedby');
    file.addEventListener('change', () => {
      const large = [...file.files].some(({ size }) => size > Number(file.dataset.mostBytes));
      note.hidden = !large;
      file.setAttribute('aria-describedby', large ? hint + ' ' + note.id : hint);
      file.setCustomValidity(large ? note.textContent : '');
    });
  }
  for (const button of all('button[data-copy]')) {
    if (!navigator.clipboard) { continue; }
    button.hidden = false;
    button.addEventListener('click', () => {
      navigator.clipboard.writeText(button.dataset.copy).then(() => { button.textContent = button.dataset.copied; }, () => {});
    });
  }
})();
`
  .replaceAll(/\n\s+/g, '\n')
  .trim();
