/** Whether a host is this machine: 127.0.0.0/8, ::1, localhost. `URL` has already written every form of the address in full. */
export function isLoopback({ hostname }: Pick<URL, 'hostname'>): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}
