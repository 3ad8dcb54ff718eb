const session = new URLSearchParams(location.search).get('session') ?? 'default';
const line = document.querySelector('#status');
if (line !== null) line.textContent = `Simulated dialler of session ${session}: no call.`;

export {};
