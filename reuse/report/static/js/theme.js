// Light, dark, or as the system says; and whether the page may move by itself.

const THEMES = ['auto', 'light', 'dark'];
const dark = matchMedia('(prefers-color-scheme: dark)');
const still = matchMedia('(prefers-reduced-motion: reduce)');
const narrow = matchMedia('(max-width: 760px)');

function showTheme() {
  const theme = document.documentElement.dataset.theme;
  $('#theme span').textContent = {auto: '◐', light: '○', dark: '●'}[theme];
  tell('theme');
}

$('#theme').addEventListener('click', () => {
  const root = document.documentElement;
  root.dataset.theme = THEMES[(THEMES.indexOf(root.dataset.theme) + 1) % THEMES.length];
  showTheme();
});
dark.addEventListener('change', () => tell('theme'));

const token = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
